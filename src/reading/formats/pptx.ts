import type { TextBlock } from "../../model/reading.ts";
import { type BlockCollector, collectBlocks, toResult } from "../collect-blocks.ts";
import { decodeXml } from "../decode-text.ts";
import { officeProperties, propertyParts } from "../office-properties.ts";
import { failed, type ReaderInput, type ReadResult } from "../reader.ts";
import { readRelations } from "../relations.ts";
import { type Archive, openArchive } from "../unzip.ts";
import { attribute, scanXml, unescapeText } from "../xml-scan.ts";

const main = "ppt/presentation.xml";
const mainRelations = "ppt/_rels/presentation.xml.rels";

/** Slides in the order they are shown, each with its notes behind it. */
export function readPptx({ bytes, limits }: ReaderInput): ReadResult {
  const archive = openArchive(bytes, limits);
  if (!archive.ok) return archive;
  if (!archive.names.includes(main)) return failed("damaged", "没有演示文稿部件");
  const read = archive.read([main, mainRelations, ...propertyParts]);
  if (!read.ok) return read;
  const slides = slideParts(
    decodeXml(read.parts.get(main) ?? new Uint8Array()),
    decodeXml(read.parts.get(mainRelations) ?? new Uint8Array()),
  );
  const collector = collectBlocks(limits);
  if (slides.length > limits.pages || archive.cut) collector.markCut();
  let picturePages = 0;
  for (const [index, part] of slides.slice(0, limits.pages).entries()) {
    if (collector.full()) break;
    const shown = readSlide(archive, part, index + 1, collector);
    if (!shown.ok) return shown;
    if (shown.pictureOnly) picturePages += 1;
  }
  const { createdOn } = officeProperties(read.parts);
  return toResult(
    {
      format: "pptx",
      pages: slides.length,
      ...(picturePages > 0 ? { picturePages } : {}),
      ...(archive.names.some((name) => name.endsWith("vbaproject.bin")) ? { macros: true } : {}),
      ...(createdOn === undefined ? {} : { createdOn }),
    },
    collector,
  );
}

function slideParts(xml: string, relations: string): readonly string[] {
  const targets = readRelations(relations, "ppt/");
  const parts: string[] = [];
  scanXml(xml, {
    text: () => undefined,
    close: () => false,
    open: (name, tag) => {
      // A slide has an id of its own before that of its relation.
      const part = name === "sldId" ? targets.get(/\w+:id\s*=\s*["']([^"']+)/.exec(tag)?.[1] ?? "") : undefined;
      if (part !== undefined) parts.push(part);
      return false;
    },
  });
  return parts;
}

type SlideRead = { readonly ok: true; readonly pictureOnly: boolean } | Extract<ReadResult, { readonly ok: false }>;

function readSlide(archive: Archive, part: string, slide: number, collector: BlockCollector): SlideRead {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const read = archive.read([part, relations]);
  if (!read.ok) return read;
  const before = collector.blocks.length;
  const pictures = readShapes(decodeXml(read.parts.get(part) ?? new Uint8Array()), slide, collector);
  const pictureOnly = collector.blocks.length === before && pictures > 0;
  const targets = readRelations(decodeXml(read.parts.get(relations) ?? new Uint8Array()), folder);
  const notes = [...targets.values()].find((target) => /\/notesSlides\//.test(target));
  const notesRead = archive.read(notes === undefined ? [] : [notes]);
  if (!notesRead.ok) return notesRead;
  for (const bytes of notesRead.parts.values()) readShapes(decodeXml(bytes), slide, collector);
  return { ok: true, pictureOnly };
}

/** Paragraphs of the shapes, rows of the tables. Slide numbers and dates of the layout are no text. Returns the number of pictures. */
function readShapes(xml: string, slide: number, collector: BlockCollector): number {
  let text = "";
  let inText = false;
  let passing = 0;
  let pictures = 0;
  let placeholder = "";
  let cells: string[] | undefined;
  let lines: string[] = [];
  const finish = (): void => {
    if (/^(?:sldNum|dt|ftr|hdr|sldImg)$/.test(placeholder)) return;
    if (cells !== undefined) lines.push(text.trim());
    else collector.add({ text, at: { kind: "slide", slide }, role: roleOf(placeholder, slide) });
  };
  scanXml(xml, {
    text: (raw) => {
      if (inText && passing === 0) text += unescapeText(raw);
    },
    open: (name, tag) => {
      if (name === "Fallback") passing += 1;
      if (name === "t") inText = true;
      else if (name === "p") text = "";
      else if (name === "br") text += "\n";
      else if (name === "ph") placeholder = attribute(tag, "type") ?? "body";
      else if (name === "tr") cells = [];
      else if (name === "blip" && passing === 0) pictures += 1;
      return false;
    },
    close: (name) => {
      if (name === "Fallback") passing -= 1;
      if (name === "t") inText = false;
      else if (name === "sp") placeholder = "";
      else if (name === "p" && passing === 0) finish();
      else if (name === "tc") cells?.push(lines.splice(0).join("\n"));
      else if (name === "tr") {
        collector.add({ text: (cells ?? []).join("\t"), at: { kind: "slide", slide }, role: "row" });
        cells = undefined;
        lines = [];
      }
      return collector.full();
    },
  });
  return pictures;
}

function roleOf(placeholder: string, slide: number): TextBlock["role"] {
  if (placeholder !== "title" && placeholder !== "ctrTitle") return "body";
  return slide === 1 ? "title" : "heading";
}
