import { kindsIn } from "../model/document-kind.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import { type ManualCheck, type ManualCheckCode, manualCheckCodes } from "../model/manual-check.ts";
import type { Mapping } from "../model/mapping.ts";
import type { Reading, Readings } from "../model/reading.ts";

/** By kind of paper what a person must look at; a check of copies goes by the scan, not by the kind. */
const kindsOf = {
  "same-hand": ["签到表", "会议记录", "值班记录", "培训", "试卷", "检查记录"],
  "seal-matches": ["通知", "文件", "意见", "通报", "报告", "总结", "责任书", "整改通知", "执法文书", "表彰"],
  "copy-origin": [],
  "figures-agree": ["台账", "数据", "花名册", "清单", "总结", "报告"],
  "both-sides-signed": ["责任书", "承诺书", "合同"],
  "staff-changed": ["责任书", "承诺书", "制度"],
  altered: ["会议记录", "检查记录", "值班记录", "签到表", "执法文书"],
  "photos-true": ["照片", "影像"],
  "bound-in-order": ["执法文书"],
} satisfies Record<ManualCheckCode, readonly EvidenceKind[]> as Readonly<Record<ManualCheckCode, readonly EvidenceKind[]>>;

/** The manual checklist over the files that are used for a clause; a code without files is left out. */
export function manualChecksOf(mapping: Mapping, readings: Readings): readonly ManualCheck[] {
  const used = mapping.files
    .filter(({ status }) => status !== "unclaimed")
    .map(({ file }) => {
      const reading = readings.of(file.path);
      return { path: file.path, kind: reading?.kind?.value ?? kindsIn(file.name.words).main, reading };
    })
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return manualCheckCodes.flatMap((code) => {
    const files = used.filter(({ kind, reading }) =>
      code === "copy-origin" ? isCopy(reading) : kind !== undefined && kindsOf[code].includes(kind),
    );
    return files.length === 0 ? [] : [{ code, files: files.map(({ path }) => path) }];
  });
}

/** Pages that are pictures of paper: the original lies elsewhere. */
function isCopy(reading: Reading | undefined): boolean {
  return reading !== undefined && reading.picture === undefined && (reading.picturePages ?? 0) > 0;
}
