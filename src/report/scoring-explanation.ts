import { describeBasis } from "../messages/basis.ts";
import { factWords } from "../messages/fact-words.ts";
import { quoted } from "../messages/quoted.ts";
import { formatChineseDate } from "../model/dates.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { formatPoints, isDecided, type PointsRange, zeroPoints } from "../model/points.ts";
import type { Scorecard } from "../model/scorecard.ts";
import { type PaperDocument, paragraph } from "./blocks.ts";
import { citeFile, titleOf } from "./citation.ts";
import { bonusWords, conclusion, documentTitle, sectionPoints } from "./conclusion.ts";
import { clauseTitle, type SpokenGap, spoken } from "./gap-words.ts";
import { pointsWords } from "./numbers.ts";
import type { Scope } from "./scope.ts";
import { type ScopedClause, type ScopedView, scopedView } from "./scoped-view.ts";
import { finalLines } from "./score-table.ts";
import {
  type Link,
  paperTable,
  pointsValue,
  pointValue,
  type SourceColumn,
  type SourceRow,
  sheetOf,
  type TableSource,
  type Value,
  words,
} from "./table-source.ts";
import { vetoKey, viewOf } from "./view.ts";
import { firstFew } from "./wording.ts";
import type { Workbook } from "./workbook.ts";

const mostGaps = 8;
const mostUnits = 6;

const columns: readonly SourceColumn[] = [
  { header: "序号", share: 3, width: 5, align: "center" },
  { header: "考核项目", share: 5, width: 9 },
  { header: "考核要点", share: 10, width: 14 },
  { header: "分值", share: 4, width: 6, align: "center", format: "points" },
  { header: "评分标准", share: 14, width: 18 },
  { header: "自评分", share: 6, width: 9, align: "center", format: "points" },
  { header: "打分依据", share: 19, width: 33 },
  { header: "减分原因", share: 13, width: 28 },
  { header: "整改措施", share: 11, width: 20 },
  { header: "责任单位", share: 7, width: 11 },
  { header: "佐证材料", share: 8, width: 12 },
];

/**
 * 对照自查评分说明, clause by clause: which rule applied to which evidence, what was lost and what would win it back.
 * `evidenceBase` leads from the documents' own folder to the evidence folder.
 */
export function composeScoringExplanation(
  scorecard: Scorecard,
  scope: Scope,
  evidenceBase: string,
): { readonly paper: PaperDocument; readonly workbook: Workbook } {
  const scoped = scopedView(viewOf(scorecard), scope);
  const source = explanationTable(scoped, evidenceBase);
  const title = documentTitle(scoped, "对照自查评分说明");
  const note = `考核依据：${scorecard.criteria.title}。截至${formatChineseDate(scorecard.asOf)}，${conclusion(scoped)}。`;
  return {
    paper: {
      shell: "对照自查评分说明",
      title,
      body: [paragraph(note), { kind: "table", table: paperTable(source) }],
      signature: { name: scoped.organization, date: formatChineseDate(scorecard.asOf) },
    },
    workbook: { sheets: [sheetOf(source, { name: "对照自查评分说明", title, note, frozenColumns: 3, orientation: "landscape" })] },
  };
}

function explanationTable(scoped: ScopedView, evidenceBase: string): TableSource {
  let count = 0;
  const rows = scoped.sections.flatMap((section): readonly SourceRow[] => [
    { kind: "group", label: `${section.section.label}${section.section.title}${sectionPoints(scoped, section)}` },
    ...section.clauses.map((clause): SourceRow => ({ kind: "data", values: clauseValues(scoped, clause, ++count, evidenceBase) })),
  ]);
  return { columns, rows: [...rows, ...totalRows(scoped)] };
}

