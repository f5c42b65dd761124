import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { recordingEnvironment } from "../recording-environment.ts";

const root = resolve(import.meta.dirname, "../..");
const old = "criteria/初稿.yaml";
const next = "criteria/正式稿.yaml";
let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "yingkao-migrate-")), "工作区");
  cpSync(join(root, "fixtures/初稿换正式稿"), folder, { recursive: true });
});
afterEach(() => rmSync(resolve(folder, ".."), { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const terminal = recordingEnvironment(folder);
  const code = await main(args, terminal.environment);
  return { code, out: terminal.printed(), err: terminal.complained() };
}
const migrate = (...more: readonly string[]) => run("criteria", "migrate", old, next, "--names-only", ...more);

/** Every file of the workspace but what the program keeps for itself. */
function snapshot(): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const own = paths.filter((path) => !/^(?:版本迁移|\.yingkao|expected)\//u.test(path)).toSorted();
  return Object.fromEntries(own.map((path) => [path, readFileSync(join(folder, path)).toString("base64")]));
}
const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const edit = (path: string, from: string, to: string): void => {
  expect(read(path)).toContain(from);
  writeFileSync(join(folder, path), read(path).replace(from, to));
};

describe("换版", () => {
  test("不加 --write 什么都不写；有待核对的退出码为 1", async () => {
    const before = snapshot();
    expect((await migrate()).code).toBe(1);
    expect(snapshot()).toEqual(before);
    expect(existsSync(join(folder, "版本迁移"))).toBe(false);
  });

  test("改写以后工作区照样能评，分数就是方案里说的", async () => {
    const planned: unknown = JSON.parse((await migrate("--json")).out);
    await migrate("--write");
    const checked: unknown = JSON.parse((await run("check", "--json", "--names-only")).out);
    const after = (planned as { total: { after: { low: number; high: number } } }).total.after;
    expect(checked).toMatchObject({ totals: { points: { low: after.low, high: after.high } } });
  });

  test("撤销以后每个文件一个字节都不差", async () => {
    const before = snapshot();
    await migrate("--write");
    expect(snapshot()).not.toEqual(before);
    expect((await run("criteria", "migrate", "--undo")).code).toBe(0);
    expect(snapshot()).toEqual(before);
    expect((await run("criteria", "migrate", "--undo")).code).toBe(2);
  });

  test("再运行一次：没有要做的", async () => {
    await migrate("--write");
    const before = snapshot();
    const again = await migrate("--write");
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("没有要做的")]);
    expect(snapshot()).toEqual(before);
  });

  test("换版以后有人改过文件，撤销先说出是哪个，加 --force 才撤", async () => {
    const before = snapshot();
    await migrate("--write");
    appendFileSync(join(folder, "mapping.yaml"), "# 后来加的\n");
    const refused = await run("criteria", "migrate", "--undo");
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("mapping.yaml")]);
    expect((await run("criteria", "migrate", "--undo", "--force")).code).toBe(0);
    expect(snapshot()).toEqual(before);
    expect(read("版本迁移/1/撤销前/mapping.yaml")).toContain("# 后来加的");
  });

  test("两版一样的细则：没有要核对的，退出码 0", async () => {
    writeFileSync(join(folder, next), read(old));
    const { code, out } = await migrate();
    expect([code, out]).toEqual([0, expect.stringContaining("沿用7条。")]);
  });

  test("删去 .yingkao 不影响撤销", async () => {
    const before = snapshot();
    await migrate("--write");
    rmSync(join(folder, ".yingkao"), { recursive: true, force: true });
    expect((await run("criteria", "migrate", "--undo")).code).toBe(0);
    expect(snapshot()).toEqual(before);
  });
});

