import { readEach } from "./counts.ts";
import type { Item } from "./items.ts";
import type { ReadRule } from "./parsed-standard.ts";
import { askFor, factOf, unquoted } from "./propose.ts";
import { numericTrigger } from "./read-once.ts";
import { amountOf, type Context, capOf, one, type Placed, type Reader } from "./reader.ts";

const level =
  /全国性?|全省性?|全市性?|全县性?|全区性?|国家部委|应急管理部|公安部|国家级|省部级|部省级|省级|厅局级|地厅级|县处级|市级|州级|地市级|县区级|县级|区级|乡级|党中央|中央|国务院|国家|部级|厅级|省委|市委|省|市(?!民|场|政|容)|县(?!城)|(?<![社园辖林景校厂库矿小牧山地灾片])区(?!域|块|间|内)/gu;
const honour = /表彰|奖励|表扬|推广|荣誉|称号|示范|命名|推介|批示|肯定|转发|经验|采用|嘉奖|先进|获奖|通报|刊发|典型|推荐|试点|媒体/u;

/** 国家级表彰的加2分，省级加1分，就高不重复. */
export const readBonus: Reader = (items, context) => {
  const [first] = items;
  if (first === undefined || !/加|奖/u.test(first.verb) || first.mode !== "award") return undefined;
  const words = `${first.lead}${first.condition}`;
  const leveledNext =
    levelsOf(first.condition).length === 1 && levelsOf(items[1]?.condition ?? "").length === 1 && items[1]?.mode === "award";
  if (!(honour.test(words) || leveledNext) || /[%‰]/u.test(first.condition)) return undefined;
  if (first.kind === "several") return leveled([first], levelsOf(first.condition), first.amounts, context);
  const run: Item[] = [];
  for (const item of items) {
    if (item.kind !== "award" || item.sentence - (run.at(-1) ?? item).sentence > 1 || levelsOf(item.condition).length !== 1) break;
    if (run.length > 0 && item.sentence !== first.sentence && !honour.test(item.condition)) break;
    run.push(item);
  }
  const next = items[run.length];
  // A further honour whose level nobody knows: the table would not be whole.
  if (
    run.length > 0 &&
    next?.mode === "award" &&
    /加|奖/u.test(next.verb) &&
    next.sentence - (run.at(-1) ?? next).sentence <= 1 &&
    readEach(next.condition) === undefined
  )
    return { refused: [...run, next] };
  if (run.length === 0 || (run.length === 1 && readEach(first.condition) !== undefined)) return undefined;
  return leveled(
    run,
    run.flatMap(({ condition }) => levelsOf(condition)),
    run.map(amountOf),
    context,
  );
};

function levelsOf(words: string): readonly string[] {
  const found = [
    ...words.replace(/(?:国家|省|市|县|区)(?:政府|机关|委办)?以上(?:机关)?/gu, (name) => name.slice(0, 2)).matchAll(level),
  ].map(([name]) => name);
  // 在全省推广: of the whole province is the province's level.
  const plain = found.map((name) => name.replace(/^全国性?$/u, "国家").replace(/^全([省市县区])性?$/u, "$1"));
  const names = plain.map((name) => (/^(?:国家|省|市|县|区)$/u.test(name) ? `${name}级` : name));
  return names.filter((name, index) => names.indexOf(name) === index);
}

function leveled(run: readonly Item[], names: readonly string[], amounts: readonly number[], context: Context): ReturnType<Reader> {
  if (names.length !== amounts.length || new Set(names).size !== names.length) return "refuse";
  const levels = names.map((name, index) => ({ name, points: amounts[index] ?? 0 }));
  const first = run[0];
  const evidence = askFor(context.desk, "表彰文件");
  const items = factOf(context.desk, "items", first?.condition ?? "", { options: names });
  return one(run, { kind: "bonus", items, levels, dedupe: "highest", evidence, ...capOf(run.at(-1), context) });
}

const ladder = ["优秀", "良好", "合格", "不合格"];

/** 一票否决; 总分按零分计; 不得评为优秀; 消防领域按0分计. */
export const readVeto: Reader = (items, context) => {
  const [item, next] = items;
  if (item?.kind !== "veto" && item?.kind !== "grade" && item?.kind !== "field") return undefined;
  // 一票否决，总成绩按0分计: said twice.
  const twice = item.kind === "veto" && next?.kind === "veto" && next.condition === "" && next.sentence === item.sentence;
  const used = twice ? [item, next] : [item];
  const last = context.rules.at(-1);
  // 一票否决，并取消评优资格: both for the same reason.
  const again =
    /^(?:并|同时|且|并且)?$/u.test(item.condition) && last?.items.at(-1)?.sentence === item.sentence ? causeOf(last) : undefined;
  const words = again ?? (item.condition || item.lead);
  if (words === "" || (again === undefined && /^(?:并|同时|且)$/u.test(words))) return "refuse";
  const on = numericTrigger(words, context.desk) ?? ({ input: factOf(context.desk, "yesno", words), is: true } as const);
  if (item.kind === "veto") return one(used, { kind: "veto", ...on, scope: "total" });
  if (item.kind === "field") return one(used, { kind: "veto", ...on, scope: "field" });
  const gradeAtMost = gradeOf(item.verb, context.around.grades ?? ladder);
  return gradeAtMost === undefined ? "refuse" : one(used, { kind: "veto", ...on, scope: "grade", gradeAtMost });
};

