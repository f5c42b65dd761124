import { describe, expect, test } from "vitest";
import { differencesOf, textSimilarity } from "../../src/checking/compare-texts.ts";
import { nearFingerprints } from "../../src/checking/near-fingerprints.ts";
import { describeFileProblem } from "../../src/messages/file-problems.ts";
import { checkPapers, codesOf, problemsOf, type TestPaper, verdictOf } from "./read-papers.ts";

const longBody = [
  "坚持属地管理和行业监管相结合，围绕人员密集场所、工贸企业、农村自建房三类重点，逐户逐项开展排查。",
  "排查分三个阶段进行：四月底前完成动员部署和人员培训；五月至八月由网格员逐户上门，填写排查表；九月底前组织回头看，对整改情况逐一核对。",
  "对排查出的问题建立清单，明确责任人和完成时限，能够当场处理的当场处理，短期难以处理的落实临时措施，并报分管领导同意。",
  "各村、社区每周五下午四点前报送进展，由专人汇总后提交党政联席会议研究，进展缓慢的由主要负责人约谈。",
  "加强宣传，利用广播、公告栏和微信群讲清道理，讲明办法，引导群众自觉配合，形成人人关心安全的氛围。",
].join("\n");

function plan(unit: string, date: string, body = longBody, title = "安全隐患排查整治实施方案"): string {
  return `「居中」${title}\n${body}\n${unit}\n${date}`;
}

const town = "东明区城关街道办事处";
const river = "东明区河口镇人民政府";

function codesAt(papers: readonly TestPaper[], path: string, asOf?: string): readonly string[] {
  return codesOf(checkPapers(papers, asOf), path);
}

/** Plans alone are no complaint yet. */
const beforeDeadline = "2024-12-01";

