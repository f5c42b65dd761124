import type { ImportNote } from "../../model/import-note.ts";
import type { DraftSection } from "./draft.ts";

/** Numbers that a section prints twice, for different matters: whatever is filed by number cannot be told apart. */
export function repeatedLabels(sections: readonly DraftSection[]): readonly ImportNote[] {
  return sections.flatMap(({ clauses }) =>
    clauses.flatMap(({ id, label, subsection, requirement, at }, index): readonly ImportNote[] => {
      if (label === undefined) return [];
      const before = clauses.slice(0, index).find((other) => other.label === label && other.subsection === subsection);
      // Rows that share one merged text share its number too.
      if (before === undefined || (requirement !== undefined && before.requirement === requirement)) return [];
      return [{ code: "label-repeated", at, clause: id, label, first: before.id }];
    }),
  );
}