/** What the rule before is about: 瞒报的，一次扣5分，并取消评优资格. */
function causeOf({ items }: Placed): string | undefined {
  const condition = items[0]?.condition;
  return condition === undefined ? undefined : (readEach(condition)?.head ?? condition) || undefined;
}

/** 不得高于合格 → 合格; 不得评为优秀 → the grade below. */
function gradeOf(verb: string, grades: readonly string[]): string | undefined {
  if (/为不/u.test(verb)) return grades.find((grade) => /^不/u.test(grade));
  const named = verb.match(/优秀|良好|合格/gu) ?? ["优秀"];
  const at = Math.max(...named.map((grade) => grades.indexOf(grade)));
  if (at < 0) return undefined;
  return /高于/u.test(verb) ? grades[at] : grades[at + 1];
}

/** 酌情扣0.5—1分; 扣0.5至2分; 酌情扣分. */
export const readManual: Reader = ([item, ...rest], context) => {
  if (item?.kind !== "range" && item?.kind !== "discretion") return undefined;
  // 得4—5分；得2—3分；得0—1分: one of three bands, not three amounts.
  const bands = [item, ...rest].filter(
    ({ kind, mode, condition }) => kind === "range" && mode === "award" && readEach(condition) === undefined,
  );
  if (bands.length > 1 && bands.reduce((sum, { amounts }) => sum + Math.max(...amounts), 0) > context.points) return { refused: bands };
  const bounds = boundsOf(item, context);
  return bounds === undefined ? "refuse" : one([item], { kind: "manual", mode: item.mode, ...bounds });
};

function boundsOf(item: Item, { points }: Context): Pick<Extract<ReadRule, { kind: "manual" }>, "min" | "max" | "open"> | undefined {
  const low = item.kind === "range" ? item.amounts[0] : 0;
  const high = item.kind === "range" ? item.amounts[1] : item.amounts[0];
  const each = readEach(item.condition) !== undefined || /每/u.test(item.condition.slice(-8));
  if (low === undefined || (item.kind === "range" && (high === undefined || low >= high))) return undefined;
  if (each) return item.cap === undefined ? { open: true } : { max: item.cap };
  const most = item.cap === undefined ? high : Math.min(item.cap, high ?? item.cap);
  if (most === undefined) return { open: true };
  if (points > 0 && most > points) return undefined;
  return { ...(low > 0 ? { min: low } : {}), max: most };
}

const conduct = /^\p{Script=Han}{0,8}(?:迟报|漏报|瞒报|谎报|误报|缺报|错报|不报|拒报|虚报|迟交|漏交|未报)$/u;

/** 被中央、省级通报批评的，每起分别扣10分、5分; 迟报、漏报的分别扣1分、2分. */
export const readSeveral: Reader = ([item], context) => {
  if (item?.kind !== "several") return undefined;
  if (item.mode === "award") return gradedBy(item, context);
  const words = item.condition.replace(/[，的]*每(?:发现|发生)?[1一]?(?:起|次|处|项|人|件|个|例|人次|家)$/u, "");
  const names = (words.split("，").at(-1) ?? "").split(/、|和|及|或/u);
  if (names.length !== item.amounts.length || names.some((name) => name === "" || /[\d%‰]/u.test(name))) return "refuse";
  if (/各/u.test(item.verb) || item.cap !== undefined) return "refuse";
  if (words !== item.condition || item.verb.startsWith("每")) {
    const rules = names.map(
      (name, index): Placed => ({
        rule: {
          kind: "deduct_each",
          each: item.amounts[index] ?? 0,
          input: factOf(context.desk, "number", `${words}：${name}`, { measure: "起" }),
        },
        items: [item],
      }),
    );
    return { used: 1, rules };
  }
  // 未开展检测、未建立档案的，分别: each by itself may be the case.
  if (names.every((name) => /^(?:未|无|没有)/u.test(name))) return names.every(isWhole) ? eachByItself(item, names, context) : "refuse";
  // 较大、重大事故的，分别: both may have happened.
  if (
    !names.every((name) => conduct.test(name)) &&
    !/(?:为|是|属于|列为|定为)[^，]{0,6}$/u.test(words.slice(0, words.indexOf(names.at(-1) ?? "")))
  )
    return "refuse";
  const options = ["无此情形", ...names];
  if (new Set(options).size !== options.length) return "refuse";
  const input = factOf(context.desk, "choice", words, { options });
  return one([item], { kind: "tiers", input, mode: "deduct", tiers: names.map((is, index) => ({ is, points: item.amounts[index] ?? 0 })) });
};

