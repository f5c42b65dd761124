import type { KeptDocument } from "../../io/output-folder.ts";
import { displayPath } from "../../io/read-text.ts";
import { formatPoints, formatRange, zeroPoints } from "../../model/points.ts";
import type { Scope } from "../../report/scope.ts";
import { type ScopedView, scopedView } from "../../report/scoped-view.ts";
import { viewOf } from "../../report/view.ts";
import type { BuildOptions, Environment } from "../environment.ts";
import type { LoadedAssessment } from "../load-assessment.ts";

/** What a build wrote, in order. Paths relative to the output folder. */
export interface WrittenDocuments {
  readonly paths: readonly string[];
  readonly kept: readonly KeptDocument[];
}

export interface BuildReport {
  readonly assessment: LoadedAssessment;
  readonly output: string;
  readonly written: WrittenDocuments;
  readonly scope: Scope | undefined;
  readonly options: BuildOptions;
  readonly environment: Environment;
}

/** What was found and where the documents lie. */
export function printBuild({ assessment, output, written, scope, options, environment }: BuildReport): void {
  const shown = displayPath(output, environment.cwd);
  if (options.json === true) {
    environment.print(`${JSON.stringify({ schema: 1, output: shown, documents: written.paths, kept: written.kept }, null, 2)}\n`);
    return;
  }
  for (const { path, keptAs } of written.kept)
    environment.complain(`提醒：${shown}/${path} 在上次生成之后被人改过，改过的那份已另存为 ${keptAs}，没有覆盖。\n`);
  if (options.quiet !== true)
    environment.print(reportText(scopedView(viewOf(assessment.scorecard), scope ?? { kind: "district" }), shown, written));
}

function reportText(view: ScopedView, shown: string, written: WrittenDocuments): string {
  const count = (status: string): number => view.files.filter((file) => file.mapping.status === status).length;
  const points = (state: string): number =>
    view.gaps.filter((gap) => gap.state === state && (gap.points > zeroPoints || state === "awaiting")).length;
  return [
    ...(view.scope.kind === "district" ? [] : [`范围：${view.label}`]),
    `清点：${String(view.units.length)} 个单位，材料 ${String(view.files.length)} 份（已对应 ${String(count("matched"))}，待确认 ${String(count("ambiguous"))}，没有对上 ${String(count("unclaimed"))}）${ignoredWords(view)}`,
    `得分：${scoreWords(view)}；扣分缺项 ${String(points("lost"))} 项，待定 ${String(points("awaiting"))} 项，未到期 ${String(points("upcoming"))} 项`,
    `文档：${String(written.paths.length)} 份，在 ${shown}`,
    `${listing(written.paths)}\n`,
  ].join("\n");
}

/** What is left aside belongs to no unit and no field. */
function ignoredWords({ scope, view }: ScopedView): string {
  return scope.kind === "district" ? `，略过 ${String(view.scorecard.ignored.length)} 份` : "";
}

function scoreWords({ scope, view, numbers }: ScopedView): string {
  if (scope.kind === "district") return `最终自评 ${formatRange(view.scorecard.total.final)} 分`;
  return `应得 ${formatPoints(numbers.applicable)} 分，自评 ${formatRange(numbers.points)} 分`;
}

/** Documents by folder, so that forty units do not fill the screen. */
function listing(paths: readonly string[]): string {
  const top = paths.filter((path) => !path.includes("/"));
  const folders = new Map<string, number>();
  for (const path of paths.filter((p) => p.includes("/"))) {
    const [kind = ""] = path.split("/");
    folders.set(kind, (folders.get(kind) ?? 0) + 1);
  }
  const lines = [...[...folders].map(([kind, number]) => `  ${kind}/　${String(number)} 份`), ...top.map((path) => `  ${path}`)];
  return lines.join("\n");
}
