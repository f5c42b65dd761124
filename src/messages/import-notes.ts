import type { ImportDoubt, ImportNote } from "../model/import-note.ts";
import { formatPoints } from "../model/points.ts";
import type { Scattered, SourceNote } from "../model/source-document.ts";
import { sourcePlaceText } from "./source-place.ts";
import { visible } from "./visible.ts";

type NoteWording = { readonly [Code in ImportDoubt["code"]]: (doubt: Extract<ImportDoubt, { readonly code: Code }>) => string };

const wording: NoteWording = {
  "points-missing": ({ text }) => `没有找到分值，暂写 0 分：${short(text)}`,
  "points-unread": ({ text }) => `分值「${short(text)}」读不准，暂写 0 分`,
  "points-formula": ({ state, text }) =>
    state === "missing"
      ? "分值是公式，文件里没有存结果，暂写 0 分；用 Excel 或者 WPS 打开，保存后再导入"
      : `分值的公式算不出来，显示「${short(text)}」，暂写 0 分`,
  "parts-differ": ({ parts, points }) => `分值是 ${formatPoints(points)} 分，文字里写的几部分合计 ${formatPoints(parts)} 分`,
  "points-negative": ({ text }) => `分值「${short(text)}」是负数，本条只扣分，分值写 0 分`,
  "points-zero": () => "分值是 0 分，本条只扣分或者只加分",
  "points-from-prose": ({ text, points }) => `没有分值栏，从文字里读出 ${formatPoints(points)} 分：${short(text)}`,
  "section-sum": ({ section, declared, clauses }) =>
    `「${section}」写明 ${formatPoints(declared)} 分，各条合计 ${formatPoints(clauses)} 分`,
  "subtotal-differs": ({ label, printed, computed }) => `${label}写明 ${formatPoints(printed)} 分，各条合计 ${formatPoints(computed)} 分`,
  "total-differs": ({ printed, computed }) => `总分写明 ${formatPoints(printed)} 分，各考核项目合计 ${formatPoints(computed)} 分`,
  "total-computed": ({ total }) => `没有写明总分，按各考核项目合计写 ${formatPoints(total)} 分`,
  "row-joined": ({ text }) => `这一行没有编号和分值，接在上一条后面：${short(text)}`,
  "row-unplaced": ({ text }) => `这一行没有读成条款：${short(text)}`,
  "paragraph-left": ({ text }) => `这一段没有用上：${short(text)}`,
  "label-repeated": ({ label, first }) => `编号「${short(label)}」与 ${first} 相同，请核对原文`,
  "standard-missing": () => "没有评分标准",
  "amount-unread": ({ text }) => `「${short(text)}」的分数读不准，原文照录`,
  "cross-reference": ({ text }) => `引用了别的条：${short(text)}`,
  "rule-manual": ({ text }) => `评分标准没有读成规则，写作人工评定：${short(text)}`,
  "rule-doubt": ({ text, reason }) => `${reason}：${short(text)}`,
  "lead-not-marked": ({ text, cells }) =>
    `几个责任单位没有分牵头、配合，都写作牵头：${short(text)}${cells > 1 ? `（共 ${String(cells)} 格）` : ""}`,
  "unit-unclear": ({ text }) => `责任单位「${short(text)}」指哪些单位不明确`,
  "units-from-heading": ({ text, cells }) =>
    `「${short(text)}」${cells > 1 ? `等 ${String(cells)} 格` : ""}是单位名称，写作责任单位，条款名称取自考核内容`,
  "units-missing": ({ clauses, all }) =>
    `${clauses === all ? "各条都" : `有 ${String(clauses)} 条`}没有写责任单位，缺项不知道找谁；在条款里补写 units: {lead: 单位名称}`,
  "method-unread": ({ text }) => `考评方式「${short(text)}」没有读懂，按看材料处理`,
  "method-mixed": ({ text }) => `考评方式「${short(text)}」有几种，按看材料处理`,
  "score-filled": ({ text, cells }) => `得分栏已经填了「${short(text)}」${cells > 1 ? `等 ${String(cells)} 格` : ""}，没有用`,
  "veto-scope": ({ text }) => `一票否决没有写明后果，按总分为零处理：${short(text)}`,
  alternatives: ({ section, clauses, points }) =>
    `「${section}」的 ${String(clauses)} 条都是 ${formatPoints(points)} 分，可能是各单位只考自己的一条；总分不能把它们相加，请按单位拆成几份细则`,
  "bonus-cap-missing": ({ section }) => `「${section}」没有写明最多加几分，按各条合计`,
  "year-missing": ({ year }) => `没有找到考核年度，暂写 ${String(year)} 年；用 --year 写明`,
  "title-missing": ({ title }) => `没有找到细则名称，暂写「${title}」`,
  "field-assumed": ({ field }) => `没有分领域，全部归在「${field}」`,
  "grade-unread": ({ text }) => `等次没有读懂：${short(text)}`,
  "note-for-all": ({ text }) => `对各条都适用：${short(text)}`,
  "table-skipped": ({ rows, headings }) => `另一张表（${String(rows)} 行，表头 ${headings.map(short).join("、")}）不是评分表，没有读`,
  "column-unknown": ({ heading }) => `「${short(heading)}」栏不知道是什么，内容写作注释`,
  formula: ({ state, text }) =>
    ({
      missing: "这一格是公式，文件里没有存结果；用 Excel 或者 WPS 打开，保存后再导入",
      stale: `这一格是公式，存的结果「${short(text)}」可能是旧的；用 Excel 或者 WPS 打开，保存后再导入`,
      error: `这一格的公式算不出来，显示「${short(text)}」；请改好原表再导入，或者照原件补写`,
    })[state],
  source: ({ note }) => sourceNoteText(note),
  "annex-outdated": ({ rules, kept }) =>
    kept === 0
      ? `考核内容或评分标准改过，原来读出的规则（${String(rules)} 条）不再用，按新的文字重新读`
      : kept === rules
        ? `考核内容或评分标准改过，原来的规则（${String(rules)} 条）原话都还在，照旧；请核对有没有添的话`
        : `考核内容或评分标准改过，原来的规则 ${String(rules)} 条里 ${String(kept)} 条原话没有变、照旧，其余按新的文字读`,
  "annex-unreadable": ({ id }) => `附表「评分规则（程序用）」里「${short(id)}」一行读不通，没有用，按文字重新读`,
  "annex-points": ({ from, to }) => `分值由 ${String(from)} 分改为 ${String(to)} 分，评分标准的文字没有改，规则照旧`,
  "annex-materials": ({ added, gone }) =>
    `佐证材料栏改过：${[
      ...(added.length === 0 ? [] : [`增加了${added.map(short).join("、")}`]),
      ...(gone.length === 0 ? [] : [`去掉了${gone.map(short).join("、")}，评分标准没有改，材料要求照旧`]),
    ].join("；")}`,
  "annex-gone": ({ ids }) => `表里没有了这些条款：${ids.join("、")}`,
  "id-repeated": ({ id, given }) => `代号「${short(id)}」用了两次，这一条改为「${given}」`,
  "kept-reading": ({ parts }) => `原文已改，${parts.join("、")}有人改过，照原样保留，请核对`,
  "kept-units": ({ source }) => `新来源的责任单位是「${short(source)}」，细则里的照原样保留`,
};

