import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { checkFiles } from "../../src/checking/check-files.ts";
import { lintCriteria } from "../../src/criteria/lint-criteria.ts";
import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import type { DemoFile } from "../../src/demo/demo-file.ts";
import { demoWorkspace } from "../../src/demo/demo-workspace.ts";
import { type PlantedKind, plantedGaps } from "../../src/demo/planted-gaps.ts";
import { classify } from "../../src/evidence/classify.ts";
import { matchFiles } from "../../src/mapping/match-files.ts";
import { parseDate } from "../../src/model/dates.ts";
import type { GapCode } from "../../src/model/gap.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { type Score, score } from "../../src/scoring/score.ts";
import { assignUnits } from "../../src/workspace/assign-units.ts";
import { parseJudgements } from "../../src/workspace/parse-judgements.ts";
import { parsePins } from "../../src/workspace/parse-pins.ts";
import { parseReturn } from "../../src/workspace/parse-return.ts";
import { parseWorkspace } from "../../src/workspace/parse-workspace.ts";

const text = readFileSync(new URL("../../criteria/sample-2024.yaml", import.meta.url), "utf8");
const criteria = accepted(parseCriteria({ path: "criteria/2024.yaml", text }));

describe("示例细则", () => {
  test("读得进来，审核没有一条错误或提醒", () => {
    expect(lintCriteria(criteria).map(({ code }) => code)).toEqual([]);
  });
});

describe("演示工作区的得分", () => {
  let result: Score;
  beforeAll(async () => {
    result = scoreDemo(await demoWorkspace(text));
  });

  test("每一个特意安排的缺项都查得出来", () => {
    for (const planted of plantedGaps) {
      const found = result.gaps.filter((gap) => gap.clause === planted.clause && gap.unit === planted.unit);
      const shows = found.some((gap) => codes[planted.kind].includes(gap.code));
      // 合理缺项核定以后不再是缺项。
      const settled = result.clauses.some((entry) => entry.clause.id === planted.clause && entry.notApplicable?.confirmed === true);
      expect(shows || (planted.kind === "not-applicable" && settled), `${planted.clause} ${planted.unit} ${planted.what}`).toBe(true);
    }
  });

  test("查出来的缺项都是特意安排的", () => {
    const planted = new Set(plantedGaps.map((gap) => gap.clause));
    const others = result.gaps.filter((gap) => !planted.has(gap.clause));
    expect(others).toEqual([]);
  });

  test("大部分条款没有问题，丢分和待定合计8分到14分", () => {
    const atStake = result.gaps.reduce((sum, gap) => sum + gap.points, 0);
    expect(atStake).toBeGreaterThanOrEqual(8000);
    expect(atStake).toBeLessThanOrEqual(14_000);
    const touched = new Set(result.gaps.map((gap) => gap.clause)).size;
    expect(touched).toBeLessThan(criteria.sections.flatMap((section) => section.clauses).length / 2);
  });
});

const evidenceCodes: readonly GapCode[] = ["evidence-missing", "evidence-unconfirmed", "no-evidence"];
const codes = {
  missing: evidenceCodes,
  "prior-year-instead": evidenceCodes,
  "this-year-instead": evidenceCodes,
  "generic-name": ["evidence-unconfirmed"],
  ambiguous: ["evidence-unconfirmed"],
  duplicate: evidenceCodes,
  empty: evidenceCodes,
  "wrong-unit": evidenceCodes,
  "impossible-date": ["evidence-unconfirmed"],
  late: ["late"],
  "figure-costs": ["fact-costs"],
  "claim-exceeds": ["claim-exceeds"],
  "not-applicable": ["not-applicable-unconfirmed"],
  upcoming: ["evidence-upcoming"],
  "awaiting-judgement": ["fact-missing", "manual"],
  judged: ["judged"],
  "unit-without-folder": evidenceCodes,
} satisfies Record<PlantedKind, readonly GapCode[]> as Readonly<Record<PlantedKind, readonly GapCode[]>>;

function scoreDemo(files: readonly DemoFile[]): Score {
  const source = (path: string) => ({ path, text: new TextDecoder().decode(files.find((file) => file.path === path)?.bytes) });
  const workspace = accepted(parseWorkspace(source("yingkao.yaml")));
  const listed = files
    .filter((file) => file.path.startsWith("evidence/"))
    .map(({ path, bytes }) => ({
      path: path.slice("evidence/".length),
      bytes: bytes.length,
      kind: "file" as const,
      contentHash: createHash("sha256").update(bytes).digest("hex"),
    }));
  const topFolders = [...new Set(listed.map(({ path }) => path.split("/")[0] ?? ""))];
  const matches = (pattern: string) => listed.map(({ path }) => path).filter((path) => path.startsWith(pattern));
  const returns = files.filter((file) => file.path.startsWith("returns/")).map((file) => source(file.path));
  const { assignments } = assignUnits(criteria, workspace);
  const { inventory } = classify({ files: listed, emptyFolders: [], topFolders }, workspace.units, () => false);
  const asOf = parseDate("2024-12-10");
  if (asOf === undefined) throw new Error("2024-12-10 is a day");
  const pins = accepted(parsePins(source("mapping.yaml"), criteria, matches));
  const { admissions } = checkFiles(criteria, assignments, matchFiles(criteria, assignments, inventory, pins), asOf);
  return score({
    criteria,
    profiles: workspace.profiles,
    units: workspace.units,
    assignments,
    admissions,
    returns: returns.map((entry) => accepted(parseReturn(entry, criteria, workspace))),
    judgements: accepted(parseJudgements(source("judgements.yaml"), criteria)),
    asOf,
  });
}

function accepted<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.errors.map((error) => error.code).join("、"));
  return outcome.value;
}
