import { earlier, later } from "../model/dates.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import type { PaperRead, Surroundings } from "./paper-read.ts";
import { isPhoto } from "./pictured-paper.ts";

/** The papers of one unit under one clause, as a reviewer takes them out of the box. */
export interface Dossier {
  readonly unit: string;
  readonly clause: string;
  readonly papers: readonly PaperRead[];
  /** Files of the unit under the clause that were not read: nothing may be said about what is not there. */
  readonly unread: number;
}

const gathered = new WeakMap<Surroundings, readonly Dossier[]>();

/** Only files whose clause is settled; a file under several clauses stands in each. Worked out once per run. */
export function dossiersOf(around: Surroundings): readonly Dossier[] {
  const before = gathered.get(around);
  if (before !== undefined) return before;
  const dossiers = new Map<string, { unit: string; clause: string; papers: PaperRead[]; unread: number }>();
  for (const paper of around.papers) {
    const { file, mapped } = paper;
    if (mapped.status !== "matched" || file.unit === undefined) continue;
    for (const clause of new Set(mapped.links.map((link) => link.clause))) {
      const key = `${file.unit}\n${clause}`;
      const dossier = dossiers.get(key) ?? { unit: file.unit, clause, papers: [], unread: 0 };
      dossiers.set(key, dossier);
      if (isUnread(paper)) dossier.unread += 1;
      else dossier.papers.push(paper);
    }
  }
  const all = [...dossiers.values()];
  gathered.set(around, all);
  return all;
}

/** Pages nobody could read may be anything. */
function isUnread(paper: PaperRead): boolean {
  const { picturePages = 0, length, failure } = paper.reading;
  return failure !== undefined || (!isPhoto(paper) && picturePages > 0 && length < 20);
}

/** Kinds of evidence that the clause asks of the unit and for which the day has come. */
export function owedKinds({ unit, clause }: Dossier, around: Surroundings): readonly (EvidenceKind | undefined)[] {
  const { criteria, assignments, asOf } = around;
  const found = criteria.sections.flatMap((section) => section.clauses).find(({ id }) => id === clause);
  const assignment = assignments.get(clause);
  if (found === undefined || assignment === undefined) return [];
  const leads = assignment.lead.includes(unit);
  const owes = leads || assignment.cooperating.includes(unit);
  const deadline = around.units.find(({ name }) => name === unit)?.deadline;
  return found.evidence
    .filter(({ from, id }) => (from === "lead" ? leads : owes && !(from === "any" && isProvenElsewhere(unit, clause, id, around))))
    .filter(({ window, due, per }) => {
      if (window.kind !== "range") return false;
      if (per !== "none" && per !== "year") return window.range.from <= asOf;
      return (due ?? later(window.range.from, earlier(deadline ?? window.range.to, window.range.to))) <= asOf;
    })
    .map(({ kind }) => kind);
}

/** What any one unit may hand in is owed by nobody any more, once another has. */
function isProvenElsewhere(unit: string, clause: string, evidence: string, { papers }: Surroundings): boolean {
  return papers.some(
    ({ file, mapped }) =>
      file.unit !== unit &&
      mapped.status === "matched" &&
      mapped.links.some((link) => link.clause === clause && link.evidence === evidence),
  );
}
