import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../src/cli/main.ts";
import { recordingEnvironment } from "./recording-environment.ts";

const fixtures = resolve(import.meta.dirname, "../fixtures");
const scenarios = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "sources")
  .map((entry) => entry.name)
  .sort();

/** Each folder is a small assessment; its name is the situation, `expected/` what a clerk sees and what a script reads. */
describe("情形", () => {
  test.each(scenarios)("%s", async (scenario) => {
    const folder = join(fixtures, scenario);
    const terminal = recordingEnvironment(folder);
    const code = await main(["check", "--all"], terminal.environment);
    await expect(`${terminal.complained()}${terminal.printed()}\n退出码 ${code}\n`).toMatchFileSnapshot(join(folder, "expected/check.txt"));

    const script = recordingEnvironment(folder);
    const sameCode = await main(["check", "--json"], script.environment);
    expect(sameCode).toBe(code);
    expect(script.complained()).toBe("");
    await expect(script.printed()).toMatchFileSnapshot(join(folder, "expected/scorecard.json"));
  });

  test.each(scenarios)("%s：写明了分数是怎么来的", (scenario) => {
    expect(readFileSync(join(fixtures, scenario, "expected/为什么.md"), "utf8").trim()).not.toBe("");
  });
});
