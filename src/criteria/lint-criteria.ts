import type { Clause, Criteria, Section } from "../model/criteria.ts";
import type { CriteriaProblem } from "../model/criteria-problem.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { byPlace } from "../written/by-place.ts";
import { at, type Finding } from "./finding.ts";
import { lintArithmetic } from "./lint-arithmetic.ts";
import { lintInputs } from "./lint-inputs.ts";
import { lintRules } from "./lint-rules.ts";

/**
 * Audits a 细则 that can be assessed but may not add up: real ones print sums that differ, periods that run backwards and rules
 * that take more than the clause has. Warnings only, in the order of the file, with the numbers.
 */
export function lintCriteria(criteria: Criteria): readonly Diagnostic[] {
  const clauses = criteria.sections.flatMap((section) => section.clauses);
  const findings = [
    ...lintArithmetic(criteria),
    ...criteria.sections.flatMap((section) => lintLabels(section)),
    ...criteria.sections.flatMap((section) => section.clauses.flatMap((clause) => lintClause(section, clause))),
    ...clauses.flatMap((clause) => [...lintRules(clause), ...lintInputs(clause)]),
    ...lintTwins(clauses),
  ];
  return byPlace(findings.map(({ place, problem }): Diagnostic => ({ severity: "warning", place, ...problem })));
}

/** Printed numbers start again in every 小节. */
function lintLabels(section: Section): readonly Finding[] {
  const seen = new Map<string, string>();
  return section.clauses.flatMap((clause): readonly Finding[] => {
    if (clause.label === "") return [];
    const key = `${clause.subsection ?? ""}\n${clause.label}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, clause.id);
    return first === undefined ? [] : [at(clause, { code: "duplicate-label", label: clause.label, first, second: clause.id })];
  });
}

function lintClause(section: Section, clause: Clause): readonly Finding[] {
  const { id } = clause;
  const found: Finding[] = [];
  const note = (holds: boolean, problem: CriteriaProblem): void => {
    if (holds) found.push(at(clause, problem));
  };
  const proved = clause.evidence.length > 0 || clause.inputs.length > 0 || clause.verification !== "package";
  note(section.kind === "standard" && clause.maxPoints === 0, { code: "zero-point-clause", clause: id });
  note(!proved, { code: "clause-without-evidence", clause: id });
  note(clause.lead.length === 0, { code: "clause-without-owner", clause: id });
  note(clause.rules.length === 0, { code: "clause-without-rule", clause: id });
  note(clause.standard === "", { code: "clause-without-standard", clause: id });
  for (const evidence of clause.evidence) {
    if (evidence.keywords.length === 0)
      found.push({ place: evidence.place, problem: { code: "evidence-without-keywords", clause: id, evidence: evidence.name } });
    if (evidence.window.kind === "unknown") {
      const problem = { code: "impossible-window", clause: id, evidence: evidence.name, range: evidence.window.written } as const;
      found.push({ place: evidence.place, problem });
    }
  }
  return found;
}

/** Two clauses whose documents cannot be told apart by name. */
function lintTwins(clauses: readonly Clause[]): readonly Finding[] {
  const seen = new Map<string, Clause>();
  return clauses.flatMap((clause) =>
    clause.evidence.flatMap((evidence): readonly Finding[] => {
      if (evidence.keywords.length === 0) return [];
      const key = JSON.stringify([evidence.kind ?? "", ...evidence.keywords.toSorted()]);
      const other = seen.get(key);
      if (other === undefined) seen.set(key, clause);
      if (other === undefined || other.id === clause.id) return [];
      return [
        { place: evidence.place, problem: { code: "same-evidence-text", clause: clause.id, other: other.id, evidence: evidence.name } },
      ];
    }),
  );
}