/** 合计, and below it how the total becomes the final result. */
function totalRows(scoped: ScopedView): readonly SourceRow[] {
  const { numbers } = scoped;
  const dropped =
    numbers.notApplicable === zeroPoints
      ? []
      : [totalRow("合理缺项", pointValue(numbers.notApplicable), words()), totalRow("应得分", pointValue(numbers.applicable), words())];
  const finals = finalLines(scoped).map(({ name, points }) => totalRow(name, words(), pointsValue(points)));
  return [totalRow("合计", pointValue(numbers.maxPoints), pointsValue(numbers.points)), ...dropped, ...finals];
}

function totalRow(name: string, full: Value, score: Value): SourceRow {
  const empty = words();
  const cells = [empty, empty, words(name), full, empty, score];
  return { kind: "total", values: [...cells, ...columns.slice(cells.length).map(() => empty)] };
}

function clauseValues(scoped: ScopedView, clause: ScopedClause, count: number, evidenceBase: string): readonly Value[] {
  const { result } = clause;
  const gaps = clause.gaps.flatMap((gap) => spoken(scoped.view, gap) ?? []);
  return [
    { kind: "count", count },
    words(result.clause.subsection ?? "", result.clause.subsection === undefined ? result.section.title : ""),
    words(clauseTitle(result), result.clause.requirement),
    pointsOf(clause),
    words(result.clause.standard),
    scoreOf(clause),
    words(...basisLines(scoped, clause)),
    words(...reasonLines(scoped, gaps)),
    words(...remedyLines(scoped, gaps)),
    words(...duty("牵头", result.lead), ...duty("配合", result.cooperating)),
    { kind: "links", links: fileLinks(clause, evidenceBase), brief: true },
  ];
}

function pointsOf({ result, role, maxPoints }: ScopedClause): Value {
  if (result.section.kind === "veto") return words("否决项");
  if (result.section.kind === "bonus") return words(`加分上限${formatPoints(result.clause.maxPoints)}`);
  return pointValue(role === "district" ? result.clause.maxPoints : maxPoints);
}

function scoreOf({ result, points }: ScopedClause): Value {
  if (result.section.kind === "veto") return words("—");
  if (result.state === "notApplicable") return words("合理缺项");
  if (result.section.kind === "bonus") return words(bonusWords(result.bonus) || "未加分");
  return pointsValue(points);
}

/** Every rule with the papers and figures it was applied to; the result of the clause last. */
function basisLines(scoped: ScopedView, clause: ScopedClause): readonly string[] {
  const { result } = clause;
  if (result.state === "notApplicable") return notApplicableLines(clause);
  const rules = sharesAmounts(scoped, clause) ? ownLines(scoped, clause) : ruleLines(scoped, clause);
  const claimed = scoped.scope.kind === "unit" ? clause.returns[0]?.entry.claimed : result.claimed;
  return [...rules, ...(claimed === undefined ? [] : [`单位自报${formatPoints(claimed)}分。`]), resultLine(scoped, clause)];
}

function ruleLines(scoped: ScopedView, { result }: ScopedClause): readonly string[] {
  return result.basis.map((basis, index) => {
    const veto = scoped.view.vetoes.get(vetoKey(result.clause.id, basis.rule.id));
    const cite = (file: EvidenceFile): string => citeFile(scoped.view, result.clause.id, file);
    const said = describeBasis(basis, { clause: result.clause, cite, ...(veto === undefined ? {} : { veto }) });
    return `${result.basis.length > 1 ? `（${String(index + 1)}）` : ""}${said}。`;
  });
}

/** Where every unit owes its own, the rules' amounts are the whole clause's and say nothing about one unit. */
function sharesAmounts({ scope }: ScopedView, { result: { clause }, role }: ScopedClause): boolean {
  if (scope.kind !== "unit") return false;
  return role !== "lead" || clause.evidence.some(({ from }) => from === "each") || clause.inputs.some(({ from }) => from === "each");
}

