import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { exported, imported, root, withoutPlaces } from "./round-trip.ts";

const files = [
  join(root, "criteria/sample-2024.yaml"),
  ...readdirSync(join(root, "fixtures"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /^(?:sources\/[^/]+|[^/]+\/criteria)\/[^/]+\.yaml$/u.test(path))
    .map((path) => join(root, "fixtures", path))
    .sort(),
];
const sources = files
  .map((path) => ({
    name: path.endsWith("sample-2024.yaml") ? "示例细则" : relative(join(root, "fixtures"), path),
    text: readFileSync(path, "utf8"),
  }))
  .filter(({ name, text }) => parseCriteria({ path: name, text }).ok);

describe.each(["docx", "xlsx"] as const)("细则导出为 %s 再导入，一样不差", (format) => {
  test.each(sources)("$name", async ({ text }) => {
    const { criteria, bytes } = await exported(text, format);
    const back = await imported(bytes, format);
    expect(withoutPlaces(back.criteria)).toEqual(withoutPlaces(criteria));
  });
});

test.each(["docx", "xlsx"] as const)("没有人动过的 %s，导入时没有一处要核对", async (format) => {
  const { bytes } = await exported(sources[0]?.text ?? "", format);
  expect((await imported(bytes, format)).draft.notes).toEqual([]);
});
