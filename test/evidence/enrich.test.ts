import { describe, expect, test } from "vitest";
import { enrich } from "../../src/evidence/enrich.ts";
import type { EvidenceFile } from "../../src/model/evidence-file.ts";
import type { Reading } from "../../src/model/reading.ts";
import { day, inventoryOf, readingsOf, type Said } from "../mapping/sample.ts";

function enriched(path: string, said: Said): EvidenceFile {
  const [file] = enrich(inventoryOf([path]), readingsOf({ [path]: said })).files;
  if (file === undefined) throw new Error(path);
  return file;
}

const issued = (date: string): Partial<Reading> => ({
  issuedOn: { value: day(date), text: date, at: { kind: "paragraph", paragraph: 9 } },
});
const texts = (file: EvidenceFile) => file.dates.map((date) => date.text);

describe("材料自己写的标题、文号、日期", () => {
  test("名字什么也没说的，用材料自己的", () => {
    const number = { value: "东安委〔2024〕6号", text: "东安委〔2024〕6号", at: { kind: "paragraph", paragraph: 2 } } as const;
    const file = enriched("应急局/扫描0001.pdf", { heading: "关于印发燃气整治方案的通知", docNumber: number, ...issued("2024-03-05") });
    expect(file).toMatchObject({ title: "关于印发燃气整治方案的通知", docNumber: "东安委〔2024〕6号", datesFrom: "content" });
    expect(texts(file)).toEqual(["2024年3月5日"]);
  });

  test("名字只说了一半的，用材料自己的全名", () => {
    expect(enriched("应急局/会议纪要.docx", { heading: "区安委会第一季度全体会议纪要" }).title).toBe("区安委会第一季度全体会议纪要");
  });

  test("名字另有说法的，标题不替人改", () => {
    expect(enriched("应急局/安委会会议纪要.docx", { heading: "关于电梯采购的合同" }).title).toBe("安委会会议纪要");
  });

  test.each([
    ["名字写到季度，材料写到日，日在季度里：取日", "应急局/2024年第一季度纪要.pdf", "2024-03-05", ["2024年3月5日"], "content"],
    ["名字只写年：取日", "应急局/2024年方案.pdf", "2024-06-01", ["2024年6月1日"], "content"],
    ["二季度的会，七月才出纪要：说的还是二季度", "应急局/2024年第二季度纪要.pdf", "2024-07-03", ["2024年第二季度"], "name"],
    ["上一年的总结，次年一月才写：说的还是上一年", "应急局/2023年工作总结.pdf", "2024-01-10", ["2023年"], "name"],
    ["下一年的计划，十二月就印发：说的还是下一年", "应急局/2025年工作计划.pdf", "2024-12-20", ["2025年"], "name"],
    ["年份对不上：两个都留着，不悄悄改", "应急局/2024年3月5日纪要.pdf", "2023-03-05", ["2024年3月5日", "2023年3月5日"], "name"],
  ] as const)("%s", (_rule, path, date, dates, from) => {
    const file = enriched(path, { heading: "会议纪要", ...issued(date) });
    expect(texts(file)).toEqual(dates);
    expect(file.datesFrom).toBe(from);
  });

  test("图片里识别出来的，不拿来充标题和日期", () => {
    const file = enriched("应急局/扫描0001.pdf", { heading: "关于印发燃气整治方案的通知", recognised: true, ...issued("2024-03-05") });
    expect(file).toMatchObject({ title: "扫描0001", dates: [], datesFrom: "none" });
  });
});