describe("雷同", () => {
  const first: TestPaper = { path: "城关街道/实施方案.docx", text: plan(town, "2024年4月8日"), to: "S1-02/plan" };

  test("两个单位的方案只换了落款和日期，两边都指出，并说出差在哪里", () => {
    const copy: TestPaper = { path: "河口镇/实施方案.docx", text: plan(river, "2024年4月16日"), to: "S1-02/plan" };
    const checked = checkPapers([first, copy], beforeDeadline);
    for (const path of [first.path, copy.path]) expect(codesOf(checked, path)).toEqual(["near-duplicate-across-units"]);
    const [problem] = problemsOf(checked, copy.path);
    if (problem === undefined) throw new Error("nothing was found");
    const words = describeFileProblem(problem);
    expect(words).toContain("城关街道");
    expect(words).toContain("2024年4月8日");
    expect(words).toContain("本份「河口镇人民政府」、那份「城关街道办事处」");
    expect(verdictOf(checked, copy.path)).toBe("counts");
  });

  test("同一单位同一要求下只改了日期，后一份存疑", () => {
    const later: TestPaper = { path: "城关街道/a另一份实施方案.docx", text: plan(town, "2024年9月8日"), to: "S1-02/plan" };
    const checked = checkPapers([first, later], beforeDeadline);
    expect(codesOf(checked, later.path)).toEqual(["near-duplicate"]);
    expect(codesOf(checked, first.path)).toEqual([]);
    expect([verdictOf(checked, first.path), verdictOf(checked, later.path)]).toEqual(["counts", "doubtful"]);
  });

  test("同一单位放在两个条款下，内容几乎一样，照算但指出", () => {
    const other: TestPaper = { path: "城关街道/活动方案.docx", text: plan(town, "2024年9月8日"), to: "S1-06/activity" };
    const checked = checkPapers([first, other], beforeDeadline);
    expect(codesOf(checked, other.path)).toEqual(["near-duplicate-across-clauses"]);
    expect(verdictOf(checked, other.path)).toBe("counts");
  });

  test("两个单位都存着上级的同一份文件，不算雷同", () => {
    const head = "「居中」东明区人民政府文件\n东政发〔2024〕5号\n";
    const papers = ["城关街道", "河口镇"].map((unit) => ({
      path: `${unit}/意见.docx`,
      text: head + plan("东明区人民政府", "2024年4月8日"),
      to: "S1-02/plan",
    }));
    for (const { path } of papers) expect(codesAt(papers, path, beforeDeadline)).toEqual([]);
  });

  test("各写各的方案，不算雷同", () => {
    const own = longBody
      .replace("人员密集场所、工贸企业、农村自建房三类重点", "码头渡口、砖瓦窑厂、沿街商铺")
      .replace(/。[^。]*网格员[^。]*。/u, "。由村干部分片包干，夜间错峰走访，发现问题拍照上传。")
      .replace("广播、公告栏和微信群", "大集、庙会和村民代表会");
    const papers = [first, { path: "河口镇/实施方案.docx", text: plan(river, "2024年4月16日", own), to: "S1-02/plan" }];
    for (const { path } of papers) expect(codesAt(papers, path, beforeDeadline)).toEqual([]);
  });

  test("每月填的记录表，只有数字不同的不算雷同，连数字都一样的算", () => {
    const record = (date: string, number: string): string =>
      `「居中」安全检查记录\n检查时间：${date}　检查地点：辖区沿街商铺和农贸市场　检查人员：王建国、李淑芬\n${longBody}\n检查商铺${number}家，问题已整改。`;
    const at = (name: string, date: string, number: string): TestPaper => ({
      path: `城关街道/${name}.docx`,
      text: record(date, number),
      to: "S1-02/checks",
    });
    const honest = [at("1月检查记录", "2024年1月9日", "112家，其中餐饮37"), at("2月检查记录", "2024年2月6日", "98家，其中餐饮41")];
    for (const { path } of honest) expect(codesAt(honest, path)).not.toContain("near-duplicate");
    const copied = [at("1月检查记录", "2024年1月9日", "112"), at("2月检查记录", "2024年2月6日", "112")];
    expect(codesAt(copied, "城关街道/2月检查记录.docx")).toContain("near-duplicate");
  });

  test("责任书和会议通知本来就是一个式样，不算雷同", () => {
    const papers = ["城关街道", "河口镇"].map((unit) => ({
      path: `${unit}/安全生产目标责任书.docx`,
      text: plan(`东明区${unit}`, "2024年3月8日", longBody, "安全生产目标责任书"),
      to: "S1-03/pledge",
    }));
    for (const { path } of papers) expect(codesAt(papers, path, beforeDeadline)).not.toContain("near-duplicate-across-units");
  });

  test("同一张照片用在两个单位或者两个日期，指出；同一活动的连拍不指出", () => {
    const picture = (path: string, hash: string): TestPaper => ({
      path,
      format: "jpeg",
      text: "",
      to: "S1-06/activity",
      reading: { picture: { width: 800, height: 600, hash } },
    });
    const across = [picture("城关街道/宣传照片.jpg", "f0e1d2c3b4a59687"), picture("河口镇/宣传照片.jpg", "f0e1d2c3b4a59685")];
    expect(codesAt(across, "河口镇/宣传照片.jpg")).toContain("similar-picture");
    const dates = [picture("城关街道/20240305宣传.jpg", "f0e1d2c3b4a59687"), picture("城关街道/20240605宣传.jpg", "f0e1d2c3b4a59687")];
    expect(codesAt(dates, "城关街道/20240605宣传.jpg")).toContain("similar-picture");
    const burst = [picture("城关街道/宣传照片1.jpg", "f0e1d2c3b4a59687"), picture("城关街道/宣传照片2.jpg", "f0e1d2c3b4a59685")];
    for (const { path } of burst) expect(codesAt(burst, path)).not.toContain("similar-picture");
    const other = [picture("城关街道/宣传照片.jpg", "f0e1d2c3b4a59687"), picture("河口镇/宣传照片.jpg", "0f1e2d3c4b5a6978")];
    expect(codesAt(other, "河口镇/宣传照片.jpg")).not.toContain("similar-picture");
    // Sheets of one form look alike, whoever has filled them in.
    const sheets = [picture("城关街道/签到表.jpg", "f0e1d2c3b4a59687"), picture("河口镇/签到表.jpg", "f0e1d2c3b4a59685")];
    for (const { path } of sheets) expect(codesAt(sheets, path)).not.toContain("similar-picture");
  });
});

