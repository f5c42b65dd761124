import { type CalendarDate, makeDate } from "../../model/dates.ts";
import type { TextBlock } from "../../model/reading.ts";
import { failed, type ReaderInput, type ReadingLimits, type ReadResult } from "../reader.ts";
import { linesOfPage } from "./pdf-lines.ts";
import { showsScan } from "./pdf-picture-page.ts";
import { type OpenPdf, utf16At, withBuffer, withPdf } from "./pdfium.ts";

interface PagesRead {
  readonly blocks: readonly TextBlock[];
  readonly pages: number;
  readonly picturePages: number;
  readonly cut: boolean;
  /** Pages that pdfium could not open. */
  readonly broken: number;
  readonly createdOn: CalendarDate | undefined;
}

/** PDF: each line of each page is a block, because 标题, 落款 and 日期 are told by their lines. */
export async function readPdf({ bytes, format, limits }: ReaderInput): Promise<ReadResult> {
  const outcome = await withPdf(bytes, (pdf) => readPages(pdf, limits), limits.totalBytes);
  if (!outcome.ok) return failed(outcome.failure);
  const { blocks, pages, picturePages, cut, broken, createdOn } = outcome.value;
  if (blocks.length === 0 && picturePages === 0) return failed(broken > 0 ? "damaged" : "no-content");
  return {
    ok: true,
    extract: { format, blocks, pages, picturePages, ...(cut ? { cut } : {}), ...(createdOn === undefined ? {} : { createdOn }) },
  };
}

function readPages(pdf: OpenPdf, limits: ReadingLimits): PagesRead {
  const pages = pdf.pdfium._FPDF_GetPageCount(pdf.document);
  const last = Math.min(pages, limits.pages);
  const blocks: TextBlock[] = [];
  let [page, characters, picturePages, broken] = [0, 0, 0, 0];
  for (; page < last && characters < limits.characters; page++) {
    const read = readPage(pdf, page);
    if (read === undefined) broken++;
    else if (read.scan) picturePages++;
    for (const block of read?.blocks ?? []) {
      const text = block.text.slice(0, limits.characters - characters);
      characters += block.text.length;
      if (text.trim() !== "") blocks.push({ ...block, text });
    }
  }
  const cut = page < pages || characters > limits.characters || broken > 0;
  return { blocks, pages, picturePages, cut, broken, createdOn: createdOn(pdf) };
}

function readPage(
  { pdfium, document }: OpenPdf,
  index: number,
): { readonly blocks: readonly TextBlock[]; readonly scan: boolean } | undefined {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) return undefined;
  try {
    const blocks = linesOfPage(pdfium, page, index + 1);
    return { blocks, scan: showsScan(pdfium, page, blocks) };
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}

/** CreationDate: D:20240315093000+08'00'. The day as the program wrote it, in its own time zone. */
function createdOn({ pdfium, document }: OpenPdf): CalendarDate | undefined {
  const [tag, room] = ["CreationDate", 128];
  const written = withBuffer(pdfium, room + tag.length + 1, (buffer) => {
    pdfium.HEAPU8.set(new TextEncoder().encode(`${tag}\0`), buffer + room);
    const bytes = pdfium._FPDF_GetMetaText?.(document, buffer + room, buffer, room) ?? 0;
    return bytes > room ? "" : utf16At(pdfium, buffer, Math.max(0, bytes / 2 - 1));
  });
  const day = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(written ?? "");
  return day === null ? undefined : makeDate(Number(day[1]), Number(day[2]), Number(day[3]));
}
