import type { Criteria, Section } from "../../model/criteria.ts";
import { formatChineseRange } from "../../model/dates.ts";
import type { FrameChange } from "../../model/edition-diff.ts";
import { formatPoints } from "../../model/points.ts";

/** What the new edition says of any clause at all: a paper without a column for it has not changed it clause by clause. */
export interface PrintedColumns {
  readonly units: boolean;
  readonly scorer: boolean;
}

export function columnsOf({ sections }: Criteria): PrintedColumns {
  const clauses = sections.flatMap((section) => section.clauses);
  return {
    units: clauses.some(({ lead, cooperating }) => lead.length + cooperating.length > 0),
    scorer: clauses.some(({ scorer }) => scorer !== undefined),
  };
}

/** What changed in the 细则 outside its clauses: heading, sums, policies, sections. */
export function frameChanges(old: Criteria, next: Criteria): readonly FrameChange[] {
  const worded: readonly (readonly [Extract<FrameChange, { from: string }>["code"], (criteria: Criteria) => string])[] = [
    ["title", ({ title }) => title],
    ["issuer", ({ issuer }) => issuer ?? ""],
    ["edition", ({ edition }) => edition ?? ""],
    ["period", ({ period }) => formatChineseRange(period)],
    ["not-applicable", ({ notApplicable }) => notApplicable],
    ["no-evidence", ({ noEvidence }) => noEvidence],
    ["grades", gradeWords],
  ];
  return [
    ...worded.flatMap(([code, say]): readonly FrameChange[] => {
      const [from, to] = [say(old), say(next)];
      return from === to ? [] : [{ code, from, to }];
    }),
    ...(old.total === next.total ? [] : [{ code: "total", from: old.total, to: next.total } as const]),
    ...(old.bonusCap === next.bonusCap ? [] : [{ code: "bonus-cap", from: old.bonusCap, to: next.bonusCap } as const]),
    ...notPrinted(old, next),
    ...sectionChanges(old.sections, next.sections),
  ];
}

function notPrinted(old: Criteria, next: Criteria): readonly FrameChange[] {
  const [before, after] = [columnsOf(old), columnsOf(next)];
  return (["units", "scorer"] as const).flatMap((part): readonly FrameChange[] =>
    before[part] && !after[part] ? [{ code: "not-printed", part }] : [],
  );
}

function gradeWords({ grades }: Criteria): string {
  return grades.map(({ name, min, minIncluded }) => `${name}${minIncluded ? "≥" : "＞"}${formatPoints(min)}`).join("、");
}

/** Sections go by their titles: a 考核项目 is renumbered more often than renamed. */
function sectionChanges(old: readonly Section[], next: readonly Section[]): readonly FrameChange[] {
  const before = new Map(old.map((section) => [section.title, section]));
  const after = new Map(next.map((section) => [section.title, section]));
  return [
    ...next.flatMap((section): readonly FrameChange[] => {
      const known = before.get(section.title);
      if (known === undefined) return [{ code: "section-added", section: section.title, points: section.maxPoints }];
      if (known.maxPoints === section.maxPoints) return [];
      return [{ code: "section-points", section: section.title, from: known.maxPoints, to: section.maxPoints }];
    }),
    ...old
      .filter((section) => !after.has(section.title))
      .map((section): FrameChange => ({ code: "section-removed", section: section.title, points: section.maxPoints })),
  ];
}
