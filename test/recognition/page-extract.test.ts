import { describe, expect, test } from "vitest";
import { extractOf, type RecognisedPage, stampOf } from "../../src/recognition/page-extract.ts";
import type { RecognisedLine } from "../../src/recognition/recogniser.ts";
import type { StampSignal } from "../../src/recognition/red-stamp.ts";

function line(text: string, left: number, top: number, right: number, size = 40): RecognisedLine {
  return { text, left, top, width: right - left, height: size, size, confidence: 0.99 };
}

function page(number: number, lines: readonly RecognisedLine[], stamp: StampSignal = "absent"): RecognisedPage {
  return { page: number, width: 1654, height: 2339, lines, stamp };
}

describe("识别出的页", () => {
  const lines = [
    line("清源市应急管理局关于开展汛期安全生产专项检查", 220, 400, 1430, 50),
    line("的 通 知", 740, 470, 910, 50),
    line("各县（区）应急管理局：", 220, 600, 800),
    line("今年入汛以来，我市降雨偏多，尾矿库、在建工程和山区", 300, 670, 1430),
    line("道路风险上升，各单位要压实责任，做好各项准备工作和", 220, 740, 1430),
    line("2026年5月13日", 1000, 900, 1300),
  ];

  test("每行是一块，带页码，空格和括号已经整理", () => {
    const { blocks } = extractOf([page(2, [line("清应急发（2026）27 号", 600, 300, 1000)]), page(1, lines)], { format: "pdf", pages: 2 });
    expect(blocks.map(({ text }) => text).slice(1, 3)).toEqual(["的通知", "各县（区）应急管理局："]);
    expect(blocks.at(-1)).toMatchObject({ text: "清应急发〔2026〕27号", at: { kind: "page", page: 2 } });
  });

  test("标题满行的第一行随第二行算居中；正文满行和右边的日期不算", () => {
    const { blocks } = extractOf([page(1, lines)], { format: "pdf" });
    expect(blocks.map(({ centred }) => centred === true)).toEqual([true, true, false, false, false, false]);
  });

  test("只识别了一部分页：记为没有读全", () => {
    expect(extractOf([page(1, lines)], { format: "pdf", pages: 30 }).cut).toBe(true);
    expect(extractOf([page(1, lines)], { format: "pdf", pages: 1 }).cut).toBeUndefined();
  });

  test("任一页有章就是有；说没有要每页都看清", () => {
    const stamps = (...all: readonly StampSignal[]): StampSignal => stampOf(all.map((stamp, i) => page(i + 1, [], stamp)));
    expect([stamps("absent", "present"), stamps("absent", "absent"), stamps("absent", "unknown"), stamps()]).toEqual([
      "present",
      "absent",
      "unknown",
      "unknown",
    ]);
  });

  test("空白页没有块", () => {
    expect(extractOf([page(1, [])], { format: "pdf", pages: 1 }).blocks).toEqual([]);
  });
});