/** A unit's own papers and figures: the rules are applied to the whole clause, so their amounts stand in the district's document. */
function ownLines(scoped: ScopedView, clause: ScopedClause): readonly string[] {
  const papers = clause.requirements.map(({ requirement, slots }) => {
    const files = [...new Set(slots.flatMap((slot) => slot.counted))];
    const need = slots.reduce((sum, slot) => sum + slot.need, 0);
    const cited = files.slice(0, 3).map((file) => citeFile(scoped.view, clause.result.clause.id, file));
    const there =
      files.length === 0 ? "尚无认定的材料" : `已认定${String(files.length)}份：${cited.join("、")}${files.length > 3 ? "等" : ""}`;
    return `${requirement.name}应有${String(need)}份，${there}。`;
  });
  const stated = clause.result.clause.inputs.flatMap((input) => {
    const value = clause.returns[0]?.entry.facts.get(input.id);
    return value === undefined ? [] : [`填报${quoted(input.name)}为${factWords(value, input.measure)}。`];
  });
  return [...papers, ...stated];
}

function resultLine(scoped: ScopedView, { result, points, maxPoints, gaps }: ScopedClause): string {
  const whole = scoped.view.gaps.filter((gap) => gap.clause === result.clause.id);
  if (result.section.kind === "veto") return "";
  if (result.section.kind === "bonus") return `本条${bonusWords(result.bonus) || "未加分"}。`;
  const own = `本条${scoped.scope.kind === "unit" ? "承担" : ""}分值${formatPoints(maxPoints)}分，自评${pointsWords(points, gaps)}。`;
  const differs = scoped.scope.kind === "unit" && !same(points, result.points);
  return differs ? `${own}全区该条自评${pointsWords(result.points, whole)}。` : own;
}

function same(a: PointsRange, b: PointsRange): boolean {
  return isDecided(a) && isDecided(b) ? a.low === b.low : a.low === b.low && a.high === b.high;
}

function notApplicableLines({ result }: ScopedClause): readonly string[] {
  const declared = result.notApplicable?.reasons ?? [];
  const state = result.notApplicable?.confirmed === true ? "已核定" : "待核定";
  return [`合理缺项（${state}）。`, ...declared.slice(0, mostUnits).map(({ unit, reason }) => `${unit}：${reason.trim()}`)];
}

function reasonLines({ scope }: ScopedView, gaps: readonly SpokenGap[]): readonly string[] {
  const line = ({ gap, content, cost }: SpokenGap): string => `${scope.kind === "unit" ? "" : `${gap.unit}：`}${content}，${cost}。`;
  return cut(gaps.map(line));
}

function remedyLines({ scope }: ScopedView, gaps: readonly SpokenGap[]): readonly string[] {
  const line = ({ gap, remedy }: SpokenGap): string => `${scope.kind === "unit" ? "" : `${gap.unit}：`}${remedy.replace(/。$/, "")}。`;
  return cut([...new Set(gaps.map(line))]);
}

function cut(lines: readonly string[]): readonly string[] {
  return lines.length <= mostGaps ? lines : [...lines.slice(0, mostGaps), `其余${String(lines.length - mostGaps)}项见《缺项清单》。`];
}

/** 牵头：区应急管理局. */
function duty(role: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${role}：${firstFew(names, mostUnits, "个单位")}`];
}

function fileLinks({ requirements }: ScopedClause, evidenceBase: string): readonly Link[] {
  const files = new Set(requirements.flatMap(({ slots }) => slots.flatMap((slot) => slot.counted)));
  return [...files].map((file) => ({ text: titleOf(file), target: evidenceLink(evidenceBase, file) }));
}

/** What a click opens: the file, or the archive that holds it. */
export function evidenceLink(evidenceBase: string, file: Pick<EvidenceFile, "path" | "archive">): string {
  const path = file.archive ?? file.path;
  if (evidenceBase === "") return path;
  return evidenceBase.endsWith("/") ? `${evidenceBase}${path}` : `${evidenceBase}/${path}`;
}
