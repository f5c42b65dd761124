import type { Admission } from "../../model/admission.ts";
import { addDays, addMonths, type CalendarDate, daysBetween, earlier, later } from "../../model/dates.ts";
import { minPoints, type Points, thousandths } from "../../model/points.ts";
import type { Late, RuleBase } from "../../model/rule.ts";
import { type Answers, answeringUnit, type ClauseContext } from "../context.ts";
import { anyMissing, evidenceFacts } from "../evidence-facts.ts";
import { answersOf, factMissing, factsReason, worstCase } from "../fact-losses.ts";
import { capItems, type LossItem } from "../loss.ts";
import { deduction, type RuleOutcome, type RuleScorer } from "../outcome.ts";

/** 每迟报一天（周、月）扣N分，未报扣M分. A begun week or month counts whole. */
export const scoreLate: RuleScorer<RuleBase & Late> = (rule, context) => {
  const due = dueDate(rule, context);
  if (due.date === undefined) return deduction(factMissing(rule.id, due.answers, worst(rule, context)), factsReason(...due.answers));
  return rule.subject.kind === "input"
    ? lateByReturn(rule, context, rule.subject.input, due.date)
    : lateByDocument(rule, context, rule.subject.evidence, due.date);
};

function worst(rule: RuleBase & Late, context: ClauseContext): Points {
  return worstCase(context, rule.cap);
}

function lateByReturn(rule: RuleBase & Late, context: ClauseContext, input: string, due: CalendarDate): RuleOutcome {
  const answers = answersOf(context, input);
  const handedIn = answeredDate(answers);
  if (handedIn === undefined) return deduction(factMissing(rule.id, [answers], worst(rule, context)), factsReason(answers));
  return lateOutcome(rule, context, due, handedIn, []);
}

function lateByDocument(rule: RuleBase & Late, context: ClauseContext, evidence: string, due: CalendarDate): RuleOutcome {
  const facts = evidenceFacts(context, evidence);
  const [file] = facts.counted;
  if (file === undefined) return deduction(capItems(anyMissing(facts, rule.missing), rule.missing), facts.reason);
  const counted = new Set(facts.counted);
  const dates = context.dates(evidence).filter((admission) => counted.has(admission.file));
  const days = dates.flatMap(singleDay);
  // A paper dated only by month or year does not show whether it was in time.
  if (days.length === 0) {
    const cause = {
      code: "evidence-unconfirmed",
      requirement: evidence,
      missing: 0,
      periods: [],
      candidates: facts.counted.map((f) => f.path),
    } as const;
    return deduction(
      [{ unit: file.unit ?? answeringUnit(context), state: "awaiting", points: worst(rule, context), cause }],
      facts.reason,
      facts.counted,
    );
  }
  const handedIn = days.reduce(earlier);
  return lateOutcome(rule, context, due, handedIn, dates.filter((d) => d.span?.range.from === handedIn).slice(0, 1));
}

function singleDay(admission: Admission): readonly CalendarDate[] {
  const range = admission.span?.range;
  return range !== undefined && range.from === range.to ? [range.from] : [];
}

function lateOutcome(
  rule: RuleBase & Late,
  context: ClauseContext,
  due: CalendarDate,
  handedIn: CalendarDate,
  proof: readonly Admission[],
): RuleOutcome {
  const days = Math.max(0, daysBetween(due, handedIn));
  const points = minPoints(thousandths(steps(rule.per, due, handedIn, days) * rule.each), worst(rule, context));
  const unit = proof[0]?.file.unit ?? answeringUnit(context);
  const losses: readonly LossItem[] = points <= 0 ? [] : [{ unit, state: "lost", points, cause: { code: "late", rule: rule.id, days } }];
  return deduction(
    losses,
    { code: "late", due, handedIn, days },
    proof.map((p) => p.file),
  );
}

function steps(per: Late["per"], due: CalendarDate, handedIn: CalendarDate, days: number): number {
  if (days === 0) return 0;
  if (per === "day") return days;
  if (per === "week") return Math.ceil(days / 7);
  let months = 1;
  while (addMonths(due, months) < handedIn) months++;
  return months;
}

function dueDate(rule: Late, context: ClauseContext): { readonly date: CalendarDate | undefined; readonly answers: readonly Answers[] } {
  if (rule.due.kind === "date") return { date: rule.due.date, answers: [] };
  const answers = answersOf(context, rule.due.input);
  const start = answeredDate(answers);
  const date = start === undefined ? undefined : addDays(addMonths(start, rule.due.months), rule.due.days);
  return { date, answers: [answers] };
}

/** The latest of the dates stated: the last unit decides whether all were in time. */
function answeredDate(answers: Answers): CalendarDate | undefined {
  if (answers.owing.length > 0) return undefined;
  const dates = answers.stated.flatMap(({ value }) => (value.kind === "date" ? [value.value] : []));
  return dates.length === 0 ? undefined : dates.reduce(later);
}
