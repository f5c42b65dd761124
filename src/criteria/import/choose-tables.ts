import { compactText } from "../../model/chinese-text.ts";
import type { ImportProblem, TableCandidate } from "../../model/import-problem.ts";
import type { Segment } from "./find-tables.ts";
import { pointsOfHeading, readPointsCell } from "./read-points.ts";
import { refineColumns, textsOf } from "./refine-columns.ts";
import type { Layout } from "./row-groups.ts";

/** What --table and --sheet ask for. */
export interface TableChoice {
  readonly tables: readonly number[];
  readonly sheets: readonly string[];
}

/** main: clauses with points; side: a list of vetoes or bonuses; other: no 评分表. */
export interface Candidate extends Layout {
  readonly kind: "main" | "veto" | "bonus" | "other";
}

export type Chosen =
  | { readonly ok: true; readonly candidates: readonly Candidate[]; readonly skipped: readonly Candidate[] }
  | { readonly ok: false; readonly problem: ImportProblem };

export function candidateOf(segment: Segment): Candidate {
  const columns = refineColumns(segment);
  const layout = { segment, columns };
  const headings = columns.map(({ heading }) => heading).join(" ");
  if (/否决/u.test(headings)) return { ...layout, kind: "veto" };
  if (/加分(?:事项|项目|情形|内容|标准)|奖励/u.test(headings) && !columns.some(({ role }) => role === "points"))
    return { ...layout, kind: "bonus" };
  return { ...layout, kind: carriesPoints(layout) ? "main" : "other" };
}

/** Which tables are the 细则. Parts of one are all taken; two that say the same things are two editions, and a person must choose. */
export function chooseTables(all: readonly Candidate[], choice: TableChoice): Chosen {
  const wanted = all.filter((candidate) => isWanted(candidate, choice));
  const known = all.filter(({ kind }) => kind !== "other").map(describe);
  for (const sheet of choice.sheets) {
    if (!all.some(({ segment }) => segment.grid.sheet === sheet))
      return { ok: false, problem: { code: "no-such-table", wanted: sheet, candidates: known } };
  }
  for (const table of choice.tables) {
    if (!all.some(({ segment }) => segment.grid.number === table))
      return { ok: false, problem: { code: "no-such-table", wanted: String(table), candidates: known } };
  }
  const skipped = wanted.filter(({ kind }) => kind === "other");
  const usable = wanted.filter(({ kind }) => kind !== "other");
  const asked = choice.tables.length > 0;
  const main = usable.filter(({ kind }) => kind === "main");
  const poorer = asked
    ? []
    : main.filter((candidate) =>
        main.some((other) => other !== candidate && hasRule(other) && !hasRule(candidate) && overlap(candidate, other)),
      );
  const left = main.filter((candidate) => !poorer.includes(candidate));
  const twins = asked ? [] : left.filter((candidate) => left.some((other) => other !== candidate && overlap(candidate, other)));
  if (twins.length > 0) return { ok: false, problem: { code: "several-tables", candidates: twins.map(describe) } };
  return { ok: true, candidates: usable.filter((candidate) => !poorer.includes(candidate)), skipped: [...skipped, ...poorer] };
}

function isWanted({ segment }: Candidate, { tables, sheets }: TableChoice): boolean {
  if (tables.length > 0 && !tables.includes(segment.grid.number)) return false;
  return sheets.length === 0 || (segment.grid.sheet !== undefined && sheets.includes(segment.grid.sheet));
}

function hasRule({ columns }: Candidate): boolean {
  return columns.some(({ role }) => role === "rule");
}

function carriesPoints(layout: Layout): boolean {
  const points = layout.columns.filter(({ role }) => role === "points");
  if (points.some((column) => textsOf(layout.segment, column).some((text) => readPointsCell(text).kind === "points"))) return true;
  const texts = layout.columns.filter(({ role }) => role === "content" || role === "rule" || role === "level");
  return texts.some((column) => {
    const cells = textsOf(layout.segment, column);
    return cells.length > 0 && cells.filter((text) => pointsOfHeading(text) !== undefined).length * 2 >= cells.length;
  });
}

/** Half of the shorter table stands in the other as well. */
function overlap(a: Candidate, b: Candidate): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const common = [...left].filter((text) => right.has(text)).length;
  return common >= 2 && common * 2 >= Math.min(left.size, right.size);
}

function wordsOf({ segment, columns }: Candidate): ReadonlySet<string> {
  const contents = columns.filter(({ role }) => role === "content");
  const from = contents.length > 0 ? contents : columns.filter(({ role }) => role === "level");
  return new Set(from.flatMap((column) => textsOf(segment, column).map(compactText)).filter((text) => text.length >= 2));
}

export function describe({ segment, columns }: Candidate): TableCandidate {
  const { grid, from, to, repeats } = segment;
  return {
    number: grid.number,
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    at: columns[0]?.at ?? { kind: "line", line: segment.headerRow + 1 },
    headings: columns.map(({ heading }) => heading),
    clauses: to - from - repeats.size,
  };
}
