import { describe, expect, test } from "vitest";
import { findDocNumbers } from "../../../src/chinese/doc-number.ts";
import { readFullDates, weekdayOf } from "../../../src/chinese/full-dates.ts";
import { foldSigns } from "../../../src/model/chinese-text.ts";
import { parseDate } from "../../../src/model/dates.ts";
import type { Reading } from "../../../src/model/reading.ts";
import { describeExtract } from "../../../src/reading/facts/describe-extract.ts";
import { extractOf, read } from "./facts-of.ts";

function names(text: string): readonly string[] {
  return [...read(text).names.map(({ value }) => value)].sort();
}

describe("日期的写法", () => {
  test.each([
    ["2024年3月5日", "2024-03-05"],
    ["２０２４年３月５日", "2024-03-05"],
    ["2024 年 3 月 5 日", "2024-03-05"],
    ["二〇二四年三月五日", "2024-03-05"],
    ["二○二四年十一月三十日", "2024-11-30"],
    ["二零二四年十二月二十一日", "2024-12-21"],
    ["二0二四年三月五日", "2024-03-05"],
    ["二O二四年三月五日", "2024-03-05"],
    ["二〇二四年三月廿五日", "2024-03-25"],
    ["2024年元月4日", "2024-01-04"],
    ["2024.3.5", "2024-03-05"],
    ["2024-03-05", "2024-03-05"],
    ["2024/3/5", "2024-03-05"],
    ["2020 -12 -30", "2020-12-30"],
    ["20240305", "2024-03-05"],
    ["2024年9月12号", "2024-09-12"],
    ["一九九八年七月一日", "1998-07-01"],
    ["二六年十二月十八日", ""],
    ["202121日", ""],
    ["20201225号", ""],
    ["2024年3月", ""],
    ["24.3.5", ""],
    ["电话20240305123", ""],
    ["2024.3.1-3.15", ""],
    ["GB50016-2014", ""],
    ["2024年2月30日", "!2024年2月30日"],
    ["2023年2月29日", "!2023年2月29日"],
    ["2024年2月29日", "2024-02-29"],
  ])("%s → %s", (text, expected) => {
    expect(
      readFullDates(foldSigns(text))
        .map(({ date, text: written }) => date ?? `!${written}`)
        .join(" "),
    ).toBe(expected);
  });

  test("星期按公历推算", () => {
    const days = ["2024-03-04", "2024-03-05", "2024-03-10", "2000-01-01", "2024-12-31"];
    expect(days.map((day) => weekdayOf(parseDate(day) ?? expect.fail()))).toEqual([1, 2, 7, 6, 2]);
  });
});

describe("文号的写法", () => {
  test.each([
    ["岳安委〔2020〕6号", "岳安委〔2020〕6号"],
    ["湘安发﹝2019﹞6号", "湘安发〔2019〕6号"],
    ["洛政发【2015】75号", "洛政发〔2015〕75号"],
    ["肇府[2008]38号", "肇府〔2008〕38号"],
    ["东应急（２０２４）第０９号", "东应急〔2024〕9号"],
    ["东应急〔 2024 〕 9 号", "东应急〔2024〕9号"],
    ["按照东安委〔2024〕6号和东消委〔2024〕2号", "东安委〔2024〕6号 东消委〔2024〕2号"],
    ["国办发20241号", ""],
    ["湘安发20196", ""],
  ])("%s → %s", (text, expected) => {
    expect(
      findDocNumbers(foldSigns(text))
        .map(({ docNumber }) => docNumber.replace(/^和/u, ""))
        .join(" "),
    ).toBe(expected);
  });
});

describe("文中的地名和单位", () => {
  test.each([
    ["东明区应急管理局会同河口镇人民政府开展检查。", ["东明区", "东明区应急管理局", "河口镇", "河口镇人民政府"]],
    ["会议要求东明区公安局和区交通运输局加强配合。", ["东明区", "东明区公安局", "区交通运输局"]],
    ["各乡镇、各街道要全面落实，全市、全县、我局、本局一盘棋。", []],
    ["辖区内社区、城区、景区、林区、超市、夜市、城镇、家乡。", []],
    ["形成工作格局，顾全大局，扭转局面。", []],
    ["东明宏达机械有限公司位于清水镇工业路。", ["东明宏达机械有限公司", "清水镇"]],
    ["云岭省东明市河口区", ["云岭省", "东明市", "河口区"].sort()],
    ["进一步加强河口镇安全工作，河口镇要带头。", ["河口镇"]],
    ["安全生产委员会办公室设在应急管理局。", ["安全生产委员会办公室", "应急管理局"].sort()],
    ["区长、县长、镇长、局长都到了。", []],
  ])("%s", (text, expected) => {
    expect(names(`记录\n${text}`)).toEqual([...expected].sort());
  });

  test("按次数从多到少，最多二十个", () => {
    const text = Array.from(
      { length: 30 },
      (_, index) => `河口镇同${"甲乙丙丁戊己庚辛壬癸"[index % 10] ?? ""}${"山水石"[Math.floor(index / 10)] ?? ""}镇，`,
    ).join("\n");
    const { names: found } = read(text);
    expect(found.length).toBeLessThanOrEqual(20);
    expect(found[0]).toEqual({ value: "河口镇", count: 30 });
  });
});

