import type { SectionKind } from "../../model/criteria.ts";
import type { ImportNote } from "../../model/import-note.ts";
import { addPoints, type Points, zeroPoints } from "../../model/points.ts";
import { headingKey, oneLine } from "./clean-text.ts";
import type { Part } from "./collect-parts.ts";
import type { ClauseEntry, Doubt, Heading } from "./entries.ts";
import { fieldOfHeading, weightOf } from "./field-names.ts";
import { bonusCapOf, type OutsideText } from "./read-frame.ts";
import { pointsOfHeading, withoutPoints } from "./read-points.ts";

export interface TreeClause {
  readonly entry: ClauseEntry;
  readonly subsection?: string;
  /** The heading that is the title of this clause alone. */
  readonly title?: Heading;
}

export interface TreeSection {
  readonly kind: SectionKind;
  readonly field: string;
  readonly label?: string;
  readonly title: string;
  readonly declared?: Points;
  readonly at: Heading["at"];
  readonly clauses: TreeClause[];
}

export interface Tree {
  readonly sections: readonly TreeSection[];
  readonly fields: ReadonlyMap<string, Points | undefined>;
  readonly sums: readonly PrintedSum[];
  readonly texts: readonly OutsideText[];
  readonly notes: readonly ImportNote[];
}

/** A 小计 or 合计 row, with the clauses that may be meant by it. */
export interface PrintedSum {
  readonly label: string;
  readonly points: Points;
  readonly at: Heading["at"];
  readonly isLast: boolean;
  readonly since: readonly TreeClause[];
  readonly section: readonly TreeClause[];
  readonly all: readonly TreeClause[];
}

/** Puts the entries under fields and sections. `topic` names the field, and the section of clauses that stand under no heading. */
export function buildTree(parts: readonly Part[], topic: { readonly field: string; readonly section: string }): Tree {
  const state: State = {
    sections: [],
    fields: new Map(),
    sums: [],
    texts: [],
    notes: [],
    stack: [],
    idle: new Set(),
    all: [],
    since: [],
    field: topic.field,
    path: "",
  };
  const sheets = parts.filter(({ sheet }) => sheet !== undefined).length > 1;
  const titled = levelIsTitle(parts);
  for (const part of parts) {
    state.stack = [];
    state.since = [];
    state.path = "";
    state.field = sheets && part.sheet !== undefined ? (fieldOfHeading(part.sheet) ?? part.sheet) : topic.field;
    for (const [index, entry] of part.entries.entries()) {
      if (entry.kind === "text") state.texts.push({ text: entry.text, at: entry.at });
      else if (entry.kind === "heading") {
        state.notes.push(...(entry.doubts ?? []).map(({ at, doubt }): ImportNote => ({ ...doubt, at })));
        takeHeading(state, entry);
      } else if (entry.kind === "sum") takeSum(state, entry, !part.entries.slice(index + 1).some((later) => later.kind === "clause"));
      else takeClause(state, entry, titled, part.sheet !== undefined && sheets ? part.sheet : topic.section);
    }
  }
  for (const { at, text, label = "", declared } of state.idle) {
    // 第二条 考核工作分工如下: leads to no clauses, and need not.
    if (at.kind === "paragraph" && declared === undefined) state.texts.push({ text: `${label}${text}`, at });
    else state.notes.push({ code: "row-unplaced", at, text: `${label}${text}` });
  }
  return { ...state, sections: state.sections.filter(({ clauses }) => clauses.length > 0) };
}

interface State {
  readonly sections: TreeSection[];
  readonly fields: Map<string, Points | undefined>;
  readonly sums: PrintedSum[];
  readonly texts: OutsideText[];
  readonly notes: ImportNote[];
  stack: (Heading & { readonly rank: number })[];
  /** Headings that no clause stands under so far. */
  readonly idle: Set<Heading>;
  readonly all: TreeClause[];
  since: TreeClause[];
  field: string;
  path: string;
}

