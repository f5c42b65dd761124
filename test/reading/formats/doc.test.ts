import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDoc } from "../../../src/reading/formats/doc.ts";
import { openOle } from "../../../src/reading/formats/ole.ts";
import { expectKnownOutcome, mutationsOf, readWith, sample, textsOf } from "./outcomes.ts";

const notice = sample("notice.doc");
/** The document stream begins with its magic number on a sector border. */
const word =
  Array.from({ length: notice.length / 512 }, (_, i) => i * 512).find((at) => notice[at] === 0xec && notice[at + 1] === 0xa5) ?? 0;

describe("DOC 与 WPS", () => {
  test("页眉、正文、表格、文本框、脚注、页脚各读一次，引号照原样", async () => {
    expect(textsOf(await readWith(readDoc, notice, "doc"))).toEqual([
      "青石镇文件",
      "青石镇人民政府关于做好冬季用火管理的通知",
      "青政发〔2024〕7号",
      "各村（社区）：",
      "入冬以来风干物燥，请各村在“三清一排查”中逐户登记，于12月5日前报镇应急办。",
      "村名\t户数",
      "柳树村\t126",
      "青石镇人民政府",
      "2024年11月20日",
      "文本框里的提醒",
      "脚注里的一句话。",
      "第一页",
    ]);
  });

  test("标明每段是页眉、正文、表格行还是页脚", async () => {
    const result = await readWith(readDoc, notice, "doc");
    const roles = result.ok ? result.extract.blocks.map((block) => block.role) : [];
    expect(roles).toEqual(["header", "body", "body", "body", "body", "row", "row", "body", "body", "body", "footer", "footer"]);
    expect(result.ok && result.extract.blocks[1]?.at).toEqual({ kind: "paragraph", paragraph: 1 });
    expect(result).not.toHaveProperty("extract.macros");
  });

  test("加了密码的读不了，说明是密码", async () => {
    expect(await readWith(readDoc, patched([[word + 0x0b, (notice[word + 0x0b] ?? 0) | 1]]), "doc")).toEqual({
      ok: false,
      failure: "encrypted",
    });
  });

  test("Word 95 的文件说明不支持", async () => {
    expect(await readWith(readDoc, patched([[word, 0xdc]]), "doc")).toMatchObject({ ok: false, failure: "unsupported" });
  });

  test("带宏的文件注明有宏，文字照读", async () => {
    const result = await readWith(readDoc, renamed("ObjectPool", "Macros"), "doc");
    expect(result).toMatchObject({ ok: true, extract: { macros: true } });
    expect(textsOf(result)).toContain("青政发〔2024〕7号");
  });

  test("截断的、不是 DOC 的，报损坏", async () => {
    expect(await readWith(readDoc, notice.slice(0, 5_000), "doc")).toEqual({ ok: false, failure: "damaged" });
    expect(await readWith(readDoc, sample("ledger.xls"), "doc")).toEqual({ ok: false, failure: "damaged" });
    expect(await readWith(readDoc, new Uint8Array(2_000), "doc")).toEqual({ ok: false, failure: "damaged" });
  });

  test("超过字数上限的部分不读，并注明", async () => {
    const result = await readWith(readDoc, notice, "doc", { characters: 12 });
    expect(textsOf(result)).toEqual(["青石镇文件", "青石镇人民政府"]);
    expect(result).toMatchObject({ extract: { cut: true } });
  });

  test("扇区链绕成圈、目录绕成圈的文件，报损坏而不是读个没完", async () => {
    const view = new DataView(notice.buffer);
    const table = (view.getInt32(76, true) + 1) * 512;
    const directory = view.getInt32(48, true);
    const circle = patched([0, 1, 2, 3].map((byte) => [table + directory * 4 + byte, (directory >> (byte * 8)) & 0xff]));
    expect(openOle(circle)).toBeUndefined();
    expect(await readWith(readDoc, circle, "doc")).toEqual({ ok: false, failure: "damaged" });
    const hugeTable = patched([
      [44, 0xff],
      [45, 0xff],
      [46, 0xff],
      [47, 0x0f],
    ]);
    expect(await readWith(readDoc, hugeTable, "doc")).toEqual({ ok: false, failure: "damaged" });
  });

  test("任意字节、改坏的文件，都得到已知的结果", async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(notice), (bytes) => expectKnownOutcome(readDoc, bytes, "doc")),
      { numRuns: 400, seed: 6 },
    );
    const tables = fc.array(fc.tuple(fc.nat(1_535), fc.nat(255)), { minLength: 1, maxLength: 6 }).map((changes) => patched(changes));
    await fc.assert(
      fc.asyncProperty(tables, (bytes) => expectKnownOutcome(readDoc, bytes, "doc")),
      { numRuns: 400, seed: 7 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), (bytes) => expectKnownOutcome(readDoc, bytes, "doc")),
      { seed: 8 },
    );
  }, 60_000);
});

function patched(changes: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = Uint8Array.from(notice);
  for (const [at, value] of changes) bytes[at] = value;
  return bytes;
}

/** Gives an entry of the directory a shorter name. */
function renamed(from: string, to: string): Uint8Array {
  const bytes = Buffer.from(notice);
  const at = bytes.indexOf(Buffer.from(from, "utf16le"));
  bytes.fill(0, at, at + 64).write(to, at, "utf16le");
  bytes.writeUInt16LE(to.length * 2 + 2, at + 64);
  return new Uint8Array(bytes);
}
