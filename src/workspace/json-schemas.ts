import { jsonSchemaOf } from "../written/json-schema.ts";
import { judgementsSchema, mappingSchema, returnSchema } from "./written-return.ts";
import { workspaceSchema } from "./written-workspace.ts";

/* JSON Schemas (draft 2020-12) with Chinese descriptions, for editors. */

export function workspaceJsonSchema(): object {
  return jsonSchemaOf(workspaceSchema, "yingkao.yaml", "迎考工作区：考核名称、单位和文件夹");
}

export function returnJsonSchema(): object {
  return jsonSchemaOf(returnSchema, "returns/<单位>.yaml", "单位自评表");
}

export function judgementsJsonSchema(): object {
  return jsonSchemaOf(judgementsSchema, "judgements.yaml", "人工评定，按条款代号填写");
}

export function mappingJsonSchema(): object {
  return jsonSchemaOf(mappingSchema, "mapping.yaml", "人工对应：材料和条款");
}
