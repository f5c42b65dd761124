import type { Criteria } from "../model/criteria.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Workspace } from "../model/workspace.ts";

/** A 细则 that rules differently for kinds of districts (产区、非产区), and a workspace that is none of them: said once. */
export function checkProfiles(criteria: Criteria, workspace: Workspace): readonly Diagnostic[] {
  const rules = criteria.sections.flatMap((section) => section.clauses).flatMap((clause) => clause.rules);
  const limited = rules.filter((rule) => rule.profiles.length > 0);
  const profiles = [...new Set(limited.flatMap((rule) => rule.profiles))];
  const [first] = limited;
  if (first === undefined || workspace.profiles.some((profile) => profiles.includes(profile))) return [];
  return [{ severity: "warning", place: first.place, code: "profiles-not-named", profiles, named: workspace.profiles }];
}
