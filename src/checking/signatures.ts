import type { EvidenceKind } from "../model/evidence-kind.ts";
import type { Link } from "../model/mapping.ts";
import { sameBody, unitNamed } from "./own-names.ts";
import { hasText, type PaperCheck, type Surroundings } from "./paper-read.ts";

/** Papers that a unit writes about its own work; notices, reports and records of others are received rightly. */
const ownWork: ReadonlySet<EvidenceKind> = new Set(["方案", "计划", "要点", "总结", "预案", "制度", "承诺书"]);

/** 张冠李戴 (R20): signed by another unit of the workspace that neither leads the clause nor stands above. */
export const otherUnitsPaper: PaperCheck = (paper, around) => {
  const { reading, file, kind, mapped } = paper;
  const { signedBy } = reading;
  if (!hasText(paper) || signedBy === undefined || file.unit === undefined || kind === undefined || !ownWork.has(kind)) return [];
  const signer = unitNamed(signedBy.value, around);
  if (signer === undefined || signer === file.unit || signedBy.value.includes(file.unit)) return [];
  const above = around.units.find(({ name }) => name === file.unit)?.supervisors ?? [];
  if (above.includes(signer)) return [];
  // The lead's plan in a cooperating unit's folder is a copy of what binds it, unless each owes its own.
  const leads = mapped.links.some(({ clause }) => around.assignments.get(clause)?.lead.includes(signer) === true);
  if (leads && !mapped.links.some((link) => isOwedByEach(link, around))) return [];
  const problem = { code: "other-units-paper", unit: signer, quote: { text: signedBy.text, at: signedBy.at } } as const;
  return [{ problem, verdict: "doubtful" }];
};

function isOwedByEach({ clause, evidence }: Link, { criteria }: Surroundings): boolean {
  return criteria.sections.some(({ clauses }) =>
    clauses.some(({ id, evidence: wanted }) => id === clause && wanted.some((each) => each.id === evidence && each.from === "each")),
  );
}

/** 文头与落款不一致 (R22). Both names may be joint (A、B); a 办公室 signs for its 委员会. */
export const headSignatureDisagree: PaperCheck = (paper, around) => {
  const { headIssuer, signedBy } = paper.reading;
  if (!hasText(paper) || headIssuer === undefined || signedBy === undefined) return [];
  const heads = parts(headIssuer.value);
  const signers = parts(signedBy.value);
  if (heads.some((head) => signers.some((signer) => sameBody(head, signer) || sameUnit(head, signer, around)))) return [];
  return [{ problem: { code: "head-signature-disagree", head: headIssuer.value, signed: signedBy.value }, verdict: "counts" }];
};

function sameUnit(a: string, b: string, around: Surroundings): boolean {
  const unit = unitNamed(a, around);
  return unit !== undefined && unit === unitNamed(b, around);
}

function parts(names: string): readonly string[] {
  return names.split(/[、，,\s]+/u).filter((name) => name !== "");
}
