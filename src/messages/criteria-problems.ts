import type { InputType } from "../model/criteria.ts";
import type { CriteriaProblem, RuleNeed } from "../model/criteria-problem.ts";
import { formatPoints } from "../model/points.ts";
import { asPrinted, choices, listed, meant, type Wording, type Words } from "./wording.ts";

export const inputTypeWords = {
  number: "数字（number）",
  yesno: "是/否（yesno）",
  choice: "选项（choice）",
  date: "日期（date）",
  items: "项目清单（items）",
} as const satisfies Record<InputType, string>;

const idWords = { section: "考核项目", clause: "条款", evidence: "材料", rule: "规则", input: "事实", field: "领域" } as const;
const referenceWords = { evidence: "材料（evidence）", input: "事实（inputs）", rule: "规则（rules）" } as const;

const needWords = {
  condition: { what: "写了事实，没有写什么情况下触发。", next: "加上 is、below、atMost、above、atLeast 之一，例如 is: true。" },
  "condition-without-input": { what: "写了条件，没有写是哪一项事实的条件。", next: "加上 input: 事实代号；看材料的规则不写条件。" },
  "count-source": { what: "没有写按什么算。", next: "写 input: 事实代号，或者 evidence: 材料代号。" },
  due: { what: "没有写期限。", next: "写 due: 日期，或者 due: {after: 事实代号, days: 天数}；也可把期限写在材料的 due 里。" },
  grade: { what: "等次封顶没有写最高到哪一等。", next: "加上 gradeAtMost: 等次名称。" },
  "one-condition": { what: "同时写了几个条件。", next: "只留一个条件；需要几个条件时拆成几条规则。" },
  "one-source": { what: "材料和事实只能写一个。", next: "看材料就只留 evidence（missing），看事实就只留 input。" },
  "positive-step": { what: "步长 step 必须大于 0。", next: "改为正数，例如 step: 1。" },
  "tier-bounds": { what: "这一档没有写范围。", next: "写 min、max，或者 is: 选项。" },
  trigger: { what: "没有写什么情况下触发。", next: "写 evidence: 材料代号，或者 input: 事实代号加一个条件。" },
  "upper-bound": { what: "没有写最多扣（得）几分。", next: "写 max: 分数；原文没有上限的写 open: true。" },
} as const satisfies Record<RuleNeed, Words>;

const check = "请对照细则原文核实；原文如此就不用改。";

