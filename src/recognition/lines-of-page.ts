import type { Corner, FoundText, RecognisedLine } from "./recogniser.ts";

/** Less sure than this is mostly specks, stamps and drawings taken for letters. */
const leastConfidence = 0.5;
/** Shorter stretches say little about how the page lies. */
const longEnough = 4;
/** Two stretches stand on one line when their middles are nearer than this part of the lower one's height. */
const sameLine = 0.5;

interface Placed {
  readonly found: FoundText;
  readonly height: number;
  /** Left edge and middle after the page is turned upright. */
  readonly left: number;
  readonly middle: number;
}

/**
 * Stretches of text → lines in reading order. Scans lie askew: the slope of the longest stretches is taken out first, otherwise
 * the right end of one line is nearer to the left end of the next.
 */
export function linesOfPage(found: readonly FoundText[]): readonly RecognisedLine[] {
  const sure = found.filter(({ text, confidence }) => text.trim() !== "" && confidence >= leastConfidence);
  const slope = slopeOf(sure);
  const placed = sure.map((each) => place(each, slope)).toSorted((a, b) => a.middle - b.middle);
  const lines: Placed[][] = [];
  for (const each of placed) {
    const line = lines.find((other) => standsOn(other, each));
    if (line === undefined) lines.push([each]);
    else line.push(each);
  }
  return lines.map((line) => joined(line.toSorted((a, b) => a.left - b.left)));
}

/** The middle one of the slopes of long stretches, as dy/dx; 0 for a page without any. */
function slopeOf(found: readonly FoundText[]): number {
  const slopes = found
    .filter(({ corners: [from, to], text }) => text.length >= longEnough && to.x - from.x > 3 * Math.abs(to.y - from.y))
    .map(({ corners: [from, to] }) => (to.y - from.y) / (to.x - from.x))
    .toSorted((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

function place(found: FoundText, slope: number): Placed {
  const [a, b, c, d] = found.corners;
  const height = (distance(a, d) + distance(b, c)) / 2;
  const x = (a.x + b.x + c.x + d.x) / 4;
  const y = (a.y + b.y + c.y + d.y) / 4;
  return { found, height, left: Math.min(a.x, d.x), middle: y - slope * x };
}

/** Beside the others, not over them: a seal's letters may lie across a line. */
function standsOn(line: readonly Placed[], each: Placed): boolean {
  const first = line[0];
  if (first === undefined || Math.abs(first.middle - each.middle) >= Math.min(first.height, each.height) * sameLine) return false;
  return line.every(({ found }) => rightOf(found) <= each.left + each.height || leftOf(found) >= rightOf(each.found) - each.height);
}

function joined(line: readonly Placed[]): RecognisedLine {
  const corners = line.flatMap(({ found }) => found.corners);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    text: line.map(({ found }) => found.text.trim()).join(" "),
    left,
    top,
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
    size: Math.max(...line.map(({ height }) => height)),
    confidence: Math.min(...line.map(({ found }) => found.confidence)),
  };
}

function leftOf({ corners }: FoundText): number {
  return Math.min(...corners.map(({ x }) => x));
}

function rightOf({ corners }: FoundText): number {
  return Math.max(...corners.map(({ x }) => x));
}

function distance(a: Corner, b: Corner): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
