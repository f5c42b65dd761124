import type { PDFiumModule } from "@hyzyla/pdfium";

/** The functions of pdfium that the typings of its package leave out. Pointers are byte offsets into the heap; 0 is "none". */
export interface Pdfium extends Awaited<ReturnType<typeof PDFiumModule>> {
  readonly _FPDF_GetMetaText?: (document: number, tag: number, buffer: number, length: number) => number;
  readonly _FPDFText_GetCharIndexFromTextIndex?: (textPage: number, index: number) => number;
  readonly _FPDFText_GetFontSize?: (textPage: number, index: number) => number;
  readonly _FPDFText_GetMatrix?: (textPage: number, index: number, matrix: number) => number;
  readonly _FPDFText_GetLooseCharBox?: (textPage: number, index: number, box: number) => number;
  readonly _FPDFPageObj_GetBounds?: (object: number, left: number, bottom: number, right: number, top: number) => number;
}

type Loading = Parameters<typeof PDFiumModule>[0];
interface LoadOptions extends Loading {
  readonly print: () => undefined;
  readonly printErr: () => undefined;
}

export interface OpenPdf {
  readonly pdfium: Pdfium;
  readonly document: number;
}

export type PdfFailure = "encrypted" | "damaged" | "out-of-memory";
export type PdfOutcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: PdfFailure };

/** Memory of the module only ever grows: past these it is left to the garbage collector and a fresh one is made. */
const documentsPerModule = 1_000;
const largestHeap = 192 * 2 ** 20;
/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const lockedErrors: readonly number[] = [4, 5];

let current: { readonly pdfium: Pdfium; documents: number } | undefined;

/**
 * Opens a PDF, hands it to `use` and closes it whatever happens. The work is synchronous, so that two documents never share the module at once.
 * Anything thrown in there leaves the module in an unknown state: it is dropped, and the document counts as damaged.
 */
export async function withPdf<Value>(bytes: Uint8Array, use: (pdf: OpenPdf) => Value): Promise<PdfOutcome<Value>> {
  const pdfium = await freshEnough();
  try {
    const outcome = opened(pdfium, bytes, use);
    if (pdfium.HEAPU8.length > largestHeap) current = undefined;
    return outcome;
  } catch (thrown) {
    current = undefined;
    if (thrown instanceof Error && (thrown.name === "RuntimeError" || thrown instanceof RangeError))
      return { ok: false, failure: "damaged" };
    throw thrown;
  }
}

async function freshEnough(): Promise<Pdfium> {
  if (current === undefined || current.documents >= documentsPerModule) current = { pdfium: await load(), documents: 0 };
  current.documents++;
  return current.pdfium;
}

async function load(): Promise<Pdfium> {
  const { PDFiumModule } = await import("@hyzyla/pdfium");
  const silent: LoadOptions = { print: () => undefined, printErr: () => undefined };
  const pdfium: Pdfium = await PDFiumModule(silent);
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
  return pdfium;
}

function opened<Value>(pdfium: Pdfium, bytes: Uint8Array, use: (pdf: OpenPdf) => Value): PdfOutcome<Value> {
  const copy = pdfium.wasmExports.malloc(bytes.length);
  if (copy === 0) return { ok: false, failure: "out-of-memory" };
  pdfium.HEAPU8.set(bytes, copy);
  const document = pdfium._FPDF_LoadMemDocument(copy, bytes.length, 0);
  try {
    if (document === 0) return { ok: false, failure: lockedErrors.includes(pdfium._FPDF_GetLastError()) ? "encrypted" : "damaged" };
    return { ok: true, value: use({ pdfium, document }) };
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(copy);
  }
}

/** Reserves bytes on the heap for as long as `use` runs; undefined when there are none left. */
export function withBuffer<Value>(pdfium: Pdfium, size: number, use: (pointer: number) => Value): Value | undefined {
  const pointer = pdfium.wasmExports.malloc(size);
  if (pointer === 0) return undefined;
  try {
    return use(pointer);
  } finally {
    pdfium.wasmExports.free(pointer);
  }
}

/** Text of `units` UTF-16 code units at a heap address. */
export function utf16At(pdfium: Pdfium, pointer: number, units: number): string {
  return new TextDecoder("utf-16le").decode(pdfium.HEAPU8.subarray(pointer, pointer + units * 2));
}

/** 32-bit floats at a heap address. */
export function floatsAt(pdfium: Pdfium, pointer: number, count: number): readonly number[] {
  const view = new DataView(pdfium.HEAPU8.buffer);
  return Array.from({ length: count }, (_, i) => view.getFloat32(pointer + i * 4, true));
}
