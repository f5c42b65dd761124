import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Block, cell, heading, type PaperDocument, type PaperRow, paragraph, type ShellName } from "../../src/report/blocks.ts";

export function shell(name: ShellName): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../../templates/${name}.docx`, import.meta.url)));
}

export const link = (text: string, target: string) => ({ kind: "link", text, target }) as const;
export const blank = (hint: string) => ({ kind: "blank", hint }) as const;

/** Every block and run kind at least once. `rows`: data rows of the long table. */
export function sampleDocument(name: ShellName, rows = 60): PaperDocument {
  return {
    shell: name,
    title: `东明区2024年度迎接省安全生产目标责任制考核${name === "自查报告" ? "自查情况的报告" : name}`,
    addressee: "省安全生产委员会办公室",
    body:
      name === "自查报告"
        ? [...prose, chart, { kind: "table", table: longTable(rows) }, paragraph("以上报告，请审阅。")]
        : [
            paragraph("本表依据××省2024年度安全生产和消防工作考核细则（初稿）逐条对照填写，数据截至2024年12月10日。"),
            { kind: "table", table: longTable(rows) },
          ],
    signature: { name: "东明区人民政府安全生产委员会", date: "2024年12月10日" },
  };
}

const requirement = "每季度至少召开1次安委会全体会议，研究部署安全生产工作，会议有纪要、有签到、有落实；每少1次扣1分，扣完为止。";

const prose: readonly Block[] = [
  paragraph(
    "按照《××省2024年度安全生产和消防工作考核细则》要求，我区对照“党政领导责任”等12个方面、86项条款逐项开展自查，现将有关情况报告如下。",
  ),
  heading(1, "一、总体情况（此项100分，自评91.5分）"),
  paragraph(
    "今年以来，区委、区政府坚持“人民至上、生命至上”，自评得分",
    { kind: "text", text: "91.5", bold: true },
    "分，其中待人工评定2项，",
    blank("区委常委会研究次数"),
    "。",
  ),
  heading(2, "（一）党政领导责任（此项12分，自评11分）"),
  heading(3, "1.定期研究部署安全生产（此项4分，自评3分）"),
  paragraph(
    "全年召开安委会全体会议3次，第二季度缺会议纪要。佐证材料见",
    link("关于印发〈会议纪要〉的通知 #3.pdf", "佐证材料/01应急局/关于印发〈会议纪要〉的通知 #3.pdf"),
    "。",
  ),
  heading(4, "（1）会议召开情况"),
  ...Array.from({ length: 14 }, (_, index) => paragraph(`${index + 1}.${requirement}`)),
  heading(2, "（二）各领域得分"),
];

const chart: Block = {
  kind: "chart",
  chart: {
    title: "各领域得分（分）",
    categories: ["安全生产", "消防", "森林防火"],
    series: [
      { name: "满分", values: [60, 25, 15] },
      { name: "自评", values: [55, 23.25, 13.25] },
    ],
  },
};

function longTable(count: number) {
  const rows = Array.from({ length: count }, (_, index): readonly PaperRow[] => [
    ...(index % 10 === 0 ? [{ kind: "group", cells: [cell(`第${index / 10 + 1}部分 党政领导责任（此项12分，自评11分）`)] } as const] : []),
    {
      kind: "data",
      cells: [
        cell(String(index + 1)),
        cell(requirement.slice(0, 20 + ((index * 7) % 35))),
        cell("4"),
        cell(index % 3 === 0 ? blank("现场考核得分") : "3"),
        [
          [link("安委会会议纪要.pdf", `佐证材料/01应急局/第${index + 1}次 会议纪要.pdf`)],
          [{ kind: "text", text: "东政办发〔2024〕3号，2024年3月5日" }],
        ],
        cell("缺第二季度会议纪要；2024年12月5日前补齐"),
      ],
    },
  ]).flat();
  return {
    columns: [
      { header: "序号", share: 1, align: "center" },
      { header: "考核内容", share: 6 },
      { header: "分值", share: 1, align: "center" },
      { header: "自评得分", share: 1.6, align: "center" },
      { header: "佐证材料", share: 5 },
      { header: "扣分原因及整改要求", share: 4 },
    ],
    rows: [...rows, { kind: "total", cells: [cell("合计"), cell(""), cell("240"), cell("180"), cell(""), cell("")] }],
  } as const;
}