describe("前后和成套", () => {
  const paper = (
    name: string,
    title: string,
    date: string,
    to: string,
    body = "各责任人要按照分工抓好落实，确保取得实效。",
  ): TestPaper => ({
    path: `城关街道/专项行动/${name}.docx`,
    text: `「居中」${title}\n${body}\n${town}\n${date}`,
    to,
  });
  const thePlan = paper("方案", "夏季消防检查工作方案", "2024年6月1日", "S1-02/plan");

  test("总结的日期早于方案，指出", () => {
    const early = paper("总结", "夏季消防检查工作总结", "2024年5月20日", "S1-02/summary");
    expect(codesAt([thePlan, early], early.path)).toContain("chain-out-of-order");
  });

  test("先方案后总结，不同题目、同类两份的，都不指出", () => {
    const late = paper("总结", "夏季消防检查工作总结", "2024年8月20日", "S1-02/summary");
    const other = paper("总结", "春季校园检查工作总结", "2024年5月20日", "S1-02/summary");
    const second = paper("另一方案", "夏季消防检查工作方案", "2024年5月1日", "S1-02/plan");
    const early = paper("总结", "夏季消防检查工作总结", "2024年5月20日", "S1-02/summary");
    expect(codesAt([thePlan, late], late.path)).toEqual([]);
    expect(codesAt([thePlan, other], other.path)).toEqual([]);
    expect(codesAt([thePlan, second, early], early.path)).toEqual([]);
  });

  test("只有方案、到期没有落实，指出；有记录、没到期、只要方案的不指出", () => {
    expect(codesAt([thePlan], thePlan.path)).toEqual(["plan-without-execution"]);
    const record = paper(
      "检查记录",
      "夏季消防检查记录",
      "2024年6月20日",
      "S1-02/checks",
      "检查时间：2024年6月20日　检查地点：沿街商铺　检查人员：王建国\n检查商铺20家，秩序良好。",
    );
    expect(codesAt([thePlan, record], thePlan.path)).toEqual([]);
    expect(codesAt([thePlan], thePlan.path, "2024-07-01")).toEqual([]);
    const scan: TestPaper = {
      path: "城关街道/专项行动/总结.pdf",
      format: "pdf",
      text: "",
      to: "S1-02/summary",
      reading: { pages: 2, picturePages: 2 },
    };
    expect(codesAt([thePlan, scan], thePlan.path)).toEqual([]);
  });

  test("任一单位交了就行的，别的单位已经交了，不说这个单位只有方案、只有照片", () => {
    const own = paper("方案", "联合行动方案", "2024年6月1日", "S1-08/plan");
    const other: TestPaper = {
      path: "河口镇/联合行动检查记录.docx",
      text: "「居中」联合行动检查记录\n检查时间：2024年6月20日　检查地点：沿街商铺　检查人员：王建国\n检查商铺20家，秩序良好。",
      to: "S1-08/record",
    };
    expect(codesAt([own], own.path, "2025-01-10")).toEqual(["plan-without-execution"]);
    expect(codesAt([own, other], own.path, "2025-01-10")).toEqual([]);
  });

  test("检查出问题没有整改，指出；有整改材料、记录里已整改、没有问题的不指出", () => {
    const head = "检查时间：2024年6月20日　检查地点：沿街商铺　检查人员：王建国、李淑芬\n";
    const record = (text: string): TestPaper => paper("检查记录", "夏季消防检查记录", "2024年6月20日", "S1-02/checks", head + text);
    const faults = record("检查商铺20家，发现隐患6处，责令限期处理。");
    expect(codesAt([faults], faults.path)).toEqual(["inspection-without-remedy"]);
    const remedy = paper("整改情况", "夏季消防检查整改情况报告", "2024年7月5日", "S1-02/checks", "发现的隐患6处，均已处理。");
    expect(codesAt([faults, remedy], faults.path)).toEqual([]);
    for (const text of ["检查商铺20家，发现隐患6处，已当场整改。", "检查商铺20家，未发现隐患。"]) {
      const fine = record(text);
      expect(codesAt([fine], fine.path), text).toEqual([]);
    }
  });

  test("只有照片，指出；照片之外还有材料的、只要照片的不指出", () => {
    const photo: TestPaper = {
      path: "城关街道/宣传/进社区.jpg",
      format: "jpeg",
      text: "",
      to: "S1-06/activity",
      reading: { picture: { width: 800, height: 600 } },
    };
    expect(codesAt([photo], photo.path)).toEqual(["photos-only"]);
    const material = paper("活动材料", "消防宣传活动材料", "2024年5月20日", "S1-06/activity", "活动时间：2024年5月20日，参加群众200人。");
    expect(codesAt([photo, material], photo.path)).toEqual([]);
  });

  test("签到表、通知拍成图片交来的，不算只有照片；合影存成 Word 的仍算", () => {
    const at = (name: string, format: "jpeg" | "docx"): TestPaper => ({
      path: `城关街道/宣传/${name}`,
      format,
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, length: 0, ...(format === "jpeg" ? { picture: { width: 800, height: 600 } } : {}) },
    });
    const [photo, page, album] = [at("进社区.jpg", "jpeg"), at("宣传活动签到表.jpg", "jpeg"), at("活动照片.docx", "docx")];
    expect(codesAt([photo, page], photo.path)).not.toContain("photos-only");
    expect(codesAt([photo, album], album.path)).toContain("photos-only");
  });
});

