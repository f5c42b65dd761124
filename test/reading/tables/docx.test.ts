import { describe, expect, test } from "vitest";
import { docxOf, paragraph } from "../office-files.ts";
import { documentOf, drawn, paragraphsOf, source, tablesOf } from "./drawn.ts";

const cell = (inner: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const said = (text: string, properties = ""): string => cell(paragraph(text), properties);
const row = (cells: string, properties = ""): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (rows: string): string => `<w:tbl>${rows}</w:tbl>`;
const at = (row: number, column: number) => ({ kind: "table-cell", table: 1, row, column });
const read = (body: string, more = {}) => documentOf(docxOf(body, more), "细则.docx");

describe("细则 Word 文档", () => {
  test("跨行跨列的格只出现一次，位置是第几张表第几行第几列", async () => {
    const document = await source("01五列逐项扣分", "细则.docx");
    const [only] = tablesOf(document);
    expect(drawn(only).slice(1, 4)).toEqual([
      [
        "一、责任落实（12分） 4×1",
        "（一）党委政府领导责任 2×1",
        "4分",
        "（1）县委常委会会议、县政府常务会议全年研究安全生产工作各不少于2次，每少1次扣1分。\n（2）未明确由担任本级党委常委的政府领导分管安全生产的，扣2分。",
        "查会议纪要、查分工文件 2×1",
      ],
      ["2分", "（3）领导班子成员年度述职未报告安全生产职责履行情况的，每人扣0.5分。"],
      ["（二）部门监管责任 2×1", "4分", "（4）未按时分解下达年度目标任务的，扣2分；分解不到岗位的，每个部门扣0.5分。", "查文件"],
    ]);
    expect(only?.rows[2]?.[0]).toMatchObject({ row: 3, column: 3, at: { kind: "table-cell", table: 1, row: 3, column: 3 } });
    expect(paragraphsOf(document)).toEqual(["青岭县2024年度安全生产和消防工作考核细则", "注：以上包括本数，以下不包括本数。"]);
  });

  test("换页断开的表仍是几张表，重复的章名照留", async () => {
    const tables = tablesOf(await source("15换页断表重复章名", "评分表.docx"));
    expect(tables.map((each) => each.rows.length)).toEqual([5, 3, 4]);
    expect(tables.map((each) => drawn(each)[1]?.[0])).toEqual(["一、组织机构(10) 3×1", "二、现场管理(20) 2×1", "二、现场管理(20)"]);
    expect(tables[2]?.rows[3]?.[0]?.at).toEqual({ kind: "table-cell", table: 3, row: 4, column: 1 });
  });

  test("自动编号写进段落和格子，跨表连续，标题带级别", async () => {
    const document = await source("07Word自动编号", "细则.docx");
    expect(
      document.parts.flatMap((part) => (part.kind === "paragraph" && part.level !== undefined ? [`${part.level} ${part.text}`] : [])),
    ).toEqual(["1 一、道路运输（40分）", "2 （一）客运企业（25分）", "2 （二）货运企业（15分）", "1 二、水上交通（20分）"]);
    const cells = tablesOf(document).flatMap((each) => drawn(each).slice(1));
    expect(cells.map((each) => each[0])).toEqual(["1", "2", "3", "4", "5"]);
    expect(cells[0]?.[3]).toBe("（1）监控平台无人值守的，每次扣2分。\n（2）超速报警未处理的，每辆扣1分。");
    expect(cells[4]?.[3]).toBe("（6）违规冒险航行的，每次扣4分。");
  });

  test("没接受的修订按接受以后的读，并写明", async () => {
    const document = await source("19修订痕迹没接受", "征求意见稿.docx");
    expect(drawn(tablesOf(document)[0]).slice(1)).toEqual([
      ["1", "汛前检查", "10", "未开展汛前检查的，扣4分；问题未整改的，每处扣1分。", "区水务局"],
      ["2", "预案演练", "6", "未演练的，不得分。", "区水务局、区应急管理局"],
      ["3", "物资储备", "4", "储备不足的，每类扣1分。", "区应急管理局"],
    ]);
    expect(document.notes).toEqual([
      {
        kind: "tracked-changes",
        count: 7,
        places: [at(2, 3), at(2, 4), at(3, 5), at(4, 3)],
      },
    ]);
  });

  test("修订里删掉的整行不读，删掉的段落不占编号", async () => {
    const rows =
      row(said("留")) +
      row(cell("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"), "<w:del/>") +
      row(said("也留"));
    const kept = await read(table(rows));
    expect(drawn(tablesOf(kept)[0])).toEqual([["留"], ["也留"]]);
    // What was deleted is said to be where the next row stands now.
    expect(kept.notes).toMatchObject([{ kind: "tracked-changes", places: [at(2, 1)] }]);
    const numbering = {
      "word/numbering.xml":
        '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    };
    const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const gone = `<w:p><w:pPr>${listed}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`;
    expect(paragraphsOf(await read(paragraph("甲", listed) + gone + paragraph("乙", listed), numbering))).toEqual(["1、甲", "2、乙"]);
  });

  test("格子里的小表成为这一格的几行", async () => {
    const inner = table(row(said("甲") + said("1分")) + row(said("乙") + said("2分")));
    const document = await read(table(row(said("章") + cell(paragraph("说明") + inner + "<w:p/>")) + row(said("节") + said("尾"))));
    expect(drawn(tablesOf(document)[0])).toEqual([
      ["章", "说明\n甲\t1分\n乙\t2分"],
      ["节", "尾"],
    ]);
  });

  test("只当边框用的一格大表，里面的表才是表", async () => {
    const inner = table(row(said("项目") + said("分值")) + row(said("会议") + said("2")));
    const document = await read(table(row(cell(paragraph("某某细则") + inner + "<w:p/>"))));
    expect(paragraphsOf(document)).toEqual(["某某细则"]);
    expect(drawn(tablesOf(document)[0])).toEqual([
      ["项目", "分值"],
      ["会议", "2"],
    ]);
  });

  test("右移的行、老式的横向合并、跨度不齐的纵向合并", async () => {
    const rows =
      row(said("一") + said("二") + said("三")) +
      row(said("右") + said("边"), '<w:gridBefore w:val="1"/>') +
      row(said("合", '<w:hMerge w:val="restart"/>') + said("", "<w:hMerge/>") + said("尾", '<w:vMerge w:val="restart"/>')) +
      row(said("宽", '<w:gridSpan w:val="2"/>') + said("", '<w:vMerge w:val="continue"/>')) +
      row(said("首") + said("没有上文", "<w:vMerge/>") + said("末"));
    const [only] = tablesOf(await read(table(rows)));
    expect(drawn(only)).toEqual([["一", "二", "三"], ["右", "边"], ["合 1×2", "尾 2×1"], ["宽 1×2"], ["首", "没有上文", "末"]]);
    expect(only?.rows[1]?.[0]?.column).toBe(2);
    expect(only?.width).toBe(3);
  });

  test("空段落不算段，图片、脚注、批注写明没有读、在哪里、写的什么", async () => {
    const picture = '<w:p><w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r></w:p>';
    const notes =
      '<w:footnotes><w:footnote w:type="separator" w:id="-1"/><w:footnote w:id="1"><w:p><w:r><w:t>以上包括本数</w:t></w:r></w:p></w:footnote></w:footnotes>';
    const comments = '<w:comments><w:comment w:id="0"><w:p><w:r><w:t>分值待定</w:t></w:r></w:p></w:comment></w:comments>';
    const signs = '<w:p><w:r><w:t>丙</w:t><w:footnoteReference w:id="1"/></w:r></w:p>';
    const remarked = cell('<w:p><w:r><w:t>格</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>');
    const document = await read(paragraph("甲") + paragraph(" ") + picture + signs + table(row(said("左") + remarked)), {
      "word/footnotes.xml": notes,
      "word/comments.xml": comments,
    });
    expect(document.parts.flatMap((part) => (part.kind === "paragraph" ? [part.at] : []))).toEqual([
      { kind: "paragraph", paragraph: 1 },
      { kind: "paragraph", paragraph: 2 },
    ]);
    expect(document.notes).toEqual([
      { kind: "pictures", count: 1, places: [{ kind: "paragraph", paragraph: 1 }] },
      { kind: "comments", count: 1, places: [at(1, 2)], texts: ["分值待定"] },
      { kind: "footnotes", count: 1, places: [{ kind: "paragraph", paragraph: 2 }], texts: ["以上包括本数"] },
    ]);
  });
});
