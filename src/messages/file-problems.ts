import type { FileProblem, Severity } from "../model/admission.ts";
import type { DocumentFormat } from "../model/document-format.ts";
import { visibleName } from "../model/visible-name.ts";
import { contentRemedies, contentSeverities, describeContentProblem, isContentProblem } from "./content-problems.ts";
import { describeQuote } from "./text-place.ts";

export type FileProblemCode = FileProblem["code"];

/** How grave each problem is: block, the file cannot be used; loses-points, it does not count as things stand; risk; style. */
export const severityOf: Record<FileProblemCode, Severity> = {
  ...contentSeverities,
  "out-of-window": "block",
  "after-due": "loses-points",
  "old-folder": "loses-points",
  undated: "loses-points",
  "year-assumed": "risk",
  "impossible-date": "block",
  "future-date": "block",
  duplicate: "loses-points",
  "duplicate-across-units": "risk",
  empty: "block",
  symlink: "block",
  "special-file": "block",
  unreadable: "block",
  encrypted: "block",
  damaged: "block",
  "no-content": "block",
  bomb: "block",
  unsupported: "loses-points",
  "too-large": "loses-points",
  "timed-out": "loses-points",
  "out-of-memory": "loses-points",
  misnamed: "style",
  macros: "risk",
  "unsafe-name": "risk",
  "hidden-name": "style",
  "wrong-unit": "risk",
  "cooperating-unit": "risk",
  "no-unit": "risk",
  "kind-mismatch": "loses-points",
  "not-required": "style",
  "requirement-unclear": "loses-points",
  ambiguous: "loses-points",
  "window-unknown": "risk",
};

/** What is wrong, in one sentence without a full stop. */
export function describeFileProblem(problem: FileProblem): string {
  if (isContentProblem(problem)) return describeContentProblem(problem);
  switch (problem.code) {
    case "out-of-window":
      return problem.quote === undefined
        ? `日期（${problem.date}）不在要求的时段（${problem.window}）之内`
        : `正文的成文日期${describeQuote(problem.quote)}不在要求的时段（${problem.window}）之内`;
    case "after-due":
      return `日期（${problem.date}）晚于细则规定的期限（${problem.due}）`;
    case "old-folder":
      return `放在「${problem.word}」的文件夹里，日期又没有写年份，看不出是不是本年度的`;
    case "undated":
      return "从名称看不出是哪一期的材料";
    case "year-assumed":
      return `日期没有写年份，暂按${problem.year}年计`;
    case "impossible-date":
      return `日期「${problem.text}」不存在`;
    case "future-date":
      return `日期（${problem.date}）晚于本次核对的日期`;
    case "duplicate":
      return `与「${visibleName(problem.of)}」内容完全相同，只计一份`;
    case "duplicate-across-units":
      return `与${problem.unit === "" ? "另一单位" : problem.unit}的「${visibleName(problem.of)}」内容完全相同`;
    case "wrong-unit":
      return `${problem.unit}不是该条款的责任单位${problem.owners.length === 0 ? "" : `（责任单位：${problem.owners.join("、")}）`}`;
    case "cooperating-unit":
      return `应由牵头单位${problem.lead.length === 0 ? "" : `（${problem.lead.join("、")}）`}提供，现在放在配合单位${problem.unit}的文件夹里`;
    case "kind-mismatch":
      return `名称写的是${problem.kind}，要求的是${problem.expected}`;
    case "not-required":
      return `属于该条款，但${problem.kind}不是细则要求的材料，不计入`;
    case "window-unknown":
      return `细则写的时段（${problem.written}）前后颠倒，无法判断日期是否符合`;
    case "misnamed":
      return `扩展名与内容不符，里面其实是${formatNames[problem.format]}`;
    case "encrypted":
    case "damaged":
    case "no-content":
    case "bomb":
    case "unsupported":
    case "too-large":
    case "timed-out":
    case "out-of-memory":
      return problem.detail === "" ? plain[problem.code] : `${plain[problem.code]}（${problem.detail}）`;
    case "empty":
    case "symlink":
    case "special-file":
    case "macros":
    case "unsafe-name":
    case "unreadable":
    case "hidden-name":
    case "no-unit":
    case "requirement-unclear":
    case "ambiguous":
      return plain[problem.code];
  }
}

