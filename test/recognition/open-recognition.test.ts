import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openRecognition, type PagesSeen } from "../../src/recognition/open-recognition.ts";

const seen = "{ page, width: 10, height: 10, lines: [], stamp: 'absent' }";

/** A recognising process that does as the case says when it is asked for a page. */
function processThat(onPage: string, start = "process.send({ kind: 'ready', version: '1', runtime: 'wasm' });"): string {
  const path = join(mkdtempSync(join(tmpdir(), "yingkao-child-")), "child.cjs");
  const answer = `for (const page of pages) { ${onPage}; process.send({ kind: 'page', page, seen: ${seen} }); }`;
  writeFileSync(path, `process.on('message', async ({ pages }) => { ${answer} });\n${start}\n`);
  return path;
}

async function recognise(
  code: string,
  signal = new AbortController().signal,
): Promise<{ readonly pages: readonly number[]; readonly lost: readonly number[] }> {
  const recognition = openRecognition({ folder: "unused", signal, secondsPerPage: 2, code });
  try {
    const found: PagesSeen = await recognition.recognise({ bytes: new Uint8Array([1, 2, 3]), format: "pdf", pages: [1, 2, 3] });
    return { pages: found.pages.map(({ page }) => page), lost: found.lost };
  } finally {
    recognition.close();
  }
}

describe("识别进程", () => {
  test("逐页给出结果", async () => {
    expect(await recognise(processThat(""))).toEqual({ pages: [1, 2, 3], lost: [] });
  });

  test("在一页上崩溃：只丢这一页，后面的页接着识别", async () => {
    expect(await recognise(processThat("if (page === 2) process.kill(process.pid, 'SIGSEGV')"))).toEqual({ pages: [1, 3], lost: [2] });
  });

  test("一页超时：只丢这一页", async () => {
    expect(await recognise(processThat("if (page === 2) for (;;);"))).toEqual({ pages: [1, 3], lost: [2] });
  });

  test("最后一页上崩溃，下一份文件照样识别", async () => {
    const recognition = openRecognition({
      folder: "unused",
      signal: new AbortController().signal,
      code: processThat("if (page === 9) process.exit(3)"),
    });
    const request = { bytes: new Uint8Array(1), format: "pdf" } as const;
    expect((await recognition.recognise({ ...request, pages: [9] })).lost).toEqual([9]);
    expect((await recognition.recognise({ ...request, pages: [1] })).pages).toHaveLength(1);
    recognition.close();
  });

  test("起不来的识别程序：所有页都算未识别，不报错", async () => {
    expect(await recognise(processThat("", "process.send({ kind: 'unable' });"))).toEqual({ pages: [], lost: [1, 2, 3] });
    expect(await recognise(processThat("", "process.exit(1);"))).toEqual({ pages: [], lost: [1, 2, 3] });
  });

  test("运行被中断：立刻停下", async () => {
    const controller = new AbortController();
    const running = recognise(processThat("for (;;);"), controller.signal);
    setTimeout(() => controller.abort(), 300);
    await expect(running).rejects.toThrow();
  });
});
