import { z } from "zod";
import { unitKinds } from "../model/unit.ts";
import { date, mapOf, oneOf, text, yesno } from "../written/shapes.ts";

const unitSchema = mapOf({
  name: text("单位全称，各份文书都用它"),
  aliases: z.array(text("一个别名")).describe("别名、简称").optional(),
  folder: text("单位的材料文件夹（在材料总文件夹之下）；不写时按名称和别名找").optional(),
  kind: z.enum(unitKinds).describe("单位性质：department 部门，township 乡镇（街道），enterprise 企业"),
  industry: text("行业，企业填写，例如燃气").optional(),
  supervisors: z.array(text("单位名称")).describe("行业主管部门和属地").optional(),
  deadline: date("报送截止日期，例如 2024-12-05").optional(),
});

/** yingkao.yaml as it may be written. */
export const workspaceSchema = mapOf({
  title: text("本次考核的名称，印在文书标题里"),
  organization: text("被考核的地区或者单位，例如××区人民政府"),
  addressee: text("自查报告的主送机关").optional(),
  criteria: text("考核细则文件"),
  evidence: text("佐证材料总文件夹，每个单位一个子文件夹；默认 evidence").optional(),
  output: text("文书写到哪个文件夹；默认 output").optional(),
  returns: text("各单位自评表所在的文件夹；默认 returns").optional(),
  mapping: text("人工对应文件；默认 mapping.yaml").optional(),
  judgements: text("人工评定文件；默认 judgements.yaml").optional(),
  templates: text("文书模板文件夹；不写时用自带的模板").optional(),
  fonts: z.enum(["modern", "gb2312"]).describe("字体：modern 仿宋、楷体（默认），gb2312 仿宋_GB2312、楷体_GB2312").optional(),
  ocr: oneOf(
    "yesno",
    [yesno("是 或者 否"), text("识别组件所在的文件夹")],
    "识别扫描件（要先装识别组件）：是、否，或者组件所在的文件夹；默认否",
  ).optional(),
  asOf: date("算到哪一天；默认今天").optional(),
  profiles: z.array(text("一个类型")).describe("本地区的类型，例如产区").optional(),
  ignore: z.array(text("一个路径式样")).describe("不算佐证材料的文件，例如 **/草稿/**").optional(),
  units: z.array(unitSchema).describe("责任单位"),
});

export type WrittenWorkspace = z.input<typeof workspaceSchema>;
export type WrittenWorkspaceUnit = z.input<typeof unitSchema>;
