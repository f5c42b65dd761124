import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
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
 * Two commands are ours, so that a transcript runs everywhere: `append FILE TEXT` is a person editing a file, `list FOLDER`
 * names what lies in a folder (without dot files).
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
    if (fixture === undefined) mkdirSync(folder);
    else cpSync(join(root, "fixtures", fixture), folder, { recursive: true, verbatimSymlinks: true });
    const commands = written.split("\n").filter((line) => line.startsWith("$ "));
    expect(commands.length).toBeGreaterThan(0);
    const ran = commands.map((line) => `${line}\n${run(line.slice(2), folder)}`);
    await expect(`${head.join("\n")}\n\n${ran.join("\n")}`).toMatchFileSnapshot(join(transcripts, name));
  });
});

function run(line: string, cwd: string): string {
  const [program, ...args] = line.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', "")) ?? [];
  if (program === "append") return append(join(cwd, args[0] ?? ""), args[1] ?? "");
  if (program === "list") return list(join(cwd, args[0] ?? ""));
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

function append(file: string, text: string): string {
  appendFileSync(file, text);
  return "";
}

function list(folder: string): string {
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  return `${names.toSorted().join("\n")}\n`;
}

test("命令行显示的版本号就是 package.json 的版本号", () => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(manifest).toMatchObject({ version });
});
