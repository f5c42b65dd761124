import { hasStrayActivity } from "../model/document-kind.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import type { ContentReason, LinkReason } from "../model/mapping.ts";
import type { ClauseEntry, RequirementEntry } from "./clause-entry.ts";
import type { ClauseIndex } from "./clause-index.ts";
import { hintedFrom } from "./combine.ts";
import type { Content } from "./content.ts";
import { saysMore } from "./leftover.ts";
import { requirementMatches } from "./requirement-matches.ts";
import { addSignal, plausibleFrom, type Signals } from "./signal.ts";
import { titleMatches } from "./title-matches.ts";
import type { Words } from "./words.ts";

/** What is read from pictures may be misread: alone it lists a clause and settles none. */
export const recognisedMost = 76;
/** A title that says much more than the requirement may be about a part of it, or about something near. */
const narrowerMost = 78;

/** What the document's own title says about the clause: read like a better file name. */
export function titleSignals(content: Content, file: EvidenceFile, index: ClauseIndex, clauses: ReadonlySet<string>): Signals {
  return wordSignals(content.title, content, { file, index, clauses });
}

/** From here on a title names a clause; read from a picture it never reaches the ordinary mark. */
const titledFrom = 80;
const recognisedFrom = 72;

/** The clause that the document's title names most clearly, and the one whose words it has. */
export function titledClauses(signals: Signals, recognised: boolean): { readonly titled?: string; readonly hinted?: string } {
  let best: { readonly clause: string; readonly score: number } | undefined;
  for (const [clause, { score }] of signals) {
    if (best === undefined || score > best.score || (score === best.score && clause < best.clause)) best = { clause, score };
  }
  if (best === undefined || best.score < hintedFrom) return {};
  return best.score < (recognised ? recognisedFrom : titledFrom) ? { hinted: best.clause } : { titled: best.clause, hinted: best.clause };
}

export interface Asked {
  readonly file: EvidenceFile;
  readonly index: ClauseIndex;
  /** Clauses that something else speaks for. */
  readonly clauses: ReadonlySet<string>;
}

/** Words of the document, held against titles and requirements. */
export function wordSignals(words: Words, content: Content, { file, index, clauses }: Asked): Signals {
  const signals: Signals = new Map();
  if (words.text.length < 2) return signals;
  const limit = content.recognised ? recognisedMost : 100;
  const extra = extraReasons(content);
  for (const { entry, score } of titleMatches(words, index, 72)) {
    const whole = entry.title.length >= 5 && words.text.includes(entry.title);
    const raw = whole && !strayActivity(words, entry) ? Math.max(score - 8, 74) : Math.min(score - 8, 72);
    addSignal(signals, entry.clause.id, {
      score: Math.min(raw, limit, saysMore(words.text, entry) ? narrowerMost : 100),
      reasons: [titleReason(content, entry.clause.title), ...extra],
    });
  }
  for (const match of requirementMatches(words, index.requirements, { unit: file.unit, clauses })) {
    const { entry, requirement } = match.item;
    const score = Math.min(match.score, limit, saysMore(words.text, entry) ? narrowerMost : 100);
    const evidence = score >= plausibleFrom ? { evidence: requirement.requirement.id } : {};
    addSignal(signals, entry.clause.id, {
      score,
      reasons: [...match.reasons.map((reason) => asContent(reason, content)), ...issuerReason(content, entry), ...extra],
      ...evidence,
    });
  }
  return signals;
}

function strayActivity(words: Words, entry: ClauseEntry): boolean {
  const known = new Set(entry.requirements.flatMap((requirement: RequirementEntry) => [...requirement.kinds]));
  return hasStrayActivity(words.kinds, known);
}

/** A reason of a name, said of the document's own words. */
export function asContent(reason: LinkReason, content: Content): LinkReason {
  const { quote, at } = content;
  if (reason.code === "name-title") return { code: "content-title", title: reason.title, quote, at };
  if (reason.code === "name-keywords") return { code: "content-keywords", keywords: reason.keywords, quote, at };
  if (reason.code !== "name-kind") return reason;
  const kind = content.reading.kind;
  return kind?.value === reason.kind
    ? { code: "content-kind", kind: reason.kind, quote: kind.text, at: kind.at }
    : { code: "content-kind", kind: reason.kind, quote, at };
}

function titleReason({ quote, at }: Content, title: string): ContentReason {
  return { code: "content-title", quote, at, title };
}

function extraReasons({ recognised }: Content): readonly ContentReason[] {
  return recognised ? [{ code: "content-recognised" }] : [];
}

/** The paper comes from a unit that answers for the clause. */
export function issuerReason({ reading }: Content, entry: ClauseEntry): readonly ContentReason[] {
  const issuer = [reading.headIssuer, reading.signedBy].find(
    (found) => found !== undefined && [...entry.owners].some((owner) => found.value.endsWith(owner.replace(/^[区县市]/u, ""))),
  );
  return issuer === undefined ? [] : [{ code: "content-issuer", issuer: issuer.value, quote: issuer.text, at: issuer.at }];
}
