import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPdf } from "../../../src/reading/formats/pdf.ts";
import { renderPdfPage } from "../../../src/reading/formats/pdf-page-image.ts";
import { expectKnownOutcome, mutationsOf, readWith, sample, textsOf } from "./outcomes.ts";
import { type Encoding, pdfOf } from "./pdf-samples.ts";

const notice = ["关于印发防汛值班表的通知", "青政发〔2024〕7号", "青石镇人民政府", "2024年6月3日"];

describe("PDF", () => {
  test("逐页逐行读出文字，每行标明所在页", async () => {
    const result = await readWith(readPdf, pdfOf([{ lines: notice }, { lines: ["第二页的一行"] }]), "pdf");
    expect(result).toMatchObject({ ok: true, extract: { format: "pdf", pages: 2, picturePages: 0 } });
    expect(textsOf(result)).toEqual([...notice, "第二页的一行"]);
    expect(result.ok && result.extract.blocks.map((block) => block.at)).toEqual([
      ...notice.map(() => ({ kind: "page", page: 1 })),
      { kind: "page", page: 2 },
    ]);
    expect(result.ok && result.extract.blocks[0]).toMatchObject({ size: 14, role: "body" });
  });

  test.each<Encoding>(["UniGB-UCS2-H", "UniGB-UTF16-H", "GBK-EUC-H", "GBKp-EUC-H", "GB-EUC-H"])(
    "没有嵌入字体的中文（%s）照样读出",
    async (encoding) => {
      const lines = ["森林防火责任书", "签订单位青石镇"];
      expect(textsOf(await readWith(readPdf, pdfOf([{ lines }], encoding), "pdf"))).toEqual(lines);
    },
  );

  test("居中的标题标出居中", async () => {
    const lines = [`${"　".repeat(14)}防汛方案`, "为切实做好今年汛期各项工作确保群众生命财产安全根据上级要求结"];
    const result = await readWith(readPdf, pdfOf([{ lines: [lines[0]?.trim() ?? "", lines[1] ?? ""] }]), "pdf");
    expect(result.ok && result.extract.blocks.map((block) => block.centred)).toEqual([undefined, undefined]);
    const spaced = await readWith(readPdf, pdfOf([{ lines }]), "pdf");
    expect(textsOf(spaced)).toEqual(["防汛方案", lines[1]]);
    expect(spaced.ok && spaced.extract.blocks[0]?.centred).toBe(true);
  });

  test("整页是图、没有文字的页算扫描页，扫描软件的水印不算文字", async () => {
    const pages = [{ lines: [], picture: true }, { lines: ["由扫描全能王扫描创建"], picture: true }, { lines: notice }];
    expect(await readWith(readPdf, pdfOf(pages), "pdf")).toMatchObject({ ok: true, extract: { pages: 3, picturePages: 2 } });
  });

  test("文字转成曲线的页也要识别；只有几条线的空白页不是扫描页", async () => {
    expect(await readWith(readPdf, pdfOf([{ lines: [], strokes: 300 }]), "pdf")).toMatchObject({ ok: true, extract: { picturePages: 1 } });
    expect(await readWith(readPdf, pdfOf([{ lines: [], strokes: 5 }]), "pdf")).toEqual({ ok: false, failure: "no-content" });
  });

  test("有图有文字的页不算扫描页", async () => {
    expect(await readWith(readPdf, pdfOf([{ lines: notice, picture: true }]), "pdf")).toMatchObject({
      ok: true,
      extract: { picturePages: 0 },
    });
  });

  test("一页也没有的 PDF 算没有内容", async () => {
    expect(await readWith(readPdf, pdfOf([]), "pdf")).toMatchObject({ ok: false });
  });

  test("要密码才能打开的读不了；只限制打印的照样读", async () => {
    expect(await readWith(readPdf, sample("locked.pdf"), "pdf")).toEqual({ ok: false, failure: "encrypted" });
    expect(textsOf(await readWith(readPdf, sample("restricted.pdf"), "pdf"))).toEqual(["2024年1月8日"]);
  });

  test("拦腰截断的 PDF 报损坏", async () => {
    expect(await readWith(readPdf, sample("restricted.pdf").slice(0, 3_000), "pdf")).toEqual({ ok: false, failure: "damaged" });
    expect(await readWith(readPdf, new TextEncoder().encode("<html>登录</html>"), "pdf")).toEqual({ ok: false, failure: "damaged" });
  });

  test("超过页数、字数上限的部分不读，并注明", async () => {
    const bytes = pdfOf([{ lines: notice }, { lines: notice }, { lines: notice }]);
    const byPages = await readWith(readPdf, bytes, "pdf", { pages: 2 });
    expect(byPages).toMatchObject({ ok: true, extract: { cut: true, pages: 3 } });
    expect(textsOf(byPages)).toHaveLength(8);
    const byCharacters = await readWith(readPdf, bytes, "pdf", { characters: 15 });
    expect(textsOf(byCharacters).join("")).toBe("关于印发防汛值班表的通知青政发");
    expect(byCharacters).toMatchObject({ extract: { cut: true } });
    expect(await readWith(readPdf, bytes, "pdf")).not.toHaveProperty("extract.cut");
  });

  test("制作日期取自文件属性；不可能的日期不取", async () => {
    const pages = [{ lines: notice }];
    const dated = await readWith(readPdf, pdfOf(pages, "UniGB-UCS2-H", "/CreationDate (D:20240603081500+08'00')"), "pdf");
    expect(dated).toMatchObject({ extract: { createdOn: "2024-06-03" } });
    const impossible = await readWith(readPdf, pdfOf(pages, "UniGB-UCS2-H", "/CreationDate (D:20240231)"), "pdf");
    expect(impossible).not.toHaveProperty("extract.createdOn");
  });

  test("读坏文件之后，好文件照样读得对", async () => {
    const good = pdfOf([{ lines: notice }]);
    for (let i = 0; i < 30; i++) await readWith(readPdf, good.slice(0, 100 + i * 40), "pdf");
    expect(textsOf(await readWith(readPdf, good, "pdf"))).toEqual(notice);
  });

  test("同时读两份，各得其文", async () => {
    const [one, two] = await Promise.all([
      readWith(readPdf, pdfOf([{ lines: ["甲村台账"] }]), "pdf"),
      readWith(readPdf, pdfOf([{ lines: ["乙村台账"] }]), "pdf"),
    ]);
    expect([textsOf(one), textsOf(two)]).toEqual([["甲村台账"], ["乙村台账"]]);
  });

  test("把一页画成 200 点每英寸的图，供识别用", async () => {
    const drawn = await renderPdfPage(pdfOf([{ lines: [], picture: true }]), 1);
    expect(drawn).toMatchObject({ ok: true, value: { width: 1653, height: 2339 } });
    const image = drawn.ok ? drawn.value : undefined;
    expect(image?.data).toHaveLength(1653 * 2339 * 4);
    const corner = Array.from(image?.data.subarray(0, 4) ?? []);
    expect(corner[0]).toBeLessThan(0x60);
    expect(corner[3]).toBe(255);
    expect(await renderPdfPage(pdfOf([{ lines: notice }]), 2)).toEqual({ ok: true, value: undefined });
  });

  test("任意字节、改坏的文件，都得到已知的结果", async () => {
    const valid = pdfOf([{ lines: notice }, { lines: [], picture: true }]);
    await fc.assert(
      fc.asyncProperty(mutationsOf(valid), (bytes) => expectKnownOutcome(readPdf, bytes, "pdf")),
      { numRuns: 150, seed: 3 },
    );
    const locked = sample("locked.pdf");
    await fc.assert(
      fc.asyncProperty(mutationsOf(locked), (bytes) => expectKnownOutcome(readPdf, bytes, "pdf")),
      { numRuns: 50, seed: 4 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (bytes) => expectKnownOutcome(readPdf, bytes, "pdf")),
      { numRuns: 50, seed: 5 },
    );
  }, 60_000);
});
