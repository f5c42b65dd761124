/** Small PDFs by hand: fonts are named, not embedded, as office printers of governments do it. */

export type Encoding = "UniGB-UCS2-H" | "UniGB-UTF16-H" | "GBK-EUC-H" | "GBKp-EUC-H" | "GB-EUC-H";

export interface SamplePage {
  readonly lines: readonly string[];
  /** A grey picture over the whole page. */
  readonly picture?: boolean;
  /** Straight strokes, as in text turned into curves. */
  readonly strokes?: number;
}

export function pdfOf(pages: readonly SamplePage[], encoding: Encoding = "UniGB-UCS2-H", info = ""): Uint8Array {
  const [font, picture] = [3 + pages.length * 2, 6 + pages.length * 2];
  const kids = pages.map((_, i) => `${3 + i * 2} 0 R`).join(" ");
  return assemble(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
      ...pages.flatMap((page, i) => pageObjects(page, 4 + i * 2, font, picture, encoding)),
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${font + 1} 0 R] >>`,
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${font + 2} 0 R /DW 1000 >>`,
      "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
      "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length 9 >>\nstream\n20808020>\nendstream",
      `<< ${info} >>`,
    ],
    7 + pages.length * 2,
  );
}

function pageObjects(page: SamplePage, content: number, font: number, picture: number, encoding: Encoding): readonly string[] {
  const text = page.lines.map((line) => `<${hexOf(line, encoding)}> Tj T*`).join("\n");
  const strokes = Array.from({ length: page.strokes ?? 0 }, (_, i) => `${50 + i} 50 m ${50 + i} 60 l S`).join("\n");
  const stream = `${page.picture === true ? "q 595 0 0 842 0 0 cm /P Do Q\n" : ""}${strokes}\nBT /F1 14 Tf 22 TL 72 770 Td\n${text}\nET`;
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> /XObject << /P ${picture} 0 R >> >> /Contents ${content} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

function hexOf(text: string, encoding: Encoding): string {
  if (!encoding.startsWith("Uni")) return Buffer.concat(Array.from(text, (letter) => Buffer.from(gbk().get(letter) ?? []))).toString("hex");
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}

let table: Map<string, readonly number[]> | undefined;

function gbk(): Map<string, readonly number[]> {
  if (table !== undefined) return table;
  table = new Map(Array.from({ length: 128 }, (_, code) => [String.fromCharCode(code), [code]]));
  const decoder = new TextDecoder("gbk");
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) table.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  return table;
}

function assemble(objects: readonly string[], info: number): Uint8Array {
  let body = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R /Info ${info} 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}
