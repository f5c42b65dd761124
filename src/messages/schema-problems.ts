import type { ExpectedShape, FoundShape, SchemaProblem, YamlFault } from "../model/diagnostic.ts";
import { meaningOf } from "../model/word-meanings.ts";
import { choices, meant, type Wording, type Words } from "./wording.ts";

const expectedWords = {
  answer: "true、false 或者一个选项",
  count: "整数",
  date: "日期",
  due: "日期，或者 {after: 事实代号, days: 天数}",
  fact: "事实",
  label: "文字",
  list: "列表（每项以「- 」开头，或者写成 [甲, 乙]）",
  map: "若干「键: 值」",
  number: "数字",
  "number-or-input": "数字，或者事实代号",
  path: "路径",
  points: "分数（数字）",
  quantity: "数字",
  "signed-points": "分数（数字）",
  text: "文字",
  units: "单位名称、{kind, industry}，或者它们的列表",
  verbatim: "文字",
  window: "period、prior-year，或者 {from: 日期, to: 日期}",
  yesno: "true 或者 false（也可写 是、否）",
} as const satisfies Record<ExpectedShape, string>;

const foundWords = {
  list: "一个列表",
  map: "若干「键: 值」",
  nothing: "空白",
  number: "数字",
  text: "文字",
  yesno: "true 或者 false",
} as const satisfies Record<FoundShape, string>;

const faultWords = {
  alias: { what: "引用（& 和 *）写得不对，或者展开后过于庞大。", next: "把被引用的内容直接写出来，不用 & 和 *。" },
  bracket: { what: "括号没有成对，或者括号里写得不对。", next: "检查 [ ]、{ } 是否成对，中间的逗号和冒号是否为半角。" },
  "colon-in-value": {
    what: "这一行里有两个「: 」，或者缩进多了，分不清哪个是键、哪个是值。",
    next: "值里有冒号时给整个值加上引号；没有时检查这一行的缩进。",
  },
  "empty-file": { what: "文件里没有内容（空白，或者只有注释）。", next: "按说明填写内容；不用这个文件就把它删掉。" },
  indentation: { what: "缩进对不齐。", next: "同一层的各行用空格左端对齐，下一层多缩进两个空格。" },
  "many-documents": { what: "一个文件里有几份内容，用「---」隔开了。", next: "只留一份，删去多余的「---」。" },
  "missing-colon": { what: "这里少了冒号，程序把几行读成了一个键。", next: "在键后面写半角冒号，再空一格。" },
  "missing-comma": { what: "花括号里少了逗号，或者值里有冒号。", next: "各项之间写半角逗号加一个空格；值里有冒号时给整个值加上引号。" },
  quote: { what: "引号没有成对，或者引号后面还有文字。", next: "检查这一处的引号；值里有引号时，外面换用另一种引号。" },
  "reserved-character": { what: "这个值以特殊符号开头，不加引号读不出来。", next: "给整个值加上双引号。" },
  tab: { what: "缩进用了制表符（Tab）。", next: "把行首的制表符换成空格。" },
  tag: { what: "值前面的「!」有特殊含义，程序不认识。", next: "给整个值加上双引号。" },
  "too-deep": { what: "括号或者层次太深，不像是人写的。", next: "检查是否有多余的括号。" },
  "too-large": { what: "内容过于庞大，没有读完。", next: "检查是否放错了文件。" },
  unexpected: { what: "这里的写法读不懂。", next: "检查这一行和上一行的缩进、冒号和引号。" },
} as const satisfies Record<YamlFault, Words>;

