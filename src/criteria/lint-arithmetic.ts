import type { Criteria, Section } from "../model/criteria.ts";
import { addPoints, type Points } from "../model/points.ts";
import { at, type Finding } from "./finding.ts";

/** Sums as printed against sums as computed. Bonus and veto sections stand outside the total. */
export function lintArithmetic(criteria: Criteria): readonly Finding[] {
  const standard = criteria.sections.filter((section) => section.kind === "standard");
  const sections = totalOf(criteria, standard);
  const differs = sections !== criteria.total;
  const lowest = criteria.grades.at(-1);
  return [
    ...standard.flatMap(lintSection),
    ...(differs ? [at(criteria, { code: "sections-differ-from-total", sections, declared: criteria.total })] : []),
    ...(lowest !== undefined && lowest.min > 0 ? [at(criteria, { code: "grade-gap", lowest: lowest.name, min: lowest.min })] : []),
  ];
}

function lintSection(section: Section): readonly Finding[] {
  const clauses = addPoints(...section.clauses.map((clause) => clause.maxPoints));
  if (clauses === section.maxPoints) return [];
  return [at(section, { code: "clauses-differ-from-section", section: section.id, clauses, declared: section.maxPoints })];
}

/** A weighted field counts with its weight, however many points its sections have. */
function totalOf(criteria: Criteria, standard: readonly Section[]): Points {
  return addPoints(
    ...criteria.fields.map((field) => {
      const own = standard.filter((section) => section.field === field.id);
      if (own.length === 0) return addPoints();
      return field.weight ?? addPoints(...own.map((section) => section.maxPoints));
    }),
  );
}
