import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openOutput } from "../../src/io/output-folder.ts";
import { removeLeftovers, writeWhole } from "../../src/io/write-whole.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yingkao-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("文档要么是旧的，要么是新的", () => {
  test("写到一半被 kill -9，留下的是完整的旧文件或新文件", async () => {
    const target = join(folder, "自查报告.docx");
    const module = resolve(import.meta.dirname, "../../dist/io/write-whole.js");
    const [old, fresh] = ["旧".repeat(3_000_000), "新".repeat(3_000_000)];
    const script = `import { writeWhole } from ${JSON.stringify(module)};
      for (let round = 0; ; round++) { await writeWhole(process.argv[1], (round % 2 ? "旧" : "新").repeat(3_000_000)); process.stdout.write("."); }`;
    writeFileSync(target, old);
    for (let round = 0; round < 6; round++) {
      await killed(script, target, round * 7);
      const found = readFileSync(target, "utf8");
      expect(found === old || found === fresh).toBe(true);
    }
    await removeLeftovers(folder);
    expect(readdirSync(folder)).toEqual(["自查报告.docx"]);
  });

  test("写不进去时不留下半个文件", async () => {
    writeFileSync(join(folder, "占位"), "");
    await expect(writeWhole(join(folder, "占位", "文档.docx"), "内容")).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(["占位"]);
  });
});

/** Starts the writer, lets it write at least once, kills it a little later without warning. */
async function killed(script: string, target: string, delay: number): Promise<void> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, target]);
  await new Promise<void>((done) => child.stdout.once("data", () => done()));
  await new Promise<void>((done) => setTimeout(done, delay));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGKILL");
  await ended;
}

describe("人改过的文档", () => {
  async function write(text: string): Promise<string | undefined> {
    const output = await openOutput(folder);
    const kept = await output.write("全区/自查报告.docx", bytes(text));
    await output.close();
    return kept?.keptAs;
  }
  const content = (name: string): string => readFileSync(join(folder, "全区", name), "utf8");

  test("自己写的直接更新，不留多余的文件", async () => {
    expect(await write("第一稿")).toBeUndefined();
    expect(await write("第二稿")).toBeUndefined();
    expect(readdirSync(join(folder, "全区"))).toEqual(["自查报告.docx"]);
    expect(content("自查报告.docx")).toBe("第二稿");
  });

  test("人改过的另存，不覆盖，并且说明存在哪里", async () => {
    await write("第一稿");
    writeFileSync(join(folder, "全区/自查报告.docx"), "人工修改");
    expect(await write("第二稿")).toBe("全区/自查报告（人工修改保留）.docx");
    expect(content("自查报告（人工修改保留）.docx")).toBe("人工修改");
    expect(content("自查报告.docx")).toBe("第二稿");
  });

  test("改过两次就存两份", async () => {
    for (const round of ["一", "二"]) {
      await write(`第${round}稿`);
      writeFileSync(join(folder, "全区/自查报告.docx"), `人工修改${round}`);
    }
    expect(await write("第三稿")).toBe("全区/自查报告（人工修改保留2）.docx");
  });

  test("写完文档、还没收尾就被中断，下次不会误认为人改过", async () => {
    const interrupted = await openOutput(folder);
    await interrupted.write("全区/自查报告.docx", bytes("第一稿"));
    expect(await write("第二稿")).toBeUndefined();
  });
});
