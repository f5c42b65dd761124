import type { Diagnostic } from "./diagnostic.ts";

/** What a stage that reads people's input returns: a value with warnings, or every error found. Nothing is thrown. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly errors: readonly Diagnostic[]; readonly warnings: readonly Diagnostic[] };
