import type { Basis } from "../model/basis.ts";
import type { Clause } from "../model/criteria.ts";
import { type CalendarDate, formatChineseDate } from "../model/dates.ts";
import type { Gap, GapCause, GapCode } from "../model/gap.ts";
import { formatPoints, zeroPoints } from "../model/points.ts";
import { comparisonWords, statedWords } from "./fact-words.ts";
import { periodWords } from "./periods.ts";
import { quoted } from "./quoted.ts";
import { ruleWordsById, vetoWords } from "./rule-words.ts";

/** What the words of a gap need beside the gap: its clause, and the day on which the files were looked at. */
export interface GapContext {
  readonly clause: Clause;
  readonly asOf: CalendarDate;
  /** 打分依据 of the clause, for the figures behind a fact that costs points; without it only the rule is named. */
  readonly basis?: readonly Basis[];
}

type Cause<Code extends GapCode> = Extract<GapCause, { code: Code }>;
type Owed = Cause<"evidence-missing" | "evidence-upcoming" | "evidence-unconfirmed">;

/** What is missing or weak, in which period; without points (the documents print them beside it) and without a full stop. */
export function describeGap(gap: Gap, context: GapContext): string {
  const { clause, asOf } = context;
  switch (gap.code) {
    case "evidence-missing":
      if (gap.missing === 0) return `${nameOf(clause, gap)}未达到得满分所需的份数`;
      return `缺${nameOf(clause, gap)}${amountIn(gap)}${overdue(gap, asOf)}`;
    case "evidence-unconfirmed":
      return unconfirmed(gap, clause);
    case "evidence-upcoming":
      return `${nameOf(clause, gap)}尚有${String(gap.missing)}份未到期${periodsIn(gap)}${dueWords(gap, asOf)}`;
    case "no-evidence":
      return gap.state === "lost"
        ? "本条要求的佐证材料一份也没有，按无佐证材料不得分计"
        : gap.state === "upcoming"
          ? "本条尚无可以认定的佐证材料，到期仍不能提供的不得分"
          : "本条的佐证材料都还没有核实，核实不了的不得分";
    case "fact-costs":
      return factCosts(gap, context);
    case "fact-missing":
      return unstated(gap, clause);
    case "fact-conflict":
      return `${listed(gap.inputs)}各单位填报不一致（${gap.answers.join("；")}），不能确定以哪个为准`;
    case "late":
      return `逾期${String(gap.days)}天，适用${ruleWordsById(clause, gap.rule)}`;
    case "manual":
      return `${ruleWordsById(clause, gap.rule)}，${gap.state === "lost" ? "细则规定的最低扣分" : "需由人工评定"}`;
    case "judged":
      return `经人工评定扣分，适用${ruleWordsById(clause, gap.rule)}`;
    case "external":
      return `以${gap.source}为准，数据尚未录入`;
    case "exemption-unconfirmed":
      return `已申报免予扣分（${inputName(clause, gap.input)}），理由尚待核实`;
    case "not-applicable-unconfirmed":
      return `已申报不涉及${because(gap.reason)}，合理缺项尚待核定`;
    case "not-applicable-zero":
      return `已申报不涉及${because(gap.reason)}，细则规定合理缺项不得分`;
    case "no-rule":
      return "本条没有可以计算的评分规则，需由人工评定";
    case "rules-below-points":
      return "本条各项得分规则合计低于分值，差额按细则无法取得";
    case "veto":
      return `存在一票否决情形，${vetoEffect(clause, gap.rule)}`;
    case "veto-unanswered":
      return `未填报${listed(gap.inputs)}，是否触发一票否决无法确认（${vetoEffect(clause, gap.rule)}）`;
    case "claim-exceeds":
      return `自报${formatPoints(gap.claimed)}分，高于佐证材料所能支持的${formatPoints(gap.supported)}分`;
  }
}

/** What to do next, and what it wins back. Never asks anybody to make up a paper afterwards. */
export function remedyForGap(gap: Gap, context: GapContext): string {
  return `${nextStepForGap(gap, context)}${gainOf(gap)}`;
}

