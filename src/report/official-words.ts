import { describeGap, type GapContext, nextStepForGap, requirementName } from "../messages/gaps.ts";
import { periodWords } from "../messages/periods.ts";
import { quoted } from "../messages/quoted.ts";
import type { Gap } from "../model/gap.ts";

/** The gaps that an outgoing report tells: that a unit claims more than its papers show is settled inside, before it goes out. */
export function reportable(gaps: readonly Gap[]): readonly Gap[] {
  return gaps.filter(({ code }) => code !== "claim-exceeds");
}

/** The problem as an outgoing 自查报告 states it: no file names, no steps of the tool. No full stop. */
export function officialProblem(gap: Gap, context: GapContext): string {
  if (gap.code !== "evidence-unconfirmed" || gap.missing === 0) return describeGap(gap, context);
  const periods = gap.periods.length === 0 ? "" : `（${periodWords(gap.periods)}）`;
  const state = gap.candidates.length === 0 ? "证明材料正在完善" : `有${String(gap.candidates.length)}份材料正在核实`;
  return `${requirementName(context.clause, gap.requirement)}尚有${String(gap.missing)}份未能确认${periods}，${state}`;
}

/** The measure as an outgoing 自查报告 states it: what will be done, not what it wins back. No full stop. */
export function officialMeasure(gap: Gap, context: GapContext): string {
  const { clause } = context;
  switch (gap.code) {
    case "evidence-missing":
      return gap.periods.some(({ range }) => range.to < context.asOf)
        ? `尽快整理完善已经形成的${requirementName(clause, gap.requirement)}资料，当期确未开展的如实说明`
        : `限期完成${requirementName(clause, gap.requirement)}`;
    case "evidence-unconfirmed":
      return `尽快核实并完善${requirementName(clause, gap.requirement)}资料`;
    case "fact-costs":
      return `针对${named(gap.inputs)}落实整改，限期完成`;
    case "fact-missing":
    case "veto-unanswered":
      return clause.verification === "package" ? `尽快核实${named(gap.inputs)}，如实填报` : nextStepForGap(gap, context);
    case "late":
      return "严格按规定时限报送，对逾期情况如实说明";
    case "external":
      return `及时做好衔接，取得${gap.source}的结果`;
    case "exemption-unconfirmed":
      return "尽快完善免责情形的证明材料，报请核实";
    case "not-applicable-unconfirmed":
      return "尽快完善不涉及的证明材料，报请核定";
    case "manual":
    case "no-rule":
      return "对照评分标准做好迎检准备，由考核组评定";
    case "veto":
      return "立即核实情况，依法依规落实整改";
    case "evidence-upcoming":
    case "no-evidence":
    case "fact-conflict":
    case "judged":
    case "not-applicable-zero":
    case "rules-below-points":
    case "claim-exceeds":
      return nextStepForGap(gap, context);
  }
}

function named(inputs: readonly string[]): string {
  return inputs.length === 0 ? "有关数据" : inputs.map(quoted).join("、");
}
