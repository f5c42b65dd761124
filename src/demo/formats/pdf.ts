import { chineseDate, composeLetter } from "../letter.ts";
import type { PaperFacts } from "../paper.ts";
import { jpegOf, type Picture, pictureSize } from "./picture.ts";

const perLine = 32;
const perPage = 34;

/** A paper as a small PDF with a text layer; the font is named, not embedded, as office printers do it. */
export function pdfOf(paper: PaperFacts): Uint8Array {
  const pages = pagesOf(linesOf(paper));
  const font = 3 + pages.length * 2;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${3 + i * 2} 0 R`).join(" ")}] >>`,
    ...pages.flatMap((lines, i) => pageObjects(lines, 4 + i * 2, font)),
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${font + 1} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${font + 2} 0 R /DW 1000 >>`,
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  return assemble(objects);
}

/** One page that is nothing but a picture, as a scanner makes it. */
export function scannedPdfOf(picture: Picture): Uint8Array {
  const hex = `${Buffer.from(jpegOf(picture)).toString("hex")}>`;
  const paint = "q 595 0 0 842 0 0 cm /P Do Q";
  const { width, height } = pictureSize;
  return assemble([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P 5 0 R >> >> /Contents 4 0 R >>",
    `<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/ASCIIHexDecode /DCTDecode] /Length ${hex.length} >>\nstream\n${hex}\nendstream`,
  ]);
}

function linesOf(paper: PaperFacts): readonly string[] {
  if (paper.planted?.lines !== undefined) return paper.planted.lines.flatMap(wrap);
  const letter = composeLetter(paper);
  const tail = [paper.issuer, ...(paper.date === "" ? [] : [chineseDate(paper.date)])];
  return [paper.title, paper.docNumber, letter.opening, ...letter.paragraphs, ...tail].filter((text) => text !== "").flatMap(wrap);
}

function wrap(text: string): readonly string[] {
  const letters = Array.from(text);
  return Array.from({ length: Math.ceil(letters.length / perLine) }, (_, i) => letters.slice(i * perLine, (i + 1) * perLine).join(""));
}

function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.max(1, Math.ceil(lines.length / perPage)) }, (_, i) => lines.slice(i * perPage, (i + 1) * perPage));
}

function pageObjects(lines: readonly string[], content: number, font: number): readonly string[] {
  const text = lines.map((line) => `<${hexOf(line)}> Tj T*`).join("\n");
  const stream = `BT /F1 14 Tf 22 TL 72 770 Td\n${text}\nET`;
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${content} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

function hexOf(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");
}

/** All parts are ASCII, so that string length is byte length. */
function assemble(objects: readonly string[]): Uint8Array {
  let body = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}
