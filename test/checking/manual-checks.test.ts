import { expect, test } from "vitest";
import { manualCheckWords } from "../../src/messages/manual-checks.ts";
import { checkPapers } from "./read-papers.ts";

const papers = [
  {
    path: "应急局/执法案卷.docx",
    text: "「居中」行政处罚执法案卷\n当事人：恒泰化工有限公司\n违法事实清楚，证据确凿。",
    to: "S1-02/checks",
  },
  { path: "应急局/责任书.docx", text: "「居中」安全生产目标责任书\n双方共同遵守。", to: "S1-03/pledge" },
  { path: "应急局/活动签到表.docx", text: "「居中」活动签到表\n序号　姓名　单位　签名", to: "S1-06/list" },
  { path: "应急局/没有用上的签到表.docx", text: "「居中」另一次活动签到表\n序号　姓名　单位　签名", to: "" },
];

test("程序判断不了的，按材料种类列进人工核对：案卷看装订，责任书看签字和人员变动，签到表看代签", () => {
  const files = new Map(checkPapers(papers).manual.map(({ code, files: found }) => [code, found]));
  expect(files.get("bound-in-order")).toEqual(["应急局/执法案卷.docx"]);
  expect(files.get("both-sides-signed")).toEqual(["应急局/责任书.docx"]);
  expect(files.get("staff-changed")).toEqual(["应急局/责任书.docx"]);
  expect(files.get("same-hand")).toEqual(["应急局/活动签到表.docx"]);
  expect(files.has("photos-true")).toBe(false);
});

test("每一项人工核对都写明看什么", () => {
  for (const { title, look } of Object.values(manualCheckWords)) {
    expect(title).toMatch(/\p{Script=Han}{2}/u);
    expect(look.length).toBeGreaterThan(12);
  }
});
