import { foldText } from "../../model/chinese-text.ts";
import type { ClauseChange, ClauseText, PlacedClause } from "../../model/edition-diff.ts";
import type { UnitSelector } from "../../model/unit.ts";
import { changedWords } from "./changed-words.ts";

const texts: readonly ClauseText[] = ["title", "requirement", "standard"];

/** What became different between two clauses that are one requirement; spelling alone (spaces, full width) is no change. */
export function clauseChanges(old: PlacedClause, next: PlacedClause): readonly ClauseChange[] {
  const [a, b] = [old.clause, next.clause];
  const changes: ClauseChange[] = [];
  if (plain(old.section.title) !== plain(next.section.title))
    changes.push({ code: "moved", from: old.section.title, to: next.section.title });
  if (plain(a.label) !== plain(b.label)) changes.push({ code: "renumbered", from: a.label, to: b.label });
  if (a.maxPoints !== b.maxPoints) changes.push({ code: "re-pointed", from: a.maxPoints, to: b.maxPoints });
  for (const part of texts) {
    if (plain(a[part]) !== plain(b[part])) changes.push({ code: "re-worded", part, words: changedWords(a[part], b[part]) });
  }
  changes.push(...responsibility("lead", names(a.lead), names(b.lead)));
  changes.push(...responsibility("cooperating", names(a.cooperating), names(b.cooperating)));
  changes.push(...responsibility("scorer", listed(a.scorer), listed(b.scorer)));
  if (a.verification !== b.verification) changes.push({ code: "verification", from: a.verification, to: b.verification });
  return changes;
}

function responsibility(role: "lead" | "cooperating" | "scorer", from: readonly string[], to: readonly string[]): readonly ClauseChange[] {
  return from.toSorted().join("\n") === to.toSorted().join("\n") ? [] : [{ code: "responsibility", role, from, to }];
}

function names(selectors: readonly UnitSelector[]): readonly string[] {
  return selectors.map((selector) =>
    selector.kind === "name" ? selector.name : [selector.industry ?? "", selector.unitKind ?? ""].filter((part) => part !== "").join(" "),
  );
}

function listed(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

function plain(text: string): string {
  return foldText(text).replace(/\s+/gu, "");
}
