import type { FileProblem, Severity } from "../model/admission.ts";
import type { ContentProblem, Difference, NearDuplicate } from "../model/content-problem.ts";
import { formatChineseDate } from "../model/dates.ts";
import type { RecordElement } from "../model/reading.ts";
import { visibleName } from "../model/visible-name.ts";
import { describePlace, describeQuote } from "./text-place.ts";

type ContentProblemCode = ContentProblem["code"];

/** How grave each is: what makes a paper unusable, what does not count as things stand, what assessors point at, what is bad form. */
export const contentSeverities: Record<ContentProblemCode, Severity> = {
  "date-disagrees": "loses-points",
  "photo-date-disagrees": "risk",
  "impossible-date-inside": "loses-points",
  "wrong-weekday": "risk",
  "undated-inside": "risk",
  unsigned: "risk",
  "blank-template": "block",
  "near-duplicate": "loses-points",
  "near-duplicate-across-units": "risk",
  "near-duplicate-across-clauses": "risk",
  "similar-picture": "risk",
  "recycled-text": "loses-points",
  "foreign-name": "risk",
  "wrong-level": "risk",
  "other-units-paper": "loses-points",
  "head-signature-disagree": "risk",
  "plan-without-execution": "risk",
  "inspection-without-remedy": "risk",
  "chain-out-of-order": "risk",
  "photos-only": "risk",
  "record-incomplete": "risk",
  "secrecy-mark": "block",
  "internal-mark": "risk",
  "personal-data": "risk",
  "cites-later": "risk",
  "number-missing": "risk",
  "issuer-level": "loses-points",
  "award-without-number": "loses-points",
  "attachment-missing": "risk",
  "catalogue-disagrees": "risk",
  "figures-disagree": "risk",
  "pledges-incomplete": "risk",
  "unrecognised-scan": "risk",
  "stamp-absent": "risk",
};

/** Is it a thing that the text gave cause to say? */
export function isContentProblem(problem: FileProblem): problem is ContentProblem {
  return problem.code in contentSeverities;
}

/** What is wrong, with the words of the document and their place; one sentence without a full stop. */
export function describeContentProblem(problem: ContentProblem): string {
  if (isFormal(problem)) return describeFormalProblem(problem);
  switch (problem.code) {
    case "date-disagrees":
      return `${problem.from === "name" ? "名称" : "文件夹"}写的日期是「${visibleName(problem.name)}」，正文的成文日期却是${problem.own}：${describeQuote(problem.quote)}`;
    case "photo-date-disagrees":
      return `名称写的日期是「${visibleName(problem.name)}」，照片却是${problem.taken}拍的（相机记录）`;
    case "impossible-date-inside":
      return `正文里写着不存在的日期${describeQuote(problem.quote)}`;
    case "wrong-weekday":
      return `正文里的日期和星期对不上：${describeQuote(problem.quote)}，${problem.date}是${problem.weekday}`;
    case "undated-inside":
    case "unsigned":
    case "stamp-absent":
      return `这份${problem.kind}${lacking[problem.code]}`;
    case "blank-template":
      // A table with a head and no rows has no marks to count.
      return problem.blanks === 0 ? "是一份没有填写的空白模板" : `是一份没有填写的空白模板，有${String(problem.blanks)}处空着`;
    case "near-duplicate":
    case "near-duplicate-across-units":
    case "near-duplicate-across-clauses":
      return describeNearDuplicate(problem);
    case "similar-picture":
      return `和${problem.unit === "" ? "" : `${problem.unit}的`}「${visibleName(problem.of)}」是同一张照片`;
    case "recycled-text":
      return `落款是${String(problem.year)}年，正文却有${String(problem.count)}处写着${String(problem.old)}年，像是拿旧材料改的`;
    case "foreign-name":
      return `正文里有外地的名称：${quoted(problem.names)}`;
    case "wrong-level":
      return `正文里的称呼不是本单位的口气：${quoted(problem.words)}`;
    case "other-units-paper":
      return `落款是${problem.unit}，不是本单位的材料：${describeQuote(problem.quote)}`;
    case "head-signature-disagree":
      return `文头是「${visibleName(problem.head)}」，落款却是「${visibleName(problem.signed)}」`;
    case "plan-without-execution":
      return `只有部署（方案、通知），没有落实的材料（${problem.expected.join("、")}）`;
    case "inspection-without-remedy":
      return `检查记录写了问题${describeQuote(problem.quote)}，没有整改和复查的材料`;
    case "chain-out-of-order":
      return `时间先后颠倒：这份${problem.kind}是${problem.date}，而${problem.beforeKind}「${visibleName(problem.before)}」是${problem.beforeDate}`;
    case "photos-only":
      return `这一条只有照片（${String(problem.count)}张），没有${problem.expected.join("、")}`;
    case "record-incomplete":
      return `这份${problem.kind}缺少${problem.missing.map((element) => elementWords[element]).join("、")}`;
  }
}

