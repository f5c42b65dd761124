import type { Diagnostic } from "../model/diagnostic.ts";
import { pathPlace } from "../model/place.ts";
import type { Scorecard } from "../model/scorecard.ts";
import type { WorkspaceProblem } from "../model/workspace-problem.ts";
import type { Scope } from "../report/scope.ts";
import { nearest } from "../written/nearest.ts";

export type ScopeChoice = { readonly ok: true; readonly scope: Scope | undefined } | { readonly ok: false; readonly error: Diagnostic };

/** --unit and --field as people write them: a name, an alias, a field's id. Neither: undefined, the whole district. */
export function chooseScope(options: { readonly unit?: string; readonly field?: string }, scorecard: Scorecard): ScopeChoice {
  if (options.unit !== undefined && options.field !== undefined)
    return refuse({ code: "options-exclude", first: "--unit", second: "--field" });
  if (options.unit !== undefined) return chooseUnit(options.unit, scorecard);
  if (options.field !== undefined) return chooseField(options.field, scorecard);
  return { ok: true, scope: undefined };
}

function chooseUnit(written: string, scorecard: Scorecard): ScopeChoice {
  const units = scorecard.units.map((result) => result.unit);
  const unit = units.find((candidate) => candidate.name === written) ?? units.find((candidate) => candidate.aliases.includes(written));
  if (unit !== undefined) return { ok: true, scope: { kind: "unit", unit: unit.name } };
  const close = nearest(
    written,
    units.flatMap((candidate) => [candidate.name, ...candidate.aliases]),
  );
  return refuse({ code: "unknown-unit", name: written, where: "option", ...(close === undefined ? {} : { nearest: close }) });
}

function chooseField(written: string, scorecard: Scorecard): ScopeChoice {
  const fields = scorecard.fields.map((result) => result.field);
  const field = fields.find((candidate) => candidate.id === written || candidate.name === written);
  if (field !== undefined) return { ok: true, scope: { kind: "field", field: field.id } };
  const known = fields.map((candidate) => candidate.name);
  const close = nearest(written, [...known, ...fields.map((candidate) => candidate.id)]);
  return refuse({ code: "unknown-field-option", name: written, known, ...(close === undefined ? {} : { nearest: close }) });
}

type OptionProblem =
  | Extract<WorkspaceProblem, { code: "unknown-unit" | "unknown-field-option" }>
  | { code: "options-exclude"; first: string; second: string };

function refuse(problem: OptionProblem): ScopeChoice {
  return { ok: false, error: { severity: "error", place: pathPlace("命令行"), ...problem } };
}
