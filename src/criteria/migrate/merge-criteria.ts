import type { Clause, Criteria } from "../../model/criteria.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CarryDoubt, ClauseMerge, MigrationPlan } from "../../model/migration.ts";
import type { Outcome } from "../../model/outcome.ts";
import { pathPlace, type SourceText } from "../../model/place.ts";
import { isNamed } from "../editions/clause-name.ts";
import { type ClauseBlock, type CriteriaBlocks, type SectionBlock, splitCriteria } from "../import/update/split-criteria.ts";
import { type Chunk, doubtMark } from "../import/write-clause.ts";
import { inline } from "../import/yaml-lines.ts";
import { parseCriteria } from "../parse-criteria.ts";
import { mergeClause } from "./merge-clause.ts";
import { renewText } from "./renew-text.ts";
import { evidenceTexts } from "./yaml-nodes.ts";

export interface Edition {
  readonly source: SourceText;
  readonly criteria: Criteria;
}

export interface MergeJob {
  readonly old: Edition;
  readonly next: Edition;
  readonly plan: MigrationPlan;
  /** A doubt as a sentence; the words are not this room's. */
  readonly describe: (doubt: CarryDoubt) => string;
}

export interface Merged {
  readonly text: string;
  readonly criteria: Criteria;
  /** Clauses that the new edition does not have, as lines of the old file. */
  readonly orphans: readonly { readonly id: string; readonly lines: readonly string[] }[];
}

/** Keys before the sections that only people write, or that the import may not have found. */
const frameKeys = ["issuer", "precision", "notApplicable", "noEvidence", "bonus", "grades"];

/** The new edition with the work of the old one, as text that people go on editing. A file in brackets cannot be merged line by line. */
export function mergeCriteria(job: MergeJob): Outcome<Merged> {
  const { old, next, plan } = job;
  const before = splitCriteria(withoutMark(old.source.text));
  const renewed = renewText(next.source.text, next.criteria, old.criteria, plan);
  const after = splitCriteria(withoutMark(renewed));
  if (before === undefined || !matches(before, old.criteria)) return refused(old.source);
  if (after === undefined || !matches(after, next.criteria)) return refused(next.source);
  const text = mergedText(job, before, after);
  const parsed = parseCriteria({ path: next.source.path, text });
  // Anchors and the like that go across clauses cannot be cut.
  if (!parsed.ok || !saysTheSame(next.criteria, parsed.value)) return refused(old.source);
  return { ok: true, value: { text, criteria: parsed.value, orphans: orphansOf(before, plan) }, warnings: [] };
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/u, "");
}

function refused({ path }: SourceText): Outcome<never> {
  const error: Diagnostic = { severity: "error", place: pathPlace(path), code: "cannot-merge" };
  return { ok: false, errors: [error], warnings: [] };
}

/** Were all clauses found as lines? */
function matches({ sections }: CriteriaBlocks, criteria: Criteria): boolean {
  return (
    sections.length === criteria.sections.length &&
    sections.every((section, index) => section.clauses.length === criteria.sections[index]?.clauses.length)
  );
}

/** The printed words, numbers and points of the new edition, letter by letter; a name only where it prints one. */
function saysTheSame(next: Criteria, merged: Criteria): boolean {
  const unnamed = new Set(
    next.sections.flatMap(({ clauses }) =>
      clauses.filter((clause) => !isNamed(clause)).map(({ requirement, standard }) => `${requirement}\n${standard}`),
    ),
  );
  const titleOf = ({ title, requirement, standard }: Clause): string => (unnamed.has(`${requirement}\n${standard}`) ? "" : title);
  const words = ({ sections, total, period }: Criteria): string =>
    JSON.stringify([
      total,
      period,
      sections.map(({ label, title, kind, maxPoints, clauses }) => [
        [label, title, kind, maxPoints],
        clauses.map((clause) => [clause.label, clause.subsection, titleOf(clause), clause.maxPoints, clause.requirement, clause.standard]),
      ]),
    ]);
  return words(next) === words(merged);
}

function mergedText(job: MergeJob, before: CriteriaBlocks, after: CriteriaBlocks): string {
  const { plan, next } = job;
  const merge = clauseMerger(job, before);
  const merges = plan.merges.values();
  const sections = after.sections.map((section, at): SectionBlock => {
    const clauses = section.clauses.map((block) => {
      const own = merges.next().value;
      return own === undefined ? block : merge(block, own);
    });
    return { ...section, lead: [...section.lead, ...sectionComments(job, before, next.criteria.sections[at]?.id ?? "")], clauses };
  });
  return `${[...frameOf(before, after), "sections:", ...sections.flatMap(sectionText), ...tailOf(after, plan)].join("\n")}\n`;
}

