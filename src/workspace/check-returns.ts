import type { Diagnostic } from "../model/diagnostic.ts";
import type { Return } from "../model/return.ts";

/** Two 自评表 of one unit: which of them holds is for a person to say. */
export function checkReturns(returns: readonly Return[]): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return returns.flatMap(({ unit, place }): readonly Diagnostic[] => {
    const path = place.kind === "source" ? place.source.path : place.path;
    const other = first.get(unit);
    if (other === undefined) first.set(unit, path);
    return other === undefined ? [] : [{ severity: "error", place, code: "two-returns-for-unit", unit, first: other, second: path }];
  });
}
