import { foldText } from "../../model/chinese-text.ts";
import { oneUnitWords } from "../../model/criteria-paper.ts";
import type { ClauseChange, ClauseText, PlacedClause } from "../../model/edition-diff.ts";
import type { UnitSelector } from "../../model/unit.ts";
import { changedWords } from "./changed-words.ts";
import { isNamed } from "./clause-name.ts";
import type { PrintedColumns } from "./frame-changes.ts";

const texts: readonly ClauseText[] = ["title", "requirement", "standard"];

/** What became different between two clauses that are one requirement; spelling alone (spaces, full width) is no change. */
export function clauseChanges(old: PlacedClause, next: PlacedClause, printed: PrintedColumns): readonly ClauseChange[] {
  const [a, b] = [old.clause, next.clause];
  const changes: ClauseChange[] = [];
  if (plain(old.section.title) !== plain(next.section.title))
    changes.push({ code: "moved", from: old.section.title, to: next.section.title });
  if (numberOf(a.label) !== numberOf(b.label)) changes.push({ code: "renumbered", from: a.label, to: b.label });
  if (a.maxPoints !== b.maxPoints) changes.push({ code: "re-pointed", from: a.maxPoints, to: b.maxPoints });
  for (const part of texts) {
    if (part === "title" && !(isNamed(a) && isNamed(b))) continue;
    if (plain(a[part]) !== plain(b[part])) changes.push({ code: "re-worded", part, words: changedWords(a[part], b[part]) });
  }
  if (printed.units) {
    changes.push(...responsibility("lead", names(a.lead), names(b.lead)));
    changes.push(...responsibility("cooperating", names(a.cooperating), names(b.cooperating)));
  }
  if (printed.scorer) changes.push(...responsibility("scorer", listed(a.scorer), listed(b.scorer)));
  if (a.verification !== b.verification) changes.push({ code: "verification", from: a.verification, to: b.verification });
  return changes;
}

function responsibility(role: "lead" | "cooperating" | "scorer", from: readonly string[], to: readonly string[]): readonly ClauseChange[] {
  return from.toSorted().join("\n") === to.toSorted().join("\n") ? [] : [{ code: "responsibility", role, from, to }];
}

function names(selectors: readonly UnitSelector[]): readonly string[] {
  return selectors.map(oneUnitWords);
}

function listed(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

/** 1. 1、 and （1） are one number. */
function numberOf(label: string): string {
  return plain(label).replace(/[.、．()]/gu, (sign, at: number, whole: string) => (sign === "." && at < whole.length - 1 ? sign : ""));
}

function plain(text: string): string {
  return foldText(text).replace(/\s+/gu, "");
}
