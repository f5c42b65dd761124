import { classify } from "../../src/evidence/classify.ts";
import { matchFiles } from "../../src/mapping/match-files.ts";
import type { Clause, Criteria, EvidenceRequirement, Section } from "../../src/model/criteria.ts";
import { type DateRange, parseDate } from "../../src/model/dates.ts";
import type { ListedFile, Listing } from "../../src/model/evidence-file.ts";
import type { EvidenceKind } from "../../src/model/evidence-kind.ts";
import type { FileMapping, Pin } from "../../src/model/mapping.ts";
import { pathPlace } from "../../src/model/place.ts";
import { thousandths } from "../../src/model/points.ts";
import { type Reading, type Readings, unread } from "../../src/model/reading.ts";
import type { Unit } from "../../src/model/unit.ts";
import type { Assignments, ClauseAssignment } from "../../src/model/workspace.ts";

const place = pathPlace("criteria.yaml");

export function day(text: string) {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

export const year2024: DateRange = { from: day("2024-01-01"), to: day("2024-12-31") };

export function requirement(id: string, name: string, more: Partial<EvidenceRequirement> = {}): EvidenceRequirement {
  return { id, name, keywords: [], per: "none", count: 1, window: { kind: "range", range: year2024 }, from: "lead", place, ...more };
}

export function clause(
  id: string,
  label: string,
  title: string,
  evidence: readonly EvidenceRequirement[],
  more: Partial<Clause> = {},
): Clause {
  return {
    id,
    section: id.split("-")[0] ?? "",
    label,
    title,
    maxPoints: thousandths(2000),
    requirement: "",
    standard: "",
    lead: [],
    cooperating: [],
    verification: "package",
    evidence,
    inputs: [],
    rules: [],
    mayNotApply: true,
    place,
    ...more,
  };
}

export function section(id: string, label: string, title: string, clauses: readonly Clause[], field = "safety"): Section {
  return { id, field, kind: "standard", label, title, maxPoints: thousandths(10_000), clauses, place };
}

export function criteria(sections: readonly Section[]): Criteria {
  return {
    title: "样例细则",
    period: year2024,
    total: thousandths(100_000),
    precision: thousandths(10),
    notApplicable: "renormalize",
    noEvidence: "zero",
    grades: [],
    fields: [
      { id: "safety", name: "安全生产", place },
      { id: "fire", name: "消防", place },
    ],
    sections,
    place,
  };
}

export const emergency = "区应急管理局";
export const housing = "区住建局";
export const brigade = "区消防救援大队";

export const units: readonly Unit[] = [
  unit(emergency, ["应急局", "应急管理局"]),
  unit(housing, ["住建局"]),
  unit(brigade, ["消防大队"]),
  unit("城关街道", [], "township"),
];

export function unit(name: string, aliases: readonly string[] = [], kind: Unit["kind"] = "department", folder?: string): Unit {
  return { name, aliases, kind, supervisors: [], place: pathPlace("yingkao.yaml"), ...(folder === undefined ? {} : { folder }) };
}

/** A small but realistic 细则: two meetings alike, a safety and a fire clause of nearly one name, a section per theme. */
export const sample = criteria([
  section("S1", "一、", "党政领导责任", [
    clause("S1-01", "1.", "党政领导干部安全生产责任制", [
      requirement("duty", "党政领导干部安全生产职责清单", { kind: "清单", keywords: ["职责清单"] }),
      requirement("report", "党政领导干部述职报告", { kind: "报告", keywords: ["述职"] }),
    ]),
    clause("S1-02", "2.", "常务会议专题研究", [
      requirement("minutes", "政府常务会议纪要", { kind: "会议纪要", keywords: ["常务会", "纪要"], per: "quarter" }),
    ]),
    clause("S1-03", "3.", "定期研究部署安全生产", [
      requirement("minutes", "安委会全体会议纪要", { kind: "会议纪要", keywords: ["安委会", "会议纪要"], per: "quarter" }),
      requirement("signin", "签到表", { kind: "签到表", with: "minutes" }),
    ]),
    clause("S1-04", "4.", "领导带队督导检查", [
      requirement("record", "领导带队检查记录", { kind: "检查记录", keywords: ["带队", "检查"] }),
    ]),
  ]),
  section("S2", "二、", "重点行业领域专项整治", [
    clause("S2-01", "1.", "城镇燃气安全专项整治", [
      requirement("plan", "燃气安全专项整治方案", { kind: "方案", keywords: ["燃气", "方案"], from: "each" }),
      requirement("summary", "燃气安全专项整治总结", { kind: "总结", keywords: ["燃气", "总结"], from: "each" }),
    ]),
    clause("S2-02", "2.", "危险化学品安全整治", [
      requirement("plan", "危险化学品安全整治方案", { kind: "方案", keywords: ["危险化学品", "方案"] }),
    ]),
    clause("S2-03", "3.", "自建房安全专项整治", [requirement("ledger", "自建房排查台账", { kind: "台账", keywords: ["自建房", "台账"] })]),
  ]),
  section("S3", "三、", "宣传教育培训", [
    clause("S3-01", "1.", "安全生产月活动", [
      requirement("plan", "安全生产月活动方案", { kind: "方案", keywords: ["安全生产月", "方案"] }),
      requirement("photos", "安全生产月活动照片", { kind: "照片", keywords: ["安全生产月", "照片"] }),
    ]),
    clause("S3-02", "2.", "全员安全培训", [requirement("papers", "培训试卷", { kind: "试卷", keywords: ["培训", "试卷"] })]),
  ]),
  section(
    "F1",
    "一、",
    "消防工作责任",
    [
      clause("F1-01", "1.", "消防安全委员会会议", [
        requirement("minutes", "消安委会议纪要", { kind: "会议纪要", keywords: ["消安委", "纪要"], per: "half" }),
      ]),
      clause("F1-02", "2.", "消防宣传教育", [requirement("summary", "消防宣传月总结", { kind: "总结", keywords: ["消防宣传月", "总结"] })]),
    ],
    "fire",
  ),
]);

const owners: Readonly<Record<string, readonly [lead: readonly string[], cooperating?: readonly string[]]>> = {
  "S1-01": [[emergency]],
  "S1-02": [[emergency]],
  "S1-03": [[emergency], [housing]],
  "S1-04": [[emergency], ["城关街道"]],
  "S2-01": [[housing], ["城关街道"]],
  "S2-02": [[emergency]],
  "S2-03": [[housing]],
  "S3-01": [[emergency], [housing]],
  "S3-02": [[emergency]],
  "F1-01": [[brigade]],
  "F1-02": [[brigade]],
};

export const assignments: Assignments = new Map(
  Object.entries(owners).map(([id, [lead, cooperating = []]]): [string, ClauseAssignment] => [id, { clause: id, lead, cooperating }]),
);

export function listed(path: string, more: Partial<ListedFile> = {}): ListedFile {
  return { path, bytes: 1000, kind: "file", ...more };
}

export function listing(files: readonly (string | ListedFile)[]): Listing {
  const all = files.map((file) => (typeof file === "string" ? listed(file) : file)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const topFolders = [...new Set(all.flatMap((file) => (file.path.includes("/") ? [file.path.split("/")[0] ?? ""] : [])))];
  return { files: all, emptyFolders: [], topFolders };
}

export function inventoryOf(files: readonly (string | ListedFile)[]) {
  return classify(listing(files), units, () => false).inventory;
}

export function mapAll(
  files: readonly (string | ListedFile)[],
  pins: readonly Pin[] = [],
  of: Criteria = sample,
  by: Assignments = assignments,
  readings?: Readings,
) {
  return matchFiles(of, by, inventoryOf(files), pins, readings);
}

/** A document as people write it: title, then the text. */
export interface Said extends Partial<Reading> {
  readonly heading?: string;
  readonly sort?: EvidenceKind;
  readonly text?: string;
}

/** Readings as a reader would give them. */
export function readingsOf(documents: Readonly<Record<string, Said>>): Readings {
  return {
    of: (path) => (documents[path] === undefined ? undefined : toReading(documents[path])),
    textOf: (path) => (documents[path] === undefined ? undefined : textOf(documents[path])),
  };
}

function textOf({ heading, text }: Said): string {
  return [heading, text].filter((part) => part !== undefined).join("\n");
}

function toReading({ heading, sort, text, ...more }: Said): Reading {
  const at = { kind: "paragraph", paragraph: 1 } as const;
  const said = heading ?? "";
  return {
    ...unread("docx", "no-content"),
    length: textOf({ ...(heading === undefined ? {} : { heading }), ...(text === undefined ? {} : { text }) }).length,
    ...(heading === undefined ? {} : { title: { value: heading, text: heading, at } }),
    ...(sort === undefined ? {} : { kind: { value: sort, text: said, at } }),
    ...more,
  };
}

export function mapRead(path: string, said: Said): FileMapping {
  const [only] = mapAll([path], [], sample, assignments, readingsOf({ [path]: said })).files;
  if (only === undefined) throw new Error(`not mapped: ${path}`);
  return only;
}

export function mapOne(path: string, pins: readonly Pin[] = []): FileMapping {
  const [only] = mapAll([path], pins).files;
  if (only === undefined) throw new Error(`not mapped: ${path}`);
  return only;
}

/** "matched S1-03/minutes", "ambiguous S1-03/minutes|S2-01", "unclaimed": one line a person can check. */
export function tell({ status, links }: FileMapping): string {
  const targets = links.map((link) => (link.evidence === undefined ? link.clause : `${link.clause}/${link.evidence}`));
  return [status, targets.join("|")].join(" ").trim();
}
