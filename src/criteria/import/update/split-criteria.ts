import type { Chunk } from "../write-clause.ts";

/** A clause as lines of a file: comments in front, then its keys; the dash of the first key is left out. */
export interface ClauseBlock {
  readonly id: string;
  /** Comments and blank lines above the dash. */
  readonly lead: readonly string[];
  readonly chunks: readonly Chunk[];
  /** Columns before its keys. */
  readonly indent: number;
}

export interface SectionBlock {
  readonly lead: readonly string[];
  /** Its keys without the clauses. */
  readonly chunks: readonly Chunk[];
  readonly indent: number;
  readonly clauses: readonly ClauseBlock[];
}

/** A criteria file as lines, so that what a person wrote is carried over letter by letter. */
export interface CriteriaBlocks {
  /** Keys before and after the sections, with their comments. */
  readonly head: readonly Chunk[];
  readonly sections: readonly SectionBlock[];
  readonly tail: readonly string[];
}

/** Cuts a file that keeps to the usual block style; undefined when sections or clauses are written in brackets. */
export function splitCriteria(text: string): CriteriaBlocks | undefined {
  const lines = text.replace(/\r\n?/gu, "\n").replace(/\n$/u, "").split("\n");
  const start = lines.findIndex((line) => /^sections:\s*(?:#.*)?$/u.test(line));
  if (start === -1) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => /^[^\s#-]/u.test(line));
  const end = length === -1 ? lines.length : start + 1 + length;
  const sections = itemsOf(lines.slice(start + 1, end)).map(sectionOf);
  if (sections.length === 0 || sections.some((section) => section === undefined)) return undefined;
  return {
    head: chunksOf(lines.slice(0, start), 0),
    sections: sections.filter((section) => section !== undefined),
    tail: lines.slice(end),
  };
}

interface Item {
  readonly lead: readonly string[];
  /** The first line with its dash turned into a blank. */
  readonly lines: readonly string[];
  readonly indent: number;
}

/** The items of a block list; comments and blank lines directly above a dash go with it. */
function itemsOf(lines: readonly string[]): readonly Item[] {
  const first = lines.find((line) => /^\s*- /u.test(line));
  if (first === undefined) return [];
  const dash = first.indexOf("-");
  const starts = lines.flatMap((line, index) => (line.startsWith(`${" ".repeat(dash)}- `) ? [index] : []));
  const leads = starts.map((start) => {
    let lead = start;
    while (lead > 0 && isAbove(lines[lead - 1] ?? "", dash)) lead--;
    return lead;
  });
  return starts.map((start, index) => {
    const own = lines.slice(start, leads[index + 1] ?? lines.length);
    const indent = /^\s*-\s+/u.exec(own[0] ?? "")?.[0].length ?? dash + 2;
    return { lead: lines.slice(leads[index], start), lines: own.map((line, at) => (at === 0 ? line.replace("-", " ") : line)), indent };
  });
}

function isAbove(line: string, dash: number): boolean {
  return line.trim() === "" || (/^\s*#/u.test(line) && line.search(/#/u) <= dash);
}

function sectionOf(item: Item): SectionBlock | undefined {
  const key = new RegExp(`^ {${String(item.indent)}}clauses:\\s*(?:#.*)?$`, "u");
  const at = item.lines.findIndex((line) => key.test(line));
  if (at === -1) return undefined;
  const after = item.lines.slice(at + 1).findIndex((line) => new RegExp(`^ {${String(item.indent)}}\\w+:`, "u").test(line));
  const end = after === -1 ? item.lines.length : at + 1 + after;
  const clauses = itemsOf(item.lines.slice(at + 1, end)).map(clauseOf);
  if (clauses.some((clause) => clause === undefined)) return undefined;
  const chunks = chunksOf([...item.lines.slice(0, at), ...item.lines.slice(end)], item.indent);
  return { lead: item.lead, chunks, indent: item.indent, clauses: clauses.filter((clause) => clause !== undefined) };
}

function clauseOf({ lead, lines, indent }: Item): ClauseBlock | undefined {
  const chunks = chunksOf(lines, indent);
  const id = /:\s*["']?([^"'#\s]+)["']?/u.exec(keyLine(chunks.find(({ key }) => key === "id")) ?? "")?.[1];
  return id === undefined ? undefined : { id, lead, chunks, indent };
}

/** The line of a chunk that holds its key. */
export function keyLine(chunk: Chunk | undefined): string | undefined {
  return chunk?.lines.find((line) => line.trim().startsWith(`${chunk.key}:`));
}

/** Lines by the keys at one column; comments at that column go with the key below them. */
export function chunksOf(lines: readonly string[], indent: number): readonly Chunk[] {
  const key = new RegExp(`^ {${String(indent)}}([A-Za-z]\\w*):(?:\\s|$)`, "u");
  const chunks: { key: string; lines: string[] }[] = [];
  let waiting: string[] = [];
  for (const line of lines) {
    const name = key.exec(line)?.[1];
    const comment = line.trim() === "" || (/^\s*#/u.test(line) && line.search(/#/u) <= indent);
    if (name !== undefined) {
      chunks.push({ key: name, lines: [...waiting, line] });
      waiting = [];
    } else if (comment) waiting.push(line);
    else {
      chunks.at(-1)?.lines.push(...waiting, line);
      waiting = [];
    }
  }
  if (waiting.length > 0) {
    const last = chunks.at(-1);
    if (last === undefined) chunks.push({ key: "", lines: waiting });
    else last.lines.push(...waiting);
  }
  return chunks;
}
