import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Gathered, type GatherInput, gatherReadings } from "../../src/gathering/gather-readings.ts";
import { compiledReader } from "../../src/gathering/reading-pool.ts";
import { listTree } from "../../src/io/list-tree.ts";
import type { Listing } from "../../src/model/evidence-file.ts";

let work = "";
let root = "";
let cache = "";
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "yingkao-gather-"));
  root = join(work, "evidence");
  cache = join(work, ".yingkao/readings");
  mkdirSync(root);
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function list(): Promise<Listing> {
  return listTree(root, () => undefined, { hash: false });
}

async function gather(more: Partial<GatherInput> = {}): Promise<Gathered> {
  const listing = more.listing ?? (await list());
  return gatherReadings({ root, listing, isEvidence: () => true, cacheFolder: cache, signal: new AbortController().signal, ...more });
}

function hashes({ listing }: Gathered): readonly (string | undefined)[] {
  return listing.files.map(({ contentHash }) => contentHash);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Files that are fresh from the press are not trusted; these tests are not about that. */
function settle(): Promise<void> {
  return wait(2_100);
}

function segments(): readonly string[] {
  return readdirSync(cache).map((name) => join(cache, name));
}

/** A file of many bytes that takes no room on the disk. */
function putLarge(path: string, megabytes: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  const descriptor = openSync(join(root, path), "w");
  ftruncateSync(descriptor, megabytes * 2 ** 20);
  closeSync(descriptor);
}

describe("每份材料读一次", () => {
  test("读过的都有结果和校验值，材料文件夹里什么也不写", async () => {
    put("甲/一.txt", "一");
    put("乙/二.docx", "二");
    put("乙/空.docx", "");
    const before = readdirSync(root, { recursive: true });
    const gathered = await gather();
    expect(hashes(gathered)).toEqual([sha256("二"), undefined, sha256("一")]);
    expect(gathered.readings.of("甲/一.txt")).toBeDefined();
    expect(gathered.readings.of("乙/空.docx")?.failure).toBe("no-content");
    expect(gathered.readings.of("没有的.txt")).toBeUndefined();
    expect(readdirSync(root, { recursive: true })).toEqual(before);
  });

  test("不是材料的不读", async () => {
    put("甲/一.txt", "一");
    put("甲/Thumbs.db", "二");
    const gathered = await gather({ isEvidence: (path) => !path.endsWith("Thumbs.db") });
    expect(gathered.read).toBe(1);
    expect(gathered.readings.of("甲/Thumbs.db")).toBeUndefined();
  });

  test("报出读到第几份，最后一份报到头", async () => {
    for (let number = 0; number < 30; number++) put(`甲/${String(number)}.txt`, String(number));
    const shown: string[] = [];
    await gather({ onProgress: (done, total) => shown.push(`${String(done)}/${String(total)}`) });
    expect(shown).toHaveLength(30);
    expect(shown.at(-1)).toBe("30/30");
  });
});

describe("第二次", () => {
  test("没有改动的一份也不读，结果一样", async () => {
    for (let number = 0; number < 20; number++) put(`甲/${String(number)}.txt`, `第${String(number)}份`);
    await settle();
    const first = await gather();
    const second = await gather();
    expect([first.read, second.read]).toEqual([20, 0]);
    expect(second.listing).toEqual(first.listing);
    for (const { path } of first.listing.files) expect(second.readings.of(path)).toEqual(first.readings.of(path));
  });

  test("大小不变、时间改回去的改动也看得出来", async () => {
    put("甲/一.txt", "二〇二三");
    await settle();
    const { mtime, atime } = statSync(join(root, "甲/一.txt"));
    await gather();
    put("甲/一.txt", "二〇二四");
    utimesSync(join(root, "甲/一.txt"), atime, mtime);
    await settle();
    const second = await gather();
    expect(second.read).toBe(1);
    expect(hashes(second)).toEqual([sha256("二〇二四")]);
  });

  test("刚刚写完的文件下一次还要核对", async () => {
    put("甲/一.txt", "一");
    await gather();
    expect((await gather()).read).toBe(1);
  });

  test("换了名字和位置的，结果跟着内容走", async () => {
    put("甲/一.txt", "一");
    await settle();
    const first = await gather();
    mkdirSync(join(root, "乙"));
    renameSync(join(root, "甲/一.txt"), join(root, "乙/改名.txt"));
    const second = await gather();
    expect(second.readings.of("乙/改名.txt")).toEqual(first.readings.of("甲/一.txt"));
    expect(second.readings.of("甲/一.txt")).toBeUndefined();
  });
});

describe("存下来的读数", () => {
  test("被截断、被写坏的当作没有，重新读", async () => {
    put("甲/一.txt", "一");
    await settle();
    const first = await gather();
    for (const path of segments()) truncateSync(path, statSync(path).size - 1);
    writeFileSync(join(cache, "坏的.readings"), "{不是");
    writeFileSync(join(cache, "空的.readings"), "");
    const second = await gather();
    expect(second.read).toBe(1);
    expect(second.readings.of("甲/一.txt")).toEqual(first.readings.of("甲/一.txt"));
    expect((await gather()).read).toBe(0);
  });

  test("读到一半被整个删掉，这一次照样读完，下一次重新读", async () => {
    for (let number = 0; number < 50; number++) put(`甲/${String(number)}.txt`, `第${String(number)}份`);
    await settle();
    await gather();
    put("甲/新的.txt", "新的");
    const second = await gather({ onProgress: () => rmSync(join(work, ".yingkao"), { recursive: true, force: true }) });
    expect(second.keepFailure).toBeUndefined();
    for (const { path } of second.listing.files) expect(second.readings.of(path), path).toBeDefined();
    rmSync(join(work, ".yingkao"), { recursive: true, force: true });
    expect((await gather()).read).toBe(51);
  });

  test("存不进去的时候照样读完，说明原因", async () => {
    put("甲/一.txt", "一");
    writeFileSync(join(work, ".yingkao"), "挡路的文件");
    const gathered = await gather();
    expect(gathered.readings.of("甲/一.txt")).toBeDefined();
    expect(gathered.keepFailure).toMatch(/^E[A-Z]+$/u);
  });

  test("两次运行同时读、同时写，互不妨碍", async () => {
    for (let number = 0; number < 60; number++) put(`甲/${String(number)}.txt`, `第${String(number)}份`);
    await settle();
    const [one, other] = await Promise.all([gather(), gather()]);
    expect(hashes(one)).toEqual(hashes(other));
    expect((await gather()).read).toBe(0);
  });

  test("零碎的会并成一个，并过以后一份也不用重读", async () => {
    for (let number = 0; number < 12; number++) {
      put(`甲/${String(number)}.txt`, `第${String(number)}份`);
      await gather();
    }
    await settle();
    await gather();
    expect(segments().length).toBeLessThan(12);
    expect((await gather()).read).toBe(0);
  });
});

describe("读的时候出的事", () => {
  test("清点以后消失的、换成管道的、换成链接的，各自说明，别的照读", async () => {
    for (const name of ["一", "二", "三", "四"]) put(`甲/${name}.txt`, name);
    const listing = await list();
    rmSync(join(root, "甲/一.txt"));
    rmSync(join(root, "甲/二.txt"));
    execFileSync("mkfifo", [join(root, "甲/二.txt")]);
    rmSync(join(root, "甲/三.txt"));
    symlinkSync("四.txt", join(root, "甲/三.txt"));
    const { readings, listing: after } = await gather({ listing });
    const told = (path: string) => [readings.of(path)?.failure, readings.of(path)?.failureDetail];
    expect(told("甲/一.txt")).toEqual(["unreadable", "ENOENT"]);
    expect(told("甲/二.txt")).toEqual(["unreadable", "EINVAL"]);
    expect(told("甲/三.txt")).toEqual(["unreadable", "ELOOP"]);
    expect(after.files.find(({ path }) => path === "甲/四.txt")?.contentHash).toBe(sha256("四"));
  });

  test("太大的不读，大小相同的两份仍然比对是不是同一份", async () => {
    putLarge("甲/大.pdf", 130);
    putLarge("甲/更大.pdf", 131);
    putLarge("乙/更大.pdf", 131);
    await settle();
    const first = await gather();
    for (const { path } of first.listing.files) expect(first.readings.of(path)?.failure).toBe("too-large");
    const [b, a, c] = hashes(first);
    expect(a).toBeUndefined();
    expect(b).toBe(c);
    expect(b).toMatch(/^[0-9a-f]{64}$/u);
    const second = await gather();
    expect([second.read, second.listing]).toEqual([0, first.listing]);
  });

  test.skipIf(compiledReader() === undefined)("超过时限的停下来，说明，不再等", async () => {
    putLarge("甲/大.pdf", 100);
    const { readings } = await gather({ seconds: 0.001 });
    expect(readings.of("甲/大.pdf")?.failure).toBe("timed-out");
    expect((await gather()).readings.of("甲/大.pdf")?.failure).not.toBe("timed-out");
  });

  test("按 Ctrl-C 就停，读过的留着", async () => {
    for (let number = 0; number < 200; number++) put(`甲/${String(number)}.txt`, `第${String(number)}份`);
    await settle();
    const controller = new AbortController();
    const stopped = gather({ signal: controller.signal, onProgress: (done) => (done === 100 ? controller.abort() : undefined) });
    await expect(stopped).rejects.toThrow();
    const { read } = await gather();
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(100);
  });
});
