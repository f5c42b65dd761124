import { readFullDates } from "../../chinese/full-dates.ts";
import type { CalendarDate } from "../../model/dates.ts";
import type { EvidenceKind } from "../../model/evidence-kind.ts";
import type { Extract, Quoted, Reading } from "../../model/reading.ts";
import { loneDate } from "./find-signature.ts";
import type { Line, Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

/** Lines in which the head of a record states its day. */
const labelLines = 16;

/** A camera whose clock was never set says 1970 or 2000, which is no day on which anything was done. */
const clocksFrom = "2005";

export interface IssueDate {
  readonly issuedOn: Quoted<CalendarDate>;
  readonly issuedFrom: NonNullable<Reading["issuedFrom"]>;
}

/** Papers that record what happened on a day: the day in their head is theirs. A 会议通知 names the day of the meeting, not its own. */
const records: readonly EvidenceKind[] = [
  "会议纪要",
  "会议记录",
  "签到表",
  "检查记录",
  "学习记录",
  "值班记录",
  "培训",
  "演练",
  "试卷",
  "台账",
  "花名册",
  "清单",
  "数据",
  "执法文书",
  "复查",
  "照片",
  "宣传",
];
const recordLabel =
  /(?:^|[^\p{Script=Han}])(?:会议|检查|巡查|排查|学习|活动|培训|演练|记录|值班|召开|复查|督查|考试|询问|勘验|执法|走访|签到|授课|宣传|填报|填表|制表|上报|统计|更新|拍摄)?(?:日\s{0,4}期|时\s{0,4}间)\s{0,6}[:|]?\s{0,6}$/u;

/** 成文日期 by the first place that says one: 落款, head of the paper, head of the record, 印发 line, photograph. Nothing is taken from elsewhere. */
export function findIssueDate(
  paper: Paper,
  bodyFrom: number,
  signature: Quoted<CalendarDate> | undefined,
  kind: EvidenceKind | undefined,
  picture: Extract["picture"],
): IssueDate | undefined {
  if (signature !== undefined) return { issuedOn: signature, issuedFrom: "signature" };
  const isRecord = kind !== undefined && records.includes(kind);
  const head = headDate(paper, bodyFrom) ?? (isRecord ? (labelDate(paper) ?? openingDate(paper, bodyFrom, kind)) : undefined);
  if (head !== undefined) return { issuedOn: head, issuedFrom: "head" };
  const printed = printDate(paper);
  if (printed !== undefined) return { issuedOn: printed, issuedFrom: "print-line" };
  if (picture?.takenOn === undefined || picture.takenOn < clocksFrom) return undefined;
  const at = { kind: "properties", property: "DateTimeOriginal" } as const;
  return { issuedOn: { value: picture.takenOn, text: picture.takenOn, at }, issuedFrom: "photo" };
}

/** A date alone in the head: beside the organ of minutes, in brackets under a title, the Date of a mail. */
function headDate({ lines }: Paper, bodyFrom: number): Quoted<CalendarDate> | undefined {
  for (const line of lines.slice(0, Math.max(bodyFrom + 3, 6))) {
    if (line.at.kind === "mail" && /^date$/iu.test(line.at.part)) return mailDate(line);
    const date = loneDate(line.text);
    if (date !== undefined) return isDiary(lines) ? undefined : quoted(date.date, line, date.from, date.to);
    if (line.text.length > 90 || /。$/u.test(line.text)) return undefined;
  }
  return undefined;
}

/** More than two days that stand alone on lines: a log of many days. */
function isDiary(lines: readonly Line[]): boolean {
  const days = new Set<string>();
  for (const { text } of lines) {
    const date = text.length <= 40 ? loneDate(text)?.date : undefined;
    if (date !== undefined) days.add(date);
    if (days.size > 2) return true;
  }
  return false;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** As a mail writes it (Tue, 5 Mar 2024 …, 2024-03-05T…) or in Chinese; the day that is written, whatever the time zone. */
function mailDate(line: Line): Quoted<CalendarDate> | undefined {
  const written = /(\d{1,2})\s([A-Za-z]{3})[a-z]{0,6}\s(\d{4})/u.exec(line.text.slice(0, 80));
  const text =
    written === null
      ? line.text.slice(0, 80)
      : `${written[3] ?? ""}-${months.indexOf((written[2] ?? "").toLowerCase()) + 1}-${written[1] ?? ""}`;
  const date = readFullDates(text.replace(/(\d)T(?=\d)/u, "$1 "))[0]?.date;
  return date === undefined ? undefined : quoted(date, line);
}

/** 会议时间：2024年3月5日, 检查日期 | 2024.3.5 — one day, not a span; a file that holds several records has no date of its own. */
function labelDate({ lines }: Paper): Quoted<CalendarDate> | undefined {
  let found: Quoted<CalendarDate> | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 400 || !/[时日]/u.test(line.text) || (index >= labelLines && found === undefined)) continue;
    const date = readFullDates(line.text).find(({ from }) => recordLabel.test(line.text.slice(Math.max(0, from - 24), from)));
    if (date === undefined) continue;
    if (date.date === undefined || date.ranged || (found !== undefined && found.value !== date.date)) return undefined;
    found ??= quoted(date.date, line, date.from, date.to);
  }
  return found;
}

/** 2024年3月5日上午，……主持召开……会议: how the text of minutes opens. */
function openingDate({ lines }: Paper, bodyFrom: number, kind: EvidenceKind): Quoted<CalendarDate> | undefined {
  if (kind !== "会议纪要" && kind !== "会议记录") return undefined;
  const line = lines.slice(bodyFrom, bodyFrom + 6).find(({ text }) => text.length > 20 && !/^(?:时间|地点|主持|参)/u.test(text));
  if (line === undefined) return undefined;
  const opening = line.text.slice(0, 120);
  const [date] = readFullDates(opening);
  if (date?.date === undefined || date.ranged || date.from > 2 || !/召开|主持|组织/u.test(opening.slice(date.to))) return undefined;
  return quoted(date.date, line, date.from, date.to);
}

/** 东明区应急管理局办公室　2024年3月5日印发 */
function printDate({ lines }: Paper): Quoted<CalendarDate> | undefined {
  for (const line of lines.slice(-30).toReversed()) {
    if (line.text.length > 120 || !line.text.includes("印")) continue;
    const date = readFullDates(line.text).at(-1);
    if (date?.date === undefined || !/^\s{0,6}印(?:发|制)?(?:\s|。|$)/u.test(line.text.slice(date.to))) continue;
    return quoted(date.date, line, date.from, date.to);
  }
  return undefined;
}
