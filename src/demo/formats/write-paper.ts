import { chineseDate, composeLetter } from "../letter.ts";
import type { PaperFacts } from "../paper.ts";
import { docxOf } from "./docx.ts";
import { pdfOf } from "./pdf.ts";
import { jpegOf, pngOf } from "./picture.ts";
import { xlsxOf } from "./xlsx.ts";

/** The bytes of a paper in the format that its name says. Throws on a format that the demo does not write. */
export async function writePaper(paper: PaperFacts): Promise<Uint8Array> {
  switch (paper.extension) {
    case "docx":
      return docxOf(paper);
    case "xlsx":
      return xlsxOf(paper);
    case "pdf":
      return pdfOf(paper);
    case "jpg":
      return jpegOf(captionOf(paper));
    case "png":
      return pngOf(captionOf(paper));
    case "txt":
      return new TextEncoder().encode(textOf(paper));
    default:
      throw new Error(`the demo writes no ${paper.extension}: ${paper.path}`);
  }
}

function captionOf(paper: PaperFacts): string {
  return [paper.title, ...paper.says, chineseDate(paper.date), paper.path].filter((text) => text !== "").join("；");
}

function textOf(paper: PaperFacts): string {
  const letter = composeLetter(paper);
  const tail = [paper.issuer, chineseDate(paper.date)];
  return `${[paper.title, letter.opening, ...letter.paragraphs, ...tail].filter((text) => text !== "").join("\r\n")}\r\n`;
}
