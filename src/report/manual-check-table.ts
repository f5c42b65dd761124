import { manualCheckWords } from "../messages/manual-checks.ts";
import type { ManualCheck } from "../model/manual-check.ts";
import type { FileResult } from "../model/scorecard.ts";
import { titleOf } from "./citation.ts";
import type { ScopedView } from "./scoped-view.ts";
import { evidenceLink } from "./scoring-explanation.ts";
import { type SourceRow, type TableSource, words } from "./table-source.ts";

/** The manual checks with those of their files that lie in the scope; without any of them a check is left out. */
export function manualChecksIn({ view, files }: ScopedView): readonly ManualCheck[] {
  const paths = new Set(files.map(({ mapping }) => mapping.file.path));
  return view.scorecard.manualChecks.flatMap(({ code, files: all }) => {
    const own = all.filter((path) => paths.has(path));
    return own.length === 0 ? [] : [{ code, files: own }];
  });
}

/** 人工核对: a line for each thing to look at and each file, with room for the answer. */
export function manualCheckTable(scoped: ScopedView, evidenceBase: string): TableSource {
  const byPath = new Map(scoped.files.map((file) => [file.mapping.file.path, file]));
  const checks = manualChecksIn(scoped);
  let count = 0;
  return {
    columns: [
      { header: "序号", share: 4, width: 6, align: "center" },
      { header: "材料", share: 34, width: 44 },
      { header: "责任单位", share: 12, width: 16 },
      { header: "对应条款", share: 10, width: 12 },
      { header: "核对结果", share: 10, width: 12, align: "center", choices: ["无问题", "有问题", "不涉及"] },
      { header: "核对人和备注", share: 14, width: 20 },
    ],
    rows: checks.flatMap(({ code, files }): readonly SourceRow[] => [
      { kind: "group", label: `${manualCheckWords[code].title}（${String(files.length)}份）：${manualCheckWords[code].look}` },
      ...files.flatMap((path) => {
        const file = byPath.get(path);
        return file === undefined ? [] : [fileRow(file, ++count, evidenceBase)];
      }),
    ]),
  };
}

function fileRow({ mapping }: FileResult, count: number, evidenceBase: string): SourceRow {
  const { file, links } = mapping;
  return {
    kind: "data",
    values: [
      { kind: "count", count },
      { kind: "links", links: [{ text: titleOf(file), target: evidenceLink(evidenceBase, file) }] },
      words(file.unit ?? ""),
      words([...new Set(links.map((link) => link.clause))].join("、")),
      words(""),
      words(""),
    ],
  };
}
