import type { Extract, TextBlock } from "../model/reading.ts";
import type { RecognisedLine } from "./recogniser.ts";
import type { StampSignal } from "./red-stamp.ts";
import { tidyText } from "./tidy-text.ts";

/** What was seen on one page. */
export interface RecognisedPage {
  /** Counts from 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
  readonly stamp: StampSignal;
}

/** A4 is 595 points wide: scans are of A4 far more often than not, and only proportions matter. */
const shortSidePoints = 595;
/** Boxes around text have some room above and below it. */
const letterPart = 0.75;

/** Recognised lines as blocks with the pages they stand on. `known` is what the reader found out without recognising anything. */
export function extractOf(pages: readonly RecognisedPage[], known: Omit<Extract, "blocks">): Extract {
  const blocks = pages.toSorted((a, b) => a.page - b.page).flatMap(blocksOf);
  const left = (known.pages ?? pages.length) > pages.length;
  return { ...known, blocks, ...(left ? { cut: true } : {}) };
}

/** A seal anywhere is a seal; none is only certain when every page that was looked at shows none. */
export function stampOf(pages: readonly RecognisedPage[]): StampSignal {
  if (pages.some(({ stamp }) => stamp === "present")) return "present";
  return pages.length > 0 && pages.every(({ stamp }) => stamp === "absent") ? "absent" : "unknown";
}

function blocksOf(page: RecognisedPage): readonly TextBlock[] {
  const scale = (shortSidePoints / Math.min(page.width, page.height)) * letterPart;
  const centred = centredLines(page.lines);
  return page.lines.flatMap((line) => {
    const text = tidyText(line.text);
    if (text === "") return [];
    const at = { kind: "page", page: page.page } as const;
    return [{ text, at, role: "body" as const, size: Math.round(line.size * scale), ...(centred.has(line) ? { centred: true } : {}) }];
  });
}

/** Lines with as much room on the left as on the right. A full line has none: it belongs to a title only when the title's shorter end follows. */
function centredLines(lines: readonly RecognisedLine[]): ReadonlySet<RecognisedLine> {
  const area = { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(rightOf)) };
  const centred = new Set<RecognisedLine>();
  for (const [i, line] of [...lines.entries()].toReversed()) {
    if (Math.abs(line.left - area.left - (area.right - rightOf(line))) > line.size) continue;
    const next = lines[i + 1];
    const goesOn = next !== undefined && centred.has(next) && next.top - line.top < 3 * line.size && !/[。；：，、]$/u.test(line.text);
    if (line.left >= area.left + 2 * line.size || goesOn) centred.add(line);
  }
  return centred;
}

function rightOf({ left, width }: RecognisedLine): number {
  return left + width;
}
