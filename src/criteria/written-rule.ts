import { z } from "zod";
import { type RuleKind, vetoScopes } from "../model/rule.ts";
import { typingSlip } from "../written/explain.ts";
import type { Numeral, WrittenText } from "../written/numeral.ts";
import {
  count,
  date,
  isQuantity,
  label,
  mapOf,
  oneOf,
  points,
  quantity,
  text,
  verbatim,
  type WrittenAnswer,
  yesno,
} from "../written/shapes.ts";

/** Keys that every rule may have. */
const base = {
  id: label("规则代号，本条款内唯一；不写时按次序为 r1、r2……").optional(),
  text: verbatim("对应的评分标准原文").optional(),
  cap: points("本规则最多扣（得）几分").optional(),
  group: label("就高不就低的组名：同组只算最重的一条").optional(),
  profiles: z.array(text("地区类型")).describe("只对这些类型的地区适用").optional(),
  unless: label("免扣的事实代号（是/否）：是则免扣，须人工核实").optional(),
  multiplier: mapOf({ factor: quantity("乘以多少，例如 0.5"), when: label("事实代号（是/否）：是则相乘") })
    .describe("减半、加倍")
    .optional(),
};

const answer = z
  .custom<WrittenAnswer | Numeral>((value) => typeof value === "boolean" || (typeof value === "string" && value !== ""), "answer")
  .meta({
    type: ["boolean", "string"],
    description: "事实是什么时触发：true、false，或者一个选项",
  });

/** What sets the rule off: a document, or a fact with one condition. */
const trigger = {
  evidence: label("触发规则的材料代号").optional(),
  input: label("触发规则的事实代号，另写 is、below、atMost、above、atLeast 之一").optional(),
  is: answer.optional(),
  below: quantity("事实低于这个数时触发，不含本数").optional(),
  atMost: quantity("事实不超过这个数时触发，含本数").optional(),
  above: quantity("事实高于这个数时触发，不含本数").optional(),
  atLeast: quantity("事实达到这个数时触发，含本数").optional(),
};

/** What is counted: one of the three. */
const counted = {
  input: label("要数的事实代号（数字）").optional(),
  evidence: label("要数的材料代号：有几份算几").optional(),
  missing: label("按缺少的份数计的材料代号").optional(),
};

const mode = z.enum(["award", "deduct"]).describe("award 得分，deduct 扣分");

/** A number, or the id of a number input. */
const numberOrInput = (description: string) =>
  z
    .custom<Numeral | WrittenText>(
      (value) => isQuantity(value) || (typeof value === "string" && /^[^\0\s]/u.test(value) && typingSlip(value) === undefined),
      "number-or-input",
    )
    .meta({
      type: ["number", "string"],
      description,
    });

const tier = mapOf({
  min: quantity("下限，含本数").optional(),
  max: quantity("上限，不含本数").optional(),
  minIncluded: yesno("下限是否含本数；默认 true").optional(),
  maxIncluded: yesno("上限是否含本数；默认 false").optional(),
  is: answer.optional(),
  points: points("落在这一档扣（得）几分"),
});

const due = oneOf(
  "due",
  [
    date("最后一天，例如 2024-07-05"),
    mapOf({
      after: label("从哪个日期起算：事实代号（日期）"),
      days: count("起算后几天", 0).optional(),
      months: count("起算后几个月", 0).optional(),
    }),
  ],
  "期限：日期，或者从某个事实起算",
);

