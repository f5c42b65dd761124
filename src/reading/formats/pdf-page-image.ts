import { type Pdfium, type PdfOutcome, withBuffer, withPdf } from "./pdfium.ts";

/** RGBA, four bytes a pixel, rows from the top. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** FPDFBitmap_BGRA; FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER: stamps are often annotations, and RGBA is what everybody else takes. */
const [bgra, flags] = [4, 0x01 | 0x10];
const white = 0xffffffff;
/** A0 at 200 dpi has 62 million; more is a trap. */
const mostPixels = 40_000_000;

/**
 * Draws one page for recognition. `page` counts from 1; 200 dpi suits OCR of 三号 type.
 * A page that does not exist or is too large for 40 million pixels even at 72 dpi gives value undefined.
 */
export function renderPdfPage(bytes: Uint8Array, page: number, dpi = 200): Promise<PdfOutcome<PageImage | undefined>> {
  return withPdf(bytes, ({ pdfium, document }) => {
    if (page < 1 || page > pdfium._FPDF_GetPageCount(document)) return undefined;
    const loaded = pdfium._FPDF_LoadPage(document, page - 1);
    if (loaded === 0) return undefined;
    try {
      return draw(pdfium, loaded, dpi);
    } finally {
      pdfium._FPDF_ClosePage(loaded);
    }
  });
}

function draw(pdfium: Pdfium, page: number, dpi: number): PageImage | undefined {
  const size = [dpi, 100, 72].map((each) => sizeAt(pdfium, page, each)).find(({ width, height }) => width * height <= mostPixels);
  if (size === undefined || size.width < 1 || size.height < 1) return undefined;
  const { width, height } = size;
  return withBuffer(pdfium, width * height * 4, (buffer) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, bgra, buffer, width * 4);
    if (bitmap === 0) return undefined;
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
    pdfium._FPDFBitmap_Destroy(bitmap);
    return { width, height, data: pdfium.HEAPU8.slice(buffer, buffer + width * height * 4) };
  });
}

function sizeAt(pdfium: Pdfium, page: number, dpi: number): { readonly width: number; readonly height: number } {
  const pixels = (points: number): number => Math.round((points * dpi) / 72);
  return { width: pixels(pdfium._FPDF_GetPageWidth(page)), height: pixels(pdfium._FPDF_GetPageHeight(page)) };
}
