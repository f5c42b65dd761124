import type { Basis, BasisReason } from "../model/basis.ts";
import type { Clause } from "../model/criteria.ts";
import { formatChineseDate } from "../model/dates.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { formatPoints, formatRange, isDecided, type PointsRange, zeroPoints } from "../model/points.ts";
import type { VetoResult } from "../model/scorecard.ts";
import { comparisonWords, factWords } from "./fact-words.ts";
import { periodWords } from "./periods.ts";
import { quoted } from "./quoted.ts";
import { ruleWords, ruleWordsById } from "./rule-words.ts";

export interface BasisContext {
  readonly clause: Clause;
  /** 《title》（文号，date） of a file. */
  readonly cite: (file: EvidenceFile) => string;
  /** Whether the rule's veto holds; undefined: it does not. */
  readonly veto?: VetoResult["certainty"];
}

const mostFiles = 3;
const mostFacts = 4;

/** 打分依据 of one rule: its words, the facts and papers it was applied to, what it took or gave. No full stop. */
export function describeBasis(basis: Basis, context: BasisContext): string {
  return `${ruleWords(basis.rule)}：${reasonWords(basis, context)}，${effectWords(basis, context)}`;
}

function reasonWords(basis: Basis, context: BasisContext): string {
  const { reason } = basis;
  switch (reason.code) {
    case "evidence":
      return evidenceWords(reason, basis.files, context);
    case "facts":
      return `${factsWords(reason)}${held(comparisonWords(basis.rule, reason.facts, context.clause))}${cited(basis.files, context, "，佐证为")}`;
    case "facts-missing":
      return `${firstOf(reason.units, mostFacts, "个单位")}未填报${reason.inputs.map(quoted).join("、")}`;
    case "judged":
      return `${reason.by === undefined ? "经人工评定" : `经${reason.by}评定`}${reason.note === undefined ? "" : `（${reason.note}）`}`;
    case "awaits-judgement":
      return "尚待人工评定";
    case "late":
      return lateWords(reason, basis.files, context);
    case "other-profile":
      return `只适用于${reason.profiles.join("、")}地区`;
    case "exempt":
      return `已申报${quoted(reason.input)}，${reason.confirmed ? "经核实免予扣分" : "免予扣分的理由尚待核实"}`;
    case "base-not-reached":
      return `${ruleWordsById(context.clause, reason.after)}尚未确认得分，本项不能单独计分`;
    case "deduplicated":
      return `与同组规则（${reason.group}）属同一事由，就高计算，不重复计`;
    case "no-rule":
      return "没有可以计算的评分规则";
    case "no-evidence":
      return "没有佐证材料";
  }
}

type ReasonOf<Code extends BasisReason["code"]> = Extract<BasisReason, { code: Code }>;

function evidenceWords(reason: ReasonOf<"evidence">, files: readonly EvidenceFile[], context: BasisContext): string {
  const name = context.clause.evidence.find((requirement) => requirement.id === reason.requirement)?.name ?? "佐证材料";
  const there = reason.counted === 0 ? "尚无认定的材料" : `已认定${String(reason.counted)}份${named(files, context)}`;
  return `${name}应有${String(reason.need)}份，${there}${shortWords(reason)}`;
}

function shortWords({ missing, periods }: ReasonOf<"evidence">): string {
  if (missing.most === 0) return "";
  const open = missing.most - missing.least;
  const parts = [
    ...(missing.least > 0 ? [`缺${String(missing.least)}份`] : []),
    ...(open > 0 ? [`${missing.least > 0 ? "另有" : ""}${String(open)}份待确认或尚未到期`] : []),
  ];
  return `，${parts.join("，")}${periods.length === 0 ? "" : `（${periodWords(periods)}）`}`;
}

function held(comparison: string): string {
  return comparison === "" ? "" : `，${comparison}`;
}

function factsWords({ facts }: ReasonOf<"facts">): string {
  if (facts.length === 0) return "单位未填报有关事项";
  const said = facts.map((fact) => `${fact.unit}填报${quoted(fact.input)}为${factWords(fact.value, fact.measure)}`);
  return firstOf(said, mostFacts, "项");
}

function lateWords(reason: ReasonOf<"late">, files: readonly EvidenceFile[], context: BasisContext): string {
  const due = `应于${formatChineseDate(reason.due)}前完成`;
  if (reason.handedIn === undefined) return `${due}，尚未完成`;
  const done = `实际为${formatChineseDate(reason.handedIn)}${cited(files, context, "，佐证为")}`;
  return `${due}，${done}，${reason.days === 0 ? "未逾期" : `逾期${String(reason.days)}天`}`;
}

/** ：《甲》、《乙》等: behind a number of papers, so that the number does not stand twice. */
function named(files: readonly EvidenceFile[], { cite }: BasisContext): string {
  if (files.length === 0) return "";
  return `：${files.slice(0, mostFiles).map(cite).join("、")}${files.length > mostFiles ? "等" : ""}`;
}

function cited(files: readonly EvidenceFile[], { cite }: BasisContext, before: string): string {
  if (files.length === 0) return "";
  return `${before}${firstOf(files.slice(0, mostFiles).map(cite), mostFiles, "")}${files.length > mostFiles ? `等${String(files.length)}份` : ""}`;
}

function effectWords({ effect, points, rule }: Basis, { veto }: BasisContext): string {
  switch (effect) {
    case "deduct":
      return amount(points, "扣", "不扣分");
    case "award":
      return amount(points, "得", "不得分");
    case "extra":
      return amount(points, "倒扣", "不倒扣");
    case "bonus":
      return amount(points, "加", "不加分");
    case "veto":
      if (veto === undefined) return "未触发一票否决";
      return veto === "certain"
        ? `触发一票否决${rule.kind === "veto" && rule.scope === "grade" ? "（等次受限）" : ""}`
        : "是否触发一票否决待确认";
  }
}

function amount(points: PointsRange, verb: string, nothing: string): string {
  if (isDecided(points)) return points.low === zeroPoints ? nothing : `${verb}${formatPoints(points.low)}分`;
  return `${verb}${formatRange(points)}分（待定）`;
}

function firstOf(items: readonly string[], most: number, rest: string): string {
  return items.length <= most ? items.join("、") : `${items.slice(0, most).join("、")}等${String(items.length)}${rest}`;
}
