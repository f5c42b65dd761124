import { figure, figureOf } from "./spelled.ts";

/** What a stretch of a sentence does: takes points, gives them, limits them … */
export type EventKind =
  | "deduct"
  | "award"
  | "zero"
  | "full"
  | "range"
  | "several"
  | "extra"
  | "ratio"
  | "discretion"
  | "veto"
  | "grade"
  | "field"
  | "free"
  | "factor"
  | "cap"
  | "floor"
  | "ladder"
  | "whole-step"
  | "ignore-step"
  | "share-step"
  | "dearest"
  | "remark";

export interface Event {
  readonly kind: EventKind;
  readonly mode: "deduct" | "award";
  /** In the order of the text. */
  readonly amounts: readonly number[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const N = `(${figure})`;
const own = "(?:本项|该项|此项|本条款?|该条款?|本款|本指标|该指标|本要素|该要素|[本该此](?:小项|子项|分项)|该部分|此条)";
const take = "(?:扣除|扣减|核减|减扣|扣分|扣|减)";
const give = "(?:加计|奖励|赋|得|计|记|加|给|奖)";
const between = "\\s*分?\\s*(?:—|至|到)\\s*";
const judged =
  "(?:酌情|视情(?:况|形|节)?(?:轻重|严重程度)?|适当|视[^，。；扣得加]{1,12}(?:情况|程度|轻重|质量|效果)|根据[^，。；扣得加]{1,12}(?:程度|轻重))";

/** 扣0.5分/次（人）: said behind the amount instead of 每次. */
const perUnit =
  "(?:(?:[／/]|每)(?:一)?(?:人次|批次|次|处|起|人|项|家|个|件|例|份|条|户|天|日|篇|期|场|座|台|具)(?:（[人次套组处件]）|、[人次]|，[人次](?=[，。；]|$))?)?";
const stepUnit = "%|个?百分点|个?千分点|天|日|个?月|周|小时|个?工作日|次|人|家|处|起|项|个|件|户";
/** What is counted only once: 同一奖项, 多次获奖的. */
const samething =
  "(?:同一(?:起|类|个|项)?\\p{Script=Han}{1,4}?|同一?类?|多次|多项|不同|重复|级别|层次|层级|事项|项目|问题|事件|事故|奖项|荣誉|表彰|成果|内容|经验|工作|单位|企业|部门|人|案件|隐患|情形|获得?|奖|加分|扣分|涉及|受到?|被|多级|通报|批评|督办|一|项|件|起|次|个|社区|村|稿件|作品|称号|做法|信息|两种|几种|多种|两者|情况|的|按|和|及|、|以上)*";

/** The first pattern that holds at a place decides; so the longer ones come first. */
const patterns: readonly (readonly [EventKind, RegExp])[] = [
  [
    "floor",
    new RegExp(
      `(?:(?:以上|上述)?(?:各项|各条|各款)?(?:均)?)(?:直至|直到|以)?扣完${own}?(?:全部)?(?:所占|规定)?(?:分值|分数|分)?(?:即)?为?止|直至扣完|扣至(?:0|零)分(?:为止)?|不(?:计|出现|得)负分|扣光为止`,
      "uy",
    ),
  ],
  ["whole-step", new RegExp(`不足(\\d+|[一两五十])(${stepUnit})的?，?(?:均|也)?按(?:照)?\\1\\2(?:计算?|算|扣分)`, "uy")],
  [
    "share-step",
    new RegExp(`不足(\\d+|[一两五十])(?:${stepUnit})的?，?(?:均|也)?按(?:照)?(?:同等|相应|实际)?比例(?:扣分|计算|折算|扣减|计)`, "uy"),
  ],
  ["ignore-step", new RegExp(`不足(?:\\d+|[一两五十])(?:${stepUnit})的?，?(?:不计算?|不扣分|忽略不计)`, "uy")],
  [
    "veto",
    /(?:实行|予以|执行|给予|直接)*(?:年度)?(?:安全生产|考核|综治|目标)*[“"「]?一票否决[”"」]?(?:制度?|处理)?(?=[，。；、]|$|并|且)/uy,
  ],
  [
    "veto",
    /(?:年度|全年)?(?:考核|目标考核)?(?:的)?(?:总成绩|总评分|总分|总得分|考核成绩|考核得分|全年得分)(?:值)?(?:一律|直接)?(?:按|计|记|为|得|以|定)*(?:0|零)分(?:计算|计|处理|认定)?/uy,
  ],
  ["field", /[^，。；]{2,8}领域(?:得分)?(?:按|计|记|为|得)*(?:0|零)分(?:计算|计|处理)?/uy],
  [
    "grade",
    /(?:年度|当年|考核|综合|结果|的|等次|评定)*(?:不得|不能|不予|不应)(?:被)?(?:评定?为?|确定为|定为|高于|参评|评选|评)(?:年度)?(?:优秀|良好|合格)(?:[、和及或]?(?:优秀|良好))?(?:及?以上)?(?:等次|档次|等级|单位)?/uy,
  ],
  ["grade", /(?:直接|一律)?(?:评定|确定|判定|认定|评|定|列)为不(?:合格|达标)(?:等次|等级|档次|单位)?/uy],
  ["grade", /不得(?:参与|参加)?(?:年度)?(?:评先评优|评优评先|评优|评先)(?:评选)?(?=[，。；]|$)/uy],
  ["grade", /取消(?:其|当年|年度|该单位|考核)*(?:评优评先|评先评优|评优|评先|优秀)(?:评选)?(?:资格)?/uy],
  [
    "zero",
    new RegExp(
      `(?:(?<!否)则|均|一律|直接)?${own}?(?:均|一律|直接)?(?:不予?(?:得分|计分|给分|记分)|(?:得|计|记|为|按|给)(?:0|零)分(?:计算|计|处理)?|(?:扣完|扣除|扣减|扣掉)${own}?(?:的)?(?:全部|所有)?(?:分值|分数|得分|满分|全分|全部分)|(?:全部|全额)扣(?:除|完)(?:${own}?(?:分值|分数))?|${own}(?:得分|分值|分数)?(?:0|零)分|${own}(?:分值|分数|得分)?(?:全部|全额|全)扣(?:除|完|掉|光)?|扣全分|扣满分|扣完${own})`,
      "uy",
    ),
  ],
  ["free", /(?:可以?|均|(?<!否)则)?(?:不(?:予|作|计)?扣分?(?:处理)?|免(?:予)?扣分?|不(?:予)?计入扣分|不视为扣分|除外(?=$|[，。；]))/uy],
  [
    "cap",
    new RegExp(
      `(?:且|但)?(?:${own}|(?:以上|上述|前述)(?:各项|扣分)?|各项|两项|所有|全年|单项|共计?|累计|合计|总计|扣分|得分|加分|计分|总分|总额)*(?:最多|最高|至多|上限为?|限(?=扣)|不超过|不得超过|不高于|最大)(?:累计|合计|可|只|仅)*(?:扣除|扣减|扣到|扣至|扣分|得分|加分|计分|奖励|扣|得|计|加|减|记|奖)?(?:不超过)?${N}分(?:为限|为止|封顶)?`,
      "uy",
    ),
  ],
  ["cap", new RegExp(`(?:累计|合计|扣|得|加)?(?:以|至|到|达)?${N}分(?:为限|封顶|为止|止)|封顶(?:为|至)?${N}分`, "uy")],
  [
    "cap",
    new RegExp(
      `(?:累计|合计)?(?:(?:扣|得|计|记|加)满${N}分(?:即止|为止|封顶|止)?|满${N}分(?:即止|为止|封顶|止)|(?<=分，)(?:本项)?满分为?${N}分|扣完${N}分(?:即止|为止|封顶|止)?|扣[至到]${N}分(?:即止|为止|封顶|止))`,
      "uy",
    ),
  ],
  ["full", new RegExp(`(?:可)?(?:得|计|记|给)(?:${own}|该|此)?(?:满分|全分|全部分值)`, "uy")],
  [
    "several",
    new RegExp(`(?:每[^，。；]{1,4})?(?:依次|分别|各)(?:对应)?(?:赋予?|${take}|${give})${figure}分?(?:[、，和]${figure}分?)+分?`, "uy"),
  ],
  ["several", new RegExp(`(?:依次|分别)(?:赋予?|${take}|${give})${figure}分?(?:[、，和及]${figure}分?)+`, "uy")],
  ["range", new RegExp(`(?:${judged})?(?:${take})${N}分?(?:以上|及以上)，?(?:至|到)?${N}分(?:以下|以内|及以下)`, "uy")],
  ["range", new RegExp(`(?:综合|酌情|统筹|现场)*(?:评定|评估|评价|打分|评分|赋分)(?:为|得|在)?${N}${between}${N}分`, "uy")],
  [
    "range",
    new RegExp(
      `(?:综合|酌情|统筹|现场)*(?:打分|评分|赋分|评定)，?(?:分值|得分|分数)?(?:区间|范围|幅度)?(?:为|在)${N}${between}${N}分`,
      "uy",
    ),
  ],
  ["range", new RegExp(`(?:${judged})?(?:给予|予以|相应)?(?:${take}|${give})${N}${between}${N}分`, "uy")],
  ["range", new RegExp(`在${N}${between}${N}分(?:之间|范围内|区间)?(?:酌情|综合)*(?:评定|评分|打分|赋分|给分|得分|计分)`, "uy")],
  ["discretion", new RegExp(`(?:${judged})(?:给予|予以|相应)?(?:${take}|${give}|评)(?:分|${N}分(?:以内|以下)?)?`, "uy")],
  ["discretion", new RegExp(`(?:${take}|${give})(?:不超过|至多|最多)${N}分|(?:${take}|${give})${N}分(?:以内|以下)`, "uy")],
  [
    "ratio",
    /(?:(?<!否)则)?(?:按|按照|以|依)[^，。；分扣]{0,22}(?:比例|占比|完成率|百分比)(?:折算|计算|相应)*(?:得分|扣分|计分|给分|赋分|扣减?|加分|得|计(?!算))分?/uy,
  ],
  ["extra", new RegExp(`(?:同时|并|另外|再)?(?:倒扣|追加扣[除减]?|另行扣[除减]?|另扣[除减]?|额外扣除?|再倒扣)${N}分`, "uy")],
  ["factor", /(?:(?<!否)则|予以)?(?:减半|加倍|双倍|翻倍)(?:扣分|扣除|扣减|计分|扣)?/uy],
  ["deduct", new RegExp(`(?:(?<!否)则|均|直接|一次性|予以|应)?(?:${take})${N}(?:分${perUnit}|(?=[，。；、]|$))`, "uy")],
  // 未签收（-0.5分）.
  ["deduct", new RegExp(`(?<=[^\\d分%‰]，?)—${N}分${perUnit}(?=[，。；]|$)`, "uy")],
  ["award", new RegExp(`(?:(?<!否)则|再|另|可|均|予以)*(?:${give})${N}(?:分${perUnit}|(?=[，。；、]|$))`, "uy")],
  ["ladder", /(?:以|依|依次)此?类推|递增扣分|(?:依次|逐次|逐起)递增(?=[，。；]|$)/uy],
  [
    "dearest",
    new RegExp(
      `${samething}，?(?:就高不就低|就高扣分|就高(?:计算?|计分)?，?不重复(?:加分|扣分|计分|计算)?|不重复(?:加分|扣分|计分|计算)|按(?:照)?最高(?:扣分|加分|分值|得分|级别|等次|档次?|奖项|项|分)?(?:次)?(?:标准)?(?:加分|计分|扣分|计算|计)|不累计(?:扣分|加分|计分)?(?=[，。；]|$)|就高(?:加分|扣分|计分)?，?不(?:重复|叠加|累加)(?:加分|扣分|计分)?|不叠加(?:加分|扣分|计分)?|取最高(?:分|档次?|级别?|项)|按最高(?:级别|等次|档次|分值|分|项)(?:只?计(?:算)?(?:一次)?分?)|就高(?:计分|加分|计算|计))(?:(?:只)?(?:计(?:算)?)?[一1]次(?:分)?)?(?=[，。；]|$)`,
      "uy",
    ),
  ],
  ["remark", /(?:以|依据为)(?![^，。；]*(?:最|高者|低者|平均))[^，。；扣得\d]{2,24}(?:为准|为依据)/uy],
];
const begins =
  /[—就封在限统打现除确判认列评定两各所以上直扣以，不实予执给年安考综一“全总结的得等取则均本该此计记为按免可且但单共累合最至上到达满加减核奖赋分依每酌视适根同并另再倒追额翻双应则就按取]/u;

/** Every event of a sentence, from left to right; what lies between is condition. */
export function findEvents(text: string): readonly Event[] {
  const events: Event[] = [];
  for (let at = 0; at < text.length; ) {
    const event =
      begins.test(text[at] ?? "") || /[\d零一二三四五六七八九十半]/u.test(text[at] ?? "") ? eventAt(text, at) : eventAt(text, at, true);
    if (event !== undefined) events.push(event);
    at = event?.end ?? at + 1;
  }
  return events;
}

/** Patterns that may begin with any sign. */
const anywhere = new Set<EventKind>(["field", "dearest"]);

function eventAt(text: string, at: number, any = false): Event | undefined {
  for (const [kind, pattern] of patterns) {
    if (any && !anywhere.has(kind)) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined || (kind === "cap" && /^\d|^[一二三]/u.test(found) && /[\d.扣得加计]$/u.test(text.slice(0, at)))) continue;
    return { kind, mode: modeOf(kind, found), amounts: amountsOf(kind, found), text: found, start: at, end: at + found.length };
  }
  return undefined;
}

function modeOf(kind: EventKind, found: string): "deduct" | "award" {
  if (kind === "award" || kind === "full" || /^(?:综合|现场|统筹)*(?:评|打分|赋分)|^在.*[评打赋给得]/u.test(found)) return "award";
  return /扣|减|不得分|否决|^—/u.test(found) ? "deduct" : /[得加计记奖赋给]/u.test(found) ? "award" : "deduct";
}

const amountSource = new RegExp(figure, "gu");
const withAmounts = new Set<EventKind>(["deduct", "award", "range", "several", "extra", "cap", "discretion"]);

function amountsOf(kind: EventKind, found: string): readonly number[] {
  if (!withAmounts.has(kind)) return [];
  const amounts = found.replace(/一次性|第一|[两三四五]项/gu, "").match(amountSource) ?? [];
  return amounts.map(figureOf);
}
