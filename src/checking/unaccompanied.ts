import { type CalendarDate, daysBetween } from "../model/dates.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import { pictureKinds, planningKinds } from "./kind-families.ts";
import { ownDateOf } from "./own-date.ts";
import { type Dossier, dossiersOf, isPicture, owedKinds } from "./paper-groups.ts";
import type { CorpusCheck, PaperRead, Surroundings } from "./paper-read.ts";

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
    if (unread > 0 || first === undefined || !papers.every(isPicture)) return [];
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

const foundFaults =
  /(?:发现|存在|查出|排查出)[^。；\n]{0,16}?(?:隐患|问题)[^。；\n]{0,6}?\d+\s*[处项条个起]|(?:隐患|问题)\s*\d+\s*[处项条个起]/u;
const faultless = /未发现(?:重大|明显|安全|任何)?(?:安全)?(?:隐患|问题)|(?:隐患|问题)\s*0\s*[处项条个起]/u;
const remedied =
  /已(?:全部|当场|现场|经|按期|于|督促|要求)?[^。；，\n]{0,8}(?:整改|复查|销号)|整改(?:完成|完毕|到位|合格|率)|(?:完成|落实)整改|复查(?:合格|通过|结果|情况|意见|验收)|当场(?:整改|改正)\s*\d|销号/u;

/** 只查不改 (R15): the record tells of faults, and no paper of the unit tells of a remedy. */
export const inspectionWithoutRemedy: CorpusCheck = (around) => {
  const remedying = unitsThatRemedy(around);
  return around.papers
    .filter(({ kind, file, mapped }) => kind === "检查记录" && mapped.status === "matched" && file.unit !== undefined)
    .filter(({ file, mapped }) => !mapped.links.some(({ clause }) => remedying.has(`${file.unit ?? ""}\n${clause}`)))
    .flatMap((paper) => {
      const text = around.textOf(paper.file.path);
      const words = text === undefined || faultless.test(text) || remedied.test(text) ? undefined : foundFaults.exec(text);
      if (text === undefined || words === null || words === undefined) return [];
      const line = text.slice(0, words.index).split("\n").length;
      const quote = { text: words[0], at: { kind: "line", line } } as const;
      return [{ path: paper.file.path, problem: { code: "inspection-without-remedy", quote }, verdict: "counts" }];
    });
};

/** Unit and clause where some paper is a remedy, tells of one, or cannot be read and so may be one. */
function unitsThatRemedy(around: Surroundings): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { unit, clause, papers, unread } of dossiersOf(around) satisfies readonly Dossier[]) {
    const tells = papers.some(({ kind, names, file }) => {
      if (kind === "整改" || kind === "复查" || kind === "整改通知") return true;
      if ([...names.all].some((named) => named === "整改" || named === "复查" || named === "整改通知")) return true;
      return kind !== "检查记录" && remedied.test(around.textOf(file.path) ?? "");
    });
    if (unread > 0 || tells) found.add(`${unit}\n${clause}`);
  }
  return found;
}