/** Puts one clause together from the lines of both files. */
function clauseMerger(job: MergeJob, before: CriteriaBlocks): (next: ClauseBlock, merge: ClauseMerge) => ClauseBlock {
  const { old, next: edition } = job;
  const clauses = old.criteria.sections.flatMap((section) => section.clauses);
  const blocks = new Map(before.sections.flatMap((section) => section.clauses).map((block, index) => [clauses[index]?.id, block]));
  const texts = evidenceTexts(old.source.text);
  const materials = new Map(
    clauses.map((clause, index) => [clause.id, new Map(clause.evidence.map((item, at) => [item.id, texts[index]?.[at] ?? ""]))] as const),
  );
  const isTold = old.criteria.edition !== edition.criteria.edition;
  const names = {
    old: (isTold ? old.criteria.edition : undefined) ?? "旧版",
    next: (isTold ? edition.criteria.edition : undefined) ?? "新版",
  };
  return (next, merge) => {
    const own = merge.from.flatMap(({ old: placed }) => blocks.get(placed.clause.id) ?? []);
    const first = merge.id === merge.from[0]?.to[0];
    const kept = materials.get(merge.from[0]?.old.clause.id ?? "");
    const doubts = merge.from.flatMap((carry) => carry.doubts.map((doubt) => `${carry.old.clause.id} ${job.describe(doubt)}`));
    return mergeClause({
      next,
      // Of a split clause the first part holds the old reading; the others say that they are parts.
      old: first ? own : own.map(unitsOnly),
      reading: merge.reading,
      formerIds: merge.formerIds,
      doubts,
      showsNext: merge.from.some((carry) => carry.doubts.some(({ code }) => code !== "units-differ")),
      keepsTitle: keepsTitle(merge),
      keptEvidence: merge.keptEvidence.flatMap((id) => kept?.get(id) ?? []),
      names,
    });
  };
}

/** One clause that stays one, and only the old paper names it. */
function keepsTitle({ from, new: next }: ClauseMerge): boolean {
  const [only, ...more] = from;
  if (only === undefined || more.length > 0 || only.to.length > 1 || isNamed(next.clause)) return false;
  const { title } = only.old.clause;
  // First words of an old text that the new one does not begin with would be stale.
  return isNamed(only.old.clause) || !isNamed({ ...next.clause, title });
}

/** What a part that was split off takes over: who answers for it. */
function unitsOnly(block: ClauseBlock): ClauseBlock {
  return {
    ...block,
    lead: [],
    chunks: block.chunks.filter(({ key }) => key === "units" || key === "verification" || key === "mayNotApply"),
  };
}

function frameOf(before: CriteriaBlocks, after: CriteriaBlocks): readonly string[] {
  const missing = frameKeys.flatMap((key): readonly Chunk[] => {
    const known = before.head.find((chunk) => chunk.key === key);
    return known === undefined || after.head.some((chunk) => chunk.key === key) ? [] : [known];
  });
  const at = after.head.findIndex(({ key }) => key === "fields");
  const all = at === -1 ? [...after.head, ...missing] : [...after.head.slice(0, at), ...missing, ...after.head.slice(at)];
  return all.flatMap(({ lines }) => lines);
}

/** Comments of people above a section go with it. */
function sectionComments({ old, plan }: MergeJob, before: CriteriaBlocks, id: string): readonly string[] {
  const at = old.criteria.sections.findIndex((section) => section.id === plan.sectionIds.get(id));
  const lines = before.sections[at]?.lead ?? [];
  return lines.filter((line) => line.trim() !== "" && !line.trim().startsWith(doubtMark));
}

function tailOf({ tail }: CriteriaBlocks, { retired }: MigrationPlan): readonly string[] {
  const at = tail.findIndex((line) => /^retired:/u.test(line));
  const length =
    at === -1
      ? 0
      : 1 +
        Math.max(
          0,
          [...tail.slice(at + 1), "end"].findIndex((line) => /^[^\s#-]/u.test(line)),
        );
  const rest = at === -1 ? tail : [...tail.slice(0, at), ...tail.slice(at + length)];
  if (retired.length === 0) return rest;
  return [
    ...rest,
    "# 旧版有、本版已删去的条款：别处还写着这些代号的只提醒，不算错。",
    "retired:",
    ...retired.map(({ id, title }) => `  - ${inline({ id, title })}`),
  ];
}

function sectionText(section: SectionBlock): readonly string[] {
  const margin = section.indent - 2;
  return [
    ...atMargin(section.lead, margin),
    ...item(section.chunks, section.indent),
    `${" ".repeat(section.indent)}clauses:`,
    ...section.clauses.flatMap(clauseText),
  ];
}

function clauseText({ lead, chunks, indent }: ClauseBlock): readonly string[] {
  return [...atMargin(lead, indent - 2), ...item(chunks, indent)];
}

function atMargin(lines: readonly string[], margin: number): readonly string[] {
  return lines.map((line) => (line.trim() === "" ? "" : `${" ".repeat(margin)}${line.trim()}`));
}

/** Keys as an item of a list: the first one gets its dash back. */
function item(chunks: readonly Chunk[], indent: number): readonly string[] {
  const lines = chunks.flatMap((chunk) => chunk.lines);
  const first = lines.findIndex((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  return lines.map((line, index) => (index === first ? `${" ".repeat(indent - 2)}- ${line.slice(indent)}` : line));
}

function orphansOf({ sections }: CriteriaBlocks, { carries }: MigrationPlan): Merged["orphans"] {
  const gone = new Set(carries.filter(({ outcome }) => outcome === "orphaned").map(({ old }) => old.clause.id));
  return sections
    .flatMap(({ clauses }) => clauses)
    .filter(({ id }) => gone.has(id))
    .map((block) => ({
      id: block.id,
      lines: [
        ...block.lead.map((line) => line.trim()),
        ...item(block.chunks, block.indent).map((line) => line.replace(new RegExp(`^ {0,${String(block.indent - 2)}}`, "u"), "")),
      ],
    }));
}
