import { z } from "zod";
import { evidenceSources, frequencies, inputTypes } from "../model/criteria.ts";
import { evidenceKinds } from "../model/evidence-kind.ts";
import { count, date, label, mapOf, oneOf, text } from "../written/shapes.ts";

const windowSchema = oneOf(
  "window",
  [z.enum(["period", "prior-year"]), mapOf({ from: date("第一天，例如 2024-01-01"), to: date("最后一天，例如 2024-12-31") })],
  "材料应落在哪段时间：period 考核年度（默认），prior-year 上一年度，或者写明起止日期",
);

export const evidenceSchema = mapOf({
  id: label("材料代号，本条款内唯一"),
  name: text("材料名称"),
  kind: z.enum(evidenceKinds).describe("材料种类，例如会议纪要、签到表、方案").optional(),
  keywords: z.array(text("一个词")).describe("材料名称里应有的词").optional(),
  per: z.enum(frequencies).describe("多久一份：month 每月，quarter 每季度，half 每半年，year 每年，none 一次（默认）").optional(),
  count: count("每期几份；默认 1").optional(),
  window: windowSchema.optional(),
  due: date("细则写明的完成时限，例如 2024-03-31").optional(),
  from: z.enum(evidenceSources).describe("由谁交：lead 牵头单位（默认），any 任一责任单位，each 各单位各交各的").optional(),
  with: label("随哪一项材料一份配一份，写那项材料的代号").optional(),
});

export const inputSchema = mapOf({
  id: label("事实代号，本条款内唯一"),
  name: text("事实名称"),
  type: z.enum(inputTypes).describe("number 数字，yesno 是或否，choice 选项，date 日期，items 项目清单"),
  measure: text("计量单位，例如 %、起、天").optional(),
  options: z.array(label("一个选项")).describe("choice 的选项，或者 items 的级别").optional(),
  from: z.enum(evidenceSources).describe("由谁填：lead 牵头单位（默认），any 任一责任单位，each 各单位各填各的").optional(),
  combine: z
    .enum(["sum", "mean", "min", "max"])
    .describe("多个单位的数字怎么合：sum 相加（默认），mean 平均，min 取小，max 取大")
    .optional(),
});

export type WrittenEvidence = z.input<typeof evidenceSchema>;
export type WrittenInput = z.input<typeof inputSchema>;
export type WrittenWindow = z.input<typeof windowSchema>;
