import type { Clause, Criteria, Field, Section, SectionKind } from "../../model/criteria.ts";
import {
  bonusRequirement,
  clauseHeadings,
  fieldWords,
  materialLines,
  sectionWords,
  unitWords,
  verificationWords,
  vetoRequirement,
} from "../../model/criteria-paper.ts";
import { addPoints, type Points } from "../../model/points.ts";
import { pointValue, type SourceColumn, type SourceRow, type TableSource, type Value, words } from "../table-source.ts";

interface ClauseColumn extends SourceColumn {
  readonly valueIn: (clause: Clause) => Value;
  /** Left out when no clause of the 细则 has anything to say in it. */
  readonly optional?: true;
}

const common: readonly ClauseColumn[] = [
  {
    header: clauseHeadings.label,
    share: 4.5,
    width: 7,
    align: "center",
    format: "text",
    valueIn: ({ label }) => text(label),
    optional: true,
  },
  { header: clauseHeadings.id, share: 7.5, width: 9, align: "center", format: "text", valueIn: ({ id }) => text(id) },
  { header: clauseHeadings.title, share: 11, width: 18, format: "text", valueIn: ({ title }) => text(title) },
  { header: clauseHeadings.requirement, share: 25, width: 42, format: "text", valueIn: ({ requirement }) => text(requirement) },
  {
    header: clauseHeadings.points,
    share: 4.5,
    width: 7,
    align: "center",
    format: "points",
    valueIn: ({ maxPoints }) => pointValue(maxPoints),
  },
  { header: clauseHeadings.standard, share: 26, width: 44, format: "text", valueIn: ({ standard }) => text(standard) },
  { header: clauseHeadings.lead, share: 8, width: 14, format: "text", valueIn: ({ lead }) => text(unitWords(lead)) },
  {
    header: clauseHeadings.with,
    share: 9,
    width: 16,
    format: "text",
    valueIn: ({ cooperating }) => text(unitWords(cooperating)),
    optional: true,
  },
  { header: clauseHeadings.scorer, share: 7, width: 12, format: "text", valueIn: ({ scorer = "" }) => text(scorer), optional: true },
  {
    header: clauseHeadings.verification,
    share: 6,
    width: 11,
    format: "text",
    valueIn: ({ verification }) => text(verificationWords[verification]),
  },
  {
    header: clauseHeadings.materials,
    share: 18,
    width: 34,
    format: "text",
    valueIn: ({ evidence }) => words(...materialLines(evidence)),
    optional: true,
  },
];

/** The clauses of one kind of section as the usual table; undefined when there are none. */
export function clauseTable(criteria: Criteria, kind: SectionKind): TableSource | undefined {
  const sections = criteria.sections.filter((section) => section.kind === kind);
  if (sections.length === 0 && kind !== "standard") return undefined;
  const clauses = sections.flatMap((section) => section.clauses);
  const columns = columnsFor(kind).filter(
    ({ optional, valueIn }) => optional === undefined || clauses.some((clause) => !isBlank(valueIn(clause))),
  );
  const fields = criteria.fields.filter(
    ({ id }) => sections.some(({ field }) => field === id) || (kind === "standard" && !criteria.sections.some(({ field }) => field === id)),
  );
  const rows = runsOf(sections).flatMap((run) => runRows(run, criteria.fields, columns));
  const unused = fields.filter(({ id }) => !sections.some(({ field }) => field === id)).map(fieldRow);
  const total = kind === "standard" ? [totalRow("合计", sumOf(clauses), columns)] : [];
  return { columns, rows: [...rows, ...unused, ...total] };
}

function columnsFor(kind: SectionKind): readonly ClauseColumn[] {
  if (kind === "standard") return common;
  const header = kind === "bonus" ? bonusRequirement : vetoRequirement;
  return common
    .filter((column) => kind !== "veto" || column.header !== clauseHeadings.points)
    .map((column) => (column.header === clauseHeadings.requirement ? { ...column, header } : column));
}

/** Sections that follow each other in one field. */
function runsOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const runs: Section[][] = [];
  for (const section of sections) {
    const last = runs.at(-1);
    if (last?.[0]?.field === section.field) last.push(section);
    else runs.push([section]);
  }
  return runs;
}

function runRows(run: readonly Section[], fields: readonly Field[], columns: readonly ClauseColumn[]): readonly SourceRow[] {
  const field = fields.find(({ id }) => id === run[0]?.field);
  return [...(field === undefined ? [] : [fieldRow(field)]), ...run.flatMap((section) => sectionRows(section, columns))];
}

function fieldRow(field: Field): SourceRow {
  return { kind: "group", label: fieldWords(field) };
}

function sectionRows(section: Section, columns: readonly ClauseColumn[]): readonly SourceRow[] {
  const heading: SourceRow = { kind: "group", label: sectionWords(section) };
  const rows = section.clauses.flatMap((clause, index): readonly SourceRow[] => {
    const before = section.clauses[index - 1]?.subsection;
    const row: SourceRow = { kind: "data", values: columns.map(({ valueIn }) => valueIn(clause)) };
    if (clause.subsection === before) return [row];
    // Behind a 小节 the chapter is named once more where it goes on without one.
    if (clause.subsection === undefined) return [{ kind: "group", label: `${sectionWords(section)}（续）` }, row];
    return [{ kind: "group", label: `\u3000\u3000${clause.subsection}` }, row];
  });
  const sum = section.kind === "standard" ? [totalRow("小计", sumOf(section.clauses), columns)] : [];
  return [heading, ...rows, ...sum];
}

function totalRow(label: string, points: Points, columns: readonly ClauseColumn[]): SourceRow {
  return {
    kind: "total",
    values: columns.map(({ header }) => {
      if (header === clauseHeadings.title) return words(label);
      return header === clauseHeadings.points ? pointValue(points) : words();
    }),
  };
}

function sumOf(clauses: readonly Clause[]): Points {
  return addPoints(...clauses.map(({ maxPoints }) => maxPoints));
}

/** One paragraph with its line breaks: blank lines of the text stay. */
function text(content: string): Value {
  return words(content);
}

function isBlank(value: Value): boolean {
  return value.kind === "lines" && value.lines.length === 0;
}
