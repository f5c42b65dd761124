import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listTree } from "../../src/io/list-tree.ts";
import { pathMatcher } from "../../src/io/match-paths.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yingkao-list-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe("清点佐证材料", () => {
  test("按名称排好序，空文件夹和顶层文件夹都列出", async () => {
    put("02教育局/b.txt", "乙");
    put("01应急局/a.txt", "甲");
    mkdirSync(join(root, "03空/更空"), { recursive: true });
    const listing = await listTree(root);
    expect(listing.files.map((file) => file.path)).toEqual(["01应急局/a.txt", "02教育局/b.txt"]);
    expect(listing.topFolders).toEqual(["01应急局", "02教育局", "03空"]);
    expect(listing.emptyFolders).toEqual(["03空/更空"]);
  });

  test("符号链接、循环链接、管道都只记名字，不跟进去，不卡住", async () => {
    put("甲/a.txt", "甲");
    symlinkSync("/etc/passwd", join(root, "甲/外面"));
    symlinkSync("..", join(root, "甲/绕圈"));
    execFileSync("mkfifo", [join(root, "甲/管道")]);
    const listing = await listTree(root);
    expect(listing.files.map(({ path, kind }) => [path, kind])).toEqual([
      ["甲/a.txt", "file"],
      ["甲/外面", "symlink"],
      ["甲/管道", "special"],
      ["甲/绕圈", "symlink"],
    ]);
  });

  test("只有可能重复的文件才读内容", async () => {
    put("甲/一.txt", "长短不同");
    put("甲/二.txt", "长短各不同");
    put("甲/三.txt", "同样长度甲");
    put("甲/四.txt", "同样长度乙");
    put("甲/五.txt", "一模一样的内容啊");
    put("乙/六.txt", "一模一样的内容啊");
    const hashed = (await listTree(root)).files.filter((file) => file.contentHash !== undefined);
    expect(hashed.map((file) => file.path)).toEqual(["乙/六.txt", "甲/五.txt"]);
    expect(new Set(hashed.map((file) => file.contentHash)).size).toBe(1);
  });

  test("开头相同、后面不同的大文件不算重复", async () => {
    const head = "同".repeat(3000);
    put("甲/一.bin", `${head}甲`);
    put("甲/二.bin", `${head}乙`);
    put("甲/三.bin", `${head}甲`);
    const hashes = (await listTree(root)).files.map((file) => file.contentHash);
    expect(new Set(hashes).size).toBe(2);
  });

  test("名字里的换行和控制字符原样保留", async () => {
    put("甲/换\n行\u001b[31m.txt", "x");
    expect((await listTree(root)).files[0]?.path).toBe("甲/换\n行\u001b[31m.txt");
  });
});

describe("人工对应里的路径", () => {
  const paths = ["甲/[2024]纪要(一).pdf", "甲/其他/a.pdf", "甲/其他/b.docx", "乙/e\u0301.txt"];
  const matches = (pattern: string): readonly string[] => {
    for (const path of paths) put(path, path);
    return pathMatcher(paths)(pattern);
  };

  test("方括号、圆括号先当作名字里的字", () => {
    expect(matches("甲/[2024]纪要(一).pdf")).toEqual(["甲/[2024]纪要(一).pdf"]);
  });
  test("写文件夹就是里面的全部文件", () => {
    expect(matches("甲/其他/")).toEqual(["甲/其他/a.pdf", "甲/其他/b.docx"]);
  });
  test("可以写通配", () => {
    expect(matches("甲/**/*.pdf")).toEqual(["甲/[2024]纪要(一).pdf", "甲/其他/a.pdf"]);
  });
  test("通配也管到压缩包里面", () => {
    const paths = ["甲/资料.zip/会议/纪要(1).docx", "甲/资料.zip/会议/纪要.docx", "甲/资料.zip/图.jpg"];
    expect(pathMatcher(paths)("甲/*.zip/**/*.docx")).toEqual(["甲/资料.zip/会议/纪要(1).docx", "甲/资料.zip/会议/纪要.docx"]);
    expect(pathMatcher(paths)("甲/**/*(1).docx")).toEqual(["甲/资料.zip/会议/纪要(1).docx"]);
  });
  test("组合字符的两种写法指同一个文件", () => {
    expect(matches("乙/é.txt")).toEqual(["乙/e\u0301.txt"]);
  });
  test("指不到文件就是空的", () => {
    expect(matches("甲/没有.pdf")).toEqual([]);
  });
});
