import type { PDFiumModule } from "@hyzyla/pdfium";

/** The functions of pdfium that the typings of its package leave out. Pointers are byte offsets into the heap; 0 is "none". */
export interface Pdfium extends Awaited<ReturnType<typeof PDFiumModule>> {
  readonly wasmExports: Awaited<ReturnType<typeof PDFiumModule>>["wasmExports"] & { readonly memory?: Heap };
  readonly _FPDF_GetMetaText?: (document: number, tag: number, buffer: number, length: number) => number;
  readonly _FPDFText_GetCharIndexFromTextIndex?: (textPage: number, index: number) => number;
  readonly _FPDFText_GetFontSize?: (textPage: number, index: number) => number;
  readonly _FPDFText_GetMatrix?: (textPage: number, index: number, matrix: number) => number;
  readonly _FPDFText_GetLooseCharBox?: (textPage: number, index: number, box: number) => number;
  readonly _FPDFPageObj_GetBounds?: (object: number, left: number, bottom: number, right: number, top: number) => number;
}

/** A WebAssembly.Memory, as far as it matters here; pages of 64 kB. */
interface Heap {
  readonly buffer: ArrayBufferLike;
  readonly grow: (pages: number) => number;
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

export type PdfFailure = "encrypted" | "damaged" | "bomb";
export type PdfOutcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: PdfFailure };

/** Memory of the module only ever grows: past these it is left to the garbage collector and a fresh one is made. */
const documentsPerModule = 1_000;
const largestHeap = 192 * 2 ** 20;
/** What pdfium itself and a page of ordinary size need beside the bytes of the file. */
const ownHeap = 48 * 2 ** 20;
/** Room for what a document inflates to when nobody says how much there is. */
const usualRoom = 192 * 2 ** 20;
const wasmPage = 2 ** 16;
/** For each wish it asks for some more than it needs, then for less and lesser more. */
const attempts = 3;
/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const lockedErrors: readonly number[] = [4, 5];

interface Loaded {
  readonly pdfium: Pdfium;
  /** The heap is not to grow beyond this. */
  mostHeap: number;
  /** Requests in a row that were refused. */
  refusals: number;
  /** A whole wish for more was refused. */
  starved: boolean;
  documents: number;
}

let current: Loaded | undefined;

/**
 * Opens a PDF, hands it to `use` and closes it whatever happens. The work is synchronous, so that two documents never share the module at once.
 * Anything thrown in there leaves the module in an unknown state: it is dropped, and the document counts as damaged. What the
 * module throws is not always an Error; slips of our own are, and go on.
 * `room`: bytes that pdfium may fill beside the file's own; a document that needs more (or draws itself without end) is a bomb.
 */
export async function withPdf<Value>(bytes: Uint8Array, use: (pdf: OpenPdf) => Value, room = usualRoom): Promise<PdfOutcome<Value>> {
  const loaded = await freshEnough(bytes.length + room + ownHeap);
  try {
    const outcome = opened(loaded.pdfium, bytes, use);
    if (loaded.starved || loaded.pdfium.HEAPU8.length > largestHeap) current = undefined;
    return loaded.starved ? { ok: false, failure: "bomb" } : outcome;
  } catch (thrown) {
    current = undefined;
    if (loaded.starved) return { ok: false, failure: "bomb" };
    if (thrown instanceof TypeError || thrown instanceof ReferenceError) throw thrown;
    return { ok: false, failure: "damaged" };
  }
}

async function freshEnough(mostHeap: number): Promise<Loaded> {
  if (current === undefined || current.documents >= documentsPerModule) {
    current = { pdfium: await load(), mostHeap, refusals: 0, starved: false, documents: 0 };
    holdBack(current);
  }
  current.documents++;
  return Object.assign(current, { mostHeap, refusals: 0, starved: false });
}

/** The module asks its memory object for more; a refusal it answers like an empty machine, before anything is taken from this one. */
function holdBack(loaded: Loaded): void {
  const { memory } = loaded.pdfium.wasmExports;
  if (memory === undefined) return;
  const grow = memory.grow.bind(memory);
  const bounded = (pages: number): number => {
    if (memory.buffer.byteLength + pages * wasmPage <= loaded.mostHeap) {
      loaded.refusals = 0;
      return grow(pages);
    }
    loaded.refusals++;
    if (loaded.refusals >= attempts) loaded.starved = true;
    throw new RangeError("the heap of pdfium is at its limit");
  };
  Object.defineProperty(memory, "grow", { value: bounded });
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
  if (copy === 0) return { ok: false, failure: "bomb" };
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
