import type { InputType } from "../model/criteria.ts";
import { formatPoints } from "../model/points.ts";
import type { UnitKind } from "../model/unit.ts";
import type { WorkspaceProblem } from "../model/workspace-problem.ts";
import { inputTypeWords } from "./criteria-problems.ts";
import { choices, listed, meant, type Wording } from "./wording.ts";

const kindWords = { department: "部门", township: "乡镇（街道）", enterprise: "企业" } as const satisfies Record<UnitKind, string>;

const whereWords = {
  criteria: { what: "细则里的单位", next: "在 yingkao.yaml 的 units 里补上这个单位，或者给已有的单位加上这个别名。" },
  "field-lead": { what: "细则里领域的牵头单位", next: "在 yingkao.yaml 的 units 里补上这个单位，或者给已有的单位加上这个别名。" },
  supervisor: { what: "主管部门", next: "改正名称，或者在 units 里补上这个单位。" },
  return: { what: "自评表的单位", next: "在自评表里写「unit: 单位名称」，或者把文件改为单位的名称。" },
  option: { what: "单位", next: "写 yingkao.yaml 里的单位名称或者别名。" },
} as const satisfies Record<Extract<WorkspaceProblem, { code: "unknown-unit" }>["where"], { what: string; next: string }>;

const factExamples = {
  number: "写数字，例如 96.5。",
  yesno: "写 是 或者 否。",
  choice: "写细则给出的一个选项。",
  date: "写日期，例如 2024-03-05。",
  items: "写成列表，例如 [{name: 名称, level: 级别}]；一项也没有的写 []。",
} as const satisfies Record<InputType, string>;

const impossibleWords = {
  negative: "不会少于 0",
  fraction: "只能是整数",
  place: "名次是从 1 起的整数",
} as const satisfies Record<Extract<WorkspaceProblem, { code: "impossible-number" }>["why"], string>;

