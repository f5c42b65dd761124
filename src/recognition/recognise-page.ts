import type { DocumentFormat } from "../model/document-format.ts";
import { renderPdfPage } from "../reading/formats/pdf-page-image.ts";
import { decodePicture } from "./decode-picture.ts";
import { looksLikePaper } from "./looks-like-paper.ts";
import type { RecognisedPage } from "./page-extract.ts";
import type { Picture } from "./picture.ts";
import type { Recogniser } from "./recogniser.ts";
import { redStamp } from "./red-stamp.ts";

/** Draws or decodes one page and recognises it; undefined when there is no picture of it. May reject when the runtime fails. */
export async function recognisePage(
  recogniser: Recogniser,
  bytes: Uint8Array,
  format: DocumentFormat,
  page: number,
): Promise<RecognisedPage | undefined> {
  const picture = await pictureOf(bytes, format, page);
  if (picture === undefined) return undefined;
  const { width, height } = picture;
  // A page of a PDF was found to be a scan; a picture may as well be a photo of people.
  if (format !== "pdf" && !looksLikePaper(picture)) return { page, width, height, lines: [], stamp: "unknown" };
  return { page, width, height, lines: await recogniser.recognise(picture), stamp: redStamp(picture) };
}

async function pictureOf(bytes: Uint8Array, format: DocumentFormat, page: number): Promise<Picture | undefined> {
  if (format !== "pdf") return decodePicture(bytes, format);
  const drawn = await renderPdfPage(bytes, page);
  return drawn.ok ? drawn.value : undefined;
}
