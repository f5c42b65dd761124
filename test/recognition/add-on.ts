import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "vitest";
import { findAddOn } from "../../src/recognition/add-on.ts";

/** The add-on as its own package.json installs it. */
export const addOnFolder = resolve(import.meta.dirname, "../../addons/ocr");

const builtChild = existsSync(resolve(import.meta.dirname, "../../dist/recognition/recognition-child.js"));
const lack = findAddOn(addOnFolder) === undefined ? "未装识别组件，跳过" : builtChild ? undefined : "未编译，跳过";

/** A test that needs the add-on; where it is not installed, its title says why it was skipped. */
export function testWithAddOn(title: string, body: () => Promise<void>): void {
  if (lack === undefined) test(title, body, 300_000);
  else test.skip(`${title}（${lack}）`, body);
}
