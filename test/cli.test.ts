import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { version } from "../src/cli/version.ts";

const root = resolve(import.meta.dirname, "..");
const transcripts = join(import.meta.dirname, "transcripts");
const work = mkdtempSync(join(tmpdir(), "yingkao-cli-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/**
 * A transcript is a text file: lines that begin with "$ " are run in a copy of the fixture that its first line names
 * (# fixture: …; none: an empty folder), everything else is what came out: standard output, standard error behind "! ", exit code.
 */
describe("命令行记录", () => {
  const names = readdirSync(transcripts)
    .filter((name) => name.endsWith(".txt"))
    .sort();

  test.each(names)("%s", async (name) => {
    const written = readFileSync(join(transcripts, name), "utf8");
    const head = written.split("\n").filter((line) => line.startsWith("#"));
    const folder = join(work, name.replace(/\.txt$/, ""));
    const fixture = head.map((line) => /^# fixture: (.+)$/.exec(line)?.[1]).find((found) => found !== undefined);
    cpSync(fixture === undefined ? transcripts : join(root, "fixtures", fixture), folder, {
      recursive: true,
      filter: (path) => fixture !== undefined || path === transcripts,
    });
    const commands = written.split("\n").filter((line) => line.startsWith("$ "));
    expect(commands.length).toBeGreaterThan(0);
    const ran = commands.map((line) => `${line}\n${run(line.slice(2), folder)}`);
    await expect(`${head.join("\n")}\n\n${ran.join("\n")}`).toMatchFileSnapshot(join(transcripts, name));
  });
});

function run(line: string, cwd: string): string {
  const [program, ...args] = line.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', "")) ?? [];
  const command = program === "yingkao" ? [process.execPath, join(root, "bin/yingkao.js"), ...args] : [program ?? "", ...args];
  const result = spawnSync(command[0] ?? "", command.slice(1), { cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  const errors =
    result.stderr === ""
      ? ""
      : `${result.stderr
          .trimEnd()
          .split("\n")
          .map((text) => `! ${text}`.trimEnd())
          .join("\n")}\n`;
  return `${result.stdout.trimEnd()}${result.stdout.trim() === "" ? "" : "\n"}${errors}[${String(result.status)}]\n`.replaceAll(work, "…");
}

test("命令行显示的版本号就是 package.json 的版本号", () => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(manifest).toMatchObject({ version });
});
