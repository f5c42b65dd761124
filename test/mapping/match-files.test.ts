import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/model/dates.ts";
import type { Pin } from "../../src/model/mapping.ts";
import { pathPlace } from "../../src/model/place.ts";
import { mapAll, mapOne, tell } from "./sample.ts";

const meeting = "应急局/01党政领导责任/03定期研究部署安全生产";

describe("文件夹写明了条款", () => {
  test.each([
    [`${meeting}/2024年第一季度安委会全体会议纪要.pdf`, "matched S1-03/minutes"],
    [`${meeting}/会议纪要20240305.pdf`, "matched S1-03/minutes"],
    [`${meeting}/签到表/扫描0001.pdf`, "matched S1-03/signin"],
    [`${meeting}/3.5/会议纪要.pdf`, "matched S1-03/minutes"],
    [`${meeting}/02二季度/安委会全体会议纪要.pdf`, "matched S1-03/minutes"],
    ["应急局/01党政责任/03安委会/签到表.pdf", "matched S1-03/signin"],
    ["应急局/一、党政领导责任/（三）定期研究部署安全生产/纪要.pdf", "matched S1-03/minutes"],
    ["应急局/安全生产/党政领导责任/3.研究部署/纪要.pdf", "matched S1-03/minutes"],
    ["应急局/1党政领导责任/1.3定期研究部署/纪要.pdf", "matched S1-03/minutes"],
    ["应急局/S1-03安委会/纪要.pdf", "matched S1-03/minutes"],
    ["应急局/二、重点行业领域专项整治/2.危险化学品安全整治/关于印发危险化学品安全整治方案的通知.pdf", "matched S2-02/plan"],
    ["住建局/02专项整治/01燃气/方案.docx", "matched S2-01/plan"],
    ["住建局/1.燃气/2024年燃气安全专项整治总结.docx", "matched S2-01/summary"],
    ["消防大队/消防/消防宣传教育/消防宣传月总结.docx", "matched F1-02/summary"],
  ])("%s → %s", (path, expected) => expect(tell(mapOne(path))).toBe(expected));

  test("看不出是哪项材料的，只归到条款，不认作某项材料", () => {
    expect(tell(mapOne(`${meeting}/扫描0001.pdf`))).toBe("matched S1-03");
    expect(tell(mapOne(`${meeting}/照片/IMG_20240305.jpg`))).toBe("matched S1-03");
    expect(tell(mapOne("应急局/01/03/扫描0001.pdf"))).toBe("matched S1-03");
  });

  test("只有编号、没有文字的，把握低于编号与名称都相符的", () => {
    const [bare, worded] = [mapOne("应急局/01/03/扫描0001.pdf"), mapOne(`${meeting}/扫描0001.pdf`)];
    expect(bare.links[0]?.confidence).toBeLessThan(worded.links[0]?.confidence ?? 0);
    expect(bare.links[0]?.confidence).toBeGreaterThanOrEqual(80);
  });
});

