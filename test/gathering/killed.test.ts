import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";

const project = resolve(import.meta.dirname, "../..");
const program = join(project, "bin/yingkao.js");
const work = mkdtempSync(join(tmpdir(), "yingkao-killed-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A fixture with hundreds of files more, so that reading takes a while. */
function workspace(name: string): string {
  const folder = join(work, name);
  cpSync(join(project, "fixtures/全部齐备"), folder, { recursive: true });
  const unit = readdirSync(join(folder, "evidence"))[0] ?? "";
  for (let number = 0; number < 600; number++)
    writeFileSync(join(folder, "evidence", unit, `记录${String(number)}.txt`), `第${String(number)}份检查记录\n`.repeat(600));
  return folder;
}

function check(folder: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, "check", "--json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  expect(stderr).toBe("");
  return `${stdout}\n${String(status)}`;
}

async function checkAside(folder: string): Promise<string> {
  const child = spawn(process.execPath, [program, "check", "--json"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  return new Promise((done) => child.once("close", (code) => done(`${text}\n${String(code)}`)));
}

async function ended(folder: string, signal: "SIGKILL" | "SIGINT", ms: number): Promise<number | string | null> {
  const child = spawn(process.execPath, [program, "check", "--json"], { cwd: folder, stdio: "ignore" });
  const exit = new Promise<number | string | null>((done) => child.once("exit", (code, by) => done(code ?? by)));
  await wait(ms);
  child.kill(signal);
  return exit;
}

describe("读到一半", { timeout: 300_000 }, () => {
  test("几次被强行结束，再读一遍，结果和一次读完的一样", async () => {
    const folder = workspace("强行结束");
    const whole = workspace("一次读完");
    for (const ms of [250, 400, 600]) await ended(folder, "SIGKILL", ms);
    expect(check(folder)).toBe(check(whole));
    expect(check(folder)).toBe(check(whole));
  });

  test.skipIf(process.platform === "win32")("按 Ctrl-C 停下的退出码是 130，没有留下写了一半的文件", async () => {
    const folder = workspace("中断");
    expect(await ended(folder, "SIGINT", 600)).toBe(130);
    const cache = join(folder, ".yingkao/readings");
    if (existsSync(cache)) expect(readdirSync(cache).filter((name) => !name.endsWith(".readings"))).toEqual([]);
  });

  test("两个人同时核对同一个工作区，结果一样", async () => {
    const folder = workspace("同时");
    const [mine, others] = await Promise.all([checkAside(folder), checkAside(folder)]);
    expect(mine).toBe(others);
    expect(check(folder)).toBe(mine);
  });
});
