import type { Criteria } from "../../model/criteria.ts";
import { type AnnexRow, annexKinds } from "../../model/criteria-annex.ts";
import {
  annexHeadings,
  bandWords,
  frameHeadings,
  frameItems,
  gradeHeadings,
  noEvidenceWords,
  notApplicableWords,
} from "../../model/criteria-paper.ts";
import { formatChineseDate } from "../../model/dates.ts";
import { formatPoints } from "../../model/points.ts";
import { type SourceRow, type TableSource, words } from "../table-source.ts";

/** 等次 with their bounds; undefined when the 细则 has none. */
export function gradeTable({ grades }: Criteria): TableSource | undefined {
  if (grades.length === 0) return undefined;
  const [name, bounds] = gradeHeadings;
  return {
    columns: [
      { header: name, share: 2, width: 16, align: "center", format: "text" },
      { header: bounds, share: 5, width: 40, align: "center", format: "text" },
    ],
    rows: grades.map((band, index) => row(band.name, bandWords(band, grades[index - 1]?.min))),
  };
}

/** 考核说明: who, when, how much, and what holds for every row. */
export function frameTable(criteria: Criteria): TableSource {
  const { issuer, edition, period, total, bonusCap, notApplicable, noEvidence, precision } = criteria;
  const [item, content] = frameHeadings;
  return {
    columns: [
      { header: item, share: 2, width: 20, align: "center", format: "text" },
      { header: content, share: 8, width: 70, format: "text" },
    ],
    rows: [
      ...(issuer === undefined ? [] : [row(frameItems.issuer, issuer)]),
      ...(edition === undefined ? [] : [row(frameItems.edition, edition)]),
      row(frameItems.period, `${formatChineseDate(period.from)}至${formatChineseDate(period.to)}`),
      row(frameItems.total, `${formatPoints(total)}分`),
      ...(bonusCap === undefined ? [] : [row(frameItems.bonusCap, `累计不超过${formatPoints(bonusCap)}分`)]),
      row(frameItems.notApplicable, notApplicableWords[notApplicable]),
      row(frameItems.noEvidence, noEvidenceWords[noEvidence]),
      row(frameItems.precision, `四舍五入到${formatPoints(precision)}分`),
    ],
  };
}

/** 评分规则（程序用）. */
export function annexTable(rows: readonly AnnexRow[]): TableSource {
  const [id, kind, mark, reading] = annexHeadings;
  return {
    columns: [
      { header: id, share: 7, width: 10, align: "center", format: "text" },
      { header: kind, share: 8, width: 10, align: "center", format: "text" },
      { header: mark, share: 11, width: 16, align: "center", format: "text" },
      { header: reading, share: 90, width: 120, format: "text" },
    ],
    rows: rows.map((own) => row(own.id, annexKinds[own.kind], own.mark, own.lines.join("\n"))),
  };
}

function row(...texts: readonly string[]): SourceRow {
  return { kind: "data", values: texts.map((text) => words(text)) };
}
