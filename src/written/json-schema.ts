import { z } from "zod";

/** The JSON Schema (draft 2020-12) of a file that people write: what an editor needs to complete keys and explain them. */
export function jsonSchemaOf(schema: z.ZodType, title: string, description: string): object {
  return { ...z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), title, description };
}
