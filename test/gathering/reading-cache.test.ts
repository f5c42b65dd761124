import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCache, type ReadingCache } from "../../src/gathering/reading-cache.ts";
import { unread } from "../../src/model/reading.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yingkao-cache-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

function add(cache: ReadingCache, name: string): void {
  cache.addFile({ path: `甲/${name}.docx`, stamp: name, key: `${name}.docx` });
  const text = new Uint8Array(deflateRawSync(Buffer.from(`${name}的正文`)));
  cache.addReading({ key: `${name}.docx`, bytes: 10, reading: { ...unread("docx", "unsupported"), length: name.length }, text });
}

/** One segment a file, as runs that are interrupted often leave behind. */
async function fill(): Promise<void> {
  for (const name of names) {
    const cache = openCache(folder, "甲版");
    add(cache, name);
    await cache.flush();
  }
}

function texts(cache: ReadingCache): readonly (string | undefined)[] {
  return names.map((name) => cache.text(cache.keyOf(`甲/${name}.docx`, name) ?? ""));
}

const all = names.map((name) => `${name}的正文`);

describe("存下来的正文", () => {
  test("下一次按需取出，一字不差", async () => {
    await fill();
    const cache = openCache(folder, "甲版");
    expect(texts(cache)).toEqual(all);
    expect(cache.reading("三.docx")).toEqual({ ...unread("docx", "unsupported"), length: 1 });
  });

  test("零碎的并成一个以后还在，没有人要的扔掉", async () => {
    await fill();
    const cache = openCache(folder, "甲版");
    await cache.tidy(({ path }) => path !== "甲/十.docx", []);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(texts(openCache(folder, "甲版"))).toEqual([...all.slice(0, -1), undefined]);
    // Whoever had the old segments open is not disturbed.
    expect(texts(cache)).toEqual(all);
  });

  test("两次运行同时并，并完一份也不少", async () => {
    await fill();
    const [one, other] = [openCache(folder, "甲版"), openCache(folder, "甲版")];
    await Promise.all([one.tidy(() => true, []), other.tidy(() => true, [])]);
    expect(texts(openCache(folder, "甲版"))).toEqual(all);
  });

  test("没有登记文件的读数（刚写完的文件）也留着，按大小找得到", async () => {
    const cache = openCache(folder, "甲版");
    cache.addReading({ key: "新.docx", bytes: 77, reading: unread("docx", "unsupported"), text: new Uint8Array(0) });
    await cache.tidy(() => true, ["新.docx"]);
    expect(openCache(folder, "甲版").keysOfSize(77)).toEqual(["新.docx"]);
  });

  test("读法改了版本，旧的不用，也不留", async () => {
    await fill();
    const cache = openCache(folder, "乙版");
    expect(cache.keyOf("甲/一.docx", "一")).toBeUndefined();
    await cache.tidy(() => true, []);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("哪里都存不下的时候，这一次里还能取", () => {
    const cache = openCache(undefined, "甲版");
    for (const name of names) add(cache, name);
    expect(texts(cache)).toEqual(all);
  });
});
