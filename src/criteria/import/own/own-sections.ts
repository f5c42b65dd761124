import type { SectionKind } from "../../../model/criteria.ts";
import { type Points, parsePoints } from "../../../model/points.ts";
import type { SourcePlace } from "../../../model/source-document.ts";
import { textMark } from "../../../model/text-mark.ts";
import { headingKey } from "../clean-text.ts";
import { labelOf, rankOfLabel, withoutLabel } from "../labels.ts";
import type { OwnClause, OwnRows } from "./own-rows.ts";
import type { Annex, FieldRecord, SectionRecord } from "./read-annex.ts";

/** A field as its row says: 领域：消防（牵头单位：区消防救援大队；折算30分）. */
export interface OwnField {
  readonly name: string;
  readonly lead?: string;
  readonly weight?: Points;
  readonly record?: FieldRecord;
}

export interface OwnSection {
  readonly kind: SectionKind;
  readonly field: string;
  readonly label?: string;
  readonly title: string;
  readonly points?: Points;
  readonly record?: SectionRecord;
  readonly at: SourcePlace;
  readonly clauses: { readonly row: OwnClause; readonly subsection?: string }[];
}

export interface OwnSum {
  readonly label: string;
  readonly points: Points;
  readonly at: SourcePlace;
  /** The last section above it; undefined: the sum of all. */
  readonly section?: OwnSection;
}

export interface OwnTree {
  readonly sections: readonly OwnSection[];
  readonly fields: readonly OwnField[];
  readonly sums: readonly OwnSum[];
}

interface State {
  readonly sections: OwnSection[];
  readonly fields: Map<string, OwnField>;
  readonly sums: OwnSum[];
  field: string;
  section: OwnSection | undefined;
  subsection: string | undefined;
}

/** Puts the rows under fields, sections and subsections. `topic` names what stands under no heading. */
export function buildOwnTree(tables: readonly OwnRows[], annex: Annex, topic: string): OwnTree {
  const state: State = { sections: [], fields: new Map(), sums: [], field: topic, section: undefined, subsection: undefined };
  for (const { kind, rows } of tables) {
    leaveSection(state);
    for (const row of rows) {
      if (row.kind === "heading") takeHeading(state, row, kind, annex);
      else if (row.kind === "clause") {
        const section = state.section ?? open(state, { kind, title: topic, at: row.at });
        section.clauses.push({ row, ...(state.subsection === undefined ? {} : { subsection: state.subsection }) });
      } else if (row.points !== undefined) {
        const own = /小计/u.test(row.label) && state.section !== undefined ? { section: state.section } : {};
        state.sums.push({ label: row.label, points: row.points, at: row.at, ...own });
      }
    }
  }
  return { sections: state.sections.filter(({ clauses }) => clauses.length > 0), fields: [...state.fields.values()], sums: state.sums };
}

function leaveSection(state: State): void {
  state.section = undefined;
  state.subsection = undefined;
}

function takeHeading(
  state: State,
  { text, at }: { readonly text: string; readonly at: SourcePlace },
  kind: SectionKind,
  annex: Annex,
): void {
  const words = sectionRecord(text, annex) === undefined ? text.replace(/(?<=.)（续）$/su, "") : text;
  const field = fieldOf(words, annex);
  if (field !== undefined) {
    if (!state.fields.has(field.name)) state.fields.set(field.name, field);
    state.field = field.name;
    leaveSection(state);
    return;
  }
  const known = sectionRecord(words, annex);
  if (known === undefined && state.section !== undefined && isSubsection(words, kind, annex)) {
    state.subsection = words;
    return;
  }
  state.subsection = undefined;
  const again = known === undefined ? undefined : state.sections.find(({ record }) => record === known);
  if (again === undefined) open(state, { ...sectionOf(words, known, kind), at });
  else state.section = again;
}

function open(state: State, section: Omit<OwnSection, "field" | "clauses">): OwnSection {
  const opened: OwnSection = { ...section, field: state.field, clauses: [] };
  if (!state.fields.has(state.field)) state.fields.set(state.field, { name: state.field });
  state.sections.push(opened);
  state.section = opened;
  return opened;
}

function fieldOf(words: string, annex: Annex): OwnField | undefined {
  const [, name, aside = ""] = /^领域[:：](.*?)(?:（((?:牵头单位[:：]|折算).*)）)?$/su.exec(words) ?? [];
  if (name === undefined) return undefined;
  // A section may be called so.
  const mark = textMark(words);
  if (!annex.fields.some((field) => field.mark === mark) && annex.sections.some((section) => section.mark === mark)) return undefined;
  const record = annex.fields.find((field) => field.mark === mark) ?? annex.fields.find((field) => field.name === name);
  if (record?.mark === mark) {
    const weight = record.weight === undefined ? undefined : parsePoints(String(record.weight));
    return {
      name: record.name,
      record,
      ...(record.lead === undefined ? {} : { lead: record.lead }),
      ...(weight === undefined ? {} : { weight }),
    };
  }
  const lead = /牵头单位[:：](.*?)(?:；折算[\d.]+分)?$/u.exec(aside)?.[1];
  const weight = parsePoints(/折算([\d.]+)分/u.exec(aside)?.[1] ?? "");
  return {
    name,
    ...(lead === undefined ? {} : { lead }),
    ...(weight === undefined ? {} : { weight }),
    ...(record === undefined ? {} : { record }),
  };
}

const pointsBehind = /（(?:最多加)?(\d+(?:\.\d+)?)分）$/u;

/** The section of the annex that a heading names: as printed, or with other points. */
function sectionRecord(words: string, { sections }: Annex): SectionRecord | undefined {
  const exact = sections.find(({ mark }) => mark === textMark(words));
  if (exact !== undefined) return exact;
  const key = headingKey(words.replace(pointsBehind, ""));
  const alike = sections.filter(({ label = "", title }) => headingKey(`${label}${title}`) === key);
  return alike.length === 1 ? alike[0] : undefined;
}

function isSubsection(words: string, kind: SectionKind, { sections }: Annex): boolean {
  if (sections.some(({ subsections }) => subsections.includes(words))) return true;
  const label = labelOf(words);
  return label === undefined ? kind !== "veto" && !pointsBehind.test(words) : rankOfLabel(label) >= 2;
}

function sectionOf(words: string, record: SectionRecord | undefined, kind: SectionKind): Omit<OwnSection, "field" | "clauses" | "at"> {
  const printed = pointsBehind.exec(words)?.[1];
  const exact = record !== undefined && record.mark === textMark(words);
  const points = exact ? record.points : printed === undefined ? undefined : Number(printed);
  const declared = points === undefined ? undefined : parsePoints(String(points));
  const bare = words.replace(pointsBehind, "");
  const label = record === undefined ? labelOf(bare) : record.label;
  const title = record?.title ?? (label === undefined ? bare : withoutLabel(bare));
  return {
    kind: record?.kind ?? kind,
    ...(label === undefined ? {} : { label }),
    title: title === "" ? bare : title,
    ...(declared === undefined ? {} : { points: declared }),
    ...(record === undefined ? {} : { record }),
  };
}
