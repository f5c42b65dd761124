import { factWords } from "../messages/fact-words.ts";
import { gapKinds } from "../messages/gap-kinds.ts";
import { quoted } from "../messages/quoted.ts";
import { addPoints, formatPoints, type Points, zeroPoints } from "../model/points.ts";
import type { RequirementResult } from "../model/scorecard.ts";
import { type Block, heading, paragraph } from "./blocks.ts";
import { citeFile } from "./citation.ts";
import { bonusWords } from "./conclusion.ts";
import { openWords, pointsWordsFlat } from "./numbers.ts";
import { reportable } from "./official-words.ts";
import type { ScopedClause, ScopedView } from "./scoped-view.ts";
import { firstFew, sentence } from "./wording.ts";

const mostFiles = 3;
const mostStatements = 5;

/** 对照细则自查情况 of one clause: what was done, quoted from papers and statements; what is missing and what it costs. */
export function clauseParagraphs(scoped: ScopedView, clause: ScopedClause, index: number): readonly Block[] {
  const { result } = clause;
  const title = heading(3, `${String(index)}.${result.clause.title}${clausePoints(clause)}`);
  if (result.state === "notApplicable") return [title, paragraph(notApplicableWords(clause))];
  const { inline, blocks } = statements(clause);
  const said = [doneWords(scoped, clause), ...inline].join("");
  const short = shortcomings(clause);
  // What is short is one sentence: it closes the paragraph unless the unit's own lines stand between.
  return blocks.length === 0
    ? [title, paragraph(said + short)]
    : [title, paragraph(said), ...blocks, ...(short === "" ? [] : [paragraph(short)])];
}

/** （4分，自评3分） behind a clause's title. */
export function clausePoints({ result, maxPoints, points, gaps }: ScopedClause): string {
  if (result.section.kind === "veto") return "（一票否决项）";
  if (result.state === "notApplicable") return `（${formatPoints(result.clause.maxPoints)}分，合理缺项）`;
  if (result.section.kind === "bonus") {
    const gained = bonusWords(result.bonus);
    return `（最高加${formatPoints(result.clause.maxPoints)}分，${gained === "" ? "本次未加分" : gained}）`;
  }
  const extra = bonusWords(result.bonus);
  return `（${formatPoints(maxPoints)}分，自评${pointsWordsFlat(points, gaps)}${extra === "" ? "" : `，另${extra}`}）`;
}

function notApplicableWords({ result }: ScopedClause): string {
  const declared = result.notApplicable?.reasons ?? [];
  const reasons = declared.map(({ unit, reason }) => `${unit}：${reason.trim().replace(/。$/, "")}`);
  const confirmed = result.notApplicable?.confirmed === true ? "已经核定" : "尚待核定";
  return sentence(`本条列为合理缺项（${confirmed}）`, reasons.length === 0 ? "" : `理由：${firstFew(reasons, mostStatements, "个单位")}`);
}

function doneWords(scoped: ScopedView, clause: ScopedClause): string {
  const { result } = clause;
  const parts = clause.requirements
    .map((requirement) => evidenceWords(scoped, result.clause.id, requirement))
    .filter((part) => part !== "");
  const done = sentence(...parts, ...factParts(clause), ...(parts.length === 0 ? [nothingThere(clause)] : []));
  return `${sentence(dutyWords(scoped, clause))}${done}`;
}

function dutyWords(scoped: ScopedView, { result, role }: ScopedClause): string {
  if (scoped.scope.kind === "unit") return role === "lead" ? "本条由本单位牵头" : `本条由${units(result.lead)}牵头，本单位配合`;
  const lead = result.lead.length === 0 ? "" : `由${units(result.lead)}牵头`;
  const cooperating = result.cooperating.length === 0 ? "" : `${units(result.cooperating)}配合`;
  return [lead, cooperating].filter((part) => part !== "").join("，");
}

function units(names: readonly string[]): string {
  return names.length === 0 ? "牵头单位" : firstFew(names, 3, "个单位");
}

/** 安委会全体会议纪要3份：《…》（文号，日期）、…: only papers that count. */
function evidenceWords(scoped: ScopedView, clause: string, { requirement, slots }: RequirementResult): string {
  const files = [...new Set(slots.flatMap((slot) => slot.counted))];
  if (files.length === 0) return "";
  const cited = files.slice(0, mostFiles).map((file) => citeFile(scoped.view, clause, file));
  if (files.length > mostFiles) return `已形成${requirement.name}，包括${cited.join("、")}等${String(files.length)}份`;
  return `已形成${requirement.name}${String(files.length)}份：${cited.join("、")}`;
}