/** What to do next, without what it wins back. */
export function nextStepForGap(gap: Gap, { clause, asOf }: GapContext): string {
  switch (gap.code) {
    case "evidence-missing":
      return missingStep(gap, nameOf(clause, gap), asOf);
    case "evidence-unconfirmed":
      return gap.candidates.length > 0 ? "核对疑似材料，属于本条的登记其对应的条款、材料和日期" : `提供${nameOf(clause, gap)}`;
    case "evidence-upcoming":
      return `按期开展工作并提交${nameOf(clause, gap)}${String(gap.missing)}份`;
    case "no-evidence":
      return "按本条材料要求收集已经形成的佐证材料；确未开展的如实说明";
    case "fact-costs":
      return "核对填报数据与原始资料是否一致，属实的落实整改并说明情况";
    case "fact-missing":
      return statingStep(gap.inputs, clause);
    case "fact-conflict":
      return `由有关单位核对${listed(gap.inputs)}，统一后重新填报`;
    case "late":
      return "核对报送日期，确有逾期的说明原因";
    case "manual":
    case "no-rule":
      return "由考核工作人员评定并登记评定结果";
    case "judged":
      return "按评定意见整改，整改后申请复核";
    case "external":
      return `取得${gap.source}的结果并登记`;
    case "exemption-unconfirmed":
      return "提供免责情形的证明材料，由考核工作人员核实";
    case "not-applicable-unconfirmed":
      return "提供不涉及的证明，由考核工作人员核定";
    case "not-applicable-zero":
      return "本条不涉及，无需整改";
    case "rules-below-points":
      return "向细则制定单位核实本条分值与评分标准是否一致";
    case "veto":
      return "立即核实情况并报告本级负责人";
    case "veto-unanswered":
      return `尽快在单位自评表中填报${listed(gap.inputs)}`;
    case "claim-exceeds":
      return "补充佐证材料，或者调整自报分";
  }
}

/** Where an inspector or somebody else's figure decides, a unit's own statement settles nothing. */
function statingStep(inputs: readonly string[], { verification }: Clause): string {
  switch (verification) {
    case "package":
      return `在单位自评表中填报${listed(inputs)}`;
    case "onsite":
      return `由考核组现场检查确定，平时做好${listed(inputs)}的迎检准备`;
    case "external":
      return `以外部数据为准，及时对接核实${listed(inputs)}`;
    case "daily":
      return `由日常督查情况确定，平时做好${listed(inputs)}的有关工作并留存记录`;
  }
}

/** The past cannot be caught up on: only papers that exist may be handed in late. */
function missingStep(gap: Cause<"evidence-missing">, name: string, asOf: CalendarDate): string {
  const past = gap.periods.some((period) => period.range.to < asOf);
  const what = gap.missing === 0 ? name : `${name}${String(gap.missing)}份`;
  return past ? `查找并提交已经形成的${what}${periodsIn(gap)}；当期确未开展的如实说明，不得事后补造` : `补充提交${what}`;
}

/** Whether closing the gap can win points at all; `open`: a person decides, so nothing can be promised. */
const gains = {
  "evidence-missing": "win",
  "evidence-unconfirmed": "win",
  "evidence-upcoming": "win",
  "no-evidence": "win",
  "fact-costs": "win",
  "fact-missing": "open",
  "fact-conflict": "open",
  late: "win",
  manual: "open",
  judged: "win",
  external: "open",
  "exemption-unconfirmed": "win",
  "not-applicable-unconfirmed": "none",
  "not-applicable-zero": "none",
  "no-rule": "open",
  "rules-below-points": "none",
  veto: "none",
  "veto-unanswered": "open",
  "claim-exceeds": "none",
} as const satisfies Record<GapCode, "win" | "open" | "none">;

/** ，最多可挽回1分 | ，最多可保住1分 | ，涉及1分; "" where nothing can be won. */
function gainOf(gap: Gap): string {
  const kind = gains[gap.code];
  if (gap.points === zeroPoints || kind === "none") return "";
  const points = formatPoints(gap.points);
  if (kind === "open") return `，涉及${points}分`;
  return gap.state === "lost" ? `，最多可挽回${points}分` : `，最多可保住${points}分`;
}

