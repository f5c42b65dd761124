import { withoutOverdue } from "./attributes.ts";
import { readBounds } from "./bounds.ts";
import { readEach } from "./counts.ts";
import type { Item } from "./items.ts";
import { isPlain } from "./plain-words.ts";
import { factOf, unquoted } from "./propose.ts";
import { amountOf, type Context, one, type Reader } from "./reader.ts";

const conduct = /(?:迟报|漏报|瞒报|谎报|误报|缺报|错报|不报|拒报|虚报|迟交|漏交|未报)$/u;

/** 未制定的扣2分；已制定但未实施的扣1分; 未公开扣0.5，公开不全扣0.2; 迟报扣1分，漏报扣2分. */
export const readBranches: Reader = (items, context) => {
  const [first] = items;
  const free = first?.kind === "free" && items[1]?.kind === "deduct" && items[2]?.kind === "deduct" && first.sentence === items[2].sentence;
  if (first === undefined || (first.kind !== "deduct" && !free) || first.cap !== undefined) return undefined;
  if (readEach(first.condition) !== undefined) return undefined;
  // 两种情形就高扣分: said in so many words that both may be the case.
  if (items.some(({ dearest, sentence }) => dearest && sentence === first.sentence)) return undefined;
  const plain = plainRun(items);
  for (let length = plain.length; length >= 2; length--) {
    const run = plain.slice(0, length);
    if (run.every(({ sentence }) => sentence === first.sentence) && free) return choice(run, context, "deduct");
    if (isOneMatter(run)) return choice(run, context, "deduct");
  }
  return undefined;
};

/** Amounts without a limit or a count, each in the sentence of the one before or in the next. */
function plainRun(items: readonly Item[]): readonly Item[] {
  const run: Item[] = [];
  for (const item of items) {
    const last = run.at(-1) ?? item;
    const starts = run.length === 0;
    if ((item.kind !== "deduct" && !starts) || item.cap !== undefined || item.sentence - last.sentence > 1) break;
    if (!starts && (readEach(item.condition) !== undefined || readBounds(item.condition) !== undefined)) break;
    run.push(item);
  }
  return run;
}

/** Whether only one of the items can be the case: not done at all, or done badly in one way or another. */
function isOneMatter(run: readonly Item[]): boolean {
  const words = run.map(({ condition }) => condition);
  if (words.every((each) => conduct.test(each)) && sameSentence(run)) return true;
  if (run.length === 2 && isHalfDone(words)) return true;
  return words.some((each) => {
    const verb = negated.exec(each)?.groups?.["verb"];
    if (verb === undefined) return false;
    const others = words.filter((other) => other !== each);
    const kinds = others.map((other) => relation(other, each, verb));
    return kinds.includes("defect") && kinds.every((kind) => kind !== undefined);
  });
}

function sameSentence(run: readonly Item[]): boolean {
  return run.every(({ sentence }) => sentence === run[0]?.sentence);
}

const adverbs =
  "(?:按(?:照)?(?:规定|要求|时|期|时限|程序)+|及时|全部|有效|全面|依法|严格|认真|向(?:社会|公众|群众|上级)|在规定(?:时间|时限|期限)内|(?:在|于)?(?:每?年)?(?:\\d{1,2}月(?:\\d{1,2}[日号]|底)?|\\d{1,2}[日号])(?:之?前|以前))*";
const negated = new RegExp(
  `(?:^|[^\\p{Script=Han}]|\\p{Script=Han}{0,12}?)(?:未|没有|没|拒不|拒绝)${adverbs}(?<verb>\\p{Script=Han}{2})`,
  "u",
);
const defect = /不|未|但|欠缺|滞后|缺|流于|质量|走过场|有误/u;

function relation(other: string, first: string, verb: string): "defect" | "bare" | undefined {
  // 未按时报送, 未报送.
  const bare = new RegExp(`^(?:未|没有)${adverbs}`, "u");
  // 总结未在12月20日前报送, 未报送.
  const own = other.replace(/^[^，未没]{1,14}(?=未|没有)/u, "");
  if (bare.test(own) && own !== first && own.replace(bare, "") === first.replace(bare, "") && first.replace(bare, "") !== first)
    return "defect";
  if (/^(?:未|没有|没|无)/u.test(other)) return isBare(other) ? "bare" : undefined;
  if (isBare(other)) return "bare";
  // 逾期公布, 未公布.
  if (new RegExp(`(?:^|，)(?:逾期|延期|推迟|延迟|超期|超时)${verb}$`, "u").test(other)) return "defect";
  if (!defect.test(other)) return undefined;
  if (/^(?:虽|已|虽然|有|已有|虽有)[^，]{1,14}，?(?:但|而|却)/u.test(other)) return "defect";
  const at = other.indexOf(verb);
  if (at === 0 || new RegExp(`^(?:虽|已)?${verb.slice(0, 1)}[成好完后了]`, "u").test(other)) return "defect";
  const before = other.slice(0, Math.max(0, at));
  return at > 0 && /^(?:虽|已|有)|(?:虽|已|虽然|有|虽已)[^，未不]{0,12}$/u.test(before) ? "defect" : undefined;
}

