import { AlignmentType, Document, Packer, Paragraph, TextRun } from "docx";
import { unzipParts, zipParts } from "../../render/ooxml/deterministic-zip.ts";
import { chineseDate, composeLetter } from "../letter.ts";
import type { PaperFacts } from "../paper.ts";

const song = { ascii: "宋体", hAnsi: "宋体", eastAsia: "宋体" };

/** A short paper as .docx: title, 文号, body, 落款, 成文日期. The same paper always gives the same bytes. */
export async function docxOf(paper: PaperFacts): Promise<Uint8Array> {
  const letter = composeLetter(paper);
  const document = new Document({
    creator: paper.issuer,
    title: paper.title,
    sections: [
      {
        children: paper.planted?.lines?.map((text, at) => line(text, at === 0 ? { center: true, size: 44 } : {})) ?? [
          line(paper.title, { center: true, size: 44 }),
          ...(paper.docNumber === "" ? [] : [line(paper.docNumber, { center: true })]),
          line(letter.opening, {}),
          ...letter.paragraphs.map((text) => line(text, { indent: true })),
          line(paper.issuer, { right: true }),
          ...(paper.date === "" ? [] : [line(chineseDate(paper.date), { right: true })]),
        ],
      },
    ],
  });
  return fixTimes(new Uint8Array(await Packer.toArrayBuffer(document)), paper.date);
}

interface Look {
  readonly center?: boolean;
  readonly right?: boolean;
  readonly indent?: boolean;
  readonly size?: number;
}

function line(text: string, look: Look): Paragraph {
  return new Paragraph({
    alignment: look.center === true ? AlignmentType.CENTER : look.right === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
    ...(look.indent === true ? { indent: { firstLine: 640 } } : {}),
    children: [new TextRun({ text, font: song, size: look.size ?? 32 })],
  });
}

/** The library writes the time of day into the package; a paper of the demo was written on its own date. */
function fixTimes(bytes: Uint8Array, date: string): Uint8Array {
  const parts = unzipParts(bytes);
  const core = parts.get("docProps/core.xml");
  if (core !== undefined) {
    const time = `${date === "" ? "2024-01-01" : date}T09:00:00Z`;
    const xml = new TextDecoder().decode(core).replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/gu, time);
    parts.set("docProps/core.xml", new TextEncoder().encode(xml));
  }
  return zipParts(parts);
}