/** Does every cell of the innermost chapter column stand beside one clause? Then it is the title of the clause, not a chapter. */
function levelIsTitle(parts: readonly Part[]): boolean {
  const clauses = parts.flatMap(({ entries }) => entries).filter((entry) => entry.kind === "clause");
  const withLevels = clauses.filter(({ levels }) => levels.length > 0);
  if (withLevels.length < 2) return false;
  const counts = new Map<Heading, number>();
  for (const { levels } of withLevels) {
    const last = levels.at(-1);
    if (last !== undefined) counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  const depth = withLevels.reduce((most, { levels }) => Math.max(most, levels.length), 0);
  const several = [...counts.values()].filter((count) => count > 1).length;
  return several === 0 || (depth > 1 && several * 5 <= counts.size);
}

function takeHeading(state: State, heading: Heading & { readonly rank: number }): void {
  const field = fieldOfHeading(heading.text);
  state.idle.add(heading);
  while ((state.stack.at(-1)?.rank ?? -1) >= heading.rank) state.stack.pop();
  if (field !== undefined && weightOf(heading.text) !== undefined) state.fields.set(field, weightOf(heading.text));
  state.stack.push(heading);
}

function takeSum(
  state: State,
  sum: { readonly label: string; readonly points?: Points; readonly at: Heading["at"]; readonly doubts: readonly Doubt[] },
  isLast: boolean,
): void {
  state.notes.push(...sum.doubts.map(({ at, doubt }): ImportNote => ({ ...doubt, at })));
  const section = state.sections.at(-1)?.clauses ?? [];
  if (sum.points !== undefined && sum.points >= zeroPoints) {
    state.sums.push({
      label: sum.label,
      points: sum.points,
      at: sum.at,
      isLast,
      since: state.since,
      section: [...section],
      all: [...state.all],
    });
  }
  state.since = [];
}

function takeClause(state: State, entry: ClauseEntry, titled: boolean, fallback: string): void {
  const own = titled ? entry.levels.at(-1) : undefined;
  const levels = own === undefined ? entry.levels : entry.levels.slice(0, -1);
  for (const heading of state.stack) state.idle.delete(heading);
  const path: readonly Heading[] = [...state.stack, ...levels];
  const [first, ...inner] = path;
  const section = sectionFor(state, first, fallback, entry);
  const subsection = inner.map(headingText).join(" ");
  const clause: TreeClause = { entry, ...(subsection === "" ? {} : { subsection }), ...(own === undefined ? {} : { title: own }) };
  section.clauses.push(clause);
  if (section.kind === "standard") {
    state.all.push(clause);
    state.since.push(clause);
  }
}

function headingText({ label, text }: Heading): string {
  return `${label ?? ""}${withoutPoints(text)}`;
}

function sectionFor(state: State, heading: Heading | undefined, fallback: string, entry: ClauseEntry): TreeSection {
  const key = heading === undefined ? `\n${fallback}` : headingKey(headingText(heading));
  const path = `${state.field}\n${key}`;
  const known = state.sections.at(-1);
  if (known !== undefined && state.path === path) return known;
  state.path = path;
  const { title, forAll } = heading === undefined ? { title: fallback, forAll: "" } : sectionTitle(heading);
  if (heading !== undefined && forAll !== "") state.notes.push({ code: "note-for-all", at: heading.at, text: forAll });
  const section: TreeSection = {
    kind: kindOf(title),
    field: state.field,
    ...(heading?.label === undefined ? {} : { label: oneLine(heading.label) }),
    title,
    ...declaredOf(heading),
    at: heading?.at ?? entry.at,
    clauses: [],
  };
  if (!state.fields.has(state.field)) state.fields.set(state.field, undefined);
  state.sections.push(section);
  return section;
}

/** 组织领导〔逐项扣分，扣完为止（下同）〕: what holds for all is no part of the title. */
const heldForAll = /[〔【［（(]((?:(?![〔【［]).)*(?:扣完为止|下同)(?:(?![〔【［]).)*)[〕】］）)]$/u;

function sectionTitle({ text, label }: Heading): { readonly title: string; readonly forAll: string } {
  const bare = oneLine(withoutPoints(text)).replace(/[：:]$/u, "");
  const own = bare.replace(heldForAll, "").trim();
  const title = [own, bare, oneLine(text), label ?? ""].find((words) => words !== "") ?? "（无名称）";
  return { title, forAll: title === own ? (heldForAll.exec(bare)?.[1] ?? "") : "" };
}

function declaredOf(heading: Heading | undefined): { readonly declared?: Points } {
  if (heading === undefined) return {};
  const declared = heading.declared ?? pointsOfHeading(heading.text)?.points ?? bonusCapOf(heading.text);
  return declared === undefined || declared < zeroPoints ? {} : { declared };
}

function kindOf(title: string): SectionKind {
  if (/否决/u.test(title)) return "veto";
  return /加分|奖励|鼓励项/u.test(title) && !/扣分|减分|加减|加扣/u.test(title) ? "bonus" : "standard";
}

export function sumOf(clauses: readonly { readonly points?: Points }[]): Points {
  return addPoints(...clauses.map(({ points }) => points ?? zeroPoints));
}
