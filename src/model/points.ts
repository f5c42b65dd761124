/**
 * 分值/得分: an amount of points as an integer number of thousandths, so that 0.25 分 is 250.
 * Never a float: 0.1 + 0.2 must be 0.3 in every document.
 */
export type Points = number & { readonly __unit: "thousandths of 分" };

const SCALE = 1000;

/** Brands an integer number of thousandths; rounds half away from zero where arithmetic left a fraction. */
export function thousandths(value: number): Points {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return (rounded === 0 ? 0 : rounded) as Points;
}

/** Whole 分 to Points; for constants in code and tests. */
export function wholePoints(value: number): Points {
  return thousandths(value * SCALE);
}

export const zeroPoints: Points = thousandths(0);

/**
 * Reads a decimal number of 分 as it is written ("0.25", "-5"); at most three decimals.
 * Returns undefined for anything else, so that nothing is silently rounded.
 */
export function parsePoints(text: string): Points | undefined {
  const match = /^([+-]?)(\d{1,9})(?:\.(\d{1,3}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = "0", fraction = ""] = match;
  const value = Number(whole) * SCALE + Number(fraction.padEnd(3, "0"));
  return thousandths(sign === "-" ? -value : value);
}

/** Writes points in 分 without trailing zeros: 250 → "0.25", 12000 → "12". Exact, so no two documents can differ by rounding. */
export function formatPoints(points: Points): string {
  const size = Math.abs(points);
  const fraction = String(size % SCALE)
    .padStart(3, "0")
    .replace(/0+$/, "");
  const whole = String(Math.trunc(size / SCALE));
  return `${points < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Points as a JSON number of 分 (0.25). */
export function pointsToNumber(points: Points): number {
  return points / SCALE;
}

export function addPoints(...terms: readonly Points[]): Points {
  return thousandths(terms.reduce<number>((sum, term) => sum + term, 0));
}

export function subtractPoints(from: Points, amount: Points): Points {
  return thousandths(from - amount);
}

export function timesPoints(points: Points, factor: number): Points {
  return thousandths(points * factor);
}

export function minPoints(a: Points, b: Points): Points {
  return a < b ? a : b;
}

export function maxOfPoints(a: Points, b: Points): Points {
  return a > b ? a : b;
}

export function clampPoints(points: Points, low: Points, high: Points): Points {
  return maxOfPoints(low, minPoints(points, high));
}

/**
 * points × numerator ÷ denominator, rounded half away from zero to a multiple of `precision`
 * (10 = hundredths of a 分). Integers throughout: BigInt keeps the product exact.
 */
export function scalePoints(points: Points, numerator: number, denominator: number, precision: Points): Points {
  if (denominator === 0) return zeroPoints;
  const product = BigInt(points) * BigInt(Math.round(numerator));
  const divisor = BigInt(Math.round(denominator)) * BigInt(precision);
  const negative = product < 0n !== divisor < 0n;
  const [top, bottom] = [product < 0n ? -product : product, divisor < 0n ? -divisor : divisor];
  const quotient = (2n * top + bottom) / (2n * bottom);
  return thousandths(Number(negative ? -quotient : quotient) * precision);
}

/** A low and a high bound of points, both in thousandths of 分; equal when the amount is decided. */
export interface PointsRange {
  readonly low: Points;
  readonly high: Points;
}

export function exactly(points: Points): PointsRange {
  return { low: points, high: points };
}

export function isDecided(range: PointsRange): boolean {
  return range.low === range.high;
}

/** "11" when decided, "10.5—11" when open. */
export function formatRange(range: PointsRange): string {
  return isDecided(range) ? formatPoints(range.low) : `${formatPoints(range.low)}—${formatPoints(range.high)}`;
}
