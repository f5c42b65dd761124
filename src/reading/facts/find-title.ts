import type { Quoted } from "../../model/reading.ts";
import { isDateLine, isHeadNoise, isIssueNumber, isNumberLine } from "./head-noise.ts";
import { organOf } from "./organ.ts";
import { headLines, type Line, type Paper } from "./paper-lines.ts";
import { quoted, shortened, withoutNumbers } from "./quote.ts";

/** A title and the index of the line behind it. */
export interface TitleFound {
  readonly title?: Quoted<string>;
  /** First line that is neither head nor title. */
  readonly bodyFrom: number;
}

/** 文种 and names of forms: a title that ends so is complete. */
const closing =
  "通知|通报|公告|通告|公示|命令|决定|决议|意见|方案|计划|规划|要点|安排|总结|小结|报告|汇报|请示|批复|函|纪要|记要|记录|纪录|记录本|(?:表|册|簿|单)|台账|台帐|清单|名单|目录|责任书|责任状|承诺书|预案|办法|规定|制度|细则|规程|规则|章程|职责|说明|简报|专报|快报|讲话|发言|讲稿|提纲|脚本|试卷|试题|答案|课件|决定书|通知书|意见书|指令书|告知书|建议书|鉴定书|委托书|笔录|文书|回证|合同|协议|协议书|倡议书|公开信|手册|指南|批示|心得体会|证书|奖状|聘书";
/** Words a title may end with, though more may follow on its next line: …安全检查 | 工作总结. */
const halting =
  "活动|工作情况|情况|档案|措施|机制|预警|标准|照片|演练|培训|宣传|检查|复查|整改|总结会|培训会|会议|信息|分析|统计|进展|进度|名录|成效|须知|守则|提示|提醒|清册|结果|汇编|分工|流程|讲座";
const tailMarks = '(?:20\\d{2}(?:年度?)?)?(?:[)》”"]|\\([^()]{1,20}\\))*$';
const isClosed = new RegExp(`(?:${closing})${tailMarks}`, "u");
const titleEnd = new RegExp(`(?:${closing}|${halting})${tailMarks}`, "u");
/** The last line of 关于印发《…方案》| 的通知. */
const isTail = new RegExp(`^的(?:${closing})$`, "u");
/** How sentences begin, broken over lines by a PDF. */
const sentenceStart =
  /^(?:为(?:了|进一步|深入|切实|认真|全面|贯彻|落实|加强|做好|推动)|根据|按照|依据|经|现将|今天|昨天|今年|近期|近日|我|各位)/u;
const numbering =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、．]|第[一二三四五六七八九十百\d]{1,4}[章节条])/u;
const sentenceEnd = /[。；;：:，,、！!？?]$/u;
/** 活动时间：… is a field of a form; 开学第一课：安全 is a title. */
const fieldWord = /(?:时间|地点|日期|单位|人员?|电话|部门|编号|名称|方|主题|内容|地址|事由)\s{0,4}:/u;
const label = /^[\p{Script=Han}\s]{2,10}:/u;

/** 公文标题: below 版头 and 文号, above 主送机关; up to four lines. Never the 版头, an addressee, a sentence, or the file name. */
export function findTitle({ lines }: Paper): TitleFound {
  const [first] = lines;
  if (first === undefined) return { bodyFrom: 0 };
  if (first.at.kind === "mail") return mailTitle(lines);
  if (lines.every(({ role }) => role === "row") || lines.slice(0, 3).some(({ at }) => at.kind === "cell")) return sheetTitle(lines);
  return plainTitle(lines);
}

function plainTitle(lines: readonly Line[]): TitleFound {
  let fallback: TitleFound | undefined;
  for (let at = 0; at < Math.min(lines.length, headLines); at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (isHeadNoise(line.text)) continue;
    if (isBodyText(line)) break;
    const found = titleAt(lines, at);
    if (found === undefined) continue;
    // The head of minutes (××会议纪要 above number and date) is the title unless one of its own follows.
    if (!isMinutesHead(lines, at, found)) return found;
    fallback ??= found;
    at = found.bodyFrom - 1;
  }
  return fallback ?? { bodyFrom: 0 };
}

/** Nothing that follows a sentence, a long paragraph or an addressee can be a title. */
function isBodyText({ text, role, centred }: Line): boolean {
  if (role === "title" || isNumberLine(text)) return false;
  if (text.length > 90 || /[。！]$/u.test(text.trim()) || (/:$/u.test(text.trim()) && !centred)) return true;
  // A field with its value, a numbered point, the first line of a sentence: the text has begun.
  return !centred && (/^[\p{Script=Han}\s]{2,8}:\s{0,4}\S/u.test(text) || numbering.test(text.trim()) || sentenceStart.test(text.trim()));
}

function isMinutesHead(lines: readonly Line[], at: number, found: TitleFound): boolean {
  if (!/(?:纪要|简报|专报|快报|信息)$/u.test(found.title?.value ?? "")) return false;
  return (
    lines.slice(found.bodyFrom, found.bodyFrom + 2).some(({ text }) => isNumberLine(text) || isIssueNumber(text) || isDateLine(text)) &&
    at < 6
  );
}

