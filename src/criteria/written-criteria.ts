import { z } from "zod";
import { noEvidencePolicies, notApplicablePolicies, sectionKinds, verifications } from "../model/criteria.ts";
import { unitKinds } from "../model/unit.ts";
import { date, label, mapOf, oneOf, points, text, verbatim, yesno } from "../written/shapes.ts";
import { evidenceSchema, inputSchema } from "./written-evidence.ts";
import { ruleSchema } from "./written-rule.ts";

const bandSchema = mapOf({
  name: text("等次名称，例如优秀"),
  min: points("本等次的最低分，包括本数").optional(),
  above: points("本等次的最低分，不包括本数；与 min 二选一").optional(),
});

const fieldSchema = mapOf({
  id: label("领域代号，本细则内唯一"),
  name: text("领域名称，例如安全生产"),
  lead: text("本领域的牵头单位").optional(),
  weight: points("折算分值：本领域得分折算到多少分；不写就按原分计入").optional(),
});

const selectorSchema = mapOf({
  kind: z.enum(unitKinds).describe("单位性质：department 部门，township 乡镇（街道），enterprise 企业").optional(),
  industry: text("行业，例如燃气").optional(),
});

const unitSchema = oneOf("units", [text("单位名称或者别名"), selectorSchema], "单位名称，或者按性质、行业选取的一类单位");
const unitsSchema = (description: string) => oneOf("units", [z.array(unitSchema), text("单位名称或者别名"), selectorSchema], description);

const clauseSchema = mapOf({
  id: label("条款代号，本细则内唯一，换版本时不变"),
  formerIds: z.array(label("一个旧代号")).describe("旧版里并入本条的条款代号；自评表、人工对应和文件夹仍写旧代号的，按本条处理").optional(),
  subsection: text("条款所在的小节，照印制的写").optional(),
  label: label('印制的编号，一律加引号，例如 "1.10"').optional(),
  title: text("条款名称"),
  points: points("分值；一票否决项不写").optional(),
  requirement: verbatim("考核内容原文，一字不改").optional(),
  standard: verbatim("评分标准原文，一字不改").optional(),
  units: mapOf({
    lead: unitsSchema("牵头单位：一个名称、一类单位，或者它们的列表").optional(),
    with: unitsSchema("配合单位：一个名称、一类单位，或者它们的列表").optional(),
  })
    .describe("责任单位")
    .optional(),
  scorer: text("考核（评分）单位").optional(),
  verification: z
    .enum(verifications)
    .describe("怎么核实：package 看材料（默认），onsite 现场检查，external 外部数据，daily 日常督查")
    .optional(),
  mayNotApply: yesno("可否申报不涉及；默认 true").optional(),
  evidence: z.array(evidenceSchema).describe("材料要求").optional(),
  inputs: z.array(inputSchema).describe("要由单位填写的事实").optional(),
  rules: z.array(ruleSchema).describe("评分规则").optional(),
});

const sectionSchema = mapOf({
  id: label("考核项目代号，本细则内唯一"),
  field: label("所属领域的代号"),
  kind: z.enum(sectionKinds).describe("standard 考核项（默认），bonus 加分项，veto 一票否决项").optional(),
  label: label("印制的编号，例如一、").optional(),
  title: text("考核项目名称"),
  points: points("本项分值；不写时取各条款之和；加分项是本项加分上限").optional(),
  clauses: z.array(clauseSchema).describe("条款"),
});

/** 考核细则 as it may be written. */
export const criteriaSchema = mapOf({
  title: text("细则名称"),
  issuer: text("发文（考核）机关").optional(),
  edition: text("版本，例如初稿、正式稿").optional(),
  period: mapOf({ from: date("考核年度第一天，例如 2024-01-01"), to: date("考核年度最后一天，例如 2024-12-31") }).describe("考核年度"),
  total: points("总分，不含加分"),
  precision: points("除法结果四舍五入到多少分；默认 0.01").optional(),
  notApplicable: z.enum(notApplicablePolicies).describe("合理缺项：renormalize 折算（默认），full 得满分，zero 不得分").optional(),
  noEvidence: z.enum(noEvidencePolicies).describe("应交材料一份都没有：zero 不得分（默认），rules 只按规则扣").optional(),
  bonus: mapOf({ cap: points("加分最多几分") })
    .describe("加分封顶")
    .optional(),
  grades: z.array(bandSchema).describe("等次").optional(),
  fields: z.array(fieldSchema).describe("领域"),
  sections: z.array(sectionSchema).describe("考核项目"),
  retired: z
    .array(mapOf({ id: label("旧代号"), title: text("旧版里的条款名称").optional() }))
    .describe("旧版有、本版已删去的条款；自评表、人工对应仍写着的只提醒，不计分")
    .optional(),
});

export type WrittenCriteria = z.input<typeof criteriaSchema>;
export type WrittenSection = z.input<typeof sectionSchema>;
export type WrittenClause = z.input<typeof clauseSchema>;
export type WrittenUnits = z.input<ReturnType<typeof unitsSchema>>;
export type WrittenUnit = z.input<typeof unitSchema>;
export type WrittenBand = z.input<typeof bandSchema>;
