import type { Extract, Reading } from "../model/reading.ts";
import { describeExtract } from "../reading/facts/describe-extract.ts";
import { decodableFormats } from "./decode-picture.ts";
import type { PagesSeen } from "./open-recognition.ts";
import { extractOf, stampOf } from "./page-extract.ts";

/** Less than this on a picture is a banner, a number plate or a clock: the picture stays a photo. */
const leastCharacters = 20;

/** Is it a scan (a PDF all of whose pages are pictures), or a picture that may show a document? */
export function needsRecognition({ format, failure, pages = 1, picturePages = 0 }: Reading): boolean {
  if (failure !== undefined || picturePages < pages) return false;
  return format === "pdf" || decodableFormats.has(format);
}

/** What the recognised pages say. Where too little was found, the reading stays as it was, with what was seen of a seal on a scan. */
export function readingOfPages(seen: PagesSeen, known: Reading, name: string): { readonly reading: Reading; readonly text: string } {
  const extract = extractOf(seen.pages, knownFacts(known));
  const text = extract.blocks.map((block) => block.text).join("\n");
  const stamp = seen.lost.length === 0 ? stampOf(seen.pages) : stampOf(seen.pages) === "present" ? "present" : "unknown";
  const misnamed = known.misnamed === undefined ? {} : { misnamed: known.misnamed };
  const isPhoto = known.format !== "pdf" && meaningful(text) < leastCharacters;
  if (isPhoto || extract.blocks.length === 0) return { reading: isPhoto ? known : { ...known, stamp }, text: "" };
  const picture = known.picture === undefined ? {} : { picture: known.picture };
  return { reading: { ...describeExtract(extract, name), ...picture, ...misnamed, recognised: true, stamp }, text };
}

/** When a paper was photographed says nothing about when it was issued, so the day of the photo is kept from those who look for dates. */

function knownFacts({ format, pages, picturePages, createdOn, picture }: Reading): Omit<Extract, "blocks"> {
  return {
    format,
    ...(pages === undefined ? {} : { pages }),
    ...(picturePages === undefined ? {} : { picturePages }),
    ...(createdOn === undefined ? {} : { createdOn }),
    ...(picture === undefined ? {} : { picture: { width: picture.width, height: picture.height } }),
  };
}

function meaningful(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
