import { describeGap, type GapContext, remedyForGap } from "../messages/gaps.ts";
import type { CalendarDate } from "../model/dates.ts";
import type { Gap, GapCode } from "../model/gap.ts";
import { formatPoints, zeroPoints } from "../model/points.ts";
import type { ClauseResult } from "../model/scorecard.ts";
import { officialMeasure, officialProblem } from "./official-words.ts";
import { pointValue, type Value, words } from "./table-source.ts";
import type { ScorecardView } from "./view.ts";
import { firstFew } from "./wording.ts";

/** A gap with its clause, ready to be put into words. */
export interface SpokenGap {
  readonly gap: Gap;
  readonly clause: ClauseResult;
  readonly content: string;
  readonly cost: string;
  /** 整改措施: the unit's own when it stated one, else what the tool proposes. */
  readonly remedy: string;
  /** What the tool proposes and what that wins back; the same as `remedy` when the unit stated nothing. */
  readonly proposal: string;
  /** 责任人 as the unit stated it; "" when it did not. */
  readonly person: string;
  /** 责任单位; several when any of them may close it. */
  readonly owner: string;
  /** The problem and the measure as an outgoing report states them. */
  readonly official: { readonly problem: string; readonly measure: string };
  readonly by: CalendarDate | undefined;
}

/** Undefined when the gap's clause is not in the scorecard, which the engine never produces. */
export function spoken(view: ScorecardView, gap: Gap): SpokenGap | undefined {
  const clause = view.clauses.get(gap.clause);
  if (clause === undefined) return undefined;
  const context: GapContext = { clause: clause.clause, asOf: view.scorecard.asOf, basis: clause.basis };
  const stated = clause.returns.find(({ unit }) => unit === gap.unit)?.entry.remedy;
  const measure = settles[gap.code] ? (stated?.measure?.trim() ?? "") : "";
  return {
    gap,
    clause,
    content: describeGap(gap, context),
    cost: costWords(gap, clause),
    remedy: measure === "" ? remedyForGap(gap, context) : measure,
    proposal: remedyForGap(gap, context),
    owner: firstFew(gap.sharedBy.length === 0 ? [gap.unit] : gap.sharedBy, 3, "个单位"),
    official: { problem: officialProblem(gap, context), measure: measure === "" ? officialMeasure(gap, context) : measure },
    person: stated?.person?.trim() ?? "",
    by: stated?.by ?? ahead(view, gap),
  };
}

/** 完成时限: only a day that still lies ahead can be one. */
function ahead(view: ScorecardView, gap: Gap): CalendarDate | undefined {
  const { asOf } = view.scorecard;
  const deadline = view.units.get(gap.unit)?.unit.deadline;
  return [gap.due, deadline].find((day) => day !== undefined && day >= asOf);
}

/** Empty where nobody set one: the responsible unit writes it in. */
export function deadlineValue({ by }: SpokenGap): Value {
  return by === undefined ? words() : { kind: "date", date: by };
}

const awaitedFrom = { package: "待填报", onsite: "待现场检查", external: "待取得数据", daily: "待日常督查" } as const;

function awaited(gap: Gap, { clause }: ClauseResult): string {
  switch (gap.code) {
    case "fact-missing":
      return awaitedFrom[clause.verification];
    case "veto-unanswered":
      return "待填报";
    case "fact-conflict":
    case "evidence-missing":
    case "evidence-unconfirmed":
    case "no-evidence":
    case "exemption-unconfirmed":
      return "待核实";
    case "external":
      return "待取得数据";
    case "evidence-upcoming":
    case "fact-costs":
    case "late":
    case "manual":
    case "judged":
    case "not-applicable-unconfirmed":
    case "not-applicable-zero":
    case "no-rule":
    case "rules-below-points":
    case "veto":
    case "claim-exceeds":
      return "待人工评定";
  }
}

/** A unit states one remedy per clause: it is meant for what the unit can mend, not for what a scorer decides. */
const settles = {
  "evidence-missing": true,
  "evidence-unconfirmed": true,
  "evidence-upcoming": true,
  "no-evidence": true,
  "fact-costs": true,
  "fact-missing": false,
  "fact-conflict": false,
  late: true,
  manual: false,
  judged: true,
  external: false,
  "exemption-unconfirmed": false,
  "not-applicable-unconfirmed": false,
  "not-applicable-zero": false,
  "no-rule": false,
  "rules-below-points": false,
  veto: true,
  "veto-unanswered": false,
  "claim-exceeds": false,
} as const satisfies Record<GapCode, boolean>;

/** 待填报 | 尚未到期 | 不另扣分: what beside the number of points is to be said; "" for a plain loss. */
export function stateWords({ gap, clause }: Pick<SpokenGap, "gap" | "clause">): string {
  if (gap.points === zeroPoints) return costWords(gap, clause);
  return gap.state === "lost" ? "" : gap.state === "upcoming" ? "尚未到期" : awaited(gap, clause);
}

/** 扣1分 | 影响1分，待人工评定 | 影响1分，尚未到期. */
function costWords(gap: Gap, clause: ClauseResult): string {
  if (gap.points === zeroPoints) return gap.code === "veto" || gap.code === "veto-unanswered" ? "一票否决" : "不另扣分";
  const points = formatPoints(gap.points);
  if (clause.section.kind === "bonus") return `涉及加分${points}分，待人工评定`;
  switch (gap.state) {
    case "lost":
      return `扣${points}分`;
    case "awaiting":
      return `影响${points}分，${awaited(gap, clause)}`;
    case "upcoming":
      return `影响${points}分，尚未到期`;
  }
}

/** 一、党政领导责任 3.定期研究部署安全生产: how a clause is named wherever it stands alone. */
export function clauseName({ section, clause }: ClauseResult): string {
  return `${section.label}${section.title} ${clause.label}${clause.title}`;
}

/** 3.定期研究部署安全生产: below the heading of its section. */
export function clauseTitle({ clause }: ClauseResult): string {
  return `${clause.label}${clause.title}`;
}

/** （4分） behind a clause's name; a veto clause has no points. */
export function clausePrice({ section, clause }: ClauseResult): string {
  return section.kind === "veto" ? "（否决项）" : `（${formatPoints(clause.maxPoints)}分）`;
}

/** 分值 of a clause as printed; a veto clause has none. */
export function clauseMaxPoints({ section, clause }: ClauseResult): Value {
  return section.kind === "veto" ? words("否决项") : pointValue(clause.maxPoints);
}
