import type { Criteria, Section } from "../../model/criteria.ts";
import type { AnnexRow } from "../../model/criteria-annex.ts";
import { fieldWords, sectionWords } from "../../model/criteria-paper.ts";
import { textMark } from "../../model/text-mark.ts";
import { textOf } from "../../written/numeral.ts";
import type { WrittenClause, WrittenCriteria, WrittenSection } from "../written-criteria.ts";
import { plainMap, plainValue } from "./plain-value.ts";

/** Everything about fields, sections and clauses that the printed table does not say in full, as it is written in the YAML. */
export function annexRows(criteria: Criteria, written: WrittenCriteria): readonly AnnexRow[] {
  const fields = criteria.fields.map((field, index): AnnexRow => {
    const lines = [line("field", plainMap(written.fields[index] ?? {}))];
    return { id: field.id, kind: "field", mark: textMark(fieldWords(field)), lines };
  });
  const sections = criteria.sections.flatMap((section, index) => {
    const own = written.sections[index];
    return own === undefined ? [] : [sectionRow(section, own), ...clauseRows(section, own)];
  });
  return [...fields, ...sections];
}

function sectionRow(section: Section, written: WrittenSection): AnnexRow {
  const head = Object.fromEntries(Object.entries(written).filter(([key]) => key !== "clauses"));
  const subsections = [...new Set(section.clauses.flatMap(({ subsection }) => subsection ?? []))];
  return {
    id: section.id,
    kind: "section",
    mark: textMark(sectionWords(section)),
    lines: [line("section", plainMap(head)), ...(subsections.length === 0 ? [] : [line("subsections", subsections)])],
  };
}

function clauseRows({ clauses }: Section, section: WrittenSection): readonly AnnexRow[] {
  return section.clauses.map((written, index): AnnexRow => {
    const clause = clauses[index];
    const mark = textMark(clause?.requirement ?? "", clause?.standard ?? "");
    return { id: textOf(written.id), kind: "clause", mark, lines: clauseLines(written) };
  });
}

/** The verbatim layer stands in the table and is left out here; units stay, because 各燃气企业 is more than its words. */
function clauseLines({ points, units, mayNotApply, evidence = [], inputs = [], rules = [] }: WrittenClause): readonly string[] {
  return [
    ...given("points", points),
    ...given("units", units),
    ...given("mayNotApply", mayNotApply),
    ...evidence.map((item) => line("evidence", plainMap(item))),
    ...inputs.map((item) => line("input", plainMap(item))),
    ...rules.map((item) => line("rule", plainMap(item))),
  ];
}

function given(key: string, value: unknown): readonly string[] {
  return value === undefined ? [] : [line(key, plainValue(value))];
}

function line(key: string, value: unknown): string {
  return `${key}: ${JSON.stringify(value)}`;
}
