import { type FullDate, readFullDates } from "../../chinese/full-dates.ts";
import type { CalendarDate } from "../../model/dates.ts";
import type { Quoted } from "../../model/reading.ts";
import { organOf, organsOf } from "./organ.ts";
import type { Line, Paper } from "./paper-lines.ts";
import { quoted, shortened, withoutNumbers } from "./quote.ts";

/** 落款: who signs, and when. */
export interface Signature {
  readonly signedBy?: Quoted<string>;
  readonly date?: Quoted<CalendarDate>;
}

interface Candidate {
  readonly at: number;
  readonly date: Quoted<CalendarDate>;
  readonly organs: readonly string[];
  readonly organLine: Line | undefined;
}

/** What may stand below 落款 and above 附件 or the end. */
const trailing =
  /^(?:\(?(?:此件|联系人|联系电话|主动公开|依申请公开|不予公开|盖章|公章)|抄送|抄报|主送|分送|印发|主题词|附件|注:|备注|[-—–\s\d页第共/]{1,16}$|\d{1,2}\s?[.、])|印发|印制|共印/u;
const trailingAllowed = 3;
/** 填报单位：河口镇人民政府 beside the date at the foot of a table. */
const filedBy = /(?:填报|报送|编制|制表|承诺)单位(?:\([^)]{1,6}\))?\s{0,4}[:|]\s{0,4}([^|\s]{3,40})/u;
/** 负责人（签字）：李明　2024年1月26日 */
const signedLine = /(?:签字|签名|签章|盖章|负责人|承诺人|责任人)[):\s].{0,40}$/u;
const signLabel =
  /(?:签订|签署|签字|签名|签发|填表|填报|制表|编制|上报|报告|承诺|成文|发文|落款)(?:日期|时间)\s{0,6}[:|]?\s{0,6}$|(?:^|[\s|)])日\s{0,4}期\s{0,6}[:|]\s{0,6}$/u;

/** The last date that stands alone below the text, with the organs above or before it. */
export function findSignature(paper: Paper, bodyFrom: number): Signature {
  const candidates = candidatesOf(paper, bodyFrom);
  const chosen = choose(candidates, paper) ?? labelled(paper, bodyFrom);
  if (chosen === undefined) return undated(paper, bodyFrom);
  const { organs, organLine, date } = chosen;
  return {
    date,
    ...(organs.length === 0 || organLine === undefined ? {} : { signedBy: signer(organs, organLine) }),
  };
}

