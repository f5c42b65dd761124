import { type Chunk, clauseIndent, remarkMark } from "../write-clause.ts";

const order = [
  "id",
  "subsection",
  "label",
  "title",
  "points",
  "requirement",
  "standard",
  "remarks",
  "units",
  "scorer",
  "verification",
  "mayNotApply",
  "evidence",
  "inputs",
  "rules",
];

/** Which keys are taken from the new source; of all others the file's own stay. `dropped`: keys that the source no longer has. */
export interface Choice {
  readonly taken: ReadonlySet<string>;
  readonly dropped: ReadonlySet<string>;
}

/** The file's keys in the file's order, those of the new source in their place; a person's comments stay at their key. */
export function mergeChunks(own: readonly Chunk[], next: readonly Chunk[], indent: number, { taken, dropped }: Choice): readonly Chunk[] {
  const fresh = new Map(next.map((chunk) => [chunk.key, shifted(chunk, indent)]));
  const kept = own
    .filter(({ key }) => !dropped.has(key))
    .map((chunk) => ({ ...chunk, lines: chunk.lines.filter((line) => !line.trim().startsWith(remarkMark)) }));
  const merged: Chunk[] = kept.map((chunk) => {
    const replacement = taken.has(chunk.key) ? fresh.get(chunk.key) : undefined;
    return replacement === undefined ? chunk : { key: chunk.key, lines: [...commentsOf(chunk), ...replacement.lines] };
  });
  for (const [key, chunk] of fresh) {
    if (merged.some((known) => known.key === key) || !(taken.has(key) || key === "remarks")) continue;
    merged.splice(placeFor(key, merged), 0, chunk);
  }
  return merged;
}

/** Behind the nearest key that usually stands before it. */
function placeFor(key: string, chunks: readonly Chunk[]): number {
  const before = new Set(order.slice(0, order.indexOf(key)));
  const last = chunks.findLastIndex((chunk) => before.has(chunk.key));
  return last === -1 ? chunks.length : last + 1;
}

/** A person's comment lines above the key. */
function commentsOf(chunk: Chunk): readonly string[] {
  const at = chunk.lines.findIndex((line) => line.trim().startsWith(`${chunk.key}:`));
  return chunk.lines.slice(0, Math.max(at, 0));
}

/** Lines of the writer moved to the column of the file. */
export function shifted(chunk: Chunk, indent: number): Chunk {
  const move = indent - clauseIndent.length;
  if (move === 0) return chunk;
  return {
    key: chunk.key,
    lines: chunk.lines.map((line) => (line === "" ? "" : move > 0 ? `${" ".repeat(move)}${line}` : line.slice(-move))),
  };
}

/** Do both say the same, comments and white space aside? */
export function sameWords(a: Chunk | undefined, b: Chunk | undefined): boolean {
  const words = (chunk: Chunk | undefined): string =>
    (chunk?.lines ?? [])
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"))
      .join("\n");
  return words(a) === words(b);
}
