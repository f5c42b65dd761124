import { describeFileProblem } from "../messages/file-problems.ts";
import { describeReason } from "../messages/link-reasons.ts";
import type { Admission, Verdict } from "../model/admission.ts";
import { formatChineseDate } from "../model/dates.ts";
import type { IgnoredFile } from "../model/evidence-file.ts";
import type { Link } from "../model/mapping.ts";
import type { FileResult, Scorecard } from "../model/scorecard.ts";
import { issuedDay, spanOf, spanWords } from "./citation.ts";
import { clauseTitle } from "./gap-words.ts";
import { evidenceLink } from "./scoring-explanation.ts";
import { type SourceColumn, type SourceRow, sheetOf, type TableSource, type Value, words } from "./table-source.ts";
import { type ScorecardView, viewOf } from "./view.ts";
import type { Sheet, Workbook } from "./workbook.ts";

const columns: readonly SourceColumn[] = [
  { header: "序号", share: 1, width: 5, align: "center" },
  { header: "材料名称", share: 1, width: 25 },
  { header: "文号", share: 1, width: 12 },
  { header: "日期", share: 1, width: 12, align: "center" },
  { header: "责任单位", share: 1, width: 12 },
  { header: "对应条款", share: 1, width: 19 },
  { header: "材料要求", share: 1, width: 12 },
  { header: "对应理由", share: 1, width: 26 },
  { header: "可信度", share: 1, width: 7, align: "center", format: "integer" },
  { header: "状态", share: 1, width: 8, align: "center" },
  { header: "问题", share: 1, width: 20 },
  { header: "打开", share: 1, width: 7, align: "center" },
];

const verdictWords = { counts: "计分", doubtful: "待核实", rejected: "不计分" } as const satisfies Record<Verdict, string>;

/** 佐证材料目录. `evidenceBase` leads from the workbook's folder to the evidence folder, so that every link opens its file. */
export function composeCatalogue(scorecard: Scorecard, evidenceBase: string): Workbook {
  const view = viewOf(scorecard);
  const having = (status: FileResult["mapping"]["status"]): readonly FileResult[] =>
    scorecard.files.filter(({ mapping }) => mapping.status === status);
  const [matched, ambiguous, unclaimed] = [having("matched"), having("ambiguous"), having("unclaimed")];
  const title = `${scorecard.title}佐证材料目录`;
  const asOf = `截至${formatChineseDate(scorecard.asOf)}，共${String(scorecard.files.length)}份材料`;
  const shared = { frozenColumns: 2, orientation: "landscape" } as const;
  return {
    sheets: [
      sheetOf(linkTable(view, matched, evidenceBase), {
        ...shared,
        name: "已对应",
        title,
        note: `${asOf}，已对应${String(matched.length)}份。一份材料对应几个条款的，每个条款一行。`,
      }),
      sheetOf(ambiguousTable(view, ambiguous, evidenceBase), {
        ...shared,
        name: "待确认",
        title: `${title}（待确认）`,
        note: `${String(ambiguous.length)}份材料属于哪一条拿不准，暂不计分。选定后，把最后一列对应的一行复制到 mapping.yaml 的 pins: 下面。`,
      }),
      sheetOf(unclaimedTable(view, unclaimed, evidenceBase), {
        ...shared,
        name: "未认领",
        title: `${title}（未认领）`,
        note: `${String(unclaimed.length)}份材料没有对应到任何条款，未计分。`,
      }),
      ignoredSheet(scorecard.ignored, title),
    ],
  };
}

function linkTable(view: ScorecardView, files: readonly FileResult[], evidenceBase: string): TableSource {
  let count = 0;
  const rows = files.flatMap((file) =>
    file.mapping.links.map((link): SourceRow => ({ kind: "data", values: linkValues(view, file, link, ++count, evidenceBase) })),
  );
  return { columns, rows };
}

function linkValues(view: ScorecardView, file: FileResult, link: Link, count: number, evidenceBase: string): readonly Value[] {
  const admission = file.admissions.find((entry) => entry.link.clause === link.clause && entry.link.evidence === link.evidence);
  return [
    ...fileValues(view, file, link.clause, count),
    words(clauseWords(view, link.clause)),
    words(requirementName(view, link)),
    words(...tellingReasons(file, link).map(describeReason)),
    { kind: "count", count: link.confidence },
    words(statusWords(file, admission)),
    words(...problemLines(file)),
    openLink(file, evidenceBase),
  ];
}

/** A settled link needs no more than its two strongest reasons (they come first); who must choose gets all. */
function tellingReasons({ mapping }: FileResult, { reasons }: Link): Link["reasons"] {
  return mapping.status === "matched" ? reasons.slice(0, 2) : reasons;
}

