import type { ImportNote } from "../../../model/import-note.ts";
import { addPoints, type Points, zeroPoints } from "../../../model/points.ts";
import type { SourcePlace } from "../../../model/source-document.ts";
import type { DraftField, DraftSection } from "../draft.ts";
import { sumOf } from "../tree.ts";
import type { OwnTree } from "./own-sections.ts";

export interface OwnSumCheck {
  readonly tree: OwnTree;
  readonly sections: readonly DraftSection[];
  readonly fields: readonly DraftField[];
  readonly declared: { readonly points: Points; readonly at: SourcePlace } | undefined;
  readonly note: (note: ImportNote) => void;
  readonly at: SourcePlace;
}

/** Names every printed sum that the clauses no longer add up to. Returns the total: as declared, else 合计, else the sum. */
export function checkOwnSums({ tree, sections, fields, declared, note, at }: OwnSumCheck): Points {
  const standard = sections.filter(({ kind }) => kind === "standard");
  for (const section of standard) {
    const clauses = sumOf(section.clauses);
    if (section.points !== undefined && section.points !== clauses)
      note({ code: "section-sum", at: section.at, section: section.title, declared: section.points, clauses });
  }
  for (const { label, points, at: place, section } of tree.sums) {
    const own = section === undefined ? standard : standard.filter((draft) => draft.at === section.at);
    const computed = addPoints(...own.map(({ clauses }) => sumOf(clauses)));
    if (points !== computed) note({ code: "subtotal-differs", at: place, label, printed: points, computed });
  }
  const summed = addPoints(...fields.map((field) => fieldSum(field, standard)));
  const printed = tree.sums.findLast(({ section }) => section === undefined);
  const total = declared ?? printed;
  if (total === undefined) note({ code: "total-computed", at, total: summed });
  else if (total.points !== summed) note({ code: "total-differs", at: total.at, printed: total.points, computed: summed });
  return total?.points ?? summed;
}

function fieldSum({ id, weight }: DraftField, standard: readonly DraftSection[]): Points {
  const own = standard.filter(({ field }) => field === id);
  return own.length === 0 ? zeroPoints : (weight ?? addPoints(...own.map((section) => section.points ?? sumOf(section.clauses))));
}
