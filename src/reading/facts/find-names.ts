import type { Mention } from "../../model/reading.ts";
import { nameStart } from "./name-boundaries.ts";
import type { Paper } from "./paper-lines.ts";

const ending =
  /自治[区州县]|街道办事处|街道|[省市县区镇乡](?!长|级|域|内|直|外|场|容|民)|委员会(?:办公室)?|人民政府(?:办公室)?|领导小组(?:办公室)?|指挥部(?:办公室)?|局(?!面|部|势|限|长)|局(?=局长)|[大支总中]队(?!员|长|伍)|有限(?:责任)?公司|管委会|村委会|居委会|安委[办会]|救援站|派出所|卫生院|医院|中学|小学|幼儿园|林场/gu;
const place = /(?:省|市|县|区|镇|乡|街道|自治州)$/u;
/** Words that end like a place and are none: 城区, 超市, 家乡. */
const commonPlace =
  /(?:[地社辖城景校园林灾片市小山矿厂库民险火工业雨务点发护范游储产活商老旧主左右墅禁控涉罐堆料]区|[超上夜门股都城菜闹]市|[乡城集重古小村]镇|[家故城下返水他老]乡|[节反外]省|[郡州]县)$/u;
const vague = /[各每两几多某本该其个]|[全我这那此外邻](?:[省市县区镇乡局]|街道)/u;
const commonBody =
  /^(?:(?:乡镇|镇街|镇村|街道|[省市区县村]级|[省市区县]直|区县|县区|本级|[上下同]级|地方|当地|辖区|社区)?(?:街道办事处|人民政府|委员会|村委会|居委会|派出所|卫生院)|.?(?:委员会|人民政府|领导小组|指挥部|有限公司|有限责任公司|医院|中学|小学|大队|支队|总队|中队|派出所|幼儿园|林场|办公室))$/u;
const runBack = 26;
const kept = 20;

/** Places and bodies named in the text, most frequent first. A name counts when its beginning is certain. */
export function findNames({ lines }: Paper): readonly Mention[] {
  const found = new Set<string>();
  for (const { text } of lines) {
    for (const match of text.matchAll(ending)) {
      const end = match.index + match[0].length;
      const run = /[\u4E00-\u9FA5〇]*$/u.exec(text.slice(Math.max(0, end - runBack), end))?.[0] ?? "";
      const name = nameStart(run, run.length < runBack);
      if (name === undefined) continue;
      const valid = place.test(name) ? placeOf(name) : bodyOf(name);
      if (valid !== undefined) found.add(valid);
      if (found.size >= 200) return counted(found, lines);
    }
  }
  return counted(found, lines);
}

/** The last link of 东明市河口区. */
function placeOf(name: string): string | undefined {
  const last = /^(?:.{2,6}?(?:自治[区州县]|[省市县区镇乡]))*(.{2,5}(?:[省市县区镇乡]|街道|自治[区州县]))$/u.exec(name)?.[1];
  return last === undefined || commonPlace.test(last) || vague.test(last) ? undefined : last;
}

function bodyOf(name: string): string | undefined {
  if (name.length < 3 || name.length > 24 || commonBody.test(name) || /[布格结当大全]局$/u.test(name) || vague.test(name)) return undefined;
  return name;
}

function counted(found: ReadonlySet<string>, lines: Paper["lines"]): readonly Mention[] {
  const names = [...found].filter((name) => !isOvergrown(name, found));
  const text = lines.map((line) => line.text).join("\n");
  return names
    .map((value) => ({ value, count: text.split(value).length - 1 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, kept);
}

/** 加强河口镇 beside 河口镇: a word has stuck to the name; 东明区应急管理局 beside 应急管理局 is a fuller name. */
function isOvergrown(name: string, found: ReadonlySet<string>): boolean {
  for (let cut = 1; cut < name.length - 1; cut++) {
    if (!found.has(name.slice(cut))) continue;
    const before = name.slice(0, cut);
    if (!/[省市县区镇乡]$|街道$/u.test(before)) return true;
  }
  return false;
}