/** Figures as the units stated them; units that state the same are named together. */
function factParts({ result, returns }: ScopedClause): readonly string[] {
  return result.clause.inputs.flatMap((input) => {
    const byValue = new Map<string, string[]>();
    for (const { unit, entry } of returns) {
      const value = entry.facts.get(input.id);
      if (value === undefined) continue;
      const said = factWords(value, input.measure);
      byValue.set(said, [...(byValue.get(said) ?? []), unit]);
    }
    const stated = [...byValue].map(
      ([said, names]) => `${firstFew(names, 3, "个单位")}填报${quoted(input.name)}${names.length > 1 ? "均" : ""}为${said}`,
    );
    return stated.length === 0 ? [] : [firstFew(stated, mostStatements, "种填报")];
  });
}

const verificationWords = {
  package: "尚无可以认定的佐证材料",
  onsite: "本条以现场检查情况评定，不以佐证材料为准",
  external: "本条以外部数据评定，不以佐证材料为准",
  daily: "本条根据日常督查情况评定，不以佐证材料为准",
} as const;

function nothingThere({ result }: ScopedClause): string {
  return result.clause.evidence.length === 0 && result.clause.verification === "package"
    ? ""
    : verificationWords[result.clause.verification];
}

interface Statements {
  /** Sentences that continue the clause's paragraph. */
  readonly inline: readonly string[];
  /** Statements of several lines, or with quotation marks of their own, stand by themselves. */
  readonly blocks: readonly Block[];
}

/** 情况说明 verbatim: in quotation marks when it has none of its own, else set off by a colon. */
function statements({ returns }: ScopedClause): Statements {
  const stated = returns.flatMap(({ unit, entry }) => {
    const lines = linesOf(entry.statement ?? "");
    return lines.length === 0 ? [] : [{ unit, lines }];
  });
  const shown = stated.slice(0, mostStatements);
  const more = stated.length - mostStatements;
  const rest = more > 0 ? [`其余${String(more)}个单位的情况说明见各单位自查报告。`] : [];
  if (shown.every(({ lines }) => fitsInSentence(lines)))
    return { inline: [...shown.map(({ unit, lines }) => `${unit}情况说明：“${lines.join("")}”`), ...rest], blocks: [] };
  return {
    inline: [],
    blocks: [...shown.flatMap(({ unit, lines }) => statementBlocks(unit, lines)), ...rest.map((line) => paragraph(line))],
  };
}

function linesOf(statement: string): readonly string[] {
  return statement
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function fitsInSentence(lines: readonly string[]): boolean {
  return lines.length === 1 && !/[“”]/.test(lines[0] ?? "");
}

function statementBlocks(unit: string, lines: readonly string[]): readonly Block[] {
  if (fitsInSentence(lines)) return [paragraph(`${unit}情况说明：“${lines.join("")}”`)];
  return [paragraph(`${unit}情况说明如下：`), ...lines.map((line) => paragraph(line))];
}

/** One sentence: what kinds of problem, and what they cost; "" where nothing is short. Chapter 四 tells them one by one. */
function shortcomings({ gaps }: ScopedClause): string {
  const told = reportable(gaps);
  if (told.length === 0) return "";
  const kinds = [...new Set(told.map(({ code }) => gapKinds[code]))].map(
    (kind) => `${kind}${String(told.filter(({ code }) => gapKinds[code] === kind).length)}项`,
  );
  const sum = (open: boolean): Points => addPoints(...told.filter(({ state }) => (state !== "lost") === open).map((gap) => gap.points));
  const [lost, open] = [sum(false), sum(true)];
  const costs = [
    ...(lost === zeroPoints ? [] : [`扣${formatPoints(lost)}分`]),
    ...(open === zeroPoints
      ? []
      : [`${lost === zeroPoints ? "" : "另有"}${formatPoints(open)}分${openWords(gaps) === "含未到期事项" ? "尚未到期" : "待定"}`]),
  ];
  return `${[`存在${kinds.join("、")}`, ...costs].join("，")}，详见第四部分。`;
}
