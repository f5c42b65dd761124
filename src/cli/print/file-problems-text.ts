import { describeFileProblem, remedyFor, severityOf } from "../../messages/file-problems.ts";
import type { FileProblem, Severity } from "../../model/admission.ts";
import type { FileResult } from "../../model/scorecard.ts";
import { visibleName } from "../../model/visible-name.ts";
import type { ScopedView } from "../../report/scoped-view.ts";
import { wrap } from "./columns.ts";
import type { CheckTextOptions } from "./painter.ts";

const shownFiles = 15;
const shownSupporting = 10;

/** Files with something against them, the gravest first; then, one line each, those that only do not say which paper they are. */
export function fileProblemsText(view: ScopedView, options: CheckTextOptions): string {
  const told = view.files.map((file) => ({ file, problems: file.problems.filter(isTold) })).filter(({ problems }) => problems.length > 0);
  const supporting = told.filter(({ problems }) => problems.every(({ code }) => code === "requirement-unclear"));
  const troubled = told.filter((each) => !supporting.includes(each)).map(({ file, problems }) => toTroubled(file, problems));
  return [troubledText(troubled, options), supportingText(supporting, options)].filter((part) => part !== "").join("\n\n");
}

/** Ambiguous files have a chapter of their own; remarks of style are left to the catalogue. */
function isTold({ code }: FileProblem): boolean {
  return code !== "ambiguous" && severityOf[code] !== "style";
}

function troubledText(files: readonly Troubled[], { all, paint, columns }: CheckTextOptions): string {
  if (files.length === 0) return "";
  const sorted = files.toSorted((a, b) => a.gravity - b.gravity);
  const shown = all ? sorted : sorted.slice(0, shownFiles);
  const rest = files.length - shown.length;
  const lines = shown.flatMap(({ path, texts }) => [
    `  ${visibleName(path)}`,
    ...texts.flatMap((text) => wrap(text, Math.max(40, columns - 6)).map((line) => paint.faint(`      ${line}`))),
  ]);
  const more = rest > 0 ? [`  …… 还有 ${String(rest)} 份，加 --all 全部列出；佐证材料目录.xlsx 里也有。`] : [];
  return [paint.heading(`有问题的材料 ${String(files.length)} 份（严重的在前）`), ...lines, ...more].join("\n");
}

interface Told {
  readonly file: FileResult;
  readonly problems: readonly FileProblem[];
}

/** 截图, 统计表, 宣传单 beside the papers that are asked for: mostly nothing to mend, so they do not stand among those that have faults. */
function supportingText(files: readonly Told[], { all, paint }: CheckTextOptions): string {
  if (files.length === 0) return "";
  const shown = all ? files : files.slice(0, shownSupporting);
  const rest = files.length - shown.length;
  const more = rest > 0 ? [`  …… 还有 ${String(rest)} 份，加 --all 全部列出；佐证材料目录.xlsx 里也有。`] : [];
  return [
    paint.heading(
      `归到条款、没有算作哪一项的 ${String(files.length)} 份（起辅助作用的不用管；就是要交的那一项的，请在文件名中写明材料名称，或写进 mapping.yaml）`,
    ),
    ...shown.map(({ file }) => `  ${visibleName(file.mapping.file.path)}${clausesOf(file)}`),
    ...more,
  ].join("\n");
}

function clausesOf({ mapping }: FileResult): string {
  return [...new Set(mapping.links.map(({ clause }) => `〔${clause}〕`))].join("");
}

const gravity = { block: 0, "loses-points": 1, risk: 2, style: 3 } as const satisfies Record<Severity, number>;

interface Troubled {
  readonly path: string;
  readonly texts: readonly string[];
  readonly gravity: number;
}

function toTroubled(file: FileResult, problems: readonly FileProblem[]): Troubled {
  const texts = [...new Set(problems.map((problem) => `${visibleName(describeFileProblem(problem))}；${remedyFor(problem)}`))];
  return { path: file.mapping.file.path, texts, gravity: Math.min(...problems.map(({ code }) => gravity[severityOf[code]])) };
}