function candidatesOf({ lines, annexFrom }: Paper, bodyFrom: number): readonly Candidate[] {
  const found: Candidate[] = [];
  let said = 0;
  for (let at = bodyFrom; at < annexFrom; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const date = said > 0 ? loneDate(line.text) : undefined;
    if (date === undefined) {
      if (isText(line.text)) said++;
      continue;
    }
    const own = organsOf(line.text.slice(0, date.from).replace(/[(\s]+$/u, "")) ?? [];
    const above = own.length > 0 ? { organs: own, organLine: line } : organsAbove(lines, at, bodyFrom);
    found.push({ at, date: quoted(date.date, line, date.from, date.to), ...above });
  }
  return found;
}

function isText(text: string): boolean {
  return /[。;:|]/u.test(text) || text.length > 22;
}

/** A date that is all of the line, but for an organ before it and （盖章） behind it. */
export function loneDate(text: string): (FullDate & { readonly date: CalendarDate }) | undefined {
  if (text.length > 80) return undefined;
  const [first, more] = readFullDates(text);
  if (first?.date === undefined || more !== undefined || first.ranged) return undefined;
  const before = text.slice(0, first.from).replace(/[(\s]+$/u, "");
  if (before.trim() !== "" && organsOf(before) === undefined) return undefined;
  if (!/^\s{0,8}\)?\s{0,8}(?:\(?(?:盖章|公章|章)\)?)?$/u.test(text.slice(first.to))) return undefined;
  return { ...first, date: first.date };
}

/** Organs on the lines above, nearest last; (盖章) may stand between. */
function organsAbove(lines: readonly Line[], at: number, bodyFrom: number): Pick<Candidate, "organs" | "organLine"> {
  const organs: string[] = [];
  let organLine: Line | undefined;
  for (let index = at - 1; index > bodyFrom && index >= at - 8; index--) {
    const line = lines[index];
    if (line === undefined) break;
    if (/^\(?(?:盖章|公章|印章|章)\)?$/u.test(line.text.trim())) continue;
    const named = line.text.length > 120 ? undefined : organsOf(line.text);
    if (named === undefined) break;
    organs.unshift(...named);
    organLine = line;
  }
  return { organs, organLine };
}

/** Where several stand, the last; of a paper that sends another one round, the first that an organ signs. */
function choose(candidates: readonly Candidate[], { lines, annexFrom }: Paper): Candidate | undefined {
  const signed = candidates.filter(({ organs }) => organs.length > 0);
  const forwards = lines.slice(0, 12).some(({ text }) => text.length < 90 && /印发|转发/u.test(text));
  const chosen = forwards ? signed[0] : signed.at(-1);
  if (chosen !== undefined) return chosen;
  const last = candidates.at(-1);
  // A diary dates every entry: none of its dates is that of the paper.
  if (last === undefined || new Set(candidates.map(({ date }) => date.value)).size > 2) return undefined;
  const below = lines.slice(last.at + 1, annexFrom).filter(({ text }) => !trailing.test(text.trim()));
  return below.length <= trailingAllowed && !below.some(({ text }) => isText(text)) ? last : undefined;
}

/** 签订日期：2024年3月5日 near the end, of forms and pledges. */
function labelled({ lines, annexFrom }: Paper, bodyFrom: number): Candidate | undefined {
  for (let at = annexFrom - 1; at >= Math.max(bodyFrom, annexFrom - 8); at--) {
    const line = lines[at];
    if (line === undefined || line.text.length > 400) continue;
    for (const date of readFullDates(line.text).toReversed()) {
      if (date.date === undefined || date.ranged || /^\s{0,2}[前以之]/u.test(line.text.slice(date.to))) continue;
      const before = line.text.slice(Math.max(0, date.from - 60), date.from);
      if (!signLabel.test(before) && !(signedLine.test(before) && line.text.slice(date.to).trim() === "")) continue;
      const filer = filedBy.exec(line.text)?.[1];
      const organ = filer === undefined ? undefined : organOf(filer);
      return { at, date: quoted(date.date, line, date.from, date.to), organs: organ === undefined ? [] : [organ], organLine: line };
    }
  }
  return undefined;
}

/** Signed but not dated: an organ alone on the last line of the text. */
function undated({ lines, annexFrom }: Paper, bodyFrom: number): Signature {
  for (let at = annexFrom - 1; at > bodyFrom && at >= annexFrom - 6; at--) {
    const line = lines[at];
    if (line === undefined) break;
    const text = line.text.trim();
    const organs = text.length > 80 || line.role === "row" ? undefined : organsOf(text);
    if (organs !== undefined) return closesText(lines, at) ? { signedBy: signer(organs, line) } : {};
    if (!trailing.test(text) && !/^[年月日\s_]{3,20}$/u.test(text) && !/[年]\s{1,8}月/u.test(text)) return {};
  }
  return {};
}

/** The last body of a list of participants stands alone on the last line as well: above 落款 a sentence ends, or 附件 are named. */
function closesText(lines: readonly Line[], at: number): boolean {
  let above = at - 1;
  while (above > at - 6 && organsOf(lines[above]?.text.slice(0, 90) ?? "") !== undefined) above--;
  return /[。!”"]$|^附\s{0,2}件|^\s{0,4}\d{1,2}[.、]/u.test(lines[above]?.text.trim() ?? "");
}

function signer(organs: readonly string[], line: Line): Quoted<string> {
  return quoted(withoutNumbers(shortened(organs.join("、"), 160)), line);
}