function unconfirmed(gap: Cause<"evidence-unconfirmed">, clause: Clause): string {
  const name = nameOf(clause, gap);
  if (gap.missing === 0) return `${name}的成文日期不明确，无法确认是否按期`;
  const files = gap.candidates.slice(0, 3).map((path) => `“${path.slice(path.lastIndexOf("/") + 1)}”`);
  const more = gap.candidates.length > 3 ? `等${String(gap.candidates.length)}份` : "";
  const shown = files.length === 0 ? "，未见证明材料" : `，疑似材料${files.join("、")}${more}需人工核对`;
  return `${name}尚有${String(gap.missing)}份未能确认${periodsIn(gap)}${shown}`;
}

const decidedBy = { onsite: "以现场检查为准", external: "以外部数据为准", daily: "以日常督查为准" } as const;

function unstated(gap: Cause<"fact-missing">, clause: Clause): string {
  const rule = ruleWordsById(clause, gap.rule);
  if (clause.verification === "package") return `未填报${listed(gap.inputs)}，${rule}无法评定`;
  return `${listed(gap.inputs)}${decidedBy[clause.verification]}，尚无结果，${rule}无法评定`;
}

/** 居民用户入户安检率93.4%，低于95%，相差1.6个百分点，按2个百分点计; the rule's words where nothing is compared. */
function factCosts(gap: Cause<"fact-costs">, { clause, basis }: GapContext): string {
  const found = basis?.find(({ rule, reason }) => rule.id === gap.rule && reason.code === "facts");
  const applied = `适用${ruleWordsById(clause, gap.rule)}`;
  if (found?.reason.code !== "facts" || found.reason.facts.length === 0) return `${listed(gap.inputs)}的填报情况达不到要求，${applied}`;
  const compared = comparisonWords(found.rule, found.reason.facts, clause);
  return `${statedWords(found.reason.facts)}，${compared === "" ? applied : compared}`;
}

/** 3份（2024年第一季度、第二季度、第三季度） | （第一季度、第二季度、第三季度、第四季度中缺3份）: fewer than the periods that may hold them. */
function amountIn(gap: Pick<Owed, "periods" | "missing">): string {
  if (gap.missing < gap.periods.length) return `（${periodWords(gap.periods)}中缺${String(gap.missing)}份）`;
  return `${String(gap.missing)}份${periodsIn(gap)}`;
}

function periodsIn({ periods }: Pick<Owed, "periods">): string {
  return periods.length === 0 ? "" : `（${periodWords(periods)}）`;
}

function overdue(gap: Gap & Cause<"evidence-missing">, asOf: CalendarDate): string {
  return gap.due !== undefined && gap.due < asOf ? `${dueWords(gap, asOf)}，已逾期` : dueWords(gap, asOf);
}

function dueWords(gap: Gap & Cause<"evidence-missing" | "evidence-upcoming">, asOf: CalendarDate): string {
  if (gap.due === undefined) return "";
  if (gap.due === asOf) return `，${gap.missing > 1 ? "最早一份" : ""}今日到期`;
  return `，${gap.missing > 1 ? "最早一份应于" : "应于"}${formatChineseDate(gap.due)}前提交`;
}

function nameOf(clause: Clause, gap: Pick<Owed, "requirement">): string {
  return requirementName(clause, gap.requirement);
}

export function requirementName(clause: Clause, id: string): string {
  return clause.evidence.find((requirement) => requirement.id === id)?.name ?? "佐证材料";
}

function inputName(clause: Clause, id: string): string {
  return clause.inputs.find((input) => input.id === id)?.name ?? id;
}

function listed(inputs: readonly string[]): string {
  return inputs.length === 0 ? "有关数据" : inputs.map(quoted).join("、");
}

function because(reason: string): string {
  return reason.trim() === "" ? "" : `（理由：${reason.trim().replace(/。$/, "")}）`;
}

function vetoEffect(clause: Clause, id: string): string {
  const rule = clause.rules.find((candidate) => candidate.id === id);
  if (rule?.kind !== "veto") return "一票否决";
  return rule.text === undefined ? vetoWords(rule) : `${ruleWordsById(clause, id)}，${vetoWords(rule).replace("一票否决，", "")}`;
}