function titleAt(lines: readonly Line[], at: number): TitleFound | undefined {
  const first = lines[at];
  if (first === undefined || !opensTitle(first)) return undefined;
  let [text, end] = [tightTitle(first.text), at + 1];
  while (end < at + 4) {
    const next = lines[end];
    if (next === undefined || !continues(text, lines[end - 1] ?? first, next)) break;
    text += tightTitle(next.text);
    end++;
  }
  const marked = first.role === "title" || (first.role === "heading" && at < 4) || stands(first, lines);
  if (!titleEnd.test(text) && !(marked && text.length >= 4 && organOf(text) === undefined)) return undefined;
  if (text.length < 3 || !/\p{Script=Han}/u.test(text)) return undefined;
  const raw = lines.slice(at, end).map((line) => (line.exact ? tightTitle(line.raw) : tightTitle(line.text)));
  const value = withoutNumbers(shortened(raw.join(""), 160));
  return value === "" ? undefined : { title: quoted(value, first), bodyFrom: end };
}

function opensTitle({ text, role, centred }: Line): boolean {
  const line = text.trim();
  if (line.length > 70 || sentenceEnd.test(line) || numbering.test(line) || /^[(《]?附件/u.test(line)) return false;
  if (line.includes("|") || (role === "row" && !isClosed.test(line))) return false;
  if (role !== "title" && (/[，,。;；]/u.test(line) || sentenceStart.test(line))) return false;
  return role === "title" || !label.test(line) || (centred && !fieldWord.test(line));
}

/** Larger or centred, while the text below is not. */
function stands({ centred, size }: Line, lines: readonly Line[]): boolean {
  if (centred) return lines.some((line) => !line.centred);
  const body = lines.slice(0, 60).map((line) => line.size ?? 0);
  const usual = [...body].sort((a, b) => a - b)[body.length >> 1] ?? 0;
  return size !== undefined && usual > 0 && size >= usual * 1.2;
}

function continues(text: string, last: Line, next: Line): boolean {
  const line = next.text.trim();
  if (line.length > 44 || isHeadNoise(line) || sentenceEnd.test(line) || numbering.test(line) || label.test(line)) return false;
  if (last.role === "title" && next.role === "title") return true;
  if (next.role === "row" || (last.role !== next.role && last.role !== "body")) return false;
  if (/^\([^()]{1,24}\)$/u.test(line)) return /稿\)|试行|修订/u.test(line);
  if (last.size !== undefined && next.size !== undefined && Math.abs(last.size - next.size) > 1) return false;
  // 关于印发《…》的 | 通知: an open bracket or a missing last word asks for more; a line as wide as the page does not look centred.
  if (isOpen(text) && (last.centred === next.centred || (line.length <= 12 && isClosed.test(line)))) return true;
  if (last.centred !== next.centred) return false;
  if (isTail.test(line)) return true;
  if (isClosed.test(text)) return false;
  if (titleEnd.test(text)) return isClosed.test(line) && line.length <= 30 && !line.includes("关于");
  return last.centred || titleEnd.test(line) || line.length > 8;
}

function isOpen(text: string): boolean {
  return /[的和与及暨]$/u.test(text) || text.lastIndexOf("《") > text.lastIndexOf("》") || text.lastIndexOf("(") > text.lastIndexOf(")");
}

/** The first row of the first sheet that holds one cell. */
function sheetTitle(lines: readonly Line[]): TitleFound {
  const at = lines.slice(0, 5).findIndex(({ text, at: { kind } }) => kind !== "properties" && !isHeadNoise(text));
  const line = lines[at];
  if (line === undefined || !isSingleCell(line)) return { bodyFrom: 0 };
  const text = tightTitle(line.text);
  if (text.length < 4 || text.length > 60 || !/\p{Script=Han}{2}/u.test(text) || sentenceEnd.test(text) || label.test(text))
    return { bodyFrom: 0 };
  const value = withoutNumbers(tightTitle(line.exact ? line.raw : line.text));
  return value === "" ? { bodyFrom: 0 } : { title: quoted(value, line), bodyFrom: at + 1 };
}

export function isSingleCell({ raw }: Line): boolean {
  return !/\t|\||｜/u.test(raw);
}

const mailHead = /^(?:subject|from|to|cc|date)$/iu;

function mailTitle(lines: readonly Line[]): TitleFound {
  const bodyFrom = lines.findIndex(({ at }) => at.kind !== "mail" || !mailHead.test(at.part));
  const subject = lines.find(({ at }) => at.kind === "mail" && /^subject$/iu.test(at.part));
  if (subject === undefined) return { bodyFrom: Math.max(bodyFrom, 0) };
  const lead = /^(?:\s{0,4}(?:re|fw|fwd|回复|转发|答复)\s{0,2}:)*\s{0,4}/iu.exec(subject.text)?.[0] ?? "";
  const value = withoutNumbers(shortened((subject.exact ? subject.raw.slice(lead.length) : subject.text.slice(lead.length)).trim(), 160));
  return value === ""
    ? { bodyFrom: Math.max(bodyFrom, 0) }
    : { title: quoted(value, subject, lead.length), bodyFrom: Math.max(bodyFrom, 0) };
}

/** Spaces between Han characters only serve the setting. */
function tightTitle(text: string): string {
  return text.trim().replace(/(?<=[^\x21-\x7E])\s+|\s+(?=[^\x21-\x7E])/gu, "");
}