/** What a person should look at, one sentence without place and full stop, safe to print. */
export function describeNote(note: ImportDoubt): string {
  // The table pairs each code with its own facts; a note is worded by the entry of its code.
  return visible((wording[note.code] as (doubt: ImportDoubt) => string)(note));
}

/** `省细则.xlsx Sheet1!C12`: where a note points. */
export function notePlace(note: ImportNote): string {
  return visible(note.file === undefined ? sourcePlaceText(note.at) : `${note.file} ${sourcePlaceText(note.at)}`);
}

function sourceNoteText(note: SourceNote): string {
  switch (note.kind) {
    case "hidden-sheet":
      return "隐藏的工作表没有读";
    case "hidden-rows":
      return `隐藏的行没有读：第 ${note.rows.slice(0, 12).join("、")}${note.rows.length > 12 ? "……" : ""} 行`;
    case "hidden-columns":
      return `隐藏的列没有读：${note.columns.slice(0, 12).join("、")} 列`;
    case "filtered-rows":
      return `筛选掉的行也读了：第 ${note.rows.slice(0, 12).join("、")}${note.rows.length > 12 ? "……" : ""} 行`;
    case "tracked-changes":
      return `有 ${String(note.count)} 处修订没有接受，按全部接受读${scatteredPlaces(note)}`;
    case "pictures":
      return `有 ${String(note.count)} 张图片，里面的字没有读${scatteredPlaces(note)}`;
    case "comments":
      return `有 ${String(note.count)} 条批注没有读${scatteredPlaces(note)}${saidIn(note.texts)}`;
    case "footnotes":
      return `有 ${String(note.count)} 条脚注没有读${scatteredPlaces(note)}${saidIn(note.texts)}`;
    case "text-boxes":
      return `有 ${String(note.count)} 个文本框没有读${scatteredPlaces(note)}${saidIn(note.texts)}`;
    case "automatic-numbers":
      return `有 ${String(note.count)} 个自动编号，旧版 Word 里读不出来；编号请对照原文补上，或者另存为 .docx 再导入${scatteredPlaces(note)}`;
  }
}

/** More places than this make the line too long to read; all of them are near each other as a rule. */
const mostPlaces = 8;

/** Where they are; a single place is the place of the note itself. */
function scatteredPlaces({ places }: Scattered): string {
  if (places.length < 2) return "";
  return `，在${places.slice(0, mostPlaces).map(sourcePlaceText).join("、")}${places.length > mostPlaces ? "……" : ""}`;
}

function saidIn(texts: readonly string[]): string {
  const said = texts.filter((text) => text.trim() !== "").slice(0, mostPlaces);
  return said.length === 0 ? "" : `：${said.map((text) => `「${short(text)}」`).join("")}`;
}

function short(text: string): string {
  const flat = text.replace(/\s+/gu, " ").trim();
  const letters = Array.from(flat);
  return letters.length > 40 ? `${letters.slice(0, 39).join("")}…` : flat;
}
