import type { Criteria } from "../../model/criteria.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { SourceText } from "../../model/place.ts";
import { readWritten } from "../../written/read-written.ts";
import { parseCriteria } from "../parse-criteria.ts";
import { criteriaSchema, type WrittenCriteria } from "../written-criteria.ts";

/** The 细则 as the program understands it, and as it is written: an export carries the latter over, so that nothing is reworded. */
export function readWrittenCriteria(source: SourceText): Outcome<{ readonly criteria: Criteria; readonly written: WrittenCriteria }> {
  const parsed = parseCriteria(source);
  if (!parsed.ok) return parsed;
  const { written } = readWritten(source, criteriaSchema);
  if (written === undefined) throw new Error("criteria that parse have a written form");
  return { ok: true, value: { criteria: parsed.value, written }, warnings: parsed.warnings };
}
