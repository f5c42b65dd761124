import type { Quoted } from "../../model/reading.ts";
import type { Line, Paper } from "./paper-lines.ts";
import { quoted, shortened, withoutNumbers } from "./quote.ts";

const bodies =
  /[局委办厅部处所站院会校队]|政府|公司|单位|乡镇|街道|部门|科室|学校|中心|小组|同志|企业|村|镇|机构|协会|领导|班组|车间|项目/u;
const notAddressed =
  /如下|通知|事项|内容|要求|时间|地点|附件|下列|以下|包括|议程|电话|联系人|说明|为了|根据|主持|出席|参加|记录|抄送|主题|人员|甲方|乙方|同志们|各位|尊敬/u;
const linesAllowed = 5;

/** 主送机关: the lines between title and text that end with a colon (GB/T 9704-2012 §7.3.2); it may be set over three lines. */
export function findAddressee({ lines }: Paper, bodyFrom: number): Quoted<string> | undefined {
  const near = lines.slice(bodyFrom, bodyFrom + linesAllowed);
  const end = near.findIndex(({ text }) => text.length > 160 || /[。;!:]/u.test(text));
  const last = near[end];
  if (last === undefined || !/^[^。;!:]{2,158}:\s{0,3}$/u.test(last.text)) return undefined;
  let from = end;
  while (from > 0 && runsOn(near[from - 1])) from--;
  const opening = near[from] ?? last;
  const value = near
    .slice(from, end + 1)
    .map(tight)
    .join("")
    .replace(/[:：]$/u, "");
  if (!bodies.test(value) || notAddressed.test(value)) return undefined;
  return quoted(withoutNumbers(shortened(value, 160)), opening);
}

/** A full line, or one that ends in the middle of a list, goes on in the next; a date or a subtitle does not. */
function runsOn(line: Line | undefined): boolean {
  const text = line?.text.trim() ?? "";
  return text.length >= 20 || /[,、]$/u.test(text);
}

function tight(line: Line): string {
  return (line.exact ? line.raw : line.text).replace(/\s+/gu, "");
}
