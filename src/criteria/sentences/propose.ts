import type { EvidenceKind } from "../../model/evidence-kind.ts";
import type { Frequency } from "./frequency.ts";
import type { ReadEvidence, ReadInput } from "./parsed-standard.ts";

/** The words of a requirement for a document, and what kind of document proves it, with an id that speaks. */
const kinds: readonly (readonly [RegExp, EvidenceKind, string])[] = [
  [/签到/u, "签到表", "signin"],
  [/责任[书状]|目标书/u, "责任书", "pledge"],
  [/承诺书/u, "承诺书", "promise"],
  [/预案/u, "预案", "emergencyPlan"],
  [/演练/u, "演练", "drill"],
  [/方案/u, "方案", "plan"],
  [/总结|小结/u, "总结", "summary"],
  [/报告/u, "报告", "report"],
  [/纪要/u, "会议纪要", "minutes"],
  [/学习/u, "学习记录", "study"],
  [/培训/u, "培训", "training"],
  [/值班|值守/u, "值班记录", "dutyLog"],
  [/台[账帐]|档案/u, "台账", "ledger"],
  [/花名册|名册/u, "花名册", "roster"],
  [/清单|名单/u, "清单", "list"],
  [/照片|图片/u, "照片", "photos"],
  [/影像|视频/u, "影像", "footage"],
  [/要点/u, "要点", "outline"],
  [/计划/u, "计划", "schedule"],
  [/会议记录/u, "会议记录", "record"],
  [/召开|会议|例会/u, "会议纪要", "minutes"],
  [/复查/u, "复查", "review"],
  [/检查|督[查导]|巡查|巡护|排查/u, "检查记录", "inspection"],
  [/通报/u, "通报", "circular"],
  [/公示|公告|公开|公布/u, "公示", "notice"],
  [/预算|经费|资金/u, "预算", "budget"],
  [/制度|办法|规程|机制/u, "制度", "system"],
  [/宣传/u, "宣传", "publicity"],
  [/合同|协议/u, "合同", "contract"],
  [/许可证|证书|备案/u, "证书", "certificate"],
  [/执法|案卷|处罚/u, "执法文书", "enforcement"],
  [/通知/u, "通知", "order"],
  [/意见/u, "意见", "opinion"],
  [/文件|印发/u, "文件", "paper"],
];

/** Notebook of one clause: the documents and facts that its rules need, each named once. */
export interface Desk {
  readonly evidence: ReadEvidence[];
  readonly inputs: ReadInput[];
  readonly title: string;
}

export function kindOf(words: string): EvidenceKind | undefined {
  return kinds.find(([pattern]) => pattern.test(words))?.[1];
}

/** A document that the words ask for; the id of the proposal. */
export function askFor(desk: Desk, words: string, frequency?: Frequency): string {
  const found = kinds.find(([pattern]) => pattern.test(words)) ?? kinds.find(([pattern]) => pattern.test(desk.title));
  const name = documentName(words, desk.title);
  const known = desk.evidence.find((evidence) => evidence.name === name && evidence.per === (frequency?.per ?? evidence.per));
  if (known !== undefined) return known.id;
  const id = freeId(desk.evidence, found?.[2] ?? "document");
  const keyword = keywordOf(name);
  const from = sourceOf(words);
  desk.evidence.push({
    id,
    name,
    ...(found === undefined ? {} : { kind: found[1] }),
    ...(keyword === undefined ? {} : { keywords: [keyword] }),
    ...(frequency === undefined ? {} : { per: frequency.per }),
    ...(frequency === undefined || frequency.count === 1 ? {} : { count: frequency.count }),
    ...(/上一?年度?|去年/u.test(words) ? { window: "prior-year" as const } : {}),
    ...(from === undefined ? {} : { from }),
  });
  return id;
}

const doing =
  "制定|制订|印发|出台|编制|编写|建立健全|建立|健全|签订|签署|召开|组织开展|组织|开展|报送|上报|提交|公示|公布|公开|发布|设立|成立|明确|落实|完成|形成|开设|建档|举办|填写|提供|具备|实施|进行|执行|配备|纳入|列入";
const times = "(?:至少|不少于|不得少于)?(?:各)?(?:\\d+|[一二两三四五六])[次期场份](?:以上)?";
const opening = new RegExp(
  `^(?:应|须|要|凡)?(?:未|无|没有|缺少|缺|有|已)?(?:按(?:规定|要求|时|期|照要求)|及时|定期|严格|认真|有效)*(?:${doing}|${times}|至少|不少于|了)*`,
  "u",
);
const often = new RegExp(`(?:每个?(?:季度?|月|半年|年度?)|全年|年内)(?:度)?(?:${times})?`, "gu");
const ending = new RegExp(`(?:${doing}|不足|少于)*(?:${times})(?:的)?$`, "u");

function documentName(words: string, title: string): string {
  const clause = words.split("，").find((piece) => kindOf(piece) !== undefined) ?? words.split("，")[0] ?? "";
  const bare = clause
    .replace(often, "")
    .replace(opening, "")
    .replace(ending, "")
    .replace(/[的了，：]+$/u, "");
  const name = bare.replace(/(?:的)?每[^，]*$/u, "").slice(0, 30);
  if (name.length >= 2) return name;
  return title === "" ? clause.slice(0, 30) || "佐证材料" : title.slice(0, 30);
}

function keywordOf(name: string): string | undefined {
  const bare = name.replace(/^(?:年度|全年|本级|相关|有关|专项)+/u, "").replace(/(?:记录|材料|情况|资料)$/u, "");
  return bare.length >= 2 && bare.length <= 8 && !/[，、\d]/u.test(bare) ? bare : undefined;
}

function sourceOf(words: string): "any" | "each" | undefined {
  if (/(?:少|缺)[1一]?个?(?:部门|单位|乡镇|街道)|各(?:部门|单位|乡镇|街道|成员单位)|逐级|每个(?:部门|单位|乡镇)/u.test(words))
    return "each";
  return /企业|乡镇|街道|村|社区/u.test(words) ? "any" : undefined;
}

const inputIds: Readonly<Record<ReadInput["type"], string>> = {
  number: "count",
  yesno: "fact",
  choice: "situation",
  date: "day",
  items: "items",
};

/** A fact that people state; the id under which the clause knows it. */
export function factOf(
  desk: Desk,
  type: ReadInput["type"],
  words: string,
  more: { measure?: string; options?: readonly string[] } = {},
): string {
  const name =
    unquoted(words)
      .replace(/[，：、的]+$/u, "")
      .slice(0, 60) ||
    desk.title ||
    "情况";
  const known = desk.inputs.find((input) => input.name === name && input.type === type && more.options === undefined);
  if (known !== undefined) return known.id;
  const percent = more.measure === "%" || more.measure === "‰";
  const id = freeId(desk.inputs, percent ? "rate" : inputIds[type]);
  const measure = more.measure === undefined || more.measure === "" ? {} : { measure: more.measure };
  const options = more.options === undefined ? {} : { options: more.options };
  desk.inputs.push({ id, name, type, ...measure, ...options, ...(percent ? { combine: "mean" as const } : {}) });
  return id;
}

/** Names that people will type in YAML carry no Chinese quotation marks. */
export function unquoted(words: string): string {
  return words.replace(/[“”"「」‘’]/gu, "");
}

function freeId(taken: readonly { readonly id: string }[], stem: string): string {
  const ids = new Set(taken.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}${number}`;
    if (!ids.has(id)) return id;
  }
}
