import { describe, expect, test } from "vitest";
import { describeFileProblem } from "../../src/messages/file-problems.ts";
import { day } from "../mapping/sample.ts";
import { checkPapers, codesOf, problemsOf, type TestPaper } from "./read-papers.ts";

function photo(path: string, takenOn: string): TestPaper {
  const picture = { width: 800, height: 600, takenOn: day(takenOn) };
  return { path, format: "jpeg", text: "", to: "S1-06/activity", reading: { pages: 1, picturePages: 1, picture } };
}

function words(paper: TestPaper): readonly string[] {
  return problemsOf(checkPapers([paper]), paper.path).map(describeFileProblem);
}

function has(code: string, paper: TestPaper, ...others: readonly TestPaper[]): boolean {
  return codesOf(checkPapers([paper, ...others]), paper.path).includes(code);
}

describe("照片的拍摄时间", () => {
  test.each([
    ["名称写11月，是4月拍的", "城关街道/宣传/宣传照片20241112.jpg", "2024-04-26"],
    ["名称写5月10日，是一个月以后拍的", "城关街道/宣传/宣传照片20240510.jpg", "2024-06-15"],
    ["名称写2024年，是前年拍的", "城关街道/宣传/2024年宣传照片.jpg", "2022-05-10"],
    ["文件夹写三季度，是春节前拍的", "城关街道/2024年第三季度/IMG_0312.jpg", "2024-02-06"],
  ])("%s，指出", (_which, path, taken) => expect(has("photo-date-disagrees", photo(path, taken))).toBe(true));

  test.each([
    ["当天拍的", "城关街道/宣传/宣传照片20241112.jpg", "2024-11-12"],
    ["名称是报送的日子，前几天拍的", "城关街道/宣传/宣传照片20241112.jpg", "2024-10-28"],
    ["活动有几天，名称写第一天", "城关街道/宣传/宣传照片20241112.jpg", "2024-11-15"],
    ["名称只写年份", "城关街道/宣传/2024年宣传照片.jpg", "2024-05-10"],
    ["名称没写日期", "城关街道/宣传/宣传照片.jpg", "2024-05-10"],
    ["微信图片的数字是保存的时间", "城关街道/宣传/微信图片_20241118093012.jpg", "2024-05-10"],
    ["相机的钟没有调过", "城关街道/宣传/宣传照片20241112.jpg", "2000-01-01"],
    ["相机的钟跑到了以后", "城关街道/宣传/宣传照片20241112.jpg", "2025-11-12"],
    ["拍的是一张纸，拍摄时间不是成文日期", "城关街道/责任书/安全生产目标责任书20240308.jpg", "2024-12-01"],
  ])("%s，不指出", (_which, path, taken) => expect(has("photo-date-disagrees", photo(path, taken))).toBe(false));

  test("说清名称写的和相机记的，同一个毛病不说两遍", () => {
    expect(words(photo("城关街道/宣传/宣传照片20241112.jpg", "2024-04-26"))).toContain(
      "名称写的日期是「20241112」，照片却是2024年4月26日拍的（相机记录）",
    );
    expect(has("date-disagrees", photo("城关街道/宣传/宣传照片20241112.jpg", "2024-04-26"))).toBe(false);
  });
});

describe("材料自己写的数字", () => {
  const summary = (body: string): TestPaper => ({
    path: "应急局/专项行动总结.docx",
    text: `「居中」专项行动工作总结\n${body}\n下一步，对照要求查漏补缺，巩固成效。\n东明区应急管理局\n2024年11月20日`,
    to: "S1-02/summary",
  });

  test("比率算错，指出写的和算出来的", () => {
    const said = (body: string): string => words(summary(body)).join("\n");
    expect(said("到期应整改1274处，已整改1256处，整改率99.6%。")).toContain(
      "数字前后矛盾：写的是99.6%，照同一句的数字应是98.6%：「应整改1274处",
    );
    expect(said("全体会议应到28人，实到30人。")).toContain("数字前后矛盾：写着应到28，又写着已到30：「应到28人，实到30人」（第2段）");
    expect(has("figures-disagree", summary("到期应整改1274处，已整改1256处，整改率98.6%。"))).toBe(false);
  });

  test("责任书没有签齐，指出；签齐的不指出", () => {
    expect(has("pledges-incomplete", summary("安全生产目标责任书应签71份，已签69份。"))).toBe(true);
    expect(has("pledges-incomplete", summary("安全生产目标责任书应签71份，已签71份，签订率100%。"))).toBe(false);
  });

  test("识别得来的数字不作准", () => {
    const scan = { ...summary("安全生产目标责任书应签71份，已签69份，签订率99.9%。"), reading: { recognised: true } };
    expect(codesOf(checkPapers([scan]), scan.path).filter((code) => /^(?:figures|pledges)/u.test(code))).toEqual([]);
  });
});

describe("卷内目录", () => {
  const at = (name: string, text = "各责任人按照分工抓好落实，确保取得实效，有关情况及时报告。"): TestPaper => ({
    path: `城关街道/专项行动/${name}.docx`,
    text,
    to: "",
  });
  const rows = (...titles: readonly string[]): TestPaper => ({
    path: "城关街道/专项行动/卷内目录.xlsx",
    format: "xlsx",
    text: [
      "「表题」卷内目录",
      "「行」序号｜题名｜日期｜页次",
      ...titles.map((title, n) => `「行」${String(n + 1)}｜${title}｜20240305｜${String(n)}`),
    ].join("\n"),
    to: "",
  });
  const files = [at("1.专项行动方案20240305"), at("2.检查记录"), at("3.整改情况报告"), at("专项行动总结")];
  const listed = ["专项行动方案", "检查记录", "整改情况报告"];

  test("目录里有、没有材料的，有材料、目录里没有的，都指出", () => {
    const [problem] = problemsOf(checkPapers([rows(...listed, "复查意见书"), ...files]), "城关街道/专项行动/卷内目录.xlsx");
    if (problem === undefined) throw new Error("nothing was found");
    expect(describeFileProblem(problem)).toBe("目录和材料对不上：目录里有、没有材料的「复查意见书」；有材料、目录里没有的「专项行动总结」");
  });

  test("对得上的，不指出", () => expect(has("catalogue-disagrees", rows(...listed, "专项行动总结"), ...files)).toBe(false));

  test("别处的目录、只列了一部分的目录、名称里有目录二字的别的表，不指出", () => {
    const code = "catalogue-disagrees";
    expect(has(code, rows("会议纪要", "签到表", "会议通知", "检查记录"), ...files)).toBe(false);
    expect(has(code, rows("专项行动方案", "检查记录"), ...files)).toBe(false);
    const other = { ...rows(...listed, "复查意见书"), path: "城关街道/专项行动/危险化学品目录.xlsx" };
    expect(has(code, { ...other, text: other.text?.replace("卷内目录", "危险化学品目录") ?? "" }, ...files)).toBe(false);
  });
});
