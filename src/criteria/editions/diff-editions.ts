import type { Criteria } from "../../model/criteria.ts";
import type { ClauseMatch, EditionDiff, PlacedClause } from "../../model/edition-diff.ts";
import { clauseChanges } from "./clause-changes.ts";
import { type ClauseFeatures, featuresOf } from "./clause-features.ts";
import { columnsOf, frameChanges, type PrintedColumns } from "./frame-changes.ts";
import { type Pairing, pairClauses } from "./pair-clauses.ts";

/** Compares two editions of a 细则: clauses are matched by text and place, never by their printed numbers. */
export function diffEditions(old: Criteria, next: Criteria): EditionDiff {
  const [before, after] = [featuresOf(old), featuresOf(next)];
  const { pairings, added, removed } = pairClauses(before, after);
  const order = new Map(after.map((features, index) => [features, index]));
  const place = (pairing: Pairing): number => Math.min(...pairing.new.map((features) => order.get(features) ?? 0));
  return {
    frame: frameChanges(old, next),
    matches: pairings.toSorted((a, b) => place(a) - place(b)).map((pairing) => toMatch(pairing, columnsOf(next))),
    added: added.map(placedOf),
    removed: removed.map(placedOf),
  };
}

function toMatch({ old, new: next, confidence, doubtful, rivals }: Pairing, columns: PrintedColumns): ClauseMatch {
  const rivalClauses = rivals.map(placedOf);
  const base = {
    old: old.map(placedOf),
    new: next.map(placedOf),
    confidence,
    doubtful,
    rivals: rivalClauses.map(({ clause }) => clause.id),
    rivalClauses,
  };
  if (next.length > 1) return { ...base, kind: "split", changes: [] };
  if (old.length > 1) return { ...base, kind: "merged", changes: [] };
  const [a, b] = [base.old[0], base.new[0]];
  const changes = a === undefined || b === undefined ? [] : clauseChanges(a, b, columns);
  return { ...base, kind: changes.length === 0 ? "same" : "changed", changes };
}

function placedOf({ placed }: ClauseFeatures): PlacedClause {
  return placed;
}
