import { bonusRequirement, clauseHeadings, vetoRequirement } from "../../../model/criteria-paper.ts";
import { type ColumnRole, roleOfHeading } from "../column-roles.ts";
import { cellAt } from "../grid.ts";
import type { OwnTable } from "./find-own-layout.ts";

export type OwnKey = keyof typeof clauseHeadings;
export interface OwnColumns {
  readonly byKey: ReadonlyMap<OwnKey, number>;
  /** Columns that somebody added. */
  readonly others: readonly { readonly index: number; readonly heading: string }[];
}

const byHeading = new Map<string, OwnKey>([
  ...Object.entries(clauseHeadings).map(([key, heading]) => [heading, key as OwnKey] as const),
  [bonusRequirement, "requirement"],
  [vetoRequirement, "requirement"],
]);

/** Where a renamed column goes: 扣分细则 is the standard, 考核要点 the requirement, or the title when there is a requirement. */
const byRole: { readonly [Role in ColumnRole]?: readonly OwnKey[] } = {
  number: ["label"],
  level: ["title"],
  content: ["requirement", "title"],
  points: ["points"],
  rule: ["standard"],
  method: ["verification"],
  evidence: ["materials"],
  owner: ["lead"],
  lead: ["lead"],
  with: ["with"],
  scorer: ["scorer"],
};

/** The columns of a table of clauses by what they hold: by their headings, renamed ones by meaning, the ids by themselves. */
export function ownColumns({ grid, headerRow }: OwnTable, ids: ReadonlySet<string>): OwnColumns {
  const headings = Array.from({ length: grid.width }, (_, index) => cellAt(grid, headerRow, index)?.text.replace(/\s+/gu, "") ?? "");
  const byKey = new Map<OwnKey, number>();
  const take = (index: number, key: OwnKey | undefined): void => {
    if (key !== undefined && !byKey.has(key) && ![...byKey.values()].includes(index)) byKey.set(key, index);
  };
  for (const [index, heading] of headings.entries()) take(index, byHeading.get(heading));
  if (!byKey.has("id"))
    take(
      columnOfIds(grid.rows.length, (row, index) => cellAt(grid, row, index)?.text, headings.length, ids),
      "id",
    );
  for (const [index, heading] of headings.entries()) {
    const keys = byRole[roleOfHeading(heading)] ?? [];
    take(
      index,
      keys.find((key) => !byKey.has(key)),
    );
  }
  const taken = new Set(byKey.values());
  return { byKey, others: headings.flatMap((heading, index) => (taken.has(index) ? [] : [{ index, heading }])) };
}

/** The column in which most cells are ids that we gave. */
function columnOfIds(
  rows: number,
  textAt: (row: number, index: number) => string | undefined,
  width: number,
  ids: ReadonlySet<string>,
): number {
  const hits = Array.from({ length: width }, (_, index) => {
    return Array.from({ length: rows }, (__, row) => textAt(row, index)).filter((text) => text !== undefined && ids.has(text)).length;
  });
  const most = Math.max(0, ...hits);
  return most === 0 ? -1 : hits.indexOf(most);
}
