import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/checking/check-files.ts";
import { describeFileProblem, remedyFor, severityOf } from "../../src/messages/file-problems.ts";
import { describeReason } from "../../src/messages/link-reasons.ts";
import type { Criteria } from "../../src/model/criteria.ts";
import type { ListedFile } from "../../src/model/evidence-file.ts";
import type { Pin } from "../../src/model/mapping.ts";
import { pathPlace } from "../../src/model/place.ts";
import {
  assignments,
  brigade,
  clause,
  criteria,
  day,
  emergency,
  housing,
  listed,
  mapAll,
  requirement,
  sample,
  section,
} from "../mapping/sample.ts";

const folder = "应急局/01党政领导责任/03定期研究部署安全生产";
const asOf = day("2024-12-10");

function check(files: readonly (string | ListedFile)[], pins: readonly Pin[] = [], of: Criteria = sample) {
  return checkFiles(of, assignments, mapAll(files, pins, of), asOf);
}

/** "counts S1-03/minutes [year-assumed] 2024-03-01~2024-03-31" */
function told(files: readonly (string | ListedFile)[], pins: readonly Pin[] = [], of: Criteria = sample) {
  return check(files, pins, of).admissions.map(({ verdict, link, problems, span }) => {
    const days = span === undefined ? "" : ` ${span.range.from}~${span.range.to}`;
    return `${verdict} ${link.clause}/${link.evidence ?? ""} [${problems.map((problem) => problem.code).join(",")}]${days}`;
  });
}

function pin(path: string, more: Partial<Pin>): Pin {
  return { path, files: [path], targets: [], ignore: false, place: pathPlace("mapping.yaml"), ...more };
}

describe("日期", () => {
  test.each([
    ["2024年第一季度安委会全体会议纪要.pdf", "counts S1-03/minutes [] 2024-01-01~2024-03-31"],
    ["2024年3月5日安委会全体会议纪要.pdf", "counts S1-03/minutes [] 2024-03-05~2024-03-05"],
    ["3月5日安委会全体会议纪要.pdf", "counts S1-03/minutes [year-assumed] 2024-03-05~2024-03-05"],
    ["2023年12月安委会全体会议纪要.pdf", "rejected S1-03/minutes [out-of-window] 2023-12-01~2023-12-31"],
    ["安委会全体会议纪要.pdf", "doubtful S1-03/minutes [undated]"],
    ["2024年安委会全体会议纪要.pdf", "doubtful S1-03/minutes [undated] 2024-01-01~2024-12-31"],
    ["2024年2月30日2月安委会全体会议纪要.pdf", "doubtful S1-03/minutes [impossible-date] 2024-02-01~2024-02-29"],
    ["2月30日安委会全体会议纪要.pdf", "doubtful S1-03/minutes [undated,impossible-date]"],
    ["2024年12月20日安委会全体会议纪要.pdf", "doubtful S1-03/minutes [future-date] 2024-12-20~2024-12-20"],
    ["2024年第四季度安委会全体会议纪要.pdf", "counts S1-03/minutes [] 2024-10-01~2024-12-31"],
    ["2024年3月5日一季度安委会全体会议纪要.pdf", "counts S1-03/minutes [] 2024-03-05~2024-03-05"],
    ["2024年4月2日2024年一季度安委会全体会议纪要.pdf", "doubtful S1-03/minutes [undated]"],
    ["2023年12月30日2024年一季度安委会全体会议纪要.pdf", "doubtful S1-03/minutes [out-of-window] 2024-01-01~2024-03-31"],
    ["去年第三季度安委会全体会议纪要.pdf", "doubtful S1-03/minutes [year-assumed,old-folder] 2024-07-01~2024-09-30"],
    ["2024年签到表.pdf", "counts S1-03/signin [] 2024-01-01~2024-12-31"],
    ["签到表.pdf", "counts S1-03/signin []"],
    ["2023年签到表.pdf", "rejected S1-03/signin [out-of-window] 2023-01-01~2023-12-31"],
  ])("%s → %s", (name, expected) => expect(told([`${folder}/${name}`])).toEqual([expected]));

  test("去年文件夹里没写年份的纪要，不当作今年的", () => {
    expect(told([`${folder}/2023年/3月5日会议纪要.pdf`])).toEqual(["rejected S1-03/minutes [out-of-window] 2023-03-05~2023-03-05"]);
  });

  test("从11月10日开始的专项行动，11月的月报算11月的；只落进一半的日期段存疑", () => {
    const window = { kind: "range", range: { from: day("2024-11-10"), to: day("2025-05-10") } } as const;
    const campaign = criteria([
      section("S4", "四、", "隐患排查治理", [
        clause("S1-03", "4.", "冬春专项行动", [
          requirement("monthly", "冬春专项行动月报表", { kind: "数据", keywords: ["冬春", "月报"], per: "month", window }),
        ]),
      ]),
    ]);
    const verdict = (name: string) => told([`应急局/${name}`], [], campaign);
    expect(verdict("冬春专项行动月报表（2024年11月）.xlsx")).toEqual(["counts S1-03/monthly [] 2024-11-10~2024-11-30"]);
    expect(verdict("冬春专项行动月报表（2024年11月1日）.xlsx")).toEqual(["rejected S1-03/monthly [out-of-window] 2024-11-01~2024-11-01"]);
    expect(verdict("冬春专项行动月报表（2024年11月1日至20日）.xlsx")).toEqual([
      "doubtful S1-03/monthly [out-of-window,undated] 2024-11-01~2024-11-20",
    ]);
  });

  test("人工写明的成文日期优先于文件名", () => {
    const path = `${folder}/2023年会议纪要.pdf`;
    expect(told([path], [pin(path, { date: day("2024-03-15") })])).toEqual(["counts S1-03/minutes [] 2024-03-15~2024-03-15"]);
  });

  test("细则写的时段前后颠倒时，只能存疑", () => {
    const written = { from: day("2024-11-10"), to: day("2024-05-10") };
    const odd = criteria([
      section("S1", "一、", "党政领导责任", [
        clause("S1-03", "3.", "定期研究部署安全生产", [
          requirement("minutes", "安委会全体会议纪要", { kind: "会议纪要", keywords: ["安委会"], window: { kind: "unknown", written } }),
        ]),
      ]),
    ]);
    const { admissions } = check([`${folder}/2024年12月1日安委会会议纪要.pdf`], [], odd);
    expect(admissions).toMatchObject([
      { verdict: "doubtful", problems: [{ code: "window-unknown", written: "2024年11月10日至2024年5月10日" }] },
    ]);
  });
});