const kinds = {
  deduct: { points: points("扣几分"), ...trigger },
  deduct_each: {
    each: points("每一处扣几分"),
    ...counted,
    allowed: numberOrInput("前几处不扣（控制指标）：数，或者事实代号；默认 0").optional(),
    step: quantity("每几处算一次；默认 1").optional(),
  },
  shortfall: { evidence: label("材料代号"), each: points("每少一次扣几分") },
  rate: {
    input: label("事实代号（数字）"),
    target: quantity("应达到的数"),
    direction: z.enum(["below", "above"]).describe("below 低于才扣（默认），above 超过才扣").optional(),
    step: quantity("每差多少算一步；默认 1").optional(),
    each: points("每一步扣几分"),
    partialStep: z
      .enum(["whole", "ignore", "proportional"])
      .describe("不足一步：whole 按一步（默认），ignore 不计，proportional 按比例")
      .optional(),
    zeroBeyond: quantity("超出这个数（不含本数）整条不得分").optional(),
  },
  tiers: { input: label("事实代号（数字、选项或者是/否）"), mode, tiers: z.array(tier).min(1, "list").describe("各档，先合的先用") },
  ratio: {
    mode,
    input: label("实际数：事实代号（数字）").optional(),
    evidence: label("实际数：材料代号，按份数").optional(),
    target: numberOrInput("应达到的数，或者事实代号"),
    points: points("全部完成得（全未完成扣）几分"),
  },
  award_or_zero: { points: points("得几分"), ...trigger },
  award_each: { each: points("每一次得几分"), ...counted },
  stack: { points: points("再得几分"), after: label("在哪条规则得分的基础上：规则代号"), ...trigger },
  late: {
    evidence: label("看哪项材料交得迟：材料代号").optional(),
    input: label("看哪个日期迟：事实代号（日期）").optional(),
    due: due.optional(),
    per: z.enum(["day", "week", "month"]).describe("每迟一 day 天（默认）、week 周、month 月").optional(),
    each: points("每迟一天（周、月）扣几分"),
    missing: points("未报扣几分；不写时按 cap，没有 cap 按整条分值").optional(),
  },
  escalate: { ...counted, first: points("第一起扣几分"), increment: points("以后每一起比上一起多扣几分") },
  minus_extra: { points: points("倒扣（追加扣）几分，可扣成负分"), ...trigger },
  bonus: {
    items: label("事实代号（项目清单）"),
    levels: z
      .array(mapOf({ name: label("级别"), points: points("这个级别加几分") }))
      .min(1, "list")
      .describe("各级别加几分"),
    dedupe: z.enum(["highest", "none"]).describe("同一项目多个级别：highest 就高不重复（默认），none 都算").optional(),
    evidence: label("证明材料的代号").optional(),
  },
  veto: {
    ...trigger,
    scope: z.enum(vetoScopes).describe("total 总分为零，field 本领域为零，clause 本条为零，grade 等次封顶"),
    gradeAtMost: label("等次最高到哪一等；scope 为 grade 时写").optional(),
  },
  manual: {
    mode: mode.optional(),
    min: points("最少扣（得）几分；默认 0").optional(),
    max: points("最多扣（得）几分").optional(),
    open: yesno("原文没有上限时写 true，以整条分值为限").optional(),
  },
  external: {
    mode: mode.optional(),
    source: text("以谁的数据为准"),
    max: points("最多扣（得）几分；默认整条分值").optional(),
  },
  rank: {
    input: label("名次的事实代号（数字）"),
    table: z
      .array(mapOf({ from: count("从第几名"), to: count("到第几名"), points: points("得几分") }))
      .min(1, "list")
      .describe("各名次得几分"),
  },
} satisfies Record<RuleKind, z.core.$ZodLooseShape>;

function ruleOf<Kind extends RuleKind>(kind: Kind) {
  return mapOf({ kind: z.literal(kind).describe("规则种类"), ...kinds[kind], ...base });
}

export const ruleSchema = z.discriminatedUnion("kind", [
  ruleOf("deduct"),
  ruleOf("deduct_each"),
  ruleOf("shortfall"),
  ruleOf("rate"),
  ruleOf("tiers"),
  ruleOf("ratio"),
  ruleOf("award_or_zero"),
  ruleOf("award_each"),
  ruleOf("stack"),
  ruleOf("late"),
  ruleOf("escalate"),
  ruleOf("minus_extra"),
  ruleOf("bonus"),
  ruleOf("veto"),
  ruleOf("manual"),
  ruleOf("external"),
  ruleOf("rank"),
]);

export type WrittenRule = z.input<typeof ruleSchema>;
export type WrittenRuleOf<Kind extends RuleKind> = Extract<WrittenRule, { kind: Kind }>;
export type WrittenTier = z.input<typeof tier>;
export type WrittenDue = z.input<typeof due>;
