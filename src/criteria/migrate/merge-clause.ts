import type { ActiveReading } from "../../model/migration.ts";
import { type ClauseBlock, keyLine } from "../import/update/split-criteria.ts";
import { type Chunk, doubtMark, remarkMark } from "../import/write-clause.ts";
import { inline } from "../import/yaml-lines.ts";

/** Lines of the reading that does not go on. Marked, so that the next change of edition does not carry them once more. */
export const asideMark = "#| ";

export interface ClauseParts {
  /** With the ids that stay. */
  readonly next: ClauseBlock;
  /** The old clauses it comes from; the reading of the first one goes on when it is the old one. Empty: added. */
  readonly old: readonly ClauseBlock[];
  readonly reading: ActiveReading;
  readonly formerIds: readonly string[];
  /** What a person must look at, as sentences. */
  readonly doubts: readonly string[];
  /** The new file's own reading is worth a look: the text it reads is another one. */
  readonly showsNext: boolean;
  /** Materials of the old file that go on beside the new reading, as items of a list without the dash, at the left margin. */
  readonly keptEvidence: readonly string[];
  /** The new paper gives the clause no name: what the import made of its first words is no better than the name in use. */
  readonly keepsTitle: boolean;
  /** 初稿, 正式稿: names of the editions for the comments. */
  readonly names: { readonly old: string; readonly next: string };
}

const reading = ["evidence", "inputs", "rules"];
/** Where both say something the old file's word holds: people mended it. */
const mended = ["units", "verification", "mayNotApply"];
const order = [
  "id",
  "formerIds",
  "subsection",
  "label",
  "title",
  "points",
  "requirement",
  "standard",
  "units",
  "scorer",
  "verification",
  "mayNotApply",
  ...reading,
];

/**
 * A clause of the new file with the work of the old one: printed text, number and points are the new file's letter by letter;
 * units, method and, where it still holds, the reading are the old file's letter by letter, comments and all.
 */
export function mergeClause(parts: ClauseParts): ClauseBlock {
  const { next, old, formerIds, doubts } = parts;
  const [first] = old;
  if (first === undefined) return next;
  const takesOld = (key: string): boolean =>
    (parts.reading === "old" && reading.includes(key)) ||
    (mended.includes(key) && has(first, key)) ||
    (key === "title" && parts.keepsTitle);
  const chunks = order.flatMap((key): readonly Chunk[] => {
    if (key === "formerIds")
      return formerIds.length === 0 ? [] : [{ key, lines: [`${" ".repeat(next.indent)}formerIds: ${inline(formerIds)}`] }];
    const own = next.chunks.find((chunk) => chunk.key === key);
    const known = first.chunks.find((chunk) => chunk.key === key);
    if (key === "evidence" && parts.keptEvidence.length > 0) return [withItems(own, parts)];
    if (!takesOld(key)) return own === undefined ? (key === "scorer" && known !== undefined ? [moved(known, first, next)] : []) : [own];
    const remarks = (own?.lines ?? []).filter((line) => line.trim().startsWith(remarkMark));
    if (known === undefined) return remarks.length === 0 ? [] : [{ key: "", lines: remarks }];
    return [{ key, lines: [...remarks, ...moved(withoutAside(known), first, next).lines] }];
  });
  const others = next.chunks.filter(({ key }) => !order.includes(key));
  const lead = [...next.lead, ...old.flatMap((block) => personal(block, takesOld)), ...doubts.map((doubt) => `${doubtMark}${doubt}`)];
  return { ...next, lead, chunks: [...chunks, ...others, ...asides(parts)] };
}

/** The new file's materials, and those of the old file that it says nothing of. */
function withItems(own: Chunk | undefined, { next, keptEvidence }: ClauseParts): Chunk {
  const margin = " ".repeat(next.indent);
  const listed = own?.lines.find((line) => line.trim().startsWith("- "));
  const dash = listed === undefined ? `${margin}  ` : listed.slice(0, listed.indexOf("-"));
  const items = keptEvidence.flatMap((item) => item.split("\n").map((line, index) => `${dash}${index === 0 ? "- " : "  "}${line}`));
  return { key: "evidence", lines: [...(own?.lines ?? [`${margin}evidence:`]), ...items] };
}

function has(block: ClauseBlock, key: string): boolean {
  return keyLine(block.chunks.find((chunk) => chunk.key === key)) !== undefined;
}

/** Comments of people about the whole clause, or about a text that is the new file's now. */
function personal(block: ClauseBlock, takesOld: (key: string) => boolean): readonly string[] {
  const above = block.chunks.filter(({ key }) => !takesOld(key) && !reading.includes(key)).flatMap((chunk) => commentsAbove(chunk));
  return [...block.lead, ...above]
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith(doubtMark) && !line.startsWith(remarkMark) && !line.startsWith(asideMark.trim()));
}

function commentsAbove(chunk: Chunk): readonly string[] {
  const at = chunk.lines.findIndex((line) => line.trim().startsWith(`${chunk.key}:`));
  return chunk.lines.slice(0, Math.max(at, 0));
}

function withoutAside(chunk: Chunk): Chunk {
  const lines = chunk.lines.filter((line) => !line.trim().startsWith(asideMark.trim()) && !line.trim().startsWith(remarkMark));
  return { key: chunk.key, lines };
}

/** Lines of one file at the column of another; what stands further left than it should stays at the margin. */
function moved(chunk: Chunk, from: { readonly indent: number }, to: { readonly indent: number }): Chunk {
  const by = to.indent - from.indent;
  const spaces = new RegExp(`^ {0,${String(Math.max(0, -by))}}`, "u");
  return {
    key: chunk.key,
    lines: chunk.lines.map((line) => (line.trim() === "" ? "" : by >= 0 ? `${" ".repeat(by)}${line}` : line.replace(spaces, ""))),
  };
}

/** The reading that does not go on, in comments below the clause: nobody has to look for it in another file. */
function asides({ next, old, reading: active, names, showsNext }: ClauseParts): readonly Chunk[] {
  const margin = " ".repeat(next.indent);
  const pieces = [
    ...(active === "old" && showsNext ? [[names.next, next] as const] : []),
    ...old.slice(active === "old" ? 1 : 0).map((block) => [names.old, block] as const),
  ];
  const lines = pieces.flatMap(([name, block]) => {
    const own = linesOf(block);
    if (own.length === 0 || (active === "old" && own.join("\n") === old.slice(0, 1).flatMap(linesOf).join("\n"))) return [];
    return [
      `${margin}${asideMark}${name}的读法（${block.id}）没有采用，供核对，核对后可以删掉：`,
      ...own.map((line) => `${margin}${asideMark}${line}`),
    ];
  });
  return lines.length === 0 ? [] : [{ key: "", lines }];
}

/** Rules, evidence and inputs of a block, at the left margin. */
function linesOf(block: ClauseBlock): readonly string[] {
  return block.chunks
    .filter(({ key }) => reading.includes(key))
    .flatMap((chunk) => moved(withoutAside(chunk), block, { indent: 0 }).lines)
    .filter((line) => line.trim() !== "");
}