describe("比较的方法", () => {
  test("相差3位以内的指纹都找得出来，和逐对比较一样", () => {
    let state = 7;
    const next = (): number => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state >>> 0;
    };
    const hex = (): string => Array.from({ length: 16 }, () => (next() % 16).toString(16)).join("");
    const base = Array.from({ length: 300 }, hex);
    const flipped = base.slice(0, 100).map((value, index) => {
      let bits = BigInt(`0x${value}`);
      for (let count = 0; count <= index % 6; count++) bits ^= 1n << BigInt(next() % 64);
      return bits.toString(16).padStart(16, "0");
    });
    const all = [...base, ...flipped];
    const distance = (a: string, b: string): number => (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll("0", "").length;
    const slow = all.flatMap((b, later) =>
      all.slice(0, later).flatMap((a, earlier) => (distance(a, b) <= 3 ? [`${earlier}-${later}`] : [])),
    );
    const fast = nearFingerprints(all, 3).map(({ earlier, later }) => `${earlier}-${later}`);
    expect(fast.sort()).toEqual(slow.sort());
    expect(fast.length).toBeGreaterThan(40);
  });

  test("差别只说不同的几个字", () => {
    expect(
      differencesOf("甲、检查20家，东明区城关街道办事处，2024年4月8日", "甲、检查20家，东明区河口镇人民政府，2024年5月8日", 3),
    ).toEqual([
      { here: "城关街道办事处", there: "河口镇人民政府" },
      { here: "4月", there: "5月" },
    ]);
    expect(textSimilarity("检查商铺20家，发现问题3处。", "检查商铺35家，发现问题9处。", "masked")).toBe(1);
    expect(textSimilarity("检查商铺20家，发现问题3处。", "检查商铺35家，发现问题9处。", "kept")).toBeLessThan(0.7);
  });

  test("材料的先后次序不影响结果", () => {
    const papers: readonly TestPaper[] = [
      { path: "城关街道/实施方案.docx", text: plan(town, "2024年4月8日"), to: "S1-02/plan" },
      { path: "河口镇/实施方案.docx", text: plan(river, "2024年4月16日"), to: "S1-02/plan" },
      { path: "河口镇/实施方案2.docx", text: plan(river, "2024年5月16日"), to: "S1-02/plan" },
      { path: "城关街道/宣传/进社区.jpg", format: "jpeg", text: "", to: "S1-06/activity", reading: { picture: { width: 8, height: 6 } } },
    ];
    const result = (of: readonly TestPaper[]): string => JSON.stringify([...checkPapers(of).problems].sort(([a], [b]) => (a < b ? -1 : 1)));
    const expected = result(papers);
    for (const order of [papers.toReversed(), [...papers.slice(2), ...papers.slice(0, 2)]]) expect(result(order)).toBe(expected);
  });
});
