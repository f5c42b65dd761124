import { describeReason } from "../../messages/link-reasons.ts";
import type { Link, LinkReason } from "../../model/mapping.ts";
import { visibleName } from "../../model/visible-name.ts";
import type { ScopedView } from "../../report/scoped-view.ts";
import { wrap } from "./columns.ts";
import type { CheckTextOptions } from "./painter.ts";

const shownAmbiguous = 10;

/** Files that fit a clause, or several, without being sure, and the line for mapping.yaml that settles each. */
export function ambiguousText(view: ScopedView, { all, paint, columns }: CheckTextOptions): string {
  const files = view.files.filter((file) => file.mapping.status === "ambiguous");
  if (files.length === 0) return "";
  const shown = all ? files : files.slice(0, shownAmbiguous);
  const lines = shown.flatMap(({ mapping }) => [
    `  ${visibleName(mapping.file.path)}`,
    ...mapping.links.slice(0, 3).map((link) => paint.faint(`      可能是 ${titleOf(view, link.clause)}〔${link.clause}〕`)),
    ...doubtsOf(mapping.links).map((doubt) =>
      wrap(`拿不准：${doubt}`, Math.max(40, columns - 6))
        .map((line) => paint.faint(`      ${line}`))
        .join("\n"),
    ),
  ]);
  const [first] = shown;
  const example =
    first === undefined
      ? []
      : [
          "  确定后写进 mapping.yaml，例如：",
          `    - {path: ${JSON.stringify(visibleName(first.mapping.file.path))}, clause: ${first.mapping.links[0]?.clause ?? ""}${evidenceHint(view, first.mapping.links[0])}}`,
        ];
  const rest = files.length - shown.length;
  const more = rest > 0 ? [`  …… 还有 ${String(rest)} 份，加 --all 全部列出；佐证材料目录.xlsx 的「待确认」表里也有。`] : [];
  return [paint.heading(`待确认材料 ${String(files.length)} 份（程序拿不准属于哪一条，不替您决定）`), ...lines, ...more, ...example].join(
    "\n",
  );
}

/** What speaks against each candidate, every sentence once. */
function doubtsOf(links: readonly Link[]): readonly string[] {
  return [...new Set(links.flatMap((link) => link.reasons.filter(isDoubt).map(describeReason)))];
}

const doubts: ReadonlySet<LinkReason["code"]> = new Set([
  "number-title-disagree",
  "folder-name-disagree",
  "unit-does-not-owe",
  "name-content-disagree",
  "folder-content-disagree",
  "content-recognised",
]);

function isDoubt({ code }: LinkReason): boolean {
  return doubts.has(code);
}

/** A clause that asks for several things needs to be told which of them the file is. */
function evidenceHint(view: ScopedView, link: Link | undefined): string {
  const evidence = link === undefined ? [] : (view.view.clauses.get(link.clause)?.clause.evidence ?? []);
  if (evidence.length < 2) return "";
  return `, evidence: ${link?.evidence ?? evidence.map((requirement) => requirement.id).join(" 或 ")}`;
}

function titleOf(view: ScopedView, clause: string): string {
  const result = view.view.clauses.get(clause);
  return result === undefined ? clause : `${result.section.label}${result.clause.label}${result.clause.title}`;
}
