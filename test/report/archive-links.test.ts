import { expect, test } from "vitest";
import { evidenceLink } from "../../src/report/scoring-explanation.ts";

test("压缩包里的材料，点开的是压缩包", () => {
  const path = "应急局/资料.zip/会议/纪要.docx";
  expect(evidenceLink("../evidence", { path, archive: "应急局/资料.zip" })).toBe("../evidence/应急局/资料.zip");
  expect(evidenceLink("../evidence", { path })).toBe(`../evidence/${path}`);
});