export const criteriaWording: Wording<CriteriaProblem> = {
  "duplicate-id": ({ id, what }) => ({ what: `${idWords[what]}代号「${id}」用了两次。`, next: "给其中一个换一个代号。" }),
  "unknown-field": ({ field, known, nearest }) => ({
    what: `没有代号为「${field}」的领域。`,
    next: meant(nearest, choices("已有的领域代号：", known, "先在 fields 里写明领域。")),
  }),
  "unknown-reference": ({ id, what, known, nearest }) => ({
    what: `本条款没有代号为「${id}」的${referenceWords[what]}。`,
    next: meant(nearest, choices("本条款已有：", known, `先在本条款里写明这项${referenceWords[what]}。`)),
  }),
  "wrong-input-type": ({ input, expected, found }) => ({
    what: `这里要用${expected.map((type) => inputTypeWords[type]).join("或者")}类型的事实，「${input}」是${inputTypeWords[found]}。`,
    next: "改用另一项事实，或者改正它的 type。",
  }),
  "period-reversed": ({ range }) => ({ what: `考核年度的起止颠倒了：${asPrinted(range)}。`, next: "改正 from 和 to。" }),
  "bounds-reversed": ({ min, max }) => ({
    what: `范围写反了或者是空的：下限 ${formatPoints(min)}，上限 ${formatPoints(max)}。`,
    next: "改正上下限；只有一个数的范围，两端都要含本数。",
  }),
  "circular-with": ({ id }) => ({ what: `材料「${id}」绕了一圈又随它自己。`, next: "把其中一项的 with 去掉。" }),
  "circular-after": ({ id }) => ({ what: `规则「${id}」绕了一圈又以它自己为基础。`, next: "after 写另一条规则的代号。" }),
  "unknown-level": ({ level, known }) => ({
    what: `「${level}」不在选项（级别）里。`,
    next: choices("可以写：", known, "先在 options 里写明。"),
  }),
  "unknown-grade": ({ grade, known, nearest }) => ({
    what: `没有名为「${grade}」的等次。`,
    next: meant(nearest, choices("已有的等次：", known, "先在 grades 里写明等次。")),
  }),
  "rule-needs": ({ rule, need }) => ({ what: `规则 ${rule}：${needWords[need].what}`, next: needWords[need].next }),
  "no-clauses": () => ({ what: "细则里没有条款。", next: "在 sections 的 clauses 里至少写一条。" }),
  "clauses-differ-from-section": ({ section, clauses, declared }) => ({
    what: `考核项目「${section}」写明 ${formatPoints(declared)} 分，各条款合计 ${formatPoints(clauses)} 分。`,
    next: check,
  }),
  "sections-differ-from-total": ({ sections, declared }) => ({
    what: `总分写明 ${formatPoints(declared)} 分，各考核项目合计 ${formatPoints(sections)} 分。`,
    next: check,
  }),
  "rule-exceeds-clause": ({ clause, rule, takes, maxPoints }) => ({
    what: `条款「${clause}」共 ${formatPoints(maxPoints)} 分，规则「${rule}」一次就扣（得）${formatPoints(takes)} 分。`,
    next: check,
  }),
  "awards-below-clause": ({ clause, awards, maxPoints }) => ({
    what: `条款「${clause}」共 ${formatPoints(maxPoints)} 分，各得分规则加起来最多得 ${formatPoints(awards)} 分，永远得不满。`,
    next: "看是否漏写了得分规则；原文如此就不用改。",
  }),
  "duplicate-label": ({ label, first, second }) => ({
    what: `编号「${label}」在同一考核项目里用了两次：「${first}」和「${second}」。`,
    next: "按编号归档的材料会分不清属于哪一条，请核实编号；有小节的写上 subsection。",
  }),
  "clause-without-evidence": ({ clause }) => ({
    what: `条款「${clause}」看材料核实，却没有写要什么材料或者事实。`,
    next: "补写 evidence 或者 inputs；不看材料的改写 verification。",
  }),
  "clause-without-owner": ({ clause }) => ({
    what: `条款「${clause}」没有牵头单位。`,
    next: "补写 units: {lead: 单位名称}，否则缺项没有人补。",
  }),
  "clause-without-rule": ({ clause }) => ({ what: `条款「${clause}」没有评分规则，只能待人工评定。`, next: "对照评分标准补写 rules。" }),
  "clause-without-standard": ({ clause }) => ({ what: `条款「${clause}」没有评分标准原文。`, next: "把原文抄到 standard，文书里要引用。" }),
  "evidence-without-rule": ({ clause, evidence }) => ({
    what: `条款「${clause}」的材料「${evidence}」没有规则用到。`,
    next: "补写用到它的规则；只作旁证的可以不管。",
  }),
  "evidence-without-keywords": ({ clause, evidence }) => ({
    what: `条款「${clause}」的材料「${evidence}」没有写关键词，只能靠文件夹认出来。`,
    next: "补写 keywords，例如 [安委会, 会议纪要]。",
  }),
  "impossible-window": ({ clause, evidence, range }) => ({
    what: `条款「${clause}」的材料「${evidence}」要求的时间是${asPrinted(range)}，起止颠倒，没有哪一天符合。`,
    next: "向考核机关问清楚再改；在此之前由人工判断。",
  }),
  "zero-point-clause": ({ clause }) => ({ what: `条款「${clause}」是 0 分。`, next: check }),
  "combine-not-written": ({ clause, input }) => ({
    what: `条款「${clause}」的事实「${input}」由几个单位填写，没有写几个数怎么合成一个，现在按相加算；百分数、名次相加没有意义。`,
    next: "写 combine: mean 平均、min 取小、max 取大或者 sum 相加。",
  }),
  "grade-gap": ({ lowest, min }) => ({
    what: `最低的等次「${lowest}」从 ${formatPoints(min)} 分起，低于它的没有等次。`,
    next: "补写最低一等，例如 {name: 不合格, min: 0}。",
  }),
  "same-evidence-text": ({ clause, other, evidence }) => ({
    what: `条款${listed([other, clause])}的材料「${evidence}」种类和关键词一样，光看文件名分不清属于哪一条。`,
    next: "给它们写上不同的关键词；本来就是同一份材料的可以不管。",
  }),
};
