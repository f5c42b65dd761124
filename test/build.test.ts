import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const program = join(root, "bin/yingkao.js");
const work = mkdtempSync(join(tmpdir(), "yingkao-build-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

let copies = 0;
function copyOf(fixture: string): string {
  const folder = join(work, String(copies++));
  cpSync(join(root, "fixtures", fixture), folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number | null {
  return spawnSync(process.execPath, [program, ...args, "-C", folder, "--quiet"], { env: { ...process.env, ...env } }).status;
}

/** Files below a folder; a temporary may vanish while a run that is watched goes on. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => lstatSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true)
    .toSorted();
}

/** Every file of a folder that nobody writes to: path → SHA-256. */
function hashes(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesBelow(folder).map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}

describe("同样的输入", () => {
  const fixture = "三个领域折算和加分";
  const places = [
    { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
    { TZ: "America/New_York", LANG: "C", LC_ALL: "C" },
    { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  ];

  test("两次生成，换时区、换语言环境，文书一个字节也不差", () => {
    const [first, ...others] = places.map((env) => {
      const folder = copyOf(fixture);
      expect(run(folder, ["build"], env)).toBe(0);
      return hashes(join(folder, "output"));
    });
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(40);
    for (const other of others) expect(other).toEqual(first);
  });
});

describe("佐证材料文件夹", () => {
  /** Names, kinds, sizes and times of all entries, links not followed. */
  function snapshot(folder: string): readonly string[] {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .toSorted()
      .map((path) => {
        const { size, mtimeMs, ctimeMs, ino, mode } = lstatSync(join(folder, path));
        return [path, size, mtimeMs, ctimeMs, ino, mode].join("|");
      });
  }

  test.each(["混进来的系统文件", "读不出的材料", "放错单位的材料"])("检查和生成都不新建、不改动、不删除：%s", (fixture) => {
    const folder = copyOf(fixture);
    const before = snapshot(join(folder, "evidence"));
    expect(before.length).toBeGreaterThan(2);
    run(folder, ["check"]);
    expect(run(folder, ["build"])).toBe(0);
    expect(snapshot(join(folder, "evidence"))).toEqual(before);
  });
});

describe("各种文书里的总分", () => {
  async function cellsOf(path: string): Promise<readonly string[]> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const cells: string[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.text.trim()))));
    return cells;
  }
  function wordsOf(path: string): string {
    const part = unzipSync(readFileSync(path))["word/document.xml"];
    return part === undefined ? "" : strFromU8(part).replace(/<[^>]+>/g, "");
  }
  const shown = (low: number, high: number): string => (low === high ? String(low) : `${String(low)}—${String(high)}`);

  test.each([
    ["扣完为止和倒扣", "3.18"],
    ["三个领域折算和加分", "91—92"],
    ["不涉及非煤矿山", "5—7.14"],
    ["缺一个季度的会议纪要", "4.75"],
  ])("%s：处处都是 %s 分", async (fixture, expected) => {
    const folder = copyOf(fixture);
    // The evidence of the fixtures is a name with a few bytes in it.
    expect(run(folder, ["build", "--names-only"])).toBe(0);
    const output = join(folder, "output");
    const { totals } = JSON.parse(readFileSync(join(output, "scorecard.json"), "utf8")) as { totals: { low: number; high: number } };
    expect(shown(totals.low, totals.high)).toBe(expected);
    expect(wordsOf(join(output, "全区/自查报告.docx"))).toContain(`${expected}分`);
    expect(wordsOf(join(output, "全区/对照自查评分说明.docx"))).toContain(`${expected}分`);
    const exactly = new RegExp(`(?<![\\d.—])${expected.replaceAll(".", "\\.")}(?![\\d.—])`, "u");
    for (const workbook of ["全区/对照自查评分说明.xlsx", "得分汇总.xlsx"])
      expect(
        (await cellsOf(join(output, workbook))).filter((cell) => exactly.test(cell)),
        workbook,
      ).not.toEqual([]);
  });
});

describe("生成到一半", () => {
  const documents = (folder: string): readonly string[] =>
    existsSync(folder) ? filesBelow(folder).filter((path) => /(?<!\.yingkao-tmp-[^/]*)\.(?:docx|xlsx)$/u.test(path)) : [];

  async function interrupted(folder: string, signal: "SIGKILL" | "SIGINT"): Promise<number | string | null> {
    const child = spawn(process.execPath, [program, "build", "-C", folder, "--quiet"], { stdio: "ignore" });
    const ended = new Promise<number | string | null>((done) => child.once("exit", (code, by) => done(code ?? by)));
    for (let tries = 0; documents(join(folder, "output")).length < 3 && tries < 3000; tries++) await wait(5);
    child.kill(signal);
    return ended;
  }

  test("被强行结束的，留下的文书都是完整的，下一次照常生成，也不当作人改过的", async () => {
    const folder = copyOf("三个领域折算和加分");
    expect(await interrupted(folder, "SIGKILL")).toBe("SIGKILL");
    const left = documents(join(folder, "output"));
    expect(left.length).toBeGreaterThanOrEqual(3);
    expect(left.length).toBeLessThan(43);
    for (const path of left) expect(Object.keys(unzipSync(readFileSync(join(folder, "output", path))))).toContain("[Content_Types].xml");
    expect(run(folder, ["build"])).toBe(0);
    const whole = copyOf("三个领域折算和加分");
    expect(run(whole, ["build"])).toBe(0);
    expect(hashes(join(folder, "output"))).toEqual(hashes(join(whole, "output")));
  });

  test.skipIf(process.platform === "win32")("按 Ctrl-C 停下的，退出码 130，没有写了一半的文件", async () => {
    const folder = copyOf("三个领域折算和加分");
    expect(await interrupted(folder, "SIGINT")).toBe(130);
    const names = Object.keys(hashes(join(folder, "output")));
    expect(names.filter((path) => path.includes(".yingkao-tmp-"))).toEqual([]);
    expect(documents(join(folder, "output")).length).toBeLessThan(43);
    for (const path of documents(join(folder, "output")))
      expect(Object.keys(unzipSync(readFileSync(join(folder, "output", path))))).toContain("[Content_Types].xml");
  });
});
