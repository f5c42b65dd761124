import { type CalendarDate, daysBetween } from "../model/dates.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import { pictureKinds, planningKinds } from "./kind-families.ts";
import { ownDateOf } from "./own-date.ts";
import { type Dossier, dossiersOf, owedKinds } from "./paper-groups.ts";
import type { CorpusCheck, PaperRead, Surroundings } from "./paper-read.ts";
import { isPhoto } from "./pictured-paper.ts";

/** So long a plan may wait for its first record. */
const patience = 60;

/** 有方案无落实 (R9–R11): only plans and notices, though the clause asks for what came of them and time enough has passed. */
export const planWithoutExecution: CorpusCheck = (around) =>
  dossiersOf(around).flatMap((dossier) => {
    const { papers, unread, clause } = dossier;
    if (unread > 0 || papers.length === 0 || !papers.every(({ kind }) => kind !== undefined && planningKinds.has(kind))) return [];
    const plan = papers.find(({ kind }) => kind === "方案" || kind === "计划");
    const expected = deeds(owedKinds(dossier, around));
    if (plan === undefined || expected.length === 0 || !isOld(plan, around)) return [];
    return [{ path: plan.file.path, clause, problem: { code: "plan-without-execution", clause, expected }, verdict: "counts" }];
  });

/** 只有照片 (R10): pictures, and nothing that says what they show, though the clause asks for more. */
export const photosOnly: CorpusCheck = (around) =>
  dossiersOf(around).flatMap((dossier) => {
    const { papers, unread, clause } = dossier;
    const [first] = papers;
    if (unread > 0 || first === undefined || !papers.every(isPhoto)) return [];
    const expected = words(owedKinds(dossier, around).filter((kind) => kind === undefined || !pictureKinds.has(kind)));
    const asked = owedKinds(dossier, around);
    if (asked.length === 0 || expected.length === 0 || asked.some((kind) => kind !== undefined && pictureKinds.has(kind))) return [];
    return [{ path: first.file.path, clause, problem: { code: "photos-only", clause, count: papers.length, expected }, verdict: "counts" }];
  });

function deeds(kinds: readonly (EvidenceKind | undefined)[]): readonly string[] {
  return words(kinds.filter((kind) => kind !== undefined && !planningKinds.has(kind)));
}

function words(kinds: readonly (EvidenceKind | undefined)[]): readonly string[] {
  return [...new Set(kinds.flatMap((kind) => kind ?? []))];
}

function isOld({ reading }: PaperRead, { asOf }: { readonly asOf: CalendarDate }): boolean {
  const own = ownDateOf(reading);
  return own !== undefined && daysBetween(own.value, asOf) > patience;
}

/** 只查不改 (R15): the record tells of faults, and no paper of the unit tells of a remedy. */
export const inspectionWithoutRemedy: CorpusCheck = (around) => {
  const remedying = unitsThatRemedy(around);
  return around.papers
    .filter(({ kind, file, mapped }) => kind === "检查记录" && mapped.status === "matched" && file.unit !== undefined)
    .filter(({ file, mapped }) => !mapped.links.some(({ clause }) => remedying.has(`${file.unit ?? ""}\n${clause}`)))
    .flatMap(({ file, reading: { faults, remedied } }) => {
      if (faults === undefined || remedied === true) return [];
      const quote = { text: faults.text, at: faults.at };
      return [{ path: file.path, problem: { code: "inspection-without-remedy", quote }, verdict: "counts" } as const];
    });
};

/** Unit and clause where some paper is a remedy, tells of one, or cannot be read and so may be one. */
function unitsThatRemedy(around: Surroundings): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { unit, clause, papers, unread } of dossiersOf(around) satisfies readonly Dossier[]) {
    const tells = papers.some(({ kind, names, reading }) => {
      if (kind === "整改" || kind === "复查" || kind === "整改通知") return true;
      if ([...names.all].some((named) => named === "整改" || named === "复查" || named === "整改通知")) return true;
      return reading.remedied === true;
    });
    if (unread > 0 || tells) found.add(`${unit}\n${clause}`);
  }
  return found;
}