const plain = {
  empty: "文件是空的（0 字节）",
  symlink: "这是一个链接，不是文件本身",
  "special-file": "这不是普通文件，无法作为佐证",
  unreadable: "文件无法读取",
  encrypted: "文件有密码，打不开",
  damaged: "文件已损坏，打不开",
  "no-content": "文件里没有任何内容",
  bomb: "文件展开后大得不正常，没有再展开",
  unsupported: "这种格式的内容程序读不了",
  "too-large": "文件太大，没有读内容",
  "timed-out": "读取内容超过了时限",
  "out-of-memory": "读取内容需要的内存太多",
  macros: "文件里带有宏",
  "unsafe-name": "在压缩包里的路径不正常（指向压缩包以外）",
  "hidden-name": "文件名里有看不见的字符",
  "no-unit": "文件不在任何责任单位的文件夹里",
  "requirement-unclear": "能判断属于该条款，但看不出是哪一项材料",
  ambiguous: "属于哪个条款程序拿不准，需要人工确认",
} satisfies Partial<Record<FileProblemCode, string>>;

const remedies: Record<FileProblemCode, string> = {
  ...contentRemedies,
  "out-of-window": "请换成时段之内的材料；如果日期写错了，请更正文件名，或在 mapping.yaml 中注明成文日期",
  "after-due": "请核对原件上的日期；确属逾期的，由考核工作人员认定",
  "old-folder": "是本年度的，请在文件名中写全年份；不是的，请移出",
  undated: "请在文件名中写明成文日期（如 2024年3月5日），或在 mapping.yaml 中注明",
  "year-assumed": "请核对年份，并在文件名中补全",
  "impossible-date": "请核对原件上的日期并更正",
  "future-date": "请核对原件上的日期；尚未形成的材料不能作为佐证",
  duplicate: "如果本应是两份不同的材料，请换成正确的文件",
  "duplicate-across-units": "请两个单位核对，各自提供自己的材料",
  empty: "请重新复制或重新扫描这份材料",
  symlink: "请把原文件复制到这里",
  "special-file": "请换成普通的文档、表格或图片文件",
  encrypted: "请去掉密码后重新提交",
  damaged: "请用 WPS 或者 Word 打开核对，重新导出或者重新扫描",
  "no-content": "请换成有内容的文件",
  bomb: "请确认文件来源，换成正常的文件",
  unsupported: "请人工查看；最好换成 PDF、Word、Excel 或者图片格式",
  "too-large": "请人工查看；最好拆成几个文件，或者降低扫描精度",
  "timed-out": "请人工查看；最好另存一份，或者拆成几个文件",
  "out-of-memory": "请人工查看；最好另存一份，或者拆成几个文件",
  misnamed: "请按实际格式改正扩展名，否则考核人员可能打不开",
  macros: "请另存为不带宏的文件",
  "unsafe-name": "请人工查看；最好解压后直接放文件",
  unreadable: "请检查文件是否损坏、是否被占用、有没有读取权限，再重新复制",
  "hidden-name": "请重新命名这个文件",
  "wrong-unit": "请移到责任单位的文件夹；如果确实有用，请在 mapping.yaml 中指定",
  "cooperating-unit": "请由牵头单位提供；如果可以采用，请在 mapping.yaml 中指定",
  "no-unit": "请移到责任单位的文件夹，或在 yingkao.yaml 中补上这个单位的文件夹",
  "kind-mismatch": "请补充要求的材料；如果只是名称写错了，请改名",
  "not-required": "可留作参考；如果它就是要求的材料，请改名，或在 mapping.yaml 中指定",
  "requirement-unclear": "请在文件名中写明材料名称，或在 mapping.yaml 中指定",
  ambiguous: "请在 mapping.yaml 中指定属于哪个条款",
  "window-unknown": "请向考核单位问清时段，并改正细则文件",
};

/** What a file is, for people. */
const formatNames = {
  docx: "Word 文档",
  doc: "Word 文档",
  xlsx: "Excel 表格",
  xls: "Excel 表格",
  pptx: "演示文稿",
  ppt: "演示文稿",
  pdf: "PDF",
  ofd: "OFD 版式文件",
  text: "纯文本",
  csv: "CSV 表格",
  html: "网页",
  eml: "邮件",
  jpeg: "图片",
  png: "图片",
  gif: "图片",
  bmp: "图片",
  tiff: "图片",
  webp: "图片",
  heic: "图片",
  zip: "压缩包",
  rar: "压缩包",
  "7z": "压缩包",
  gzip: "压缩包",
  video: "视频",
  audio: "音频",
  executable: "程序",
  unknown: "认不出的格式",
} satisfies Record<DocumentFormat, string>;

/** What to do about it, in one sentence without a full stop. */
export function remedyFor(problem: FileProblem): string {
  return remedies[problem.code];
}
