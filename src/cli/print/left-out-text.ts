import { visibleName } from "../../model/visible-name.ts";
import type { ScopedView } from "../../report/scoped-view.ts";
import type { CheckTextOptions } from "./painter.ts";

const shownUnclaimed = 10;

/** Files that prove nothing so far: those that no clause claims, and those set aside on purpose. Nothing vanishes without a word. */
export function leftOutText(view: ScopedView, options: CheckTextOptions): string {
  return [unclaimedText(view, options), ignoredText(view, options)].filter((part) => part !== "").join("\n\n");
}

function unclaimedText(view: ScopedView, { all, paint }: CheckTextOptions): string {
  const paths = view.files.filter((file) => file.mapping.status === "unclaimed").map((file) => file.mapping.file.path);
  if (paths.length === 0) return "";
  const shown = all ? paths : paths.slice(0, shownUnclaimed);
  const rest = paths.length - shown.length;
  const more = rest > 0 ? [`  …… 还有 ${String(rest)} 份，加 --all 全部列出。`] : [];
  return [
    paint.heading(`没有对上的材料 ${String(paths.length)} 份（看不出属于哪一条，没有计入；有用的请改名，或写进 mapping.yaml）`),
    ...shown.map((path) => `  ${visibleName(path)}`),
    ...more,
  ].join("\n");
}

function ignoredText(view: ScopedView, { all, paint }: CheckTextOptions): string {
  const { ignored } = view.view.scorecard;
  if (view.scope.kind !== "district" || ignored.length === 0) return "";
  const heading = `略过 ${String(ignored.length)} 份（系统文件、临时文件，以及指定不作材料的）`;
  return all ? [paint.heading(heading), ...ignored.map(({ path }) => `  ${visibleName(path)}`)].join("\n") : paint.faint(heading);
}
