import type { Check } from "./subject.ts";

/** 未以文件形式发布 (R16): 文件 is asked for by name, and the paper carries no 文号 inside or in its name. */
export const numberMissing: Check = ({ requirement, reading, file, link, clause }) => {
  if (link.evidence === undefined || reading === undefined || reading.docNumber !== undefined || file.docNumber !== undefined) return [];
  // A commendation without one is told by `awardWithoutNumber`, which weighs more.
  if (
    !readable(reading) ||
    requirement.kind === "表彰" ||
    (requirement.kind !== "文件" && !asksForPaper(requirement.name, clause.standard))
  )
    return [];
  return [{ problem: { code: "number-missing", clause: clause.id, evidence: requirement.id }, verdict: "counts" }];
};

function asksForPaper(name: string, standard: string): boolean {
  return /文件$/u.test(name) || (/以(?:正式)?文件形式/u.test(standard) && /方案|意见|办法|制度|通知/u.test(name));
}

/** 未以政府（办）名义出台 (R16). Only held against what the clause says in so many words. */
export const issuerLevel: Check = ({ clause, requirement, reading, link }) => {
  if (link.evidence === undefined || reading === undefined || !readable(reading)) return [];
  const wanted = /以([^，。；、]{1,12}?)(?:的)?名义/u.exec(`${requirement.name}。${clause.standard}`)?.[1];
  const signed = reading.headIssuer?.value ?? reading.signedBy?.value;
  if (wanted === undefined || signed === undefined || !issuing.has(requirement.kind ?? "")) return [];
  const asked = bodies.filter(([word]) => word.test(wanted)).map(([, body]) => body);
  if (asked.length === 0 || asked.some((body) => body.test(signed))) return [];
  return [{ problem: { code: "issuer-level", clause: clause.id, wanted, signed }, verdict: "doubtful" }];
};

const issuing: ReadonlySet<string> = new Set(["文件", "方案", "意见", "通知", "制度", "计划", "要点"]);

/** How a 细则 names a level, and what must then stand in the head. */
const bodies: readonly (readonly [RegExp, RegExp])[] = [
  [/政府/u, /人民政府|办事处/u],
  [/党委|区委|县委|市委/u, /委员会|[区县市]委/u],
  [/安委会|安全生产委员会/u, /安全生产委员会|安委会/u],
];

/** 口说无凭 (R30): a commendation counts by its 文号. */
export const awardWithoutNumber: Check = ({ requirement, reading, file, link, clause }) => {
  if (requirement.kind !== "表彰" || link.evidence === undefined || reading === undefined || !readable(reading)) return [];
  if (reading.docNumber !== undefined || file.docNumber !== undefined || reading.cites.length > 0) return [];
  return [{ problem: { code: "award-without-number", clause: clause.id }, verdict: "doubtful" }];
};

/** Was there text to find a 文号 in? */
function readable(reading: NonNullable<Parameters<Check>[0]["reading"]>): boolean {
  return reading.failure === undefined && reading.length >= 40 && reading.recognised !== true;
}