/** 不到位: of what, the one before has said. */
function isBare(words: string): boolean {
  return /^(?:但|而)?(?:不|未)(?:及时|到位|全面|规范|完整|彻底|准确|认真|严格|深入|具体|明确|齐全|完善|落实|达标|合格)$/u.test(words);
}

/** 无预案扣2分，有预案但未演练扣1分. */
function isHalfDone(words: readonly string[]): boolean {
  const none = words.find((each) => /^(?:无|没有|缺少?)[^，]{2,12}$/u.test(each));
  const half = words.find((each) => each !== none);
  const thing = none?.replace(/^(?:无|没有|缺少?)/u, "");
  if (thing === undefined || half === undefined || !half.includes(thing)) return false;
  return (/^(?:虽?有|已有)/u.test(half) && /但|未|不/u.test(half)) || new RegExp(`^${thing}[^，]{1,8}，?但`, "u").test(half);
}

/** 完成得2分，基本完成得1分，未完成不得分: more than the clause holds when added up, so only one of them counts. */
export const readGradedAward: Reader = (items, context) => {
  const rising = risingGrades(items, context);
  if (rising !== undefined) return choice(rising, context, "award");
  const run: Item[] = [];
  for (const item of items) {
    const first = run[0] ?? item;
    if (item.sentence - (run.at(-1) ?? item).sentence > 1 || item.cap !== undefined || item.profile !== undefined) break;
    if (
      (item.kind === "award" || item.kind === "full") &&
      readEach(item.condition) === undefined &&
      !/基础上/u.test(item.condition) &&
      !/再/u.test(item.verb)
    )
      run.push(item);
    else if (item.kind === "zero" && run.length > 0 && item.sentence - first.sentence <= 3) {
      run.push(item);
      break;
    } else break;
  }
  const extra = run.some(({ verb }) => /加|奖|另/u.test(verb)) && !run.every(({ verb, kind }) => kind === "zero" || /加|奖/u.test(verb));
  if (extra) return { refused: run };
  const awards = run.filter(({ kind }) => kind !== "zero").map((item) => (item.kind === "full" ? context.points : amountOf(item)));
  const sum = awards.reduce((total, amount) => total + amount, 0);
  if (awards.length < 2 || sum <= context.points + 1e-9 || context.points === 0) return undefined;
  const falling = awards.every((amount, index) => index === 0 || amount < (awards[index - 1] ?? 0));
  if (!falling || awards[0] === undefined || awards[0] > context.points) return { refused: run };
  return choice(run, context, "award");
};

/** A级的不得分，B级的得1分，C级的得3分: from the worst to the best, all of one sentence. */
function risingGrades(items: readonly Item[], { points }: Context): readonly Item[] | undefined {
  const [zero, ...rest] = items;
  if (zero?.kind !== "zero" || zero.condition === "") return undefined;
  const run = rest
    .slice(0, rest.findIndex(({ sentence }) => sentence !== zero.sentence) + 1 || undefined)
    .filter(({ sentence }) => sentence === zero.sentence);
  const amounts = run.map((item) => (item.kind === "full" ? points : amountOf(item)));
  const even = run.every(
    (item, at) =>
      (item.kind === "award" || item.kind === "full") &&
      item.cap === undefined &&
      !/加|奖|再|另/u.test(item.verb) &&
      readEach(item.condition) === undefined &&
      readBounds(item.condition) === undefined &&
      (amounts[at] ?? 0) > (amounts[at - 1] ?? 0),
  );
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return even && run.length > 1 && sum > points + 1e-9 && (amounts.at(-1) ?? 0) <= points ? [zero, ...run] : undefined;
}

function choice(run: readonly Item[], context: Context, mode: "award" | "deduct"): ReturnType<Reader> {
  const names = run.map(({ condition }) => unquoted(condition).slice(0, 40));
  // Figures that could not be read as ranges are no choice between words.
  if (!run.every(({ condition }) => isPlain(withoutOverdue(condition)))) return { refused: run };
  if (new Set(names).size !== names.length || names.some((name) => name.length < 2 || name === "没有")) return "refuse";
  const options = mode === "deduct" && run[0]?.kind !== "free" ? ["无此情形", ...names] : names;
  const input = factOf(context.desk, "choice", context.desk.title === "" ? (names[0] ?? "") : `${context.desk.title}情况`, { options });
  const tiers = run.flatMap((item, index) => {
    const points = item.kind === "full" ? context.points : amountOf(item);
    return points > 0 ? [{ is: names[index] ?? "", points }] : [];
  });
  return one(run, { kind: "tiers", input, mode, tiers });
}