/** What marks, numbers and forms of a paper give cause to say. */
const formalCodes = [
  "secrecy-mark",
  "internal-mark",
  "personal-data",
  "cites-later",
  "number-missing",
  "issuer-level",
  "award-without-number",
  "attachment-missing",
  "catalogue-disagrees",
  "figures-disagree",
  "pledges-incomplete",
  "unrecognised-scan",
] as const;
type FormalProblem = Extract<ContentProblem, { readonly code: (typeof formalCodes)[number] }>;

function isFormal(problem: ContentProblem): problem is FormalProblem {
  return formalCodes.some((code) => code === problem.code);
}

function describeFormalProblem(problem: FormalProblem): string {
  switch (problem.code) {
    case "secrecy-mark":
    case "internal-mark":
      return `标有${problem.code === "secrecy-mark" ? "密级" : "内部字样"}${describeQuote(problem.quote)}`;
    case "personal-data":
      return `有个人信息：${personalWords(problem)}${problem.at === undefined ? "" : `（第一处在${describePlace(problem.at)}）`}`;
    case "cites-later":
      return `成文于${problem.own}，却引用了之后才有的文件「${problem.cited}」${problem.citedDate === "" ? "" : `（${problem.citedDate}）`}`;
    case "number-missing":
      return "要求的是正式文件，这份材料没有文号";
    case "issuer-level":
      return `细则要求以${problem.wanted}名义印发，这份材料是「${visibleName(problem.signed)}」的`;
    case "award-without-number":
      return "表彰材料没有文号，也没有引用表彰文件的文号";
    case "attachment-missing":
      return `正文列了附件${quoted(problem.names)}，文件里和同一文件夹里都没有`;
    case "catalogue-disagrees":
      return `目录和材料对不上：${[listedWords("目录里有、没有材料的", problem.missing), listedWords("有材料、目录里没有的", problem.unlisted)].filter((words) => words !== "").join("；")}`;
    case "figures-disagree":
      return `数字前后矛盾：${figureWords(problem)}：${describeQuote(problem.quote)}`;
    case "pledges-incomplete":
      return `责任书没有签齐：${describeQuote(problem.quote)}`;
    case "unrecognised-scan":
      return `是扫描件（${String(problem.pages)}页），没有识别文字，内容没有核对`;
  }
}

const lacking = {
  "undated-inside": "的正文里没有成文日期",
  unsigned: "没有落款单位或者签名",
  "stamp-absent": "的扫描页上没有看到红色印章",
} satisfies Partial<Record<ContentProblemCode, string>>;

function describeNearDuplicate(problem: NearDuplicate): string {
  const { of, unit, dates, differs } = problem;
  const whose = problem.code === "near-duplicate-across-units" ? (unit === "" ? "另一单位的" : `${unit}的`) : "";
  const where = problem.code === "near-duplicate-across-clauses" ? "（用在另一项要求）" : "";
  const days = dates === undefined ? "" : `，本份${formatChineseDate(dates.here)}，那份${formatChineseDate(dates.there)}`;
  const what = differs.length === 0 ? "，文字完全相同" : `，只有这些不同：${differs.map(differenceWords).join("；")}`;
  return `和${whose}「${visibleName(of)}」${where}内容几乎一样${days}${what}`;
}

const longest = 16;

function differenceWords({ here, there }: Difference): string {
  if (there === "") return `本份多「${short(here)}」`;
  return here === "" ? `本份少「${short(there)}」` : `本份「${short(here)}」、那份「${short(there)}」`;
}

function short(text: string): string {
  const letters = Array.from(visibleName(text));
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : letters.join("");
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `「${short(name)}」`).join("");
}

function figureWords({ stated, reckoned }: Extract<ContentProblem, { readonly code: "figures-disagree" }>): string {
  return stated.endsWith("%") ? `写的是${stated}，照同一句的数字应是${reckoned}` : `写着${stated}，又写着${reckoned}`;
}

