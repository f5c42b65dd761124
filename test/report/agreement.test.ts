import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathPlace } from "../../src/model/place.ts";
import { addPoints, formatPoints, formatRange, isDecided, type PointsRange, pointsToNumber, zeroPoints } from "../../src/model/points.ts";
import type { Scorecard } from "../../src/model/scorecard.ts";
import { renderJson } from "../../src/render/json/render-json.ts";
import { type ComposedDocument, composeAll } from "../../src/report/compose-all.ts";
import { composeScorecardJson } from "../../src/report/scorecard-json.ts";
import { composeScoringExplanation } from "../../src/report/scoring-explanation.ts";
import { composeSelfInspectionReport } from "../../src/report/self-inspection-report.ts";
import { composeSummary } from "../../src/report/summary.ts";
import type { Sheet } from "../../src/report/workbook.ts";
import { cellText, paperText, sheetText, workbookText } from "./plain-text.ts";
import { sampleFiles, sampleReturns, sampleScorecard } from "./sample-scorecard.ts";

/** Any part of the papers, any day, facts given or not, 合理缺项 or not. */
const anyScorecard = fc
  .record({
    files: fc.subarray([...sampleFiles]),
    asOf: fc.constantFrom("2024-01-10", "2024-07-01", "2024-12-10", "2025-01-05"),
    rate: fc.option(fc.integer({ min: 80, max: 100 }), { nil: undefined }),
    accident: fc.option(fc.boolean(), { nil: undefined }),
    dropped: fc.boolean(),
  })
  .map(({ files, asOf, rate, accident, dropped }) =>
    sampleScorecard({
      files,
      asOf,
      returns: {
        区应急管理局: {
          ...sampleReturns.区应急管理局,
          "S1-03": rate === undefined ? {} : { facts: { rate } },
          "S1-04": dropped ? { notApplicable: "没有非煤矿山" } : {},
          "V1-01": accident === undefined ? {} : { facts: { accident } },
        },
      },
    }),
  );

const runs = { numRuns: 40 };

function words(points: PointsRange, onlyUpcoming: boolean): string {
  return isDecided(points) ? `${formatPoints(points.low)}分` : `${formatRange(points)}分，${onlyUpcoming ? "含未到期事项" : "待人工评定"}`;
}

function waitsOnlyForTime({ gaps, clauses }: Scorecard, section: string): boolean {
  const own = new Set(clauses.filter((result) => result.section.id === section).map(({ clause }) => clause.id));
  return gaps.every(({ clause, state, code }) => !own.has(clause) || state !== "awaiting" || code === "claim-exceeds");
}

function headings(scorecard: Scorecard): readonly string[] {
  return scorecard.sections
    .filter(({ section }) => section.kind === "standard")
    .map(({ section, maxPoints, notApplicable, points }) => {
      const dropped = notApplicable === 0 ? "" : `其中合理缺项${formatPoints(notApplicable)}分，`;
      return `${section.title}（此项${formatPoints(maxPoints)}分，${dropped}自评${words(points, waitsOnlyForTime(scorecard, section.id))}）`;
    });
}

