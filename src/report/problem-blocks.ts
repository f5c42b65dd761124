import { gapKinds } from "../messages/gap-kinds.ts";
import { quoted } from "../messages/quoted.ts";
import type { Gap } from "../model/gap.ts";
import { formatPoints, zeroPoints } from "../model/points.ts";
import { type Block, heading, paragraph } from "./blocks.ts";
import { deadlineValue, type SpokenGap, spoken } from "./gap-words.ts";
import { awaitingOf, lostOf } from "./numbers.ts";
import { reportable } from "./official-words.ts";
import type { ScopedView } from "./scoped-view.ts";
import { paperTable, type TableSource, words } from "./table-source.ts";
import { chineseNumber } from "./wording.ts";

/** So many gaps are told one by one in the report; the 缺项清单 has them all. */
const mostTold = 20;

interface ProblemGroup {
  readonly name: string;
  readonly holds: (gap: Gap) => boolean;
}

const groups: readonly ProblemGroup[] = [
  { name: "已经扣分的问题", holds: (gap) => gap.state === "lost" && costs(gap) },
  { name: "待核实、待填报和待人工评定的事项", holds: (gap) => gap.state === "awaiting" },
  { name: "尚未到期、需按期完成的事项", holds: (gap) => gap.state === "upcoming" },
  { name: "不另扣分、需要完善的事项", holds: (gap) => gap.state === "lost" && !costs(gap) },
];

function costs(gap: Gap): boolean {
  return gap.points !== zeroPoints || gap.code === "veto";
}

/** 四、存在问题及扣分原因: dearest first, what is certain before what is open. */
export function problemBlocks(scoped: ScopedView): readonly Block[] {
  const gaps = reportable(scoped.gaps);
  if (gaps.length === 0) return [paragraph("对照评分标准，未发现扣分问题。")];
  const present = groups.map(({ name, holds }) => ({ name, gaps: gaps.filter(holds) })).filter((group) => group.gaps.length > 0);
  return [
    paragraph(summaryWords(scoped, gaps.length)),
    ...present.flatMap((group, index) => groupBlocks(scoped, group.name, group.gaps, index)),
  ];
}

function summaryWords({ numbers }: ScopedView, count: number): string {
  const [lost, open] = [lostOf(numbers), awaitingOf(numbers.points)];
  const parts = [
    `对照评分标准，共梳理问题和事项${String(count)}项`,
    lost === zeroPoints ? "目前没有确定的扣分" : `已确定扣分${formatPoints(lost)}分`,
    ...(open === zeroPoints ? [] : [`另有${formatPoints(open)}分待定`]),
  ];
  return `${parts.join("，")}。`;
}

function groupBlocks(scoped: ScopedView, name: string, gaps: readonly Gap[], index: number): readonly Block[] {
  const told = gaps.slice(0, mostTold).flatMap((gap) => spoken(scoped.view, gap) ?? []);
  const more = gaps.length - mostTold;
  return [
    heading(2, `（${chineseNumber(index + 1)}）${name}（${String(gaps.length)}项）`),
    ...told.map((entry, at) => paragraph(problemWords(scoped, entry, at + 1))),
    ...(more > 0 ? [paragraph(`其余${String(more)}项见《缺项清单》。`)] : []),
  ];
}

function problemWords({ scope }: ScopedView, { clause, owner, official, cost }: SpokenGap, index: number): string {
  const whose = scope.kind === "unit" ? "" : `（${owner}）`;
  return `${String(index)}.${clause.section.title}${quoted(clause.clause.title)}：${official.problem}，${cost}${whose}。`;
}

/** 五、整改措施和完成时限: the units' own remedies where they stated them. */
export function remedyBlocks(scoped: ScopedView): readonly Block[] {
  const open = reportable(scoped.gaps).filter((gap) => gap.code !== "not-applicable-zero");
  const next = paragraph({ kind: "blank", hint: "下一步打算" });
  if (open.length === 0) return [paragraph("自查未发现需要整改的问题。"), next];
  const entries = open.slice(0, mostTold).flatMap((gap) => spoken(scoped.view, gap) ?? []);
  const more = open.length - mostTold;
  const unset = entries.some(({ person, by }) => person === "" || by === undefined);
  return [
    paragraph("针对自查发现的问题，逐项明确整改措施、责任单位、责任人和完成时限如下："),
    { kind: "table", table: paperTable(remedyTable(entries)) },
    ...(unset ? [paragraph({ kind: "blank", hint: "上表中空白的责任人和完成时限" })] : []),
    ...(more > 0 ? [paragraph(`其余${String(more)}项的整改措施见《缺项清单》。`)] : []),
    next,
  ];
}

function remedyTable(entries: readonly SpokenGap[]): TableSource {
  return {
    columns: [
      { header: "序号", share: 6, width: 6, align: "center" },
      { header: "问题", share: 30, width: 40 },
      { header: "整改措施", share: 30, width: 40 },
      { header: "责任单位", share: 13, width: 16 },
      { header: "责任人", share: 9, width: 10, align: "center" },
      { header: "完成时限", share: 12, width: 14, align: "center" },
    ],
    rows: entries.map((entry, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(`${entry.clause.section.title}${quoted(entry.clause.clause.title)}`, `${gapKinds[entry.gap.code]}，${entry.cost}`),
        words(entry.official.measure),
        words(entry.owner),
        words(entry.person),
        deadlineValue(entry),
      ],
    })),
  };
}
