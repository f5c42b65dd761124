import type { EvidenceKind } from "../model/evidence-kind.ts";

/** Papers that an office sends out over its name: a date and a name under them are owed. 纪要, lists, tables and pictures are not among them. */
export const signedKinds: ReadonlySet<EvidenceKind> = new Set([
  "会议通知",
  "通知",
  "意见",
  "通报",
  "总结",
  "报告",
  "整改通知",
  "执法文书",
  "责任书",
  "承诺书",
  "公示",
  "合同",
]);

/** Word is given here, nothing is done yet. */
export const planningKinds: ReadonlySet<EvidenceKind> = new Set([
  "方案",
  "计划",
  "要点",
  "意见",
  "通知",
  "会议通知",
  "文件",
  "制度",
  "预案",
]);

/** Kept line by line over a year: every one looks like the last, and nobody signs under the whole. */
export const listKinds: ReadonlySet<EvidenceKind> = new Set([
  "签到表",
  "台账",
  "花名册",
  "清单",
  "数据",
  "值班记录",
  "预算",
  "证书",
  "试卷",
  "课件",
]);

export const pictureKinds: ReadonlySet<EvidenceKind> = new Set(["照片", "影像"]);