export const workspaceWording: Wording<WorkspaceProblem> = {
  "no-workspace": ({ from, searchedUpwards }) => ({
    what: searchedUpwards
      ? `从「${from}」往上都没有找到 yingkao.yaml。`
      : `「${from}」不是工作区：没有这个文件夹，或者里面没有 yingkao.yaml。`,
    next: searchedUpwards
      ? "进入工作区文件夹再运行，或者用 -C 指明；还没有工作区的先运行 yingkao init。"
      : "核对 -C 后面的文件夹；还没有工作区的先运行 yingkao init。",
  }),
  "duplicate-unit": ({ name }) => ({ what: `单位「${name}」写了两次。`, next: "合成一个，别名写在一起。" }),
  "alias-clash": ({ alias, first, second }) => ({
    what: `别名「${alias}」既指「${first}」，又指「${second}」。`,
    next: "去掉其中一个，或者换成分得清的别名。",
  }),
  "unknown-unit": ({ name, nearest, where }) => ({
    what: `${whereWords[where].what}「${name}」不在 yingkao.yaml 的单位里。`,
    next: meant(nearest, whereWords[where].next),
  }),
  "unknown-field-option": ({ name, known, nearest }) => ({
    what: `细则里没有领域「${name}」。`,
    next: meant(nearest, choices("可以写：", known)),
  }),
  "selector-matches-none": ({ unitKind, industry, clause }) => ({
    what: `条款「${clause}」的责任单位是所有${industry === undefined ? "" : `「${industry}」`}${unitKind === undefined ? "单位" : kindWords[unitKind]}，没有一个单位符合。`,
    next: "核对 yingkao.yaml 里各单位的 kind 和 industry；本地区确实没有的，可由单位申报不涉及。",
  }),
  "folder-missing": ({ unit, folder }) => ({
    what: `没有单位「${unit}」的文件夹「${folder}」。`,
    next: "核对 folder 的写法，或者建好这个文件夹。",
  }),
  "unit-without-folder": ({ unit }) => ({
    what: `没有找到单位「${unit}」的文件夹。`,
    next: "文件夹名里写上单位名称或者别名，或者在 yingkao.yaml 里写明 folder。",
  }),
  "folder-without-unit": ({ folder, nearest }) => ({
    what: `文件夹「${folder}」不知道是哪个单位的，里面的材料没有计入。`,
    next: meant(nearest, "给单位加上别名，或者写明 folder。"),
  }),
  "two-folders-for-unit": ({ unit, folders }) => ({
    what: `单位「${unit}」有几个文件夹：${listed(folders)}。`,
    next: "合成一个，或者在 yingkao.yaml 里写明 folder。",
  }),
  "two-units-for-folder": ({ folder, units }) => ({
    what: `文件夹「${folder}」对得上几个单位：${listed(units)}。`,
    next: "在 yingkao.yaml 里给各单位写明 folder。",
  }),
  "unknown-clause": ({ clauseId, nearest }) => ({
    what: `细则中没有条款「${clauseId}」。`,
    next: meant(nearest, "写细则里条款的代号（id）；换了新一稿细则的，用 yingkao criteria migrate 换版。"),
  }),
  "clause-retired": ({ clauseId, title }) => ({
    what: `条款「${clauseId}」${title === "" ? "" : `（${title}）`}在现行细则里已经删去，这里写的不再计分。`,
    next: "核对过的可以删掉这一处。",
  }),
  "former-entry-unused": ({ clauseId, now, used }) => ({
    what: `「${clauseId}」已并入条款「${now}」，「${used}」下面另有填报，「${clauseId}」这一段没有采用。`,
    next: `把要保留的内容抄到「${used}」下面，再删掉「${clauseId}」这一段。`,
  }),
  "unknown-evidence": ({ clauseId, evidence, known, nearest }) => ({
    what: `条款「${clauseId}」没有代号为「${evidence}」的材料。`,
    next: meant(nearest, choices("可以写：", known, "这一条没有列材料，把 evidence 去掉。")),
  }),
  "unknown-input": ({ clauseId, input, known, nearest }) => ({
    what: `条款「${clauseId}」没有代号为「${input}」的事实。`,
    next: meant(nearest, choices("可以写：", known, "这一条不用填事实，把它去掉。")),
  }),
  "unknown-rule": ({ clauseId, rule, known, nearest }) => ({
    what: `条款「${clauseId}」没有代号为「${rule}」的规则。`,
    next: meant(nearest, choices("可以写：", known, "这一条没有评分规则，把它去掉。")),
  }),
  "wrong-fact": ({ input, expected, found, options }) => ({
    what: `事实「${input}」应为${inputTypeWords[expected]}，${found === "" ? "写的不是" : `写的是「${found}」`}。`,
    next: expected === "choice" ? choices("只能写", options, factExamples.choice) : factExamples[expected],
  }),
  "impossible-number": ({ input, found, measure, why }) => ({
    what: `「${input}」不会是 ${found}${measure === undefined || found.endsWith(measure) ? "" : ` ${measure}`}：${impossibleWords[why]}。`,
    next: "核对后改正；没有的写 0，不知道的先不填。",
  }),
  "above-hundred-percent": ({ input, found }) => ({
    what: `「${input}」写的是 ${found}，超过了 100%。`,
    next: "确实超额完成的不用改；写错的请改正。",
  }),
  "profiles-not-named": ({ profiles, named }) => ({
    what: `细则按地区类型（${profiles.join("、")}）分别规定，${named.length === 0 ? "yingkao.yaml 里没有写本地区的类型" : `yingkao.yaml 里写的是${listed(named)}`}，这些规定都没有用上。`,
    next: `请在 yingkao.yaml 里写 profiles，例如 profiles: [${profiles[0] ?? ""}]。`,
  }),
  "claim-above-clause": ({ clauseId, claimed, maxPoints }) => ({
    what: `条款「${clauseId}」只有 ${formatPoints(maxPoints)} 分，自评了 ${formatPoints(claimed)} 分。`,
    next: "改正自评分。",
  }),
  "judgement-out-of-bounds": ({ rule, points, min, max }) => ({
    what: `规则「${rule}」只能评 ${formatPoints(min)} 至 ${formatPoints(max)} 分，写了 ${formatPoints(points)} 分。`,
    next: "改到范围以内；范围写错的改细则。",
  }),
  "rule-not-judged": ({ rule, kind }) => ({
    what: `规则「${rule}」（${kind}）由程序计算，不能人工评定。`,
    next: "只有 manual、external 规则可以评定；要改变结果就补材料或者改正事实。",
  }),
  "rule-without-exemption": ({ rule }) => ({
    what: `规则「${rule}」没有写免扣情形。`,
    next: "去掉这一行，或者在细则里给规则写上 unless。",
  }),
  "not-applicable-without-reason": ({ clauseId }) => ({
    what: `条款「${clauseId}」申报不涉及，没有写理由。`,
    next: "写明理由，例如：本辖区没有非煤矿山企业。",
  }),
  "not-applicable-refused": ({ clauseId }) => ({
    what: `条款「${clauseId}」按细则不得申报不涉及。`,
    next: "去掉 notApplicable，照常填写。",
  }),
  "unit-not-responsible": ({ unit, clauseId }) => ({
    what: `「${unit}」不是条款「${clauseId}」的责任单位，填写的内容不计入。`,
    next: "核对条款代号，或者核对细则里的责任单位。",
  }),
  "two-returns-for-unit": ({ unit, first, second }) => ({
    what: `单位「${unit}」有两份自评表：「${first}」和「${second}」。`,
    next: "只留一份。",
  }),
  "pin-matches-no-file": ({ path, nearest }) => ({
    what: `佐证材料里没有「${path}」。`,
    next: meant(nearest, "路径从材料总文件夹算起；文件改了名或者移走了的，改正这里。"),
  }),
  "pin-without-target": ({ path }) => ({ what: `「${path}」没有写对应哪一条。`, next: "写 clause: 条款代号，或者 ignore: true。" }),
  "pins-disagree": ({ file, first, second }) => ({
    what: `文件「${file}」有两处说法不一：「${first}」和「${second}」。`,
    next: "同一个文件不能既作材料又不作材料，也不能有两个日期；只留一种。",
  }),
  "file-loose-at-root": ({ path }) => ({ what: `「${path}」直接放在材料总文件夹里，不知道是哪个单位的。`, next: "移到单位的文件夹里。" }),
};
