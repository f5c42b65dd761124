import type { ManualCheckCode } from "../model/manual-check.ts";

/** What a person looks at, one line each: what no program can tell from a file. */
export const manualCheckWords: Record<ManualCheckCode, { readonly title: string; readonly look: string }> = {
  "same-hand": { title: "代签", look: "逐页看签名：有没有一个人替几个人签，同一人各次签名是不是一样" },
  "seal-matches": { title: "印章", look: "印章的机关和文头、落款是不是同一个，是不是盖在日期上，有没有漏盖" },
  "copy-origin": { title: "原件和复印件", look: "复印件、扫描件有没有注明原件在哪里、由谁保管，能不能随时调出原件" },
  "figures-agree": { title: "数据一致", look: "材料里的数字和现场、和自查报告、和别的部门报的数字是不是一致" },
  "both-sides-signed": { title: "双方签字", look: "责任书、承诺书是不是双方都签了字、盖了章，应签的单位和人有没有漏掉" },
  "staff-changed": { title: "人员变动", look: "签字的人现在还在不在这个岗位；换了人的，有没有在规定期限内补签" },
  altered: { title: "涂改和补写", look: "手写的记录有没有涂改、挖补，墨迹和字迹是不是一次写成，空白处有没有划掉" },
  "bound-in-order": { title: "装订", look: "纸质卷有没有封面、卷内目录和页码，目录和实物是不是一件一件对得上" },
  "photos-true": { title: "照片", look: "照片里的人、地方、横幅和材料写的是不是同一次活动，有没有摆拍、借用" },
};
