import { describe, expect, test } from "vitest";
import { checkPapers, problemsOf } from "./read-papers.ts";

const minutes = (day: string): string => `「居中」东明区安全生产委员会2024年全体会议纪要
${day}，区安委会召开全体会议，研究部署安全生产工作。
会议要求，各成员单位压实责任，列出清单，逐项销号。
东明区安全生产委员会办公室
${day}`;

/** "2024-10-16~2024-10-16 counts" */
function spanOf(path: string, text: string, to: string): string {
  const [admission] = checkPapers([{ path, text, to }]).admissions;
  const { from, to: until } = admission?.span?.range ?? { from: "–", to: "–" };
  return `${from}~${until} ${admission?.verdict ?? ""}`;
}

describe("名称什么也没说的材料，算哪一期看它自己", () => {
  test("文件夹只写年份的，按材料自己的成文日期算", () => {
    expect(spanOf("应急局/2024年材料/扫描0001.docx", minutes("2024年10月16日"), "S1-01/minutes")).toBe("2024-10-16~2024-10-16 counts");
  });

  test("标题写了季度、七月才出的，还算标题写的那一期", () => {
    const text = minutes("2024年7月3日").replace("2024年全体", "2024年第二季度全体");
    expect(spanOf("应急局/新建文档.docx", text, "S1-01/minutes")).toBe("2024-04-01~2024-06-30 counts");
  });

  test("标题写的是年度的，写到哪一天都还是年度的", () => {
    const text = minutes("2024年10月16日").replace("2024年全体", "2024年度全体");
    expect(spanOf("应急局/新建文档.docx", text, "S1-01/minutes")).toBe("2024-01-01~2024-12-31 doubtful");
  });
});

test("名称写错了种类、里面正是所要的，不因名称退回", () => {
  const text =
    "「居中」关于印发《东明区2024年燃气专项行动方案》的通知\n各燃气企业：\n现将方案印发给你们，请认真落实。\n东明区应急管理局\n2024年3月12日";
  const path = "应急局/扫描件照片.docx";
  expect(problemsOf(checkPapers([{ path, text, to: "S1-02/plan" }]), path).map(({ code }) => code)).not.toContain("kind-mismatch");
});

test("年份对不上的，说清是名称写的还是文件夹写的", () => {
  const inFolder = "应急局/2024年材料/扫描0002.docx";
  const inName = "应急局/2024年全体会议纪要.docx";
  const text = minutes("2022年3月16日").replace("2024年全体", "2022年全体");
  const checked = checkPapers([
    { path: inFolder, text, to: "S1-01/minutes" },
    { path: inName, text: text.replaceAll("16日", "18日"), to: "S1-01/minutes" },
  ]);
  const from = (path: string) => problemsOf(checked, path).flatMap((problem) => (problem.code === "date-disagrees" ? [problem.from] : []));
  expect([from(inFolder), from(inName)]).toEqual([["folder"], ["name"]]);
});