describe("年份", () => {
  test("说得最多的在前，最多六个", () => {
    const { years } = read("2024年、2024年度、二〇二四年、2023年，东安委〔2022〕1号，2021-03-05。电话20201234。");
    expect(years.map(({ value, count }) => `${value}×${count}`)).toEqual(["2024×3", "2023×1", "2022×1", "2021×1"]);
  });
});

describe("个人信息", () => {
  test.each<readonly [string, Reading["personal"]]>([
    ["身份证号：11010519491231002X", { idNumbers: 1, phones: 0, bankCards: 0, first: { kind: "paragraph", paragraph: 1 } }],
    ["身份证号：110105194912310021", undefined],
    ["身份证号：11010519491331002X", undefined],
    ["电话13800138000，138 0013 8001", { idNumbers: 0, phones: 2, bankCards: 0, first: { kind: "paragraph", paragraph: 1 } }],
    ["电话１３８００１３８０００", { idNumbers: 0, phones: 1, bankCards: 0, first: { kind: "paragraph", paragraph: 1 } }],
    ["电话0500-8123456", undefined],
    ["开户银行账号：6222021234567890128", { idNumbers: 0, phones: 0, bankCards: 1, first: { kind: "paragraph", paragraph: 1 } }],
    ["流水6222021234567890128", undefined],
    ["单号20240305123456", undefined],
  ])("%s", (text, expected) => {
    expect(read(text).personal).toEqual(expected);
  });
});

describe("相似指纹", () => {
  const paragraphs = Array.from(
    { length: 12 },
    (_, index) => `第${index}项：各单位要对照清单逐项检查第${index * 7}号点位，落实防火、防汛、用电措施并登记造册。`,
  );
  const paper = `关于开展检查的通知\n${paragraphs.join("\n")}`;
  const distance = (a: Reading, b: Reading): number => {
    const bits = BigInt(`0x${a.fingerprint ?? "0"}`) ^ BigInt(`0x${b.fingerprint ?? "0"}`);
    return Array.from(bits.toString(2)).filter((bit) => bit === "1").length;
  };

  test("十六位十六进制；不足六十字不给", () => {
    expect(read(paper).fingerprint).toMatch(/^[0-9a-f]{16}$/u);
    expect(read("关于开展检查的通知").fingerprint).toBeUndefined();
  });

  test("只改年份和单位的几乎相同，另一篇相去甚远", () => {
    const copy = paper.replace("关于", "东明区2025年关于");
    const other = Array.from({ length: 12 }, (_, index) => `护林员第${index}组沿山脊巡护，劝返携带火种人员${index}名，填写巡山日志。`).join(
      "\n",
    );
    expect(distance(read(paper), read(copy))).toBeLessThanOrEqual(5);
    expect(distance(read(paper), read(other))).toBeGreaterThan(15);
  });

  test("断行、空格和标点不影响指纹", () => {
    expect(read(paper.replaceAll("\n", " ").replaceAll("，", "、")).fingerprint).toBe(read(paper).fingerprint);
  });
});

describe("图片和空文件", () => {
  const takenOn = parseDate("2024-05-20") ?? expect.fail();

  test("照片的拍摄时间就是它的日期", () => {
    const reading = describeExtract({ format: "jpeg", blocks: [], picture: { width: 4000, height: 3000, takenOn } }, "微信图片.jpg");
    expect([reading.kind?.value, reading.issuedOn?.value, reading.issuedFrom, reading.failure]).toEqual([
      "照片",
      "2024-05-20",
      "photo",
      undefined,
    ]);
  });

  test("没有拍摄时间的照片没有日期", () => {
    const reading = describeExtract({ format: "png", blocks: [], picture: { width: 800, height: 600 } }, "a.png");
    expect([reading.kind?.value, reading.issuedOn]).toEqual(["照片", undefined]);
  });

  test("什么都没有的文件说明没有内容；扫描件不算", () => {
    expect(describeExtract({ format: "docx", blocks: [] }, "a.docx").failure).toBe("no-content");
    expect(describeExtract({ format: "pdf", blocks: [], pages: 3, picturePages: 3 }, "a.pdf")).toMatchObject({
      pages: 3,
      picturePages: 3,
      length: 0,
    });
  });

  test("页数、宏、截断照样传下去", () => {
    const reading = describeExtract({ ...extractOf("会议记录"), pages: 2, macros: true, cut: true, createdOn: takenOn }, "a.docx");
    expect(reading).toMatchObject({ pages: 2, macros: true, cut: true, createdOn: takenOn, length: 4 });
  });
});
