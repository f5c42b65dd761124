import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyChange, changedSince, prepareChange, readRecords, undoChange, unfinishedChange } from "../../src/io/change-set.ts";

let root = "";
let store = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yingkao-change-"));
  store = join(root, "版本迁移");
  writeFileSync(join(root, "甲.yaml"), "\uFEFF甲\r\n旧 \n");
  writeFileSync(join(root, "乙.yaml"), "乙旧");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const changes = [
  { path: "甲.yaml", content: "甲新\n" },
  { path: "新/丙.yaml", content: "丙" },
  { path: "乙.yaml", content: "乙新" },
];
const read = (path: string): string | undefined => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined);
const all = (): readonly (string | undefined)[] => ["甲.yaml", "新/丙.yaml", "乙.yaml"].map(read);
const before = ["\uFEFF甲\r\n旧 \n", undefined, "乙旧"];
const after = ["甲新\n", "丙", "乙新"];

test("改了以后撤销，一个字节都不差，新加的文件也去掉", async () => {
  const record = await prepareChange(root, store, changes, {});
  expect(all()).toEqual(before);
  await applyChange(root, store, record);
  expect(all()).toEqual(after);
  const [kept] = readRecords(store);
  if (kept === undefined) throw new Error("no record");
  expect(kept.state).toBe("applied");
  await undoChange(root, store, kept);
  expect(all()).toEqual(before);
  expect(readRecords(store).map(({ state }) => state)).toEqual(["undone"]);
});

test("改到一半中断：能写完，也能撤销", async () => {
  const record = await prepareChange(root, store, changes, {});
  writeFileSync(join(root, "甲.yaml"), "甲新\n");
  expect(unfinishedChange(store)?.number).toBe(1);
  expect(changedSince(root, record)).toEqual([]);
  await applyChange(root, store, record);
  expect(all()).toEqual(after);
  writeFileSync(join(root, "甲.yaml"), before[0] ?? "");
  await undoChange(root, store, record);
  expect(all()).toEqual(before);
});

test("换版以后别人改过的文件报得出来，强行撤销时留一份", async () => {
  const record = await prepareChange(root, store, changes, {});
  await applyChange(root, store, record);
  writeFileSync(join(root, "乙.yaml"), "后来改的");
  expect(changedSince(root, record)).toEqual(["乙.yaml"]);
  await undoChange(root, store, record);
  expect(all()).toEqual(before);
  expect(readFileSync(join(store, "1/撤销前/乙.yaml"), "utf8")).toBe("后来改的");
});

test("还没动文件就中断的，留下的半截备份不作数；记录读不出的备份不动", async () => {
  mkdirSync(join(store, "1/原件"), { recursive: true });
  writeFileSync(join(store, "1/原件/甲.yaml"), "半截");
  expect((await prepareChange(root, store, changes, {})).number).toBe(1);
  writeFileSync(join(store, "1/迁移记录.json"), "{");
  expect((await prepareChange(root, store, changes, {})).number).toBe(2);
  expect(readFileSync(join(store, "1/原件/乙.yaml"), "utf8")).toBe("乙旧");
});
