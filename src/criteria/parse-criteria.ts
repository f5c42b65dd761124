import type { Criteria } from "../model/criteria.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outcome } from "../model/outcome.ts";
import type { SourceText } from "../model/place.ts";
import { byPlace } from "../written/by-place.ts";
import { makeNumeral } from "../written/numeral.ts";
import { readWritten } from "../written/read-written.ts";
import { normalizeCriteria } from "./normalize-criteria.ts";
import { criteriaSchema } from "./written-criteria.ts";

/** Stands in for a missing heading, so that the clauses are checked in the same run; never reaches a result. */
const stopgap = {
  title: "—",
  period: { from: "2000-01-01", to: "2000-12-31" },
  total: makeNumeral("0"),
  fields: [],
  sections: [],
};

/**
 * Reads a 考核细则: every error at once, in the order of the file, each at its place. Arithmetic that does not add up is no
 * error; see `lintCriteria`.
 */
export function parseCriteria(source: SourceText): Outcome<Criteria> {
  const { sheet, written, errors: shapeErrors, warnings } = readWritten(source, criteriaSchema, stopgap);
  if (sheet === undefined || written === undefined) return { ok: false, errors: byPlace(shapeErrors), warnings };
  const errors: Diagnostic[] = [...shapeErrors];
  const value = normalizeCriteria({ sheet, errors }, written);
  return errors.length === 0 ? { ok: true, value, warnings } : { ok: false, errors: byPlace(errors), warnings };
}
