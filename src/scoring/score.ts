import type { Criteria } from "../model/criteria.ts";
import type { Gap } from "../model/gap.ts";
import type { ClauseResult, FieldResult, SectionResult, TotalResult } from "../model/scorecard.ts";
import { dearestFirst } from "./gaps.ts";
import { groupedBy } from "./grouped-by.ts";
import type { Pending } from "./pending.ts";
import { type ScoringInput, scoreAllClauses } from "./score-all-clauses.ts";
import { bonusOf, fieldResult, sectionResult, totalResult } from "./totals.ts";

/** The numbers of an assessment: every clause, group and the total, and what is missing from full marks. */
export interface Score {
  readonly clauses: readonly ClauseResult[];
  readonly sections: readonly SectionResult[];
  readonly fields: readonly FieldResult[];
  readonly total: TotalResult;
  readonly gaps: readonly Gap[];
}

/** 规则 → 条款 → 考核项目 → 合理缺项 → 折算 → 加分 → 否决: the order of arithmetic, written once. */
export function score(input: ScoringInput): Score {
  const scored = scoreAllClauses(input);
  const clauses = scored.map((entry) => entry.result);
  const sections = sectionsOf(input.criteria, clauses);
  const pending = scored.flatMap((entry) => entry.pending ?? []);
  const fields = fieldsOf(input.criteria, sections, clauses, pending);
  const total = totalResult({
    criteria: input.criteria,
    fields,
    bonus: bonusOf(input.criteria.sections, clauses),
    vetoes: scored.flatMap((entry) => entry.vetoes),
    pending,
  });
  return { clauses, sections, fields, total, gaps: dearestFirst(scored.flatMap((entry) => entry.gaps)) };
}

function sectionsOf(criteria: Criteria, clauses: readonly ClauseResult[]): readonly SectionResult[] {
  const bySection = groupedBy(clauses, (clause) => clause.section.id);
  return criteria.sections.map((section) => sectionResult(section, bySection.get(section.id) ?? []));
}

function fieldsOf(
  criteria: Criteria,
  sections: readonly SectionResult[],
  clauses: readonly ClauseResult[],
  pending: readonly Pending[],
): readonly FieldResult[] {
  return criteria.fields.map((field) => {
    const own = sections.filter((result) => result.section.field === field.id);
    const bonus = bonusOf(
      own.map((result) => result.section),
      clauses,
    );
    return fieldResult(field, own, bonus, {
      precision: criteria.precision,
      pending: pending.filter((clause) => clause.field === field.id),
    });
  });
}
