import type { readText } from "../io/read-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outcome } from "../model/outcome.ts";
import type { SourceText } from "../model/place.ts";

/** Errors and warnings of many files, gathered before anything is decided. */
export interface Collected {
  readonly errors: Diagnostic[];
  readonly warnings: Diagnostic[];
  readonly keep: <Value>(outcome: Outcome<Value>) => Value | undefined;
  readonly text: (read: ReturnType<typeof readText>) => SourceText | undefined;
  readonly failed: () => Outcome<never>;
}

export function collector(): Collected {
  const [errors, warnings]: [Diagnostic[], Diagnostic[]] = [[], []];
  return {
    errors,
    warnings,
    keep: (outcome) => {
      warnings.push(...outcome.warnings);
      if (outcome.ok) return outcome.value;
      errors.push(...outcome.errors);
      return undefined;
    },
    text: (read) => {
      if (read.ok) return read.source;
      errors.push({ severity: "error", place: read.place, ...read.problem });
      return undefined;
    },
    failed: () => ({ ok: false, errors, warnings }),
  };
}
