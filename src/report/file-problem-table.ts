import { describeFileProblem, remedyFor, severityOf } from "../messages/file-problems.ts";
import type { FileProblem, Severity } from "../model/admission.ts";
import type { FileResult } from "../model/scorecard.ts";
import { titleOf } from "./citation.ts";
import { evidenceLink } from "./scoring-explanation.ts";
import { type TableSource, words } from "./table-source.ts";

const severityWords = { block: "不能使用", "loses-points": "影响计分", risk: "有风险", style: "不规范" } as const satisfies Record<
  Severity,
  string
>;

const severityRank = { block: 0, "loses-points": 1, risk: 2, style: 3 } as const satisfies Record<Severity, number>;

/** Files and what is wrong with each, gravest first; at most `most` rows. */
export function fileProblemTable(files: readonly FileResult[], evidenceBase: string, most = Infinity): TableSource {
  const entries = files.flatMap((file) => file.problems.map((problem) => ({ file, problem })));
  const rank = (problem: FileProblem): number => severityRank[severityOf[problem.code]];
  const sorted = entries.sort((a, b) => rank(a.problem) - rank(b.problem)).slice(0, most);
  return {
    columns: [
      { header: "序号", share: 4, width: 5, align: "center" },
      { header: "材料", share: 24, width: 34 },
      { header: "责任单位", share: 10, width: 14 },
      { header: "对应条款", share: 10, width: 12 },
      { header: "严重程度", share: 7, width: 10, align: "center" },
      { header: "问题", share: 22, width: 46 },
      { header: "处理建议", share: 23, width: 44 },
    ],
    rows: sorted.map(({ file: { mapping }, problem }, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        { kind: "links", links: [{ text: titleOf(mapping.file), target: evidenceLink(evidenceBase, mapping.file) }] },
        words(mapping.file.unit ?? ""),
        words([...new Set(mapping.links.map((link) => link.clause))].join("、")),
        words(severityWords[severityOf[problem.code]]),
        words(describeFileProblem(problem)),
        words(remedyFor(problem)),
      ],
    })),
  };
}
