import type { ScoringRule } from "../model/rule.ts";

/** Which rules hold in a district of these profiles. */
export function rulesFor(rules: readonly ScoringRule[], profiles: readonly string[]): readonly ScoringRule[] {
  return rules.filter((rule) => rule.profiles.length === 0 || rule.profiles.some((profile) => profiles.includes(profile)));
}