/** 序号 · 材料名称 · 文号 · 日期 · 责任单位. */
function fileValues(view: ScorecardView, { mapping: { file } }: FileResult, clause: string, count: number): readonly Value[] {
  const date = issuedDay(view, file) ?? (spanWords(spanOf(view, clause, file)) || (file.dates[0]?.text ?? ""));
  return [
    { kind: "count", count },
    words(file.title === "" ? file.name.text : file.title),
    words(file.docNumber ?? ""),
    words(date),
    words(file.unit ?? ""),
  ];
}

function clauseWords(view: ScorecardView, id: string): string {
  const result = view.clauses.get(id);
  return result === undefined ? id : `${id} ${clauseTitle(result)}`;
}

function requirementName(view: ScorecardView, { clause, evidence }: Link): string {
  return view.clauses.get(clause)?.clause.evidence.find(({ id }) => id === evidence)?.name ?? "";
}

function statusWords(file: FileResult, admission: Admission | undefined): string {
  if (file.mapping.status === "ambiguous") return "待确认";
  return admission === undefined ? "未计分" : verdictWords[admission.verdict];
}

function problemLines({ problems }: FileResult): readonly string[] {
  return [...new Set(problems.map(describeFileProblem))];
}

function openLink({ mapping: { file } }: FileResult, evidenceBase: string): Value {
  return { kind: "links", links: [{ text: "打开", target: evidenceLink(evidenceBase, file) }] };
}

/** One row per candidate, with the line of mapping.yaml that settles it. */
function ambiguousTable(view: ScorecardView, files: readonly FileResult[], evidenceBase: string): TableSource {
  // 文号、状态 and 问题 say nothing that helps to choose; the line to copy needs the room.
  const kept = [0, 1, 3, 4, 5, 6, 7, 8, 11];
  let count = 0;
  const rows = files.flatMap((file) => {
    const number = ++count;
    return file.mapping.links.map((link): SourceRow => {
      const values = linkValues(view, file, link, number, evidenceBase);
      return { kind: "data", values: [...kept.flatMap((at) => values[at] ?? []), words(pinLine(file, link))] };
    });
  });
  const pin: SourceColumn = { header: "写入 mapping.yaml 的一行", share: 1, width: 40 };
  return { columns: [...kept.flatMap((at) => columns[at] ?? []), pin], rows };
}

/** A line for `pins:`; JSON strings are valid YAML, whatever a file name contains. */
export function pinLine({ mapping: { file } }: FileResult, { clause, evidence }: Pick<Link, "clause" | "evidence">): string {
  const requirement = evidence === undefined ? "" : `, evidence: ${JSON.stringify(evidence)}`;
  return `- {path: ${JSON.stringify(file.path)}, clause: ${JSON.stringify(clause)}${requirement}}`;
}

function unclaimedTable(view: ScorecardView, files: readonly FileResult[], evidenceBase: string): TableSource {
  const wide: readonly SourceColumn[] = [
    { header: "问题", share: 1, width: 40 },
    // As text of its own: LibreOffice does not break the text of a link over lines, and would print half of a long path.
    { header: "文件位置", share: 1, width: 49 },
    { header: "打开", share: 1, width: 7, align: "center" },
  ];
  return {
    columns: [...columns.slice(0, 5), ...wide],
    rows: files.map((file, index) => ({
      kind: "data",
      values: [
        ...fileValues(view, file, "", index + 1),
        words(...problemLines(file)),
        words(file.mapping.file.path),
        openLink(file, evidenceBase),
      ],
    })),
  };
}

const ignoredWords = {
  system: "系统自动生成的文件",
  temporary: "临时文件",
  lock: "文档打开时的锁定文件",
  "archive-litter": "压缩软件留下的文件",
  configured: "工作区设置（ignore）中排除的文件",
  pinned: "人工指定不作为佐证材料",
} as const satisfies Record<IgnoredFile["reason"], string>;

function ignoredSheet(ignored: readonly IgnoredFile[], title: string): Sheet {
  const source: TableSource = {
    columns: [
      { header: "序号", share: 1, width: 6, align: "center" },
      { header: "文件", share: 1, width: 70 },
      { header: "不列入的原因", share: 1, width: 30 },
    ],
    rows: ignored.map(({ path, reason }, index) => ({
      kind: "data",
      values: [{ kind: "count", count: index + 1 }, words(path), words(ignoredWords[reason])],
    })),
  };
  return sheetOf(source, { name: "已忽略", title: `${title}（已忽略）`, note: "这些文件不是佐证材料，没有参加核对。", frozenColumns: 1 });
}