/** 未建立 in 未建立、未落实制度 has no thing of its own. */
function isWhole(name: string): boolean {
  return /^未.{4,}|^(?:无|没有).{2,}/u.test(name) && !/[\d%‰]/u.test(name);
}

function eachByItself(item: Item, names: readonly string[], { desk }: Context): ReturnType<Reader> {
  const rules = names.map(
    (name, at): Placed => ({
      rule: { kind: "deduct", points: item.amounts[at] ?? 0, input: factOf(desk, "yesno", name), is: true },
      items: [{ ...item, condition: name }],
    }),
  );
  return { used: 1, rules };
}

/** 评估结果为优秀、良好、合格的，分别得3分、2分、1分. */
function gradedBy(item: Item, context: Context): ReturnType<Reader> {
  const match = /^(.{2,20}?)(?:为|是|达到)([^，]+?)(?:等次|等级|的)*$/u.exec(item.condition);
  const names = unquoted(match?.[2] ?? "").split(/、|和|及/u);
  const falling = item.amounts.every((amount, at) => at === 0 || amount < (item.amounts[at - 1] ?? 0));
  if (match === null || names.length !== item.amounts.length || !falling || /加|奖|各/u.test(item.verb) || item.cap !== undefined)
    return "refuse";
  if (new Set(names).size !== names.length || names.some((name) => name === "" || /[\d%‰]/u.test(name))) return "refuse";
  const input = factOf(context.desk, "choice", match[1] ?? "", { options: names });
  const tiers = names.map((is, at) => ({ is, points: item.amounts[at] ?? 0 })).filter(({ points }) => points > 0);
  return one([item], { kind: "tiers", input, mode: "award", tiers });
}

const sources = [
  /(?:以|根据|依据|按照?)(?<source>[^，。；]{2,40}?)(?:的)?为准(?:进行)?(?:直接)?(?:计算)?(?:扣分|计分|得分|赋分|折算|评分)?$/u,
  /由(?<source>[^，。；]{2,30}?)(?:根据[^，。；]{2,30}?|按照?[^，。；]{2,30}?)?(?:负责|统一|直接|量化|综合|据实|现场)*(?:进行)?(?:评分|打分|赋分|计分|评定(?:得分|分数)|测评|评议|考评|制定评分标准|提供(?:分数|得分|评分))(?:确定|结果)?$/u,
  /(?:按照?|根据|依据)(?<source>[^，。；]{2,40}?(?:办法|标准|细则|结果|成绩|得分|评分|通报|规定|数据|方案|分值))(?:进行)?(?:的?比例|按比例)?(?:折算|换算|计分|评分|扣分|赋分|得分|执行|打分|考核|计算|折合|核定)(?:得分|计分|计入|扣分|分值|成绩|为本项得分|后计入)*$/u,
  /(?:直接)?(?:采用|引用|使用)(?<source>[^，。；]{2,30}?(?:结果|得分|数据|成绩))$/u,
];

/** An office, a paper or a system that has the figures. */
const somebody =
  /委|局|办|厅|部门?|队|院|中心|机构|站|所|统计|第三方|制度|规定|细则|标准|通报|平台|系统|数据|结果|成绩|得分|评分|意见|名册|档案|方案|文件/u;

/** 以……数据为准; 由……评分; 按……办法折算. The source of somebody else's figure; undefined when the words name none. */
export function externalSource(words: string): string | undefined {
  const bare = words.replace(/，?满分(?:为)?[\d.]+分?$/u, "").replace(/[。；，]+$/u, "");
  for (const pattern of sources) {
    const source = pattern.exec(bare)?.groups?.["source"]?.replace(/^各(?=牵头|主管|有关|相关|职能|责任|考核)/u, "");
    if (
      source !== undefined &&
      somebody.test(source) &&
      !/\d分/u.test(source) &&
      !/^(?:(?:省|市|县|区)?(?:考核|检查|考评|评审|督查|评估|验收)组|有关|相关|各|所辖|下属|自评|上述|以下|下列|规定|标准|要求|实际|本)|每|情况|程度|酌情|研究|综合|考虑|斟酌|权衡|最[高低多]|平均|加权|比例$/u.test(
        source,
      )
    )
      return source.replace(/的$/u, "");
  }
  return undefined;
}
