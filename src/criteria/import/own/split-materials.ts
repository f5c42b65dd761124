import type { DraftClause, DraftSection, PlainMap } from "../draft.ts";
import type { ClauseIdentity } from "./own-ids.ts";

/**
 * A clause split in two is a row copied: both rows list all materials. Each goes where a rule rests on it, else one file would prove
 * two clauses; one that no rule of either rests on stays in both.
 */
export function shareOutMaterials(sections: readonly DraftSection[], identities: Iterable<ClauseIdentity>): readonly DraftSection[] {
  const origins = new Map([...identities].flatMap(({ id, origin }) => (origin === undefined ? [] : [[id, origin.id] as const])));
  const used = new Map(sections.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, neededBy(clause)] as const)));
  const elsewhere = ({ id }: DraftClause, item: PlainMap): boolean =>
    [...origins].some(
      ([other, origin]) => other !== id && origin === origins.get(id) && typeof item["id"] === "string" && used.get(other)?.has(item["id"]),
    );
  const shared = (clause: DraftClause): DraftClause => {
    const own = used.get(clause.id);
    const evidence = clause.evidence.filter((item) => (typeof item["id"] === "string" && own?.has(item["id"])) || !elsewhere(clause, item));
    return evidence.length === clause.evidence.length ? clause : { ...clause, evidence };
  };
  return sections.map((section) => ({ ...section, clauses: section.clauses.map(shared) }));
}

/** Ids of the materials that rules rest on, and of those that these follow (签到表 the minutes). */
function neededBy({ rules, evidence }: DraftClause): ReadonlySet<string> {
  const needed = new Set<string>();
  for (const rule of rules) for (const key of ["evidence", "missing"]) if (typeof rule[key] === "string") needed.add(rule[key]);
  for (const item of evidence)
    if (typeof item["id"] === "string" && needed.has(item["id"]) && typeof item["with"] === "string") needed.add(item["with"]);
  return needed;
}
