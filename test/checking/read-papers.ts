import { checkFiles } from "../../src/checking/check-files.ts";
import { classify } from "../../src/evidence/classify.ts";
import { enrich } from "../../src/evidence/enrich.ts";
import type { Checked, FileProblem } from "../../src/model/admission.ts";
import type { Criteria, EvidenceRequirement } from "../../src/model/criteria.ts";
import type { DocumentFormat } from "../../src/model/document-format.ts";
import type { FileMapping, Mapping } from "../../src/model/mapping.ts";
import type { Reading, Readings } from "../../src/model/reading.ts";
import type { Unit } from "../../src/model/unit.ts";
import type { Assignments } from "../../src/model/workspace.ts";
import { describeExtract } from "../../src/reading/facts/describe-extract.ts";
import { clause, criteria, day, requirement, section, unit } from "../mapping/sample.ts";
import { extractOf } from "../reading/facts/facts-of.ts";

/** One file of a test: what it says goes through the real facts; `reading` overrides what a text cannot show (scan, picture). */
export interface TestPaper {
  readonly path: string;
  readonly text?: string;
  readonly format?: DocumentFormat;
  /** "S1-01/plan"; several with spaces; empty: no clause claims it. */
  readonly to?: string;
  readonly reading?: Partial<Reading>;
}

export const districtUnits: readonly Unit[] = [
  unit("区应急管理局", ["应急局", "区应急局"]),
  unit("区住房和城乡建设局", ["住建局", "区住建局"]),
  unit("区教育局", ["教育局"]),
  unit("城关街道", [], "township"),
  unit("河口镇", [], "township"),
].map((each) => ({ ...each, deadline: day("2024-12-05") }));
export const world = { units: districtUnits, organization: "东明区人民政府" };

/** Clauses for the checks: minutes, a campaign from plan to summary, pledges of each unit, a paper of the government, a commendation. */
export const checkedCriteria: Criteria = {
  ...criteria([
    section("S1", "一、", "安全生产", [
      clause("S1-01", "1.", "定期研究部署", [requirement("minutes", "会议纪要", { kind: "会议纪要", per: "quarter" })]),
      clause("S1-02", "2.", "专项行动", [
        wanted("plan", "专项行动方案", "方案"),
        wanted("checks", "专项行动检查记录", "检查记录"),
        wanted("summary", "专项行动总结", "总结"),
      ]),
      clause("S1-03", "3.", "签订责任书", [wanted("pledge", "安全生产目标责任书", "责任书")]),
      clause("S1-04", "4.", "制度建设", [requirement("paper", "安全生产工作意见", { kind: "文件" })], {
        standard: "未以政府名义印发的，扣0.5分。",
      }),
      clause("S1-05", "5.", "表彰加分", [requirement("award", "表彰文件", { kind: "表彰" })]),
      clause("S1-06", "6.", "宣传培训", [wanted("activity", "宣传活动材料", "宣传"), wanted("list", "人员花名册", "花名册")]),
      clause("S1-07", "7.", "上一年度工作", [
        requirement("prior", "上一年度工作总结", {
          kind: "总结",
          window: { kind: "range", range: { from: day("2023-01-01"), to: day("2023-12-31") } },
        }),
      ]),
      clause("S1-08", "8.", "联合行动", [
        requirement("plan", "联合行动方案", { kind: "方案", from: "any" }),
        requirement("record", "联合行动检查记录", { kind: "检查记录", from: "any" }),
      ]),
    ]),
  ]),
  issuer: "云山省安全生产委员会",
};

function wanted(id: string, name: string, kind: NonNullable<EvidenceRequirement["kind"]>): EvidenceRequirement {
  return requirement(id, name, {
    kind,
    from: "each",
    window: { kind: "range", range: { from: day("2024-01-01"), to: day("2024-12-31") } },
  });
}

const assignments: Assignments = new Map(
  checkedCriteria.sections.flatMap((each) =>
    each.clauses.map(({ id }) => {
      const names = districtUnits.map(({ name }) => name);
      return [id, { clause: id, lead: id === "S1-01" || id === "S1-04" ? ["区应急管理局"] : names, cooperating: names }] as const;
    }),
  ),
);

export function readingOf({ path, text, format, reading }: TestPaper): Reading {
  const { pages, picturePages, picture } = reading ?? {};
  const seen = {
    ...(pages === undefined ? {} : { pages }),
    ...(picturePages === undefined ? {} : { picturePages }),
    ...(picture === undefined ? {} : { picture }),
  };
  return { ...describeExtract({ ...extractOf(text ?? "", format ?? "docx"), ...seen }, path), ...reading };
}

/** The whole check of files over papers whose clauses are given by hand. */
export function checkPapers(papers: readonly TestPaper[], asOf = "2024-12-10"): Checked {
  const byPath = new Map(papers.map((paper) => [paper.path, paper]));
  const files = papers.map(({ path, text }) => ({ path, bytes: 1000 + (text ?? "").length, kind: "file" as const }));
  const topFolders = [...new Set(papers.map(({ path }) => path.split("/")[0] ?? ""))];
  const { inventory } = classify({ files, emptyFolders: [], topFolders }, districtUnits, () => false);
  const readings: Readings = {
    of: (path) => {
      const paper = byPath.get(path);
      return paper === undefined ? undefined : readingOf(paper);
    },
    textOf: (path) =>
      extractOf(byPath.get(path)?.text ?? "")
        .blocks.map((block) => block.text)
        .join("\n"),
  };
  const mapping: Mapping = {
    files: enrich(inventory, readings).files.map((file): FileMapping => mapped(file, byPath.get(file.path)?.to ?? "")),
    ignored: [],
  };
  return checkFiles(checkedCriteria, assignments, mapping, day(asOf), readings, world);
}

function mapped(file: FileMapping["file"], to: string): FileMapping {
  if (to === "") return { file, status: "unclaimed", links: [] };
  const links = to.split(" ").map((target) => {
    const [id = "", evidence = ""] = target.split("/");
    return { clause: id, evidence, confidence: 100, reasons: [] };
  });
  return { file, status: "matched", links };
}

/** Problems of one file. */
export function problemsOf(checked: Checked, path: string): readonly FileProblem[] {
  return checked.problems.get(path) ?? [];
}

/** "date-disagrees doubtful" of every admission and file, for tables of tests. */
export function codesOf(checked: Checked, path: string): readonly string[] {
  return problemsOf(checked, path).map(({ code }) => code);
}

export function verdictOf(checked: Checked, path: string): string {
  return checked.admissions.find(({ file }) => file.path === path)?.verdict ?? "none";
}
