import type { Difference } from "../model/content-problem.ts";
import { longest, signsOf, stretch } from "./shingles.ts";

const mostSegments = 800;

/** How much of the words of two texts is the same, 0 to 1: Jaccard over stretches of five characters; figures count as one sign each. */
export function textSimilarity(a: string, b: string, figures: "masked" | "kept"): number {
  const [left, right] = [stretchesOf(a, figures), stretchesOf(b, figures)];
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const piece of left) if (right.has(piece)) common += 1;
  return common / (left.size + right.size - common);
}

function stretchesOf(text: string, figures: "masked" | "kept"): ReadonlySet<string> {
  const signs = signsOf(text, figures);
  const pieces = new Set<string>();
  for (let at = 0; at + stretch <= signs.length; at++) pieces.add(signs.slice(at, at + stretch));
  return pieces;
}

/** The first `most` places where the texts differ: the words of each, trimmed to what differs. */
export function differencesOf(a: string, b: string, most: number): readonly Difference[] {
  const [left, right] = [segmentsOf(a), segmentsOf(b)];
  const found: Difference[] = [];
  for (const { here, there } of unmatched(left, right)) {
    const difference = trimmed(here, there);
    if (difference.here !== "" || difference.there !== "") found.push(difference);
    if (found.length === most) break;
  }
  return found;
}

function segmentsOf(text: string): readonly string[] {
  return text
    .slice(0, longest)
    .split(/[\s，。；：、！？,.;:]+/u)
    .filter((segment) => segment !== "")
    .slice(0, mostSegments);
}

/** Stretches between the segments that both have in the same order (longest common subsequence). */
function unmatched(a: readonly string[], b: readonly string[]): readonly Difference[] {
  const lengths = commonLengths(a, b);
  const at = (i: number, j: number): number => lengths[i * (b.length + 1) + j] ?? 0;
  const stretches: { here: string[]; there: string[] }[] = [];
  let open: { here: string[]; there: string[] } | undefined;
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      open = undefined;
      i++;
      j++;
      continue;
    }
    if (open === undefined) {
      open = { here: [], there: [] };
      stretches.push(open);
    }
    if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) open.here.push(a[i++] ?? "");
    else open.there.push(b[j++] ?? "");
  }
  // As many here as there: each took the place of one.
  return stretches.flatMap(({ here, there }) =>
    here.length === there.length
      ? here.map((words, index) => ({ here: words, there: there[index] ?? "" }))
      : [{ here: here.join("，"), there: there.join("，") }],
  );
}

function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, right, diagonal] = [
        lengths[(i + 1) * width + j] ?? 0,
        lengths[i * width + j + 1] ?? 0,
        lengths[(i + 1) * width + j + 1] ?? 0,
      ];
      lengths[i * width + j] = a[i] === b[j] ? diagonal + 1 : Math.max(down, right);
    }
  }
  return lengths;
}

/** Figures with what they count; every other sign by itself. */
const words = /\d+(?:\.\d+)?[年月日号家处次人个%]?|\D/gu;

/** 东明区城关街道办事处 and 东明区河口镇人民政府: the common head and tail say nothing; figures are kept whole. */
function trimmed(here: string, there: string): Difference {
  const [a, b] = [here.match(words) ?? [], there.match(words) ?? []];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { here: a.slice(head, a.length - tail).join(""), there: b.slice(head, b.length - tail).join("") };
}
