import { textOf } from "../written/numeral.ts";
import { type ClauseScope, report } from "./clause-scope.ts";
import type { WrittenClause } from "./written-criteria.ts";

/** Reports evidence that goes `with` itself and rules that stack `after` themselves, directly or round a corner. */
export function breakCircles(scope: ClauseScope, clause: WrittenClause): void {
  const partners = new Map<string, string>();
  for (const item of clause.evidence ?? []) if (item.with !== undefined) partners.set(textOf(item.id), textOf(item.with));
  for (const item of clause.evidence ?? []) {
    const id = textOf(item.id);
    if (item.with !== undefined && circles(id, partners)) report(scope, item, "with", { code: "circular-with", id });
  }
  const bases = new Map<string, string>();
  for (const rule of clause.rules ?? []) if (rule.kind === "stack" && rule.id !== undefined) bases.set(textOf(rule.id), textOf(rule.after));
  for (const rule of clause.rules ?? []) {
    if (rule.kind !== "stack" || rule.id === undefined) continue;
    const id = textOf(rule.id);
    if (circles(id, bases)) report(scope, rule, "after", { code: "circular-after", id });
  }
}

/** Does the chain of `next` from `start` come back to `start`? */
function circles(start: string, next: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let id = next.get(start); id !== undefined && !seen.has(id); id = next.get(id)) {
    if (id === start) return true;
    seen.add(id);
  }
  return false;
}
