import { compactText } from "../../../model/chinese-text.ts";
import type { Criteria, Section } from "../../../model/criteria.ts";
import type { DraftCriteria, DraftSection } from "../draft.ts";
import { type Chunk, doubtMark } from "../write-clause.ts";
import { sectionHead } from "../write-criteria.ts";
import type { Pairs } from "./pair-editions.ts";
import { type CriteriaBlocks, chunksOf, keyLine } from "./split-criteria.ts";

/** Which section of the file each new one is: the one most of its clauses come from, else one of the same name. */
export function matchSections(draft: DraftCriteria, old: Criteria, { oldOf }: Pairs): ReadonlyMap<DraftSection, Section> {
  const homeOf = new Map(old.sections.flatMap((section) => section.clauses.map((clause) => [clause.id, section] as const)));
  const free = new Set(old.sections);
  const homes = new Map<DraftSection, Section>();
  for (const section of draft.sections) {
    const votes = new Map<Section, number>();
    for (const clause of section.clauses) {
      const home = homeOf.get(oldOf.get(clause.id) ?? "");
      if (home !== undefined && free.has(home)) votes.set(home, (votes.get(home) ?? 0) + 1);
    }
    const named = [...free].find(({ title, kind }) => compactText(title) === compactText(section.title) && kind === section.kind);
    const home = named ?? [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0];
    if (home === undefined) continue;
    homes.set(section, home);
    free.delete(home);
  }
  return homes;
}

export interface SectionJob {
  readonly section: DraftSection;
  /** As it will be written. */
  readonly id: string;
  readonly home: Section | undefined;
  readonly blocks: CriteriaBlocks;
  readonly old: Criteria;
  readonly doubts: readonly string[];
  readonly isFirst: boolean;
  readonly place: string;
  readonly field: string;
  readonly body: readonly string[];
}

/** A section with the clauses of the new source: its own keys and comments stay, number, name and points are new. */
export function sectionLines({ section, id, home, blocks, old, doubts, isFirst, place, field, body }: SectionJob): readonly string[] {
  const block = home === undefined ? undefined : blocks.sections[old.sections.indexOf(home)];
  if (home === undefined || block === undefined) {
    return [...(isFirst ? [] : [""]), ...sectionHead({ ...section, id, field }, doubts, place), ...body];
  }
  const changed = new Set<string>();
  if ((section.label ?? "") !== home.label) changed.add("label");
  if (section.title !== home.title) changed.add("title");
  if (section.points !== undefined && section.points !== home.maxPoints) changed.add("points");
  const fresh = chunksOf(
    sectionHead({ ...section, id: home.id, field: home.field }, [], place).map((line) => line.replace(/^ {2}- /u, "    ")),
    4,
  );
  const keys = block.chunks.map((chunk): Chunk => {
    const next = changed.has(chunk.key) ? fresh.find(({ key }) => key === chunk.key) : undefined;
    return moved(next ?? chunk, next === undefined ? 4 - block.indent : 0);
  });
  const missing = fresh.filter(({ key }) => changed.has(key) && !keys.some((chunk) => chunk.key === key));
  const dropped = new Set([...changed].filter((key) => key !== "points" && !fresh.some((chunk) => chunk.key === key)));
  const lines = [...keys.filter(({ key }) => !dropped.has(key)), ...missing].flatMap((chunk) => chunk.lines);
  const first = lines.findIndex((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  const known = new Set(block.lead.map((line) => line.trim()));
  const lead = block.lead.filter((line) => !line.trim().startsWith(doubtMark) || doubts.includes(line.trim().slice(doubtMark.length)));
  const wanted =
    changed.size > 0 || keyLine(block.chunks.find(({ key }) => key === "points")) === undefined
      ? doubts.filter((doubt) => !known.has(`${doubtMark}${doubt}`))
      : [];
  return [
    ...lead,
    ...wanted.map((doubt) => `  ${doubtMark}${doubt}`),
    ...lines.map((line, index) => (index === first ? `  - ${line.slice(4)}` : line)),
    "    clauses:",
    ...body,
  ];
}

function moved(chunk: Chunk, by: number): Chunk {
  if (by === 0) return chunk;
  return {
    key: chunk.key,
    lines: chunk.lines.map((line) => (line.trim() === "" ? line : by > 0 ? `${" ".repeat(by)}${line}` : line.slice(-by))),
  };
}
