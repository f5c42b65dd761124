import { figure, figureOf, isExact } from "./spelled.ts";

const counter =
  "(?<![查惩])处(?![罚置理分])|起|人次|场次|项|次|家|个部门|个单位|个乡镇|个街道|个岗位|个|例|件|人|户|宗|份|条|座|所|名|篇|期|场|具|台|辆|艘|点|支|页|张|本|册|小时|款|类|种|栋|间|车|批|户次|轮|回|地|站|村|只|套|门|道|块|幅|位|门|类别|样|环节|要素";
const period = "个工作日|工作日|天|日|个月|月|周|星期|小时|个星期";
const missed = "缺席|缺勤|少|缺少|缺|漏|欠|差|短缺|不足|少报|漏报|少开|少开展|少组织|少召开|缺报|缺失";
const eachTail = new RegExp(
  `每?(?<verb>(?:[^，。；每\\d]{0,4}?(?:逾期|延期|超期|超时限?|超过(?:规定)?(?:时限|期限)|推迟|延迟|迟报|迟交|滞后|延误)[^，。；每\\d一二两三四五六七八九十零百]{0,4}?)|[^，。；每\\d一二两三四五六七八九十零百]{0,8}?)(?<n>${figure})?(?<unit>个百分点|百分点|个千分点|千分点|%|‰|万元|亿元|元|${period}|${counter})(?<rest>[^，。；]*)$`,
  "u",
);

export interface Each {
  /** fall, rise: of a figure; late; missed: what should be there; over: more than allowed; found: anything else. */
  readonly what: "fall" | "rise" | "late" | "missed" | "found";
  readonly step: number;
  readonly unit: string;
  /** The words before 每. */
  readonly head: string;
  /** Between 每 and the figure: 发现, 超过规定. */
  readonly verb: string;
  readonly rest: string;
}

const happening = new RegExp(
  `^(?:[^，。；]{0,4}?)(?:发现|发生|出现|查出|查实|存在|新增|增加|${missed}|迟|漏|超|逾|延|降|低|高|升|未|不|无|违|错|缺)`,
  "u",
);

/** 现场检查发现一处: the 场 in it counts nothing. */
const inspecting = /^(?:现场|日常|随机|专项|实地|在|经)*(?:检查|抽查|督查|督导|巡查|暗访)(?:中)?(?=发现)/u;

/** 每村应配备2名安全员，缺1名: 每 is about what is owed. */
const requiresFirst = new RegExp(`每[^，。；每]{1,24}(?:应|须)[^，。；每]{2,24}，(?:缺少?|少)(?:1|一)(?:${counter})$`, "u");

/** Reads a condition that ends in 每降低1个百分点, 每发现一处, 每少一次, 每人次, or in 发现一处…… without 每. */
export function readEach(condition: string): Each | undefined {
  const at = requiresFirst.test(condition) ? -1 : lastEach(condition);
  const tail = at < 0 ? withoutEach(condition) : condition.slice(at);
  if (tail === undefined) return undefined;
  const match = eachTail.exec(tail.replace(/^每一?(?=有|发现|发生|出现)/u, "每").replace(inspecting, ""));
  if (match === null || match.index !== 0) return bareStep(condition, at) ?? bareUnit(condition, at);
  const { verb = "", n, unit: measure = "", rest = "" } = match.groups ?? {};
  // 每平方公里消防站少于规定数: no verb of happening, so nothing is counted here.
  if (at >= 0 && n === undefined && verb.length > 1 && !happening.test(verb)) return undefined;
  const step = n === undefined ? 1 : figureOf(n);
  // 未按每500人配备1名的标准: a rule for something else.
  if (at > 0 && /按$/u.test(condition.slice(0, at)) && rest !== "") return undefined;
  // 每千人: thousands of what, and from where on, nobody says.
  if (!isExact(step) || step <= 0 || /[十百千万几多半]$/u.test(verb)) return undefined;
  if (at < 0 && /^(?:及|含|（含）)?(?:以[上下内]|之?内)/u.test(rest)) return undefined;
  // 整改时间延长1个月: a measure, not so many times.
  if (at < 0 && new RegExp(`^(?:${period})$`, "u").test(measure) && whatOf(verb, measure) === "found") return undefined;
  const head = at < 0 ? condition.slice(0, condition.length - tail.length) : condition.slice(0, at);
  return {
    what: whatOf(verb, measure, head),
    step,
    unit: measure.replace(/^个(?=百分点|千分点|月|工作日)/u, ""),
    head: head.replace(/[，：、的按]+$/u, ""),
    verb,
    rest,
  };
}

