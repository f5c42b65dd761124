import type { Difference, NearDuplicate } from "../model/content-problem.ts";
import type { CalendarDate } from "../model/dates.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import { differencesOf } from "./compare-texts.ts";
import { listKinds } from "./kind-families.ts";
import { nearFingerprints } from "./near-fingerprints.ts";
import { sameBody, unitNamed } from "./own-names.ts";
import type { ContentFinding, CorpusCheck, PaperRead, Surroundings } from "./paper-read.ts";
import { type Measure, textLikeness } from "./text-likeness.ts";

/**
 * Bits of the fingerprint in which near copies may differ. Three find a changed date; the names of two townships in a plan of 250
 * characters change eight. What is near is then compared word by word, so that the width costs time and no precision.
 */
const nearBits = 8;
/** Share of the words that must be the same; figures do not count, they are what a copier changes. */
const sameWords = 0.87;
/** For records kept on forms the words are the form's: there also the figures must be the same. */
const sameEntries = 0.97;
/** Shorter texts are formulas. */
const shortest = 100;
const mostDifferences = 3;

/** Papers that say the same by design: forms of a pledge, invitations, orders. */
const formulaic: ReadonlySet<EvidenceKind> = new Set(["会议通知", "责任书", "承诺书", "合同", "执法文书", "整改通知", "公示", "批示"]);
/** Filled in again and again: only equal entries are suspicious. */
const onForms: ReadonlySet<EvidenceKind> = new Set(["检查记录", "复查", "整改", "值班记录", "会议记录", "培训", "演练"]);

/** 雷同 (R5, R6, R9): the same text under another title, date or unit. The later of two is taken for the copy. */
export const nearDuplicates: CorpusCheck = (around) => {
  const papers = around.papers.filter(comparable);
  const told = new Set<string>();
  const alikeTexts = textLikeness(around.textOf);
  return nearFingerprints(
    papers.map(({ reading }) => reading.fingerprint ?? ""),
    nearBits,
  ).flatMap((pair) => {
    const [a, b] = [papers[pair.earlier], papers[pair.later]];
    if (a === undefined || b === undefined || !mayBeCopied(a, b, around)) return [];
    const [original, copy] = inOrder(a, b);
    const scope = scopeOf(original, copy);
    // One original is enough to say; all pairs of five copies would be noise.
    if (told.has(`${scope}\n${copy.file.path}`)) return [];
    const texts = alikeTexts(copy.file.path, original.file.path, measureFor(copy));
    if (texts === undefined) return [];
    const [here, there] = texts;
    told.add(`${scope}\n${copy.file.path}`);
    const found = [finding(copy, original, scope, differencesOf(here, there, mostDifferences))];
    if (scope !== "near-duplicate-across-units" || told.has(`${scope}\n${original.file.path}`)) return found;
    told.add(`${scope}\n${original.file.path}`);
    return [...found, finding(original, copy, scope, differencesOf(there, here, mostDifferences))];
  });
};

function comparable({ reading, kind, mapped }: PaperRead): boolean {
  if (reading.fingerprint === undefined || reading.length < shortest || reading.blankTemplate === true) return false;
  return mapped.status !== "unclaimed" && (kind === undefined || (!listKinds.has(kind) && !formulaic.has(kind)));
}

/** Byte for byte copies are told elsewhere; one paper of a body above, held by two, is no copy of either. */
function mayBeCopied(a: PaperRead, b: PaperRead, around: Surroundings): boolean {
  if (a.file.contentHash !== undefined && a.file.contentHash === b.file.contentHash) return false;
  const sameNumber = a.reading.docNumber !== undefined && a.reading.docNumber.value === b.reading.docNumber?.value;
  const sameDate = a.reading.issuedOn?.value === b.reading.issuedOn?.value;
  if (scopeOf(a, b) === "near-duplicate") return true;
  if (sameNumber && sameDate) return false;
  const [left, right] = [a, b].map(({ reading }) => reading.signedBy?.value ?? reading.headIssuer?.value ?? "");
  if (a.file.unit === b.file.unit || left === undefined || right === undefined || !sameBody(left, right)) return true;
  const signer = unitNamed(left, around);
  return signer !== undefined && (signer === a.file.unit || signer === b.file.unit);
}

/** The earlier is the original; without dates the first by path. */
function inOrder(a: PaperRead, b: PaperRead): readonly [original: PaperRead, copy: PaperRead] {
  const [first, second] = [a.reading.issuedOn?.value, b.reading.issuedOn?.value];
  return first !== undefined && second !== undefined && second < first ? [b, a] : [a, b];
}

function scopeOf(a: PaperRead, b: PaperRead): NearDuplicate["code"] {
  if (a.file.unit !== b.file.unit) return "near-duplicate-across-units";
  return sharedClause(a, b) === undefined ? "near-duplicate-across-clauses" : "near-duplicate";
}

/** The clause in which both prove the same requirement. */
function sharedClause(a: PaperRead, b: PaperRead): string | undefined {
  return a.mapped.links.find((link) => b.mapped.links.some((other) => other.clause === link.clause && other.evidence === link.evidence))
    ?.clause;
}

function measureFor({ kind, reading }: PaperRead): Measure {
  const onForm =
    (kind !== undefined && onForms.has(kind)) || reading.format === "xlsx" || reading.format === "xls" || reading.format === "csv";
  return onForm ? { figures: "kept", least: sameEntries } : { figures: "masked", least: sameWords };
}

function finding(
  copy: PaperRead,
  original: PaperRead,
  code: NearDuplicate["code"],
  differs: readonly Difference[],
): ContentFinding & { readonly path: string } {
  const dates = datesOf(copy, original);
  const clause = code === "near-duplicate" ? sharedClause(copy, original) : undefined;
  const unit = code === "near-duplicate-across-units" ? (original.file.unit ?? "") : "";
  return {
    path: copy.file.path,
    problem: { code, of: original.file.path, unit, differs, ...(dates === undefined ? {} : { dates }) },
    // Two papers of one text for two periods, or one paper in two formats: only a person can say which.
    verdict: code === "near-duplicate" ? "doubtful" : "counts",
    ...(clause === undefined ? {} : { clause }),
  };
}

function datesOf(copy: PaperRead, original: PaperRead): { readonly here: CalendarDate; readonly there: CalendarDate } | undefined {
  const [here, there] = [copy.reading.issuedOn?.value, original.reading.issuedOn?.value];
  return here === undefined || there === undefined || here === there ? undefined : { here, there };
}
