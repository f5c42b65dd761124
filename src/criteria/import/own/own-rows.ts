import type { SectionKind } from "../../../model/criteria.ts";
import { bonusRequirement, vetoRequirement } from "../../../model/criteria-paper.ts";
import type { Points } from "../../../model/points.ts";
import type { SourcePlace } from "../../../model/source-document.ts";
import { roleOfHeading } from "../column-roles.ts";
import type { ClauseEntry } from "../entries.ts";
import { cellAt, cellsOf, type Grid } from "../grid.ts";
import { isChapterNumber, labelOf, rankOfLabel } from "../labels.ts";
import { readPointsCell } from "../read-points.ts";
import type { OwnTable } from "./find-own-layout.ts";
import { type OwnColumns, type OwnKey, ownColumns } from "./own-columns.ts";

/** A row of a table of clauses that this program printed. */
export type OwnRow =
  | { readonly kind: "heading"; readonly text: string; readonly at: SourcePlace }
  | { readonly kind: "sum"; readonly label: string; readonly points: Points | undefined; readonly at: SourcePlace }
  | ({ readonly kind: "clause" } & OwnClause);

export interface OwnClause {
  /** Cells verbatim; "" where there is none. */
  readonly cells: Readonly<Record<OwnKey, string>>;
  readonly remarks: ClauseEntry["remarks"];
  readonly at: SourcePlace;
}

export interface OwnRows {
  readonly kind: SectionKind;
  readonly rows: readonly OwnRow[];
}

/** Every row that says anything. Merged headings, 小计 and clauses are told apart by their form, never by position. */
export function readOwnRows(table: OwnTable, ids: ReadonlySet<string>): OwnRows {
  const { grid, headerRow } = table;
  const columns = ownColumns(table, ids);
  const headings = new Set(cellsOf(grid, headerRow).map(({ text }) => text.replace(/\s+/gu, "")));
  const kind = headings.has(bonusRequirement) ? "bonus" : headings.has(vetoRequirement) ? "veto" : "standard";
  const rows = Array.from({ length: grid.rows.length - headerRow - 1 }, (_, step) => headerRow + 1 + step);
  return { kind, rows: rows.flatMap((row) => rowOf(grid, row, columns, headings)) };
}

function rowOf(grid: Grid, row: number, columns: OwnColumns, headings: ReadonlySet<string>): readonly OwnRow[] {
  const cells = cellsOf(grid, row);
  const [first, ...more] = cells;
  if (first === undefined || cells.every((cell) => cell.row !== row)) return [];
  // The header once more, behind a page break that somebody set by hand.
  if (cells.length > 2 && cells.every(({ text }) => headings.has(text.replace(/\s+/gu, "")))) return [];
  if (more.length === 0 && (first.columnSpan > 1 || isChapter(first.text))) return [{ kind: "heading", text: first.text, at: first.at }];
  const text = (key: OwnKey): string => {
    const index = columns.byKey.get(key);
    return index === undefined ? "" : (cellAt(grid, row, index)?.text ?? "");
  };
  const label = cells.find((cell) => /^(?:小计|合计|总计)$/u.test(cell.text.replace(/\s+/gu, "")));
  if (label !== undefined && text("id") === "" && text("standard") === "") {
    const read = readPointsCell(text("points"));
    return [{ kind: "sum", label: label.text, points: read.kind === "points" ? read.points : undefined, at: label.at }];
  }
  const keys: readonly OwnKey[] = [
    "label",
    "id",
    "title",
    "requirement",
    "points",
    "standard",
    "lead",
    "with",
    "scorer",
    "verification",
    "materials",
  ];
  // Object.fromEntries forgets which keys there are.
  const own = Object.fromEntries(keys.map((key) => [key, text(key)])) as Record<OwnKey, string>;
  return [{ kind: "clause", cells: own, remarks: remarksOf(grid, row, columns), at: first.at }];
}

function isChapter(text: string): boolean {
  const label = labelOf(text);
  return label !== undefined && (isChapterNumber(label) || rankOfLabel(label) <= 2);
}

/** Columns that somebody added. Scores belong to nobody's 细则. */
function remarksOf(grid: Grid, row: number, { others }: OwnColumns): ClauseEntry["remarks"] {
  return others.flatMap(({ index, heading }) => {
    const text = cellAt(grid, row, index)?.text ?? "";
    return text === "" || roleOfHeading(heading) === "score"
      ? []
      : [{ heading: heading === "" ? `第${String(index + 1)}列` : heading, text }];
  });
}