describe("容易认错的，一律不擅自认定", () => {
  test.each([
    ["旧版编号：编号指向第3条，名称指向第2条", "应急局/01党政领导责任/03常务会议专题研究/扫描0001.pdf", ["S1-02", "S1-03"]],
    ["旧版编号：名称是别的条款要求的材料", "应急局/01党政领导责任/03述职/述职报告.docx", ["S1-01", "S1-03"]],
    ["文件夹与文件名各指一条", `${meeting}/燃气安全专项整治方案.docx`, ["S1-03", "S2-01"]],
    ["编号属第一章，上级文件夹却是另一章的名称", "应急局/01宣传教育培训/03安委会/扫描0001.pdf", ["S1-03"]],
    ["只有一个孤立的编号", "住建局/2/扫描0001.pdf", []],
    ["只有关键词，没有写材料种类", "应急局/安委会材料.pdf", ["S1-03"]],
    ["文件夹只写「3.5」，可能是日期", "应急局/3.5/照片.jpg", []],
    ["文件夹只写「1.3」，可能是日期", "应急局/1.3/一季度会议纪要.pdf", ["S1-03"]],
    ["责任单位以外的单位交来的", "应急局/燃气安全专项整治方案.docx", ["S2-01"]],
    ["条款代号与文字矛盾", "应急局/S1-03燃气整治/扫描0001.pdf", ["S1-03"]],
  ])("%s", (_rule, path, candidates) => {
    const mapped = mapOne(path);
    expect(mapped.status).not.toBe("matched");
    expect(mapped.links.map((link) => link.clause)).toEqual(expect.arrayContaining(candidates));
    for (const link of mapped.links) expect(link.confidence).toBeLessThan(80);
  });

  test.each([
    "应急局/其他/扫描0001.pdf",
    "应急局/会议/扫描0001.pdf",
    "应急局/2024年/微信图片_20240305101530.jpg",
    "应急局/新建文件夹/文档1.docx",
  ])("名称什么也没说的「%s」，谁也不认", (path) => expect(tell(mapOne(path))).toBe("unclaimed"));
});

describe("只靠文件名", () => {
  test.each([
    ["应急局/2024年3月安委会全体会议纪要.pdf", "matched S1-03/minutes"],
    ["应急局/安委会会议记要20240305.pdf", "matched S1-03/minutes"],
    ["应急局/3.安委会全体会议纪要.pdf", "matched S1-03/minutes"],
    ["住建局/自建房排查台帐.xlsx", "matched S2-03/ledger"],
    ["消防大队/消安委会议纪要.docx", "matched F1-01/minutes"],
    ["应急局/安委会全体会议签到表.pdf", "matched S1-03/signin"],
  ])("%s → %s", (path, expected) => expect(tell(mapOne(path))).toBe(expected));
});

test("文件名里的单位自己的名称不算内容", () => {
  expect(tell(mapOne("城关街道/城关街道安全生产月活动方案.docx"))).toBe(tell(mapOne("城关街道/安全生产月活动方案.docx")));
  expect(tell(mapOne("应急局/区应急管理局安全生产月活动方案.docx"))).toBe("matched S3-01/plan");
});

describe("人工指定", () => {
  const pin = (more: Partial<Pin>): Pin => ({
    path: "应急局/a.pdf",
    files: ["应急局/a.pdf"],
    targets: [],
    ignore: false,
    place: pathPlace("mapping.yaml"),
    ...more,
  });

  test("说了算，可以一份对几条", () => {
    const mapped = mapOne("应急局/a.pdf", [pin({ targets: [{ clause: "S1-03", evidence: "minutes" }, { clause: "S2-02" }] })]);
    expect(tell(mapped)).toBe("matched S1-03/minutes|S2-02/plan");
    expect(mapped.links.map((link) => link.confidence)).toEqual([100, 100]);
  });

  test("只写了条款的：这一条只要一样材料，就是它；要几样的、种类明显不符的，不替人定", () => {
    const target = (clause: string, path = "应急局/a.pdf"): string =>
      tell(mapOne(path, [pin({ path, files: [path], targets: [{ clause }] })]));
    expect(target("S2-02")).toBe("matched S2-02/plan");
    expect(target("S1-03")).toBe("matched S1-03");
    expect(target("S2-02", "应急局/现场照片.jpg")).toBe("matched S2-02");
  });

  test("可以不作为佐证，可以只写日期", () => {
    const date = parseDate("2024-03-15");
    if (date === undefined) throw new Error("no date");
    expect(mapAll(["应急局/a.pdf"], [pin({ ignore: true })])).toEqual({ files: [], ignored: [{ path: "应急局/a.pdf", reason: "pinned" }] });
    expect(mapOne("应急局/a.pdf", [pin({ date })])).toMatchObject({ status: "unclaimed", pinnedDate: date });
  });
});