describe("归属", () => {
  test("看不出是哪项材料的，对每一项都存疑", () => {
    expect(told([`${folder}/扫描0001.pdf`])).toEqual([
      "doubtful S1-03/minutes [requirement-unclear,undated]",
      "doubtful S1-03/signin [requirement-unclear]",
    ]);
  });

  test("照片不能顶会议纪要", () => {
    expect(told([`${folder}/会议照片.jpg`])).toEqual([
      "rejected S1-03/minutes [requirement-unclear,kind-mismatch,undated]",
      "rejected S1-03/signin [requirement-unclear,kind-mismatch]",
    ]);
  });

  test("条款都没有定下来的，不再说“看不出是哪一项材料”", () => {
    const path = "应急局/01党政领导责任/03常务会议专题研究/扫描0001.pdf";
    const { admissions, problems } = check([path]);
    expect(admissions.map((admission) => admission.problems.map((problem) => problem.code))).toContainEqual(
      expect.arrayContaining(["ambiguous", "requirement-unclear"]),
    );
    expect(problems.get(path)).toEqual([{ code: "ambiguous" }]);
  });

  test("归属不明的，对每个可能的条款都存疑", () => {
    const { admissions } = check(["应急局/01党政领导责任/03常务会议专题研究/2024年3月5日会议纪要.pdf"]);
    expect(admissions.length).toBeGreaterThanOrEqual(2);
    for (const admission of admissions) {
      expect(admission.verdict).not.toBe("counts");
      expect(admission.problems.map((problem) => problem.code)).toContain("ambiguous");
    }
  });

  test("不负责的单位交来的存疑，人工指定后可计", () => {
    const path = "消防大队/S1-03定期研究部署安全生产/2024年3月5日安委会全体会议纪要.pdf";
    expect(told([path])).toEqual(["doubtful S1-03/minutes [wrong-unit] 2024-03-05~2024-03-05"]);
    expect(check([path]).problems.get(path)).toEqual([
      { code: "wrong-unit", unit: brigade, clause: "S1-03", owners: [emergency, housing] },
    ]);
    const pinned = told([path], [pin(path, { targets: [{ clause: "S1-03", evidence: "minutes" }] })]);
    expect(pinned).toEqual(["counts S1-03/minutes [wrong-unit] 2024-03-05~2024-03-05"]);
  });

  test("该由牵头单位出的材料放在配合单位，存疑", () => {
    expect(told(["住建局/S1-03定期研究部署安全生产/2024年3月5日安委会全体会议纪要.pdf"])).toEqual([
      "doubtful S1-03/minutes [cooperating-unit] 2024-03-05~2024-03-05",
    ]);
    expect(told(["城关街道/燃气安全专项整治方案.docx"])).toEqual(["counts S2-01/plan []"]);
  });

  test("不在任何单位文件夹里的，存疑并提醒", () => {
    const path = "杂项/S1-03定期研究部署安全生产/2024年3月5日安委会全体会议纪要.pdf";
    expect(told([path])).toEqual(["doubtful S1-03/minutes [no-unit] 2024-03-05~2024-03-05"]);
    expect(check(["杂项/a.pdf"]).problems.get("杂项/a.pdf")).toEqual([{ code: "no-unit" }]);
  });
});