export const schemaWording: Wording<SchemaProblem> = {
  "yaml-syntax": ({ detail }) => faultWords[detail],
  "wrong-colon": ({ key, written }) =>
    written === "："
      ? { what: `「${key}」后面用了全角冒号「：」。`, next: `改为半角冒号加一个空格，例如「${key}: 内容」。` }
      : { what: `「${key}:」的冒号后面没有空格。`, next: `在冒号后面空一格，例如「${key}: 内容」。` },
  "duplicate-key": ({ key }) => ({ what: `「${key}」写了两次。`, next: "只留一个；程序不会替您选。" }),
  "yaml-not-a-map": ({ found }) => ({
    what: `文件最外层应为若干「键: 值」，写的是${foundWords[found]}。`,
    next: "从「title: 名称」这样的一行写起，可对照说明里的例子。",
  }),
  "unknown-key": ({ key, nearest, known }) => ({
    what: `不认识「${key}」这个键。`,
    next: meant(nearest, choices("这里可以写", known)),
  }),
  "missing-key": ({ key }) => ({ what: `缺少「${key}」。`, next: `在这一层补写「${key}: 内容」。` }),
  "wrong-type": ({ expected, found }) => ({
    what: `这里应为${expectedWords[expected]}，写的是${foundWords[found]}。`,
    next: typeAdvice(expected, found),
  }),
  "not-one-of": ({ path, found, allowed, nearest }) => ({
    what: `不能写「${found}」。`,
    next: meant(nearest, allowedWords(path.split(".").at(-1) ?? "", allowed)),
  }),
  "missing-dash": ({ key }) => ({
    what: `「${key}」又写了一次：列表里下一项的前面少了短横「- 」，几项连成了一项。`,
    next: `在下一项的开头补上短横和一个空格，写成「- ${key}: 内容」，和上一项的短横对齐。`,
  }),
  "wide-comma": ({ written }) => ({
    what: `括号里用了中文的「${written}」，程序不当它是分隔。`,
    next: "改为半角逗号加一个空格；它本来是文字的一部分时，给这段文字加上引号。",
  }),
  "bad-indent": ({ tab, spaces, above, below }) =>
    tab
      ? {
          what: "缩进用了制表符（Tab）。",
          next: `把行首的制表符换成空格${above === undefined ? "" : `；上一行的内容前面是 ${above} 个空格（短横「- 」算两个）`}。`,
        }
      : {
          what: `这一行前面空了 ${spaces} 格，和相邻的行对不齐${neighbours(above, below)}。`,
          next: "同一层的各行左端对齐，下一层多空两格；短横「- 」算两格。",
        },
  "needs-quotes": ({ first }) => ({
    what: `这个值以「${first}」开头，这个符号在这里有特殊含义，读不成原文。`,
    next: "给整个值加上引号，例如 '…'。",
  }),
  "comment-in-text": ({ lost }) => ({
    what: `「${lost}」：# 后面的字被当作注释丢掉了。`,
    next: "是正文的，给整个值加上引号；是注释的，移到单独一行。",
  }),
  "chinese-quotes": ({ found }) => ({
    what: `「${found}」用的是中文引号，程序会把引号当作文字。`,
    next: `改用半角引号，例如 "${found.trim().slice(1, -1)}"。`,
  }),
  "wide-digits": ({ found, digits }) => ({ what: `「${found}」是全角数字。`, next: `改成半角，写成 ${digits}。` }),
  "bad-date": ({ found }) => ({
    what: `「${found}」不是能识别的日期，或者没有这一天。`,
    next: "写成年-月-日，月、日各两位，例如 2024-03-05。",
  }),
  "bad-points": ({ found }) => ({ what: `「${found}」不是有效的分数。`, next: "写成不小于 0 的数，小数最多三位，例如 0.25。" }),
  "bad-number": ({ found, expected }) => ({
    what: `「${found}」不是有效的${expected === "count" ? "整数" : "数字"}。`,
    next: expected === "count" ? "写成正整数，例如 1。" : "小数最多三位，不用科学计数法，例如 98.5。",
  }),
  "empty-text": () => ({ what: "这里不能空着。", next: "写上内容；不需要就把这一行删掉。" }),
  "control-character": () => ({ what: "这段文字里有看不见的控制字符。", next: "删去这段文字重新录入，不要直接粘贴。" }),
  "unquoted-label": ({ written, readAs }) => ({
    what: `「${written}」没有加引号，会被当作数字读成「${readAs}」。`,
    next: `加上双引号，写成 "${written}"。`,
  }),
};

/** The whole list; English words with what they mean. */
function allowedWords(key: string, allowed: readonly string[]): string {
  if (allowed.length === 0) return "改为允许的写法。";
  const words = allowed.map((word) => {
    const meaning = meaningOf(key, word);
    return meaning === undefined ? word : `${word} ${meaning}`;
  });
  return `只能写：${words.join("、")}。`;
}

function neighbours(above: number | undefined, below: number | undefined): string {
  const parts = [above === undefined ? [] : [`上一行 ${above} 格`], below === undefined ? [] : [`下一行 ${below} 格`]].flat();
  return parts.length === 0 ? "" : `（${parts.join("，")}）`;
}

function typeAdvice(expected: ExpectedShape, found: FoundShape): string {
  const numeric = expected === "points" || expected === "signed-points" || expected === "quantity" || expected === "count";
  if (numeric && found === "text") return "只写数字，不加引号，不带「分」「个」等单位。";
  if (found === "nothing") return "补上内容；不需要就删掉这一项。";
  const wording = expected === "text" || expected === "verbatim" || expected === "label";
  if (wording && (found === "list" || found === "map")) return "这里是文字；文字以 [ 或者 { 开头时，给整个值加上引号。";
  if (expected === "list") return "改成列表；只有一项时也写成 [内容]。";
  return `改成${expectedWords[expected]}。`;
}
