import { jsonSchemaOf } from "../written/json-schema.ts";
import { criteriaSchema } from "./written-criteria.ts";

/** JSON Schema (draft 2020-12) of a 考核细则 with Chinese descriptions, so that an editor completes and explains the keys. */
export function criteriaJsonSchema(): object {
  return jsonSchemaOf(criteriaSchema, "考核细则", "考核细则：原文、评分规则和责任单位");
}
