import type { ImportNote } from "../../model/import-note.ts";
import { addPoints, type Points, zeroPoints } from "../../model/points.ts";
import type { DraftClause, DraftField, DraftSection } from "./draft.ts";
import type { Frame } from "./read-frame.ts";
import type { PrintedSum, Tree, TreeClause } from "./tree.ts";

export interface SumCheck {
  readonly tree: Tree;
  readonly sections: readonly DraftSection[];
  readonly fields: readonly DraftField[];
  readonly frame: Frame;
  /** The sections together, as they will be written. */
  readonly summed: Points;
  readonly computed: (section: DraftSection) => Points;
  readonly note: (note: ImportNote) => void;
}

/** Compares every printed sum with what stands above it and notes both numbers. Returns the total as declared, if anything declares it. */
export function checkSums({ tree, sections, frame, summed, computed, note }: SumCheck): Points | undefined {
  for (const section of sections) {
    if (section.kind !== "standard" || section.points === undefined) continue;
    const clauses = computed(section);
    if (clauses !== section.points)
      note({ code: "section-sum", at: section.at, section: section.title, declared: section.points, clauses });
  }
  const pointsOf = pointsByEntry(tree, sections);
  let total = frame.total;
  for (const sum of tree.sums) {
    const choices = [sum.since, sum.section, sum.all].map((clauses) =>
      addPoints(...clauses.map((clause) => pointsOf.get(clause) ?? zeroPoints)),
    );
    const [since = zeroPoints, section = zeroPoints, all = zeroPoints] = choices;
    const isTotal = sum.isLast && !/小计/u.test(sum.label) && (isWhole(sum, tree) || sum.points === all);
    if (isTotal && total === undefined) total = { points: sum.points, at: sum.at };
    if (choices.includes(sum.points) || isTotal) continue;
    note({ code: "subtotal-differs", at: sum.at, label: sum.label, printed: sum.points, computed: sum.since.length > 0 ? since : section });
  }
  if (total !== undefined && total.points !== summed)
    note({ code: "total-differs", at: total.at, printed: total.points, computed: summed });
  return total?.points;
}

/** The last sum of the last part. */
function isWhole(sum: PrintedSum, tree: Tree): boolean {
  const all = tree.sections.filter(({ kind }) => kind === "standard").flatMap(({ clauses }) => clauses);
  return (
    tree.sums.at(-1) === sum &&
    sum.all.length === all.length &&
    (tree.sums.length === 1 || /总|共/u.test(sum.label) || sum.since.length === 0)
  );
}

function pointsByEntry(tree: Tree, sections: readonly DraftSection[]): ReadonlyMap<TreeClause, Points> {
  const drafted: readonly (readonly DraftClause[])[] = sections.map(({ clauses }) => clauses);
  return new Map(
    tree.sections.flatMap(({ clauses }, section) =>
      clauses.map((clause, index) => [clause, drafted[section]?.[index]?.points ?? zeroPoints] as const),
    ),
  );
}
