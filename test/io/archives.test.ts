import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gatherReadings } from "../../src/gathering/gather-readings.ts";
import { listTree } from "../../src/io/list-tree.ts";
import type { ListedFile } from "../../src/model/evidence-file.ts";
import { makeZip } from "../gathering/make-zip.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yingkao-zip-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
}

async function listed(): Promise<readonly ListedFile[]> {
  return (await listTree(root)).files;
}

async function told(): Promise<readonly string[]> {
  return (await listed()).map(({ path, archive, archiveFailure }) =>
    [path, ...(archive?.unsafeName === true ? ["越界"] : []), ...(archiveFailure === undefined ? [] : [archiveFailure])].join(" "),
  );
}

/** 会议纪要.docx in GB18030. */
const gbkName = Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0xbc, 0xcd, 0xd2, 0xaa, ...Buffer.from(".docx")]);
/** 联通.txt in GB18030: also valid UTF-8. */
const ambiguousName = Buffer.from([0xc1, 0xaa, 0xcd, 0xa8, ...Buffer.from(".txt")]);

describe("压缩包当文件夹", () => {
  test("里面的文件逐个列出，指明在哪个压缩包里，压缩包本身不再列", async () => {
    put(
      "应急局/资料.zip",
      makeZip([
        { name: "会议/", content: "" },
        { name: "会议/纪要.docx", content: "一" },
        { name: "a.txt", content: "二二" },
      ]),
    );
    const files = await listed();
    expect(files.map(({ path, bytes, archive }) => [path, bytes, archive?.path])).toEqual([
      ["应急局/资料.zip/a.txt", 6, "应急局/资料.zip"],
      ["应急局/资料.zip/会议/纪要.docx", 3, "应急局/资料.zip"],
    ]);
  });

  test("压缩包直接放在最上层，也算一个文件夹", async () => {
    put("应急局.zip", makeZip([{ name: "纪要.docx", content: "一" }]));
    expect((await listTree(root)).topFolders).toEqual(["应急局.zip"]);
  });

  test("名称没有标 UTF-8 的按国标编码读", async () => {
    put("甲/a.zip", makeZip([{ name: gbkName, content: "一" }]));
    put("甲/b.zip", makeZip([{ name: ambiguousName, content: "一" }]));
    put("甲/c.zip", makeZip([{ name: Buffer.from("没有标记的 UTF-8.txt"), content: "一" }]));
    expect(await told()).toEqual(["甲/a.zip/会议纪要.docx", "甲/b.zip/联通.txt", "甲/c.zip/没有标记的 UTF-8.txt"]);
  });

  test("指向压缩包以外的路径留在压缩包里，并且记下来", async () => {
    const names = ["../../../etc/passwd", "/根/a.txt", "C:\\Windows\\b.txt", "甲/./乙.txt", "旧程序\\丙.txt"];
    put("甲/a.zip", makeZip(names.map((name) => ({ name, content: "一" }))));
    expect(await told()).toEqual([
      "甲/a.zip/C_/Windows/b.txt 越界",
      "甲/a.zip/__/__/__/etc/passwd 越界",
      "甲/a.zip/旧程序/丙.txt",
      "甲/a.zip/根/a.txt 越界",
      "甲/a.zip/甲/乙.txt",
    ]);
  });

  test("同名的两份都列出", async () => {
    put("甲/a.zip", makeZip([1, 2, 3].map((number) => ({ name: "会议/纪要.docx", content: "一".repeat(number) }))));
    expect(await told()).toEqual(["甲/a.zip/会议/纪要.docx", "甲/a.zip/会议/纪要（重名2）.docx", "甲/a.zip/会议/纪要（重名3）.docx"]);
  });

  test("压缩包里的压缩包展开一层，再里面的不展开", async () => {
    const innermost = makeZip([{ name: "丁.txt", content: "一" }]);
    const inner = makeZip([
      { name: "再里面.zip", content: innermost },
      { name: "丙.txt", content: "一" },
    ]);
    put("甲/外.zip", makeZip([{ name: "里/内.zip", content: inner }]));
    expect(await told()).toEqual(["甲/外.zip/里/内.zip/丙.txt", "甲/外.zip/里/内.zip/再里面.zip too-large"]);
  });

  test("扩展名是 zip 的办公文档是一份文件；不是 zip 的照原样列出", async () => {
    put(
      "甲/a.zip",
      makeZip([
        { name: "[Content_Types].xml", content: "<Types/>" },
        { name: "word/document.xml", content: "<w/>" },
      ]),
    );
    put("甲/b.zip", "Rar!\u001a");
    put("甲/没有扩展名", makeZip([{ name: "纪要.docx", content: "一" }]));
    expect(await told()).toEqual(["甲/a.zip", "甲/b.zip", "甲/没有扩展名/纪要.docx"]);
  });

  test("空的、坏的、炸弹、文件太多的压缩包不展开，说明原因", async () => {
    put("甲/a.zip", makeZip([]));
    put("甲/b.zip", makeZip([{ name: "纪要.docx", content: "一" }]).subarray(0, 60));
    put("甲/c.zip", makeZip([{ name: "空白.txt", content: "一", claims: 0xf000_0000 }]));
    put("甲/d.zip", makeZip(Array.from({ length: 20_001 }, (_, index) => ({ name: `${String(index)}.txt`, content: "" }))));
    expect(await told()).toEqual(["甲/a.zip no-content", "甲/b.zip damaged", "甲/c.zip bomb", "甲/d.zip too-large"]);
  });
});

describe("读压缩包里的文件", () => {
  async function gathered() {
    const listing = await listTree(root, () => undefined, { hash: false });
    const signal = new AbortController().signal;
    return gatherReadings({ root, listing, isEvidence: () => true, cacheFolder: undefined, signal });
  }

  test("读到的就是压缩前的内容，压缩包里套压缩包也一样", async () => {
    const content = "会议纪要".repeat(1000);
    put(
      "甲/外.zip",
      makeZip([
        { name: "内.zip", content: makeZip([{ name: "里.txt", content }]) },
        { name: "外.txt", content },
      ]),
    );
    const { listing } = await gathered();
    const hash = createHash("sha256").update(content).digest("hex");
    expect(listing.files.map(({ path, contentHash }) => [path, contentHash])).toEqual([
      ["甲/外.zip/内.zip/里.txt", hash],
      ["甲/外.zip/外.txt", hash],
    ]);
  });

  test("有密码的、大小说谎的、内容对不上校验的，各有各的说法", async () => {
    const broken = makeZip([{ name: "坏.txt", content: "会议纪要".repeat(100) }]);
    broken.writeUInt32LE(1, broken.indexOf("PK\u0001\u0002", 0, "latin1") + 16);
    put("甲/坏.zip", broken);
    put("甲/炸.zip", makeZip([{ name: "炸.txt", content: "一".repeat(1000), claims: 30 }]));
    put("甲/锁.zip", makeZip([{ name: "锁.txt", content: "一", encrypted: true }]));
    const { listing, readings } = await gathered();
    expect(listing.files.map(({ path }) => [path, readings.of(path)?.failure])).toEqual([
      ["甲/坏.zip/坏.txt", "damaged"],
      ["甲/炸.zip/炸.txt", "bomb"],
      ["甲/锁.zip/锁.txt", "encrypted"],
    ]);
  });
});
