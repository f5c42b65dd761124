import type { Clause, Criteria, Field, GradeBand, Section } from "../model/criteria.ts";
import { addPoints, type Points, thousandths, zeroPoints } from "../model/points.ts";
import { given, pointsOf, rangeOf } from "../written/amounts.ts";
import { nearestOf } from "../written/nearest.ts";
import { spellingOf, textOf } from "../written/numeral.ts";
import { hasLost, placeOf } from "../written/sheet.ts";
import { type Desk, report } from "./clause-scope.ts";
import { normalizeClause, type Surroundings } from "./normalize-clause.ts";
import type { WrittenBand, WrittenCriteria, WrittenSection } from "./written-criteria.ts";

const HUNDREDTH = thousandths(10);

/** What is written, with every default filled in; what does not hold together is reported at the desk. */
export function normalizeCriteria(desk: Desk, written: WrittenCriteria): Criteria {
  const period = rangeOf(written.period);
  if (period.from > period.to) report(desk, written.period, "from", { code: "period-reversed", range: period });
  const grades = normalizeGrades(desk, written.grades ?? []);
  const fields = normalizeFields(desk, written.fields);
  const around: Surroundings = { ...desk, period, gradeNames: grades.map((band) => band.name) };
  const sections = written.sections.map((section) => normalizeSection(around, section));
  reportStructure(desk, written);
  return {
    title: textOf(written.title),
    ...given("issuer", written.issuer && textOf(written.issuer)),
    ...given("edition", written.edition && textOf(written.edition)),
    period,
    total: pointsOf(written.total),
    precision: normalizePrecision(desk, written),
    notApplicable: written.notApplicable ?? "renormalize",
    noEvidence: written.noEvidence ?? "zero",
    ...given("bonusCap", written.bonus && pointsOf(written.bonus.cap)),
    grades,
    fields,
    sections,
    ...given(
      "retired",
      written.retired?.map(({ id, title }) => ({ id: textOf(id), title: title === undefined ? "" : textOf(title) })),
    ),
    // Where the sums are declared: most of what concerns the whole is about them.
    place: placeOf(desk.sheet, written, "total"),
  };
}

function normalizePrecision(desk: Desk, written: WrittenCriteria): Points {
  if (written.precision === undefined) return HUNDREDTH;
  const precision = pointsOf(written.precision);
  if (precision > 0) return precision;
  const place = placeOf(desk.sheet, written, "precision");
  desk.errors.push({ severity: "error", place, code: "bad-points", path: "precision", found: spellingOf(written.precision) });
  return HUNDREDTH;
}

function normalizeGrades(desk: Desk, written: readonly WrittenBand[]): readonly GradeBand[] {
  const bands = written.map((band): GradeBand => {
    if (band.min !== undefined && band.above === undefined) return { name: textOf(band.name), min: pointsOf(band.min), minIncluded: true };
    if (band.above !== undefined && band.min === undefined)
      return { name: textOf(band.name), min: pointsOf(band.above), minIncluded: false };
    const place = placeOf(desk.sheet, band, band.min === undefined ? undefined : "above");
    if (!hasLost(desk.sheet, band)) desk.errors.push({ severity: "error", place, code: "missing-key", key: "min", path: "grades" });
    return { name: textOf(band.name), min: zeroPoints, minIncluded: true };
  });
  return bands.toSorted((a, b) => b.min - a.min || Number(a.minIncluded) - Number(b.minIncluded));
}

function normalizeFields(desk: Desk, written: WrittenCriteria["fields"]): readonly Field[] {
  return written.map((field) => ({
    id: textOf(field.id),
    name: textOf(field.name),
    ...given("lead", field.lead && textOf(field.lead)),
    ...given("weight", field.weight && pointsOf(field.weight)),
    place: placeOf(desk.sheet, field),
  }));
}

function normalizeSection(around: Surroundings, written: WrittenSection): Section {
  const kind = written.kind ?? "standard";
  const id = textOf(written.id);
  const clauses = written.clauses.map((clause) => normalizeClause(around, { id, kind }, clause));
  return {
    id,
    field: textOf(written.field),
    kind,
    label: written.label === undefined ? "" : textOf(written.label),
    title: textOf(written.title),
    maxPoints: sectionPoints(written, clauses),
    clauses,
    place: placeOf(around.sheet, written),
  };
}

function sectionPoints(written: WrittenSection, clauses: readonly Clause[]): Points {
  if (written.kind === "veto") return zeroPoints;
  return written.points === undefined ? addPoints(...clauses.map((clause) => clause.maxPoints)) : pointsOf(written.points);
}

/** Ids that are there twice, sections of no field, and a 细则 without clauses. */
function reportStructure(desk: Desk, written: WrittenCriteria): void {
  reportRepeated(desk, written.fields, "field");
  reportRepeated(desk, written.sections, "section");
  const clauses = written.sections.flatMap((section) => section.clauses);
  reportRepeated(desk, clauses, "clause");
  reportFormerIds(desk, written);
  if (clauses.length === 0 && desk.errors.length === 0) report(desk, written, "sections", { code: "no-clauses" });
  const known = [...new Set(written.fields.map((field) => textOf(field.id)))];
  for (const section of written.sections) {
    const field = textOf(section.field);
    if (known.includes(field) || desk.sheet.forgotten.has(field)) continue;
    report(desk, section, "field", { code: "unknown-field", field, known, ...nearestOf(field, known) });
  }
}

/** An id that a clause has now, or has gone, cannot be the former id of another. */
function reportFormerIds(desk: Desk, written: WrittenCriteria): void {
  const clauses = written.sections.flatMap((section) => section.clauses);
  const seen = new Set(clauses.map(({ id }) => textOf(id)));
  for (const former of clauses.flatMap(({ formerIds }) => (formerIds === undefined ? [] : [formerIds]))) {
    for (const [index, id] of former.map(textOf).entries()) {
      if (seen.has(id)) report(desk, former, index, { code: "duplicate-id", id, what: "clause" });
      seen.add(id);
    }
  }
  reportRetired(desk, written, seen);
}

function reportRetired(desk: Desk, { retired = [] }: WrittenCriteria, seen: Set<string>): void {
  for (const entry of retired) {
    if (seen.has(textOf(entry.id))) report(desk, entry, "id", { code: "duplicate-id", id: textOf(entry.id), what: "clause" });
    seen.add(textOf(entry.id));
  }
}

function reportRepeated(desk: Desk, items: readonly { readonly id: WrittenSection["id"] }[], what: "clause" | "field" | "section"): void {
  const seen = new Set<string>();
  for (const item of items) {
    const id = textOf(item.id);
    if (seen.has(id)) report(desk, item, "id", { code: "duplicate-id", id, what });
    seen.add(id);
  }
}
