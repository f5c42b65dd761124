import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPoints, formatPoints, parsePoints, scalePoints, thousandths, wholePoints } from "../../src/model/points.ts";

const anyPoints = fc.integer({ min: -10_000_000, max: 10_000_000 }).map(thousandths);

describe("分值", () => {
  test("写出来再读回来，分毫不差", () => {
    fc.assert(fc.property(anyPoints, (points) => parsePoints(formatPoints(points)) === points));
  });

  test("0.1分加0.2分等于0.3分", () => {
    const [a, b] = [parsePoints("0.1"), parsePoints("0.2")];
    if (a === undefined || b === undefined) throw new Error("unreadable");
    expect(formatPoints(addPoints(a, b))).toBe("0.3");
  });

  test.each(["", "一", "1.2345", "1e3", "1,000", ".5", "5.", "--1", "1 分"])("不是分数的「%s」读不出，不猜", (written) => {
    expect(parsePoints(written)).toBeUndefined();
  });

  test("折算四舍五入到规定的小数位", () => {
    const hundredth = thousandths(10);
    expect(formatPoints(scalePoints(wholePoints(2), 100, 3, hundredth))).toBe("66.67");
    expect(formatPoints(scalePoints(thousandths(5), 1, 1, hundredth))).toBe("0.01");
    expect(formatPoints(scalePoints(thousandths(-5), 1, 1, hundredth))).toBe("-0.01");
  });
});