describe("重复和损坏", () => {
  const name = (n: number) => `${folder}/2024年${n}月5日安委会全体会议纪要.pdf`;

  test("同一单位同一要求内容相同的，只计第一份，其余写明与哪份相同", () => {
    const { admissions } = check([1, 4, 7].map((n) => listed(name(n), { contentHash: "aa" })));
    expect(admissions.map((admission) => [admission.file.path, admission.verdict, admission.problems])).toEqual([
      [name(1), "counts", []],
      [name(4), "rejected", [{ code: "duplicate", of: name(1) }]],
      [name(7), "rejected", [{ code: "duplicate", of: name(1) }]],
    ]);
  });

  test("第一份本身不能计的，由能计的那份来计", () => {
    const old = `${folder}/2023年12月安委会全体会议纪要.pdf`;
    const files = [listed(old, { contentHash: "aa" }), listed(name(4), { contentHash: "aa" })];
    expect(check(files).admissions.map((admission) => [admission.file.path, admission.verdict])).toEqual([
      [old, "rejected"],
      [name(4), "counts"],
    ]);
  });

  test("各单位各交各的，两个单位内容相同的要人工核实", () => {
    const [a, b] = ["住建局/燃气安全专项整治方案.docx", "城关街道/燃气安全专项整治方案.docx"];
    const { admissions } = check([listed(a, { contentHash: "aa" }), listed(b, { contentHash: "aa" })]);
    expect(admissions.map(({ file, verdict, problems }) => [file.path, verdict, problems])).toEqual([
      [a, "doubtful", [{ code: "duplicate-across-units", of: b, unit: "城关街道" }]],
      [b, "doubtful", [{ code: "duplicate-across-units", of: a, unit: housing }]],
    ]);
  });

  test.each([
    [listed(name(3), { bytes: 0 }), "rejected", "empty"],
    [listed(name(3), { kind: "symlink" }), "rejected", "symlink"],
    [listed(name(3), { kind: "special" }), "rejected", "special-file"],
    [listed(name(3), { kind: "unreadable", failure: "EACCES" }), "rejected", "unreadable"],
    [listed(name(3).replace("会议", "会\u200B议")), "counts", "hidden-name"],
  ])("$1 $2", (file, verdict, code) => {
    expect(check([file]).admissions).toMatchObject([{ verdict, problems: [{ code }] }]);
  });

  test("没有条款认领的空文件也要提醒", () => {
    expect(check([listed("应急局/其他/扫描0001.pdf", { bytes: 0 })])).toEqual({
      admissions: [],
      manual: [],
      problems: new Map([["应急局/其他/扫描0001.pdf", [{ code: "empty" }]]]),
    });
  });
});

test("晚于规定期限的，细则没有写迟报怎么扣，由人定是否算数；期限之内的照算", () => {
  const report = criteria([
    section("S1", "一、", "党政领导责任", [
      clause("S1-01", "1.", "半年报告", [
        requirement("report", "上半年安全生产工作报告", { kind: "报告", keywords: ["上半年"], due: day("2024-07-05") }),
      ]),
    ]),
  ]);
  const at = (name: string): string => `应急局/一、党政领导责任/1.半年报告/上半年安全生产工作报告${name}.docx`;
  expect(told([at("20240704")], [], report)).toEqual(["counts S1-01/report [] 2024-07-04~2024-07-04"]);
  expect(told([at("20240708")], [], report)).toEqual(["doubtful S1-01/report [after-due] 2024-07-08~2024-07-08"]);
});

test("条款没有要照片的，活动照片是参考，不说看不出是哪一项", () => {
  const drill = criteria([
    section("S3", "三、", "宣传教育培训", [
      clause("S3-02", "2.", "应急演练", [requirement("drill", "应急演练记录", { kind: "演练", keywords: ["演练"] })]),
    ]),
  ]);
  const path = "应急局/三、宣传教育培训/2.应急演练/演练照片.jpg";
  expect(check([path], [], drill).problems.get(path)).toEqual([{ code: "not-required", clause: "S3-02", kind: "照片" }]);
});

test("每个问题、每条理由都说得出中文，不带看不见的字符", () => {
  const files = [
    listed(`${folder}/2月30日会议纪要.pdf`),
    listed(`${folder}/会议照片\u001b[31m.jpg`, { contentHash: "x" }),
    listed(`${folder}/扫描0002.pdf`, { contentHash: "x" }),
    "住建局/S1-03定期研究部署安全生产/2023年3月5日安委会全体会议纪要.pdf",
    "应急局/01党政领导责任/03常务会议专题研究/会议纪要.pdf",
  ];
  const { admissions, problems } = check(files);
  const sentences = [
    ...[...problems.values()].flat().flatMap((problem) => [describeFileProblem(problem), remedyFor(problem)]),
    ...admissions.flatMap((admission) => admission.link.reasons.map(describeReason)),
  ];
  expect(sentences.length).toBeGreaterThan(20);
  for (const sentence of sentences)
    expect(sentence).toMatch(/^[^\u0000-\u001F\u200B-\u200F]*\p{Script=Han}[^\u0000-\u001F\u200B-\u200F]*[^。]$/u);
  for (const problem of [...problems.values()].flat())
    expect(["block", "loses-points", "risk", "style"]).toContain(severityOf[problem.code]);
});
