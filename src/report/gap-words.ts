import { describeGap, type GapContext, remedyForGap } from "../messages/gaps.ts";
import type { CalendarDate } from "../model/dates.ts";
import type { Gap } from "../model/gap.ts";
import { formatPoints, zeroPoints } from "../model/points.ts";
import type { ClauseResult } from "../model/scorecard.ts";
import { dateOrBlank, type Value, words } from "./table-source.ts";
import type { ScorecardView } from "./view.ts";

/** A gap with its clause, ready to be put into words. */
export interface SpokenGap {
  readonly gap: Gap;
  readonly clause: ClauseResult;
  readonly content: string;
  readonly cost: string;
  /** 整改措施: the unit's own when it stated one, else what the tool proposes. */
  readonly remedy: string;
  readonly person: Value;
  readonly by: CalendarDate | undefined;
}

/** Undefined when the gap's clause is not in the scorecard, which the engine never produces. */
export function spoken(view: ScorecardView, gap: Gap): SpokenGap | undefined {
  const clause = view.clauses.get(gap.clause);
  if (clause === undefined) return undefined;
  const context: GapContext = { clause: clause.clause, asOf: view.scorecard.asOf };
  const stated = clause.returns.find(({ unit }) => unit === gap.unit)?.entry.remedy;
  const measure = stated?.measure?.trim() ?? "";
  return {
    gap,
    clause,
    content: describeGap(gap, context),
    cost: costWords(gap, clause),
    remedy: measure === "" ? remedyForGap(gap, context) : measure,
    person: stated?.person === undefined ? { kind: "blank", hint: "责任人" } : words(stated.person),
    by: stated?.by ?? ahead(view, gap),
  };
}

/** 完成时限: only a day that still lies ahead can be one. */
function ahead(view: ScorecardView, gap: Gap): CalendarDate | undefined {
  const { asOf } = view.scorecard;
  const deadline = view.units.get(gap.unit)?.unit.deadline;
  return [gap.due, deadline].find((day) => day !== undefined && day >= asOf);
}

export function deadlineValue(spokenGap: SpokenGap): Value {
  return dateOrBlank(spokenGap.by, "完成时限");
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
      return `影响${points}分，待人工评定`;
    case "upcoming":
      return `影响${points}分，尚未到期`;
  }
}

/** 三、党政领导责任 3.定期研究部署安全生产: how a clause is named wherever it stands alone. */
export function clauseName(result: ClauseResult): string {
  return `${result.clause.label}${result.clause.title}`;
}
