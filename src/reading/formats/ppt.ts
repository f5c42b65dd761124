import type { TextBlock } from "../../model/reading.ts";
import { failed, type ReaderInput, type ReadResult } from "../reader.ts";
import { openOle } from "./ole.ts";
import { hasMacros, readOleProperties } from "./ole-properties.ts";
import { childrenOf, type PptRecord, recordAt, recordTypes, savedRecords } from "./ppt-records.ts";
import { takeBlocks } from "./take-blocks.ts";

/** .ppt of PowerPoint 97 and later, and .dps: the text of every slide as it was last saved; masters and notes are left out. */
export function readPpt({ bytes, format, limits }: ReaderInput): ReadResult {
  const ole = openOle(bytes);
  if (ole === undefined) return failed("damaged");
  if (ole.names.has("EncryptedPackage") || ole.names.has("EncryptedSummary")) return failed("encrypted");
  const [user, document] = [ole.stream("Current User"), ole.stream("PowerPoint Document")];
  if (user === undefined || document === undefined) return failed("damaged");
  const saved = savedRecords(user, document);
  if (typeof saved === "string") return failed(saved);
  const list = childrenOf(saved.document).find((record) => record.type === recordTypes.slideList && record.instance === 0);
  const slides = list === undefined ? [] : slidesOf(list, (id) => recordAt(document, saved.places.get(id)));
  const { blocks, cut } = takeBlocks(slides.slice(0, limits.pages).flat(), limits);
  if (blocks.length === 0) return failed("no-content");
  const macros = hasMacros(ole);
  const extract = { format, blocks, pages: slides.length, ...dated(readOleProperties(ole)) };
  return {
    ok: true,
    extract: { ...extract, ...(cut || slides.length > limits.pages ? { cut: true } : {}), ...(macros ? { macros } : {}) },
  };
}

/** Pages of the properties would be those of handouts. */
function dated({ createdOn }: ReturnType<typeof readOleProperties>): Pick<ReturnType<typeof readOleProperties>, "createdOn"> {
  return createdOn === undefined ? {} : { createdOn };
}

/** Titles and outlines stand in the list, after the entry of their slide; text boxes stand in the slide itself. */
function slidesOf(list: PptRecord, slideOf: (id: number) => PptRecord | undefined): readonly (readonly TextBlock[])[] {
  const slides: { readonly texts: string[]; readonly own: PptRecord | undefined }[] = [];
  for (const record of childrenOf(list)) {
    if (record.type === recordTypes.slideEntry) slides.push({ texts: [], own: slideOf(idOf(record)) });
    const text = textOf(record);
    if (text !== undefined) slides.at(-1)?.texts.push(text);
  }
  return slides.map(({ texts, own }, index) =>
    [...texts, ...(own === undefined ? [] : textsBelow(own))]
      .flatMap((text) => text.split(/[\r\n\v]+/))
      .flatMap((line) =>
        line.trim() === "" ? [] : [{ text: line.trim(), at: { kind: "slide", slide: index + 1 }, role: "body" } as const],
      ),
  );
}

function idOf({ content }: PptRecord): number {
  return content.length < 4 ? -1 : new DataView(content.buffer, content.byteOffset).getUint32(0, true);
}

/** Drawings nest: groups in groups. Deeper than this nobody draws. */
function textsBelow(record: PptRecord, depth = 0): readonly string[] {
  const text = textOf(record);
  if (text !== undefined) return [text];
  return record.container && depth < 24 ? childrenOf(record).flatMap((child) => textsBelow(child, depth + 1)) : [];
}

function textOf({ type, content }: PptRecord): string | undefined {
  if (type === recordTypes.textChars) return new TextDecoder("utf-16le").decode(content);
  return type === recordTypes.textBytes ? new TextDecoder("latin1").decode(content) : undefined;
}
