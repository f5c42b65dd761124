import type { Admission, FileProblem, Verdict } from "../model/admission.ts";

const rank = { counts: 0, doubtful: 1, rejected: 2 } satisfies Record<Verdict, number>;

/** Does every unit owe this requirement its own document? Then one document of two units is one too few. */
export type OwedAlone = (admission: Admission) => boolean;

/**
 * The same bytes handed in several times for one requirement: within a unit only one counts (the soundest, then the first by path),
 * the others are refused and name it; across units each keeps its own where they prove together; where each owes its
 * own, a person must say whether one was copied.
 */
export function withoutDuplicates(admissions: readonly Admission[], owedAlone: OwedAlone): readonly Admission[] {
  const groups = new Map<string, Admission[]>();
  for (const admission of admissions) {
    const { file, link } = admission;
    if (file.contentHash === undefined || file.bytes === 0) continue;
    const key = [link.clause, link.evidence ?? "", file.contentHash].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [admission]);
    else group.push(admission);
  }
  const changed = new Map<Admission, Admission>();
  for (const group of groups.values()) if (group.length > 1) resolve(group, changed, owedAlone);
  return admissions.map((admission) => changed.get(admission) ?? admission);
}

function resolve(group: readonly Admission[], changed: Map<Admission, Admission>, owedAlone: OwedAlone): void {
  const ordered = [...group].sort((a, b) => rank[a.verdict] - rank[b.verdict] || byPath(a, b));
  const firstOf = new Map<string, Admission>();
  for (const admission of ordered) {
    const unit = admission.file.unit ?? "";
    const first = firstOf.get(unit);
    if (first === undefined) firstOf.set(unit, admission);
    else if (first.file.path !== admission.file.path) {
      changed.set(admission, flag(admission, { code: "duplicate", of: first.file.path }, "rejected"));
    }
  }
  const firsts = [...firstOf.values()].sort(byPath);
  for (const admission of firsts) {
    const other = firsts.find((candidate) => candidate !== admission);
    if (other === undefined) continue;
    const problem: FileProblem = { code: "duplicate-across-units", of: other.file.path, unit: other.file.unit ?? "" };
    changed.set(
      admission,
      flag(admission, problem, owedAlone(admission) && admission.verdict === "counts" ? "doubtful" : admission.verdict),
    );
  }
}

function flag(admission: Admission, problem: FileProblem, verdict: Verdict): Admission {
  return { ...admission, verdict, problems: [...admission.problems, problem] };
}

function byPath(a: Admission, b: Admission): number {
  return a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0;
}