function listedWords(what: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${what}${quoted(names)}`;
}

function personalWords({ idNumbers, phones, bankCards }: Extract<ContentProblem, { readonly code: "personal-data" }>): string {
  return [
    idNumbers > 0 ? `身份证号${String(idNumbers)}个` : "",
    phones > 0 ? `手机号${String(phones)}个` : "",
    bankCards > 0 ? `银行卡号${String(bankCards)}个` : "",
  ]
    .filter((words) => words !== "")
    .join("、");
}

const elementWords = {
  time: "时间",
  place: "地点",
  chair: "主持人",
  present: "参加人员",
  absent: "缺席人员",
  recorder: "记录人",
  content: "内容",
  decision: "议定事项或者处理意见",
} satisfies Record<RecordElement, string>;

/** What to do about it, one sentence without a full stop. */
export const contentRemedies: Record<ContentProblemCode, string> = {
  "date-disagrees": "请核对原件：名称或文件夹写错了就改名，拿错了文件就换成正确的；确认无误的，在 mapping.yaml 中注明成文日期",
  "photo-date-disagrees": "请核对照片是不是当次活动拍的；相机时间没有调准的，如实说明",
  "impossible-date-inside": "请核对当时的情况，由经办单位在原件上更正并说明；不能补造",
  "wrong-weekday": "请核对是日期写错还是星期写错，由经办单位更正",
  "undated-inside": "请提供写明成文日期的正式件",
  unsigned: "请提供有落款、签名的正式件；已经签了的，交签字后的扫描件",
  "blank-template": "请换成填写好的材料；没有做的工作不要补填",
  "near-duplicate": "请核对两份是不是同一份材料；同一份的留一份，两期的各交各的",
  "near-duplicate-across-units": "请两个单位核对，各自提供反映本单位工作的材料",
  "near-duplicate-across-clauses": "请核对是不是放错了；一份材料确需证明两项的，在 mapping.yaml 中写明",
  "similar-picture": "请核对照片是不是重复使用；每次活动用当次的照片，并写明时间、地点",
  "recycled-text": "请核对是不是拿错了年份；正文要写本年度的工作",
  "foreign-name": "请核对这些名称为什么出现；照抄外地的，请按本单位实际重写",
  "wrong-level": "请核对是不是照抄了别的单位的材料，按本单位的口气改正",
  "other-units-paper": "请换成本单位的材料；确实可用的，在 mapping.yaml 中指定",
  "head-signature-disagree": "请核对原件的文头、落款和印章，三者应当是同一个机关",
  "plan-without-execution": "请补交落实情况的材料，如检查记录、会议记录、总结；没有开展的，尽快开展",
  "inspection-without-remedy": "请补交整改情况和复查记录；还没有整改的，尽快整改",
  "chain-out-of-order": "请核对两份原件的日期；写错的由经办单位更正，不能倒签",
  "photos-only": "请补交通知、方案、签到、记录或者总结，照片要写明时间、地点、事由",
  "record-incomplete": "请核对原始记录，把记录里有而没有写上的要素补全",
  "secrecy-mark": "请立即从本机取出，按保密规定处理；佐证改用可以公开的材料，先问保密部门",
  "internal-mark": "上报前请核对能不能提供，必要时征得制发单位同意",
  "personal-data": "上报、复印前请遮盖证件号码、手机号和银行卡号",
  "cites-later": "请核对成文日期和引用的文号，写错的由经办单位更正",
  "number-missing": "请提供有文号的正式印发件；不是正式文件的，补齐印发手续",
  "issuer-level": "请提供按细则要求的名义印发的文件；由考核工作人员认定是否可用",
  "award-without-number": "请提供带文号的表彰文件全文",
  "attachment-missing": "请把附件补在正文后面，或者放在同一个文件夹里",
  "catalogue-disagrees": "请把缺的材料补上，把没有列的列进目录；不该放的取出",
  "figures-disagree": "请核对原始数据，由经办单位更正；各份材料和自评表用同一个数",
  "pledges-incomplete": "请补签没有签的；确实不用签的，说明原因",
  "unrecognised-scan": "请人工核对内容；装上识别组件后可以自动核对，或者在文件名里写明名称和日期",
  "stamp-absent": "请核对原件是否盖章，换成盖章后的扫描件",
};