function sheetNamed(sheets: readonly Sheet[], name: string): Sheet {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function textOf(document: ComposedDocument): string {
  switch (document.kind) {
    case "paper":
      return paperText(document.document);
    case "workbook":
      return workbookText(document.workbook);
    case "json":
      return Buffer.concat(renderJson(document.entries)).toString();
  }
}

describe("各文件的分数来自同一份评分结果", () => {
  test("自查报告和评分说明的每个考核项目标题，都写评分结果的分值和自评分", () => {
    fc.assert(
      fc.property(anyScorecard, (scorecard) => {
        const report = paperText(composeSelfInspectionReport(scorecard, { kind: "district" }));
        const explanation = composeScoringExplanation(scorecard, { kind: "district" }, "../evidence");
        for (const heading of headings(scorecard)) {
          expect(report).toContain(heading);
          expect(paperText(explanation.paper)).toContain(heading);
          expect(workbookText(explanation.workbook)).toContain(heading);
        }
      }),
      runs,
    );
  });

  test("评分说明逐条的自评分，加起来等于该考核项目的自评分", () => {
    fc.assert(
      fc.property(anyScorecard, (scorecard) => {
        for (const { section, points } of scorecard.sections.filter((entry) => entry.section.kind === "standard")) {
          const own = scorecard.clauses.filter((clause) => clause.section.id === section.id).map((clause) => clause.points);
          expect(addPoints(...own.map(({ low }) => low))).toBe(points.low);
        }
        const { workbook } = composeScoringExplanation(scorecard, { kind: "district" }, "../evidence");
        const rows = sheetNamed(workbook.sheets, "对照自查评分说明").rows.filter(({ kind }) => kind === "data");
        const printed = rows.map(({ cells }) => cellText(cells[5] ?? { kind: "empty" }));
        const expected = scorecard.clauses.map(({ section, state, points }) =>
          section.kind !== "standard" ? undefined : state === "notApplicable" ? "合理缺项" : formatRange(points),
        );
        expected.forEach((score, index) => {
          if (score !== undefined) expect(printed[index]).toBe(score);
        });
      }),
      runs,
    );
  });

  test("得分汇总的合计、折算和总得分与评分结果相同，扣分、待定分、自评得分合起来等于应得分", () => {
    fc.assert(
      fc.property(anyScorecard, (scorecard) => {
        const sheet = sheetNamed(composeSummary(scorecard).sheets, "得分汇总");
        const cellsOf = (name: string): readonly string[] =>
          sheet.rows.find(({ cells }) => cellText(cells[0] ?? { kind: "empty" }) === name)?.cells.map(cellText) ?? [];
        const [, max, dropped, applicable, lost, open, points] = cellsOf("合计");
        const { total } = scorecard;
        expect([max, dropped, applicable]).toEqual(
          [total.maxPoints, total.notApplicable, total.applicable].map((value) => String(pointsToNumber(value))),
        );
        expect(points).toBe(formatRange(total.points));
        expect(Math.round(1000 * (Number(lost) + Number(open)) + total.points.low)).toBe(total.applicable);
        expect(cellsOf("自评总得分")[6]).toBe(formatRange(total.final));
      }),
      runs,
    );
  });

  test("scorecard.json 的总分、条款分和单位分与评分结果相同", () => {
    fc.assert(
      fc.property(anyScorecard, (scorecard) => {
        const json = JSON.parse(JSON.stringify(composeScorecardJson(scorecard))) as {
          totals: { low: number; high: number };
          clauses: readonly { id: string; low: number; high: number }[];
          units: readonly { name: string; low: number; high: number }[];
        };
        const plain = ({ low, high }: PointsRange): object => ({ low: pointsToNumber(low), high: pointsToNumber(high) });
        expect(json.totals).toMatchObject(plain(scorecard.total.final));
        expect(json.clauses.map(({ id, low, high }) => ({ id, low, high }))).toEqual(
          scorecard.clauses.map(({ clause, points }) => ({ id: clause.id, ...plain(points) })),
        );
        expect(json.units.map(({ name, low, high }) => ({ name, low, high }))).toEqual(
          scorecard.units.map(({ unit, points }) => ({ name: unit.name, ...plain(points) })),
        );
      }),
      runs,
    );
  });

  test("单位的自查报告、评分说明、材料清单和得分汇总写的是同一个分数", () => {
    fc.assert(
      fc.property(anyScorecard, (scorecard) => {
        const plan = composeAll(scorecard, { evidenceBase: "../evidence" });
        const summary = sheetText(sheetNamed(composeSummary(scorecard).sheets, "单位得分"));
        for (const { unit, points, maxPoints } of scorecard.units) {
          const own = plan.filter(({ path }) => path.startsWith(`单位/${unit.name}/`) && !path.includes("缺项清单"));
          expect(own).toHaveLength(5);
          const shown = isDecided(points) ? formatPoints(points.low) : formatRange(points);
          for (const document of own)
            expect(textOf(document.compose())).toMatch(new RegExp(`自评(?:得分)?${shown.replaceAll(".", "\\.")}分`));
          expect(summary).toContain(`${String(pointsToNumber(maxPoints))} | ${shown}`);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("同一份评分结果写两遍，一字不差", () => {
    const [first, second] = [sampleScorecard(), sampleScorecard()].map((scorecard) =>
      composeAll(scorecard, { evidenceBase: "../evidence" }).map((document) => textOf(document.compose())),
    );
    expect(first).toEqual(second);
  });

  test("每一项都已评定时，报告、清单和汇总里都不出现“待人工评定”", () => {
    const place = pathPlace("judgements.yaml");
    const judgements = [
      { clause: "S1-01", rules: new Map([["r2", zeroPoints]]), exemptions: new Map<string, boolean>(), place },
      { clause: "S1-04", rules: new Map(), exemptions: new Map<string, boolean>(), notApplicable: true, place },
    ];
    const returns = { 区应急管理局: { ...sampleReturns.区应急管理局, "V1-01": { facts: { accident: false } } } };
    const closed = sampleScorecard({ asOf: "2025-01-05", returns, judgements });
    expect(isDecided(closed.total.final)).toBe(true);
    for (const document of composeAll(closed, { evidenceBase: "../evidence" }))
      expect(textOf(document.compose())).not.toContain("待人工评定");
  });
});
