import { z } from "zod";
import { date, label, mapOf, points, recordOf, signedPoints, text, verbatim, yesno } from "../written/shapes.ts";

const clauseReturnSchema = mapOf({
  claimed: signedPoints("自评分").optional(),
  statement: verbatim("情况说明，原文写入自查报告").optional(),
  facts: recordOf(z.unknown()).describe("事实：代号和数字、是否、选项、日期或者项目清单").optional(),
  notApplicable: verbatim("不涉及的理由；写了理由才算申报合理缺项").optional(),
  remedy: mapOf({
    measure: text("整改措施").optional(),
    person: text("责任人").optional(),
    by: date("完成时限，例如 2024-12-20").optional(),
  })
    .describe("整改安排")
    .optional(),
});

/** returns/<单位>.yaml as it may be written. */
export const returnSchema = mapOf({
  unit: text("单位名称或者别名；不写时取文件名").optional(),
  clauses: recordOf(clauseReturnSchema).describe("按条款代号填写").optional(),
});

export type WrittenReturn = z.input<typeof returnSchema>;
export type WrittenClauseReturn = z.input<typeof clauseReturnSchema>;

const judgementSchema = mapOf({
  rules: recordOf(points("扣（得）几分")).describe("酌情扣分、外部数据：规则代号和扣（得）的分").optional(),
  exemptions: recordOf(yesno("是否已核实")).describe("免扣理由是否已核实：规则代号和是否").optional(),
  notApplicable: yesno("合理缺项：true 已核定，false 不予认可").optional(),
  by: text("评定人").optional(),
  note: text("说明").optional(),
});

/** judgements.yaml as it may be written: by clause id. */
export const judgementsSchema = recordOf(judgementSchema);

export type WrittenJudgement = z.input<typeof judgementSchema>;

const pinSchema = mapOf({
  path: text("材料的路径，从材料总文件夹算起；文件夹以 / 结尾，也可写 ** 式样"),
  clause: label("条款代号").optional(),
  clauses: z.array(label("条款代号")).describe("同时证明的几个条款").optional(),
  evidence: label("证明哪项材料：材料代号").optional(),
  date: date("成文日期，文件名没写或者写错时填写").optional(),
  note: text("说明").optional(),
  ignore: yesno("true：不作为佐证材料").optional(),
});

/** mapping.yaml as it may be written. */
export const mappingSchema = mapOf({ pins: z.array(pinSchema).describe("人工对应").optional() });

export type WrittenPin = z.input<typeof pinSchema>;