describe("中断的换版", () => {
  /** The disk as a run leaves it that was killed after so many files. */
  async function killedAfter(files: number): Promise<void> {
    const before = Object.fromEntries(Object.entries(snapshot()));
    await migrate("--write");
    const record = JSON.parse(read("版本迁移/1/迁移记录.json")) as { files: { path: string }[] };
    for (const { path } of record.files.slice(files)) writeFileSync(join(folder, path), Buffer.from(before[path] ?? "", "base64"));
    writeFileSync(join(folder, "版本迁移/1/迁移记录.json"), JSON.stringify({ ...record, state: "prepared" }));
  }

  test.each([0, 1, 3])("写了 %i 个文件就中断：check 不拿混着的文件打分，能撤销", async (files) => {
    const before = snapshot();
    await killedAfter(files);
    const checked = await run("check", "--names-only");
    expect([checked.code, checked.err]).toEqual([2, expect.stringContaining("--resume")]);
    expect((await run("criteria", "migrate", "--undo")).code).toBe(0);
    expect(snapshot()).toEqual(before);
  });

  test.each([0, 1, 3])("写了 %i 个文件就中断：能写完", async (files) => {
    await migrate("--write");
    const wanted = snapshot();
    await run("criteria", "migrate", "--undo");
    rmSync(join(folder, "版本迁移"), { recursive: true });
    await killedAfter(files);
    expect((await run("criteria", "migrate", "--resume")).code).toBe(0);
    expect(snapshot()).toEqual(wanted);
  });

  test("撤销到一半中断：提醒撤销完，再撤销就完", async () => {
    const before = snapshot();
    await migrate("--write");
    const record = JSON.parse(read("版本迁移/1/迁移记录.json")) as object;
    writeFileSync(join(folder, "yingkao.yaml"), Buffer.from(before["yingkao.yaml"] ?? "", "base64"));
    writeFileSync(join(folder, "版本迁移/1/迁移记录.json"), JSON.stringify({ ...record, state: "undoing" }));
    const checked = await run("check", "--names-only");
    expect([checked.code, checked.err]).toEqual([2, expect.stringContaining("撤销到一半")]);
    expect((await run("criteria", "migrate", "--resume")).code).toBe(2);
    expect((await run("criteria", "migrate", "--undo")).code).toBe(0);
    expect(snapshot()).toEqual(before);
  });

  /** Every file is written under a temporary name and renamed: the process ends itself, as by SIGKILL, at the n-th renaming. */
  const killer = (at: number): string =>
    `data:text/javascript,${encodeURIComponent(`
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const rename = fs.promises.rename;
      let count = 0;
      fs.promises.rename = (...args) => (++count === ${String(at)} ? process.kill(process.pid, "SIGKILL") : rename(...args));
      syncBuiltinESMExports();
    `)}`;

  test.each([1, 11, 12, 13, 15, 17, 18])("真的在写第 %i 个文件时被杀掉：留下的不是旧的，就是能撤销的", async (at) => {
    const before = snapshot();
    const command = ["bin/yingkao.js", "criteria", "migrate", old, next, "--names-only", "--write"];
    const child = spawnSync(process.execPath, ["--import", killer(at), join(root, command[0] ?? ""), ...command.slice(1)], { cwd: folder });
    expect(child.signal).toBe("SIGKILL");
    const touched = JSON.stringify(snapshot()) !== JSON.stringify(before);
    const undone = await run("criteria", "migrate", "--undo");
    // Without a record nothing was touched, and there is nothing to undo.
    expect(undone.code === 0 || !touched).toBe(true);
    expect(snapshot()).toEqual(before);
    expect((await migrate("--write")).code).toBe(1);
  });
});

describe("换版的输入有误", () => {
  test("旧版不是现在用的细则，不换", async () => {
    edit("yingkao.yaml", "criteria/初稿.yaml", "criteria/正式稿.yaml");
    edit("mapping.yaml", "clause: S2-04", "clause: S2-01");
    const { code, err } = await migrate();
    expect([code, err]).toEqual([2, expect.stringContaining("工作区现在用的细则")]);
  });

  test.each([
    [[old, old], "同一个文件"],
    [[old], "两个细则文件"],
    [[old, "没有.yaml"], "没有文件"],
    [[old, next, "--write", "--undo"], "不能同时用"],
    [[old, next, "-o", "方案.pdf"], "-o"],
    [["--resume"], "没有写到一半的换版"],
  ])("criteria migrate %j：%s", async (args, message) => {
    const before = snapshot();
    const { code, err } = await run("criteria", "migrate", ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(snapshot()).toEqual(before);
  });

  test("新版细则写错：指出哪一行，什么都不写", async () => {
    edit(next, "points: 15", "points: 十五");
    const { code, err } = await migrate("--write");
    expect([code, err]).toEqual([2, expect.stringContaining("criteria/正式稿.yaml:15")]);
    expect(existsSync(join(folder, "版本迁移"))).toBe(false);
  });
});

describe("自评表放在材料文件夹里", () => {
  beforeEach(() => {
    mkdirSync(join(folder, "evidence/自评表"));
    for (const name of readdirSync(join(folder, "returns")))
      renameSync(join(folder, "returns", name), join(folder, "evidence/自评表", name));
    edit("yingkao.yaml", "evidence: evidence\n", "evidence: evidence\nreturns: evidence/自评表\nignore: [自评表/**]\n");
  });

  test("新版用不了的写法列出来，不改，也不换", async () => {
    const before = snapshot();
    const { code, err } = await migrate("--write");
    expect(code).toBe(2);
    expect(err).toContain("evidence/自评表/区教育局.yaml");
    expect(err).toContain("程序从不在那里写东西");
    expect(snapshot()).toEqual(before);
  });

  test("人改好以后换版：材料文件夹一个字节不动，旧代号照样认得", async () => {
    edit("evidence/自评表/区应急管理局.yaml", "      approved: 是 # 区政府批文〔2024〕3号\n", "");
    edit("evidence/自评表/区教育局.yaml", "claimed: 5, facts: {exam: 是}, ", "");
    const evidence = Object.entries(snapshot()).filter(([path]) => path.startsWith("evidence/"));
    expect((await migrate("--write")).code).toBe(1);
    expect(Object.entries(snapshot()).filter(([path]) => path.startsWith("evidence/"))).toEqual(evidence);
    const checked = await run("check", "--names-only");
    expect(checked.code).toBe(1);
    expect(checked.err).toContain("「S2-02」已并入条款「S2-01」");
  });
});
