import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { makeZip } from "../gathering/make-zip.ts";
import { recordingEnvironment } from "../recording-environment.ts";

const work = mkdtempSync(join(tmpdir(), "yingkao-reading-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function workspace(name: string): string {
  const folder = join(work, name);
  cpSync(resolve(import.meta.dirname, "../../fixtures/全部齐备"), folder, { recursive: true });
  return folder;
}

function meetings(folder: string): string {
  return join(folder, "evidence/01应急局/1.定期研究部署安全生产");
}

async function check(folder: string, ...more: readonly string[]) {
  const terminal = recordingEnvironment(folder);
  const code = await main(["check", "--all", ...more], terminal.environment);
  return { code, printed: terminal.printed(), complained: terminal.complained() };
}

function totals(scorecard: string): unknown {
  return (JSON.parse(scorecard) as { readonly totals: unknown }).totals;
}

describe("check 读内容", () => {
  test("读过的存在工作区里，材料文件夹里什么也不写；只看名称时不读也不存", async () => {
    const folder = workspace("存");
    await check(folder, "--names-only");
    expect(existsSync(join(folder, ".yingkao"))).toBe(false);
    const before = readdirSync(join(folder, "evidence"), { recursive: true });
    await check(folder);
    expect(readdirSync(join(folder, ".yingkao/readings")).length).toBeGreaterThan(0);
    expect(readdirSync(join(folder, "evidence"), { recursive: true })).toEqual(before);
  });

  test("存的地方绕进了材料文件夹的，什么也不写，提醒一次", async () => {
    const folder = workspace("绕进去");
    symlinkSync("evidence", join(folder, ".yingkao"));
    const before = readdirSync(join(folder, "evidence"), { recursive: true });
    const { complained } = await check(folder);
    expect(complained.match(/下次要从头再读/gu)).toHaveLength(1);
    expect(readdirSync(join(folder, "evidence"), { recursive: true })).toEqual(before);
  });

  test("坏了的压缩包指出来，别的照评，退出码 3", async () => {
    const folder = workspace("坏");
    writeFileSync(join(meetings(folder), "资料.zip"), makeZip([{ name: "纪要.docx", content: "一" }]).subarray(0, 50));
    const { code, printed } = await check(folder);
    expect(code).toBe(3);
    expect(printed).toContain("文件已损坏，打不开");
  });

  test("压缩包里的材料和文件夹里的一样核对", async () => {
    const folder = workspace("压缩包");
    const [name = ""] = readdirSync(meetings(folder));
    rmSync(join(meetings(folder), name));
    const { printed: without } = await check(folder, "--names-only", "--json");
    writeFileSync(join(meetings(folder), "会议.zip"), makeZip([{ name, content: "纪要" }]));
    const { printed: inside } = await check(folder, "--names-only", "--json");
    expect(inside).not.toBe(without);
    const { printed: asBefore } = await check(workspace("原样"), "--names-only", "--json");
    expect(totals(inside)).toEqual(totals(asBefore));
  });

  test("太大的没有读，说明白", async () => {
    const folder = workspace("大");
    const [name = ""] = readdirSync(meetings(folder));
    truncateSync(join(meetings(folder), name), 130 * 2 ** 20);
    expect((await check(folder)).printed).toContain("文件太大，没有读内容");
  });
});
