import { chineseDate, composeLetter } from "../letter.ts";
import type { PaperFacts } from "../paper.ts";
import { docxOf } from "./docx.ts";
import { pdfOf, scannedPdfOf } from "./pdf.ts";
import { jpegOf, type Picture, pngOf } from "./picture.ts";
import { xlsxOf } from "./xlsx.ts";

/** The bytes of a paper in the format that its name says. Throws on a format that the demo does not write. */
export async function writePaper(paper: PaperFacts): Promise<Uint8Array> {
  const fate = paper.planted?.fate;
  if (fate === "renamed-pdf") return pdfOf(paper);
  if (fate === "scanned-pdf") return scannedPdfOf(pictureOf(paper));
  const bytes = await written(paper);
  return fate === undefined ? bytes : afterFate(bytes, fate);
}

/** Half of the bytes; or every part of the package marked as encrypted, as a packer with a password does. */
function afterFate(bytes: Uint8Array, fate: "cut-off" | "locked"): Uint8Array {
  if (fate === "cut-off") return bytes.slice(0, Math.floor(bytes.length / 2));
  const locked = Uint8Array.from(bytes);
  for (let at = 0; at + 10 < locked.length; at++) {
    if (locked[at] !== 0x50 || locked[at + 1] !== 0x4b) continue;
    const flags = locked[at + 2] === 3 && locked[at + 3] === 4 ? at + 6 : locked[at + 2] === 1 && locked[at + 3] === 2 ? at + 8 : undefined;
    if (flags !== undefined) locked[flags] = (locked[flags] ?? 0) | 1;
  }
  return locked;
}

async function written(paper: PaperFacts): Promise<Uint8Array> {
  switch (paper.extension) {
    case "docx":
      return docxOf(paper);
    case "xlsx":
      return xlsxOf(paper);
    case "pdf":
      return pdfOf(paper);
    case "jpg":
      return jpegOf(pictureOf(paper));
    case "png":
      return pngOf(captionOf(paper));
    case "txt":
      return new TextEncoder().encode(textOf(paper));
    default:
      throw new Error(`the demo writes no ${paper.extension}: ${paper.path}`);
  }
}

/** A telephone writes the day into the picture as it writes it into the name. */
function pictureOf(paper: PaperFacts): Picture {
  const { copyOf, takenOn = /(?:^|\/)IMG_20\d{6}_/u.test(paper.path) ? paper.date : undefined } = paper.planted ?? {};
  return {
    caption: captionOf(paper),
    ...(copyOf === undefined ? {} : { copyOf }),
    ...(takenOn === undefined ? {} : { takenOn }),
  };
}

function captionOf(paper: PaperFacts): string {
  return [paper.title, ...paper.says, chineseDate(paper.date), paper.path].filter((text) => text !== "").join("；");
}

function textOf(paper: PaperFacts): string {
  const letter = composeLetter(paper);
  const tail = [paper.issuer, chineseDate(paper.date)];
  return `${[paper.title, letter.opening, ...letter.paragraphs, ...tail].filter((text) => text !== "").join("\r\n")}\r\n`;
}