/** 每超0.1: a figure without a unit. */
function bareStep(condition: string, at: number): Each | undefined {
  const groups = at < 0 ? undefined : /^每(?<verb>[^\d，]{1,4})(?<n>\d+\.\d+)$/u.exec(condition.slice(at))?.groups;
  if (groups === undefined) return undefined;
  const what = whatOf(groups["verb"] ?? "", "%");
  const step = Number(groups["n"]);
  if ((what !== "fall" && what !== "rise") || !isExact(step) || step <= 0) return undefined;
  return { what, step, unit: "", verb: "", head: condition.slice(0, at).replace(/[，：、的]+$/u, ""), rest: "" };
}

/** 每卷, 每样: a unit that no list holds. */
function bareUnit(condition: string, at: number): Each | undefined {
  const [, verb, unit] = (at < 0 ? undefined : /^每(缺少?|少)?(?:一|1)?(\p{Script=Han}{1,2})$/u.exec(condition.slice(at))) ?? [];
  return unit === undefined
    ? undefined
    : {
        what: verb === undefined ? "found" : "missed",
        step: 1,
        unit,
        verb: "",
        head: condition.slice(0, at).replace(/[，：、的]+$/u, ""),
        rest: "",
      };
}

/** Whether 每 counts something here, understood or not. */
export function countsEach(condition: string): boolean {
  return lastEach(condition) >= 0;
}

function whatOf(verb: string, measure: string, head = ""): Each["what"] {
  // 逾期的，每天.
  if (
    verb === "" &&
    new RegExp(`^(?:${period})$`, "u").test(measure) &&
    /(?:迟报|逾期|超期|超时|延期|推迟|拖延|迟交|晚报)(?:报送|上报|提交|完成|未\p{Script=Han}{1,4})?[，的]*$/u.test(head)
  )
    return "late";
  if (/迟|逾期|推迟|延期|延误|延迟|拖延|超期|超时|超过(?:规定)?(?:时限|期限)|晚|滞后|拖后/u.test(verb)) return "late";
  if (new RegExp(`^(?:${period})$`, "u").test(measure) && /^超(?:过|出|时限)?$/u.test(verb)) return "late";
  if (/[‰%]|分点|元/u.test(measure) || /^(?:下降|降低|低于|低|上升|增长)$/u.test(verb)) {
    if (/降|低|少|差|下滑|回落/u.test(verb) && !/不/u.test(verb)) return "fall";
    if (/超|上升|增加|高|升高|增长|提高|多/u.test(verb)) return "rise";
  }
  if (new RegExp(`^(?:${missed})(?!于)\\p{Script=Han}{0,4}$`, "u").test(verb)) return "missed";
  if (/^(?:超(?:过|出)?|增加|增长|上升|高出|多)$/u.test(verb)) return "rise";
  return "found";
}

/** Where the last 每 stands that counts occurrences; 每季度, 每月 say how often something is owed. */
function lastEach(condition: string): number {
  for (let at = condition.lastIndexOf("每"); at >= 0; at = at === 0 ? -1 : condition.lastIndexOf("每", at - 1)) {
    if (!/^每(?:个)?(?:季|月|半年|年|周|日常|旬|天(?![^，]{0,2}$))/u.test(condition.slice(at))) return at;
  }
  return -1;
}

/** 发现一处……, 一人答不上来, 缺1次, 迟报一天. */
function withoutEach(condition: string): string | undefined {
  const last = condition.slice(condition.lastIndexOf("，") + 1);
  const source = `(?:(?:(?:现场|日常|监督|督导|实地|随机|专项|明察暗访)*(?:检查|抽查|督查|督导|巡查|暗访|查阅)?(?:中)?发现|出现|发生|有|查出|存在|答错|${missed}|迟报|漏报|瞒报|误报|谎报|逾期|延迟|推迟|超期|迟交|超|查实|查获|查处)(?:有)?)?(?:1|一)(?:${period}|${counter})`;
  const lead = new RegExp(`^${source}(?!以上|及|度|之?内|以内|次性)[^，]*$`, "u").exec(last)?.[0];
  if (lead !== undefined) return lead;
  // 制度内容缺一项要素.
  return (
    new RegExp(`(?<![\\d第至少于每年月度过足达满逾低高])(?<![达不]到)${source}$`, "u").exec(last)?.[0] ??
    new RegExp(
      `(?<=\\p{Script=Han}{2})(?:缺少?|少|漏)(?:1|一)(?:${counter})(?:要素|内容|环节|材料|资料|记录|制度|人员|设备|物资|器材)$`,
      "u",
    ).exec(last)?.[0]
  );
}
