import type { ParsingOptions, WorkBook } from "@e965/xlsx";
import { type OleFile, openOle } from "../formats/ole.ts";

export type OpenedWorkbook =
  | { readonly ok: true; readonly workbook: WorkBook; readonly ole: OleFile | undefined }
  | { readonly ok: false; readonly failure: "damaged" | "encrypted" };

/** FILEPASS of MS-XLS: the rest of the stream is encrypted. It follows within the first few records. */
const [filePass, recordsSeen] = [0x002f, 40];

/** Opens .xls and .et, also those that are XML or HTML inside, with these options of the library. */
export async function openWorkbook(bytes: Uint8Array, options: ParsingOptions): Promise<OpenedWorkbook> {
  const ole = openOle(bytes);
  if (ole === undefined && !isTagged(bytes)) return { ok: false, failure: "damaged" };
  if (ole?.names.has("EncryptedPackage") === true) return { ok: false, failure: "encrypted" };
  const stream = ole?.stream("Workbook") ?? ole?.stream("Book");
  if (ole !== undefined && stream === undefined) return { ok: false, failure: "damaged" };
  if (stream !== undefined && isLocked(stream)) return { ok: false, failure: "encrypted" };
  const workbook = await parsed(bytes, options);
  return typeof workbook === "string" ? { ok: false, failure: workbook } : { ok: true, workbook, ole };
}

/** Exports of many systems are called .xls and are HTML or XML. */
function isTagged(bytes: Uint8Array): boolean {
  return /^\s*</.test(new TextDecoder("utf-8").decode(bytes.subarray(0, 64)));
}

function isLocked(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0, i = 0; i < recordsSeen && at + 4 <= stream.length; i++) {
    if (view.getUint16(at, true) === filePass) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

/** Whatever the library throws, the file is at fault. */
async function parsed(bytes: Uint8Array, options: ParsingOptions): Promise<WorkBook | "damaged" | "encrypted"> {
  const { read, set_cptable: setCodePages } = await import("@e965/xlsx");
  setCodePages(codePages);
  try {
    return quietly(() => read(bytes, { ...options, type: "array", dense: true, cellHTML: false }));
  } catch (thrown) {
    return thrown instanceof Error && /password|encrypt/i.test(thrown.message) ? "encrypted" : "damaged";
  }
}

/** Excel 95 wrote 汉字 in the code page of its Windows. The library asks for tables of them; the runtime has its own. */
const codePages = {
  utils: {
    decode: (page: number, bytes: Iterable<number>): string =>
      new TextDecoder(labels[page] ?? "windows-1252").decode(Uint8Array.from(bytes)),
  },
};

const labels: Readonly<Record<number, string>> = {
  936: "gb18030",
  950: "big5",
  1200: "utf-16le",
  10008: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};

/** The library writes to the terminal about records it does not know; the terminal belongs to the command line. */
function quietly<Value>(work: () => Value): Value {
  const loud = globalThis.console;
  const silent = (): undefined => undefined;
  globalThis.console = { ...loud, log: silent, warn: silent, error: silent };
  try {
    return work();
  } finally {
    globalThis.console = loud;
  }
}
