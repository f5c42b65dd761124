import { type OleFile, openOle } from "../formats/ole.ts";
import { wordTextFits } from "../formats/word-pieces.ts";

export interface WordFile {
  readonly ok: true;
  readonly ole: OleFile;
  /** The stream WordDocument: file information block, text, formatting. */
  readonly word: DataView;
  /** The stream 0Table or 1Table: where what lies. */
  readonly table: DataView;
}

export interface UnopenedWord {
  readonly ok: false;
  readonly failure: "damaged" | "encrypted" | "unsupported";
  readonly detail?: string;
}

/** Start of a WordDocument stream since Word 97 (MS-DOC, FibBase). */
const [magic, oldMagic, word97, fibLength] = [0xa5ec, 0xa5dc, 0xc1, 0x200];

/** Opens .doc of Word 97 and later, and .wps, which is the same inside. Its list of text pieces is known to fit into the file. */
export function openWord(bytes: Uint8Array): WordFile | UnopenedWord {
  const ole = openOle(bytes);
  if (ole === undefined) return { ok: false, failure: "damaged" };
  if (ole.names.has("EncryptedPackage")) return { ok: false, failure: "encrypted" };
  const stream = ole.stream("WordDocument");
  if (stream === undefined || stream.length < fibLength) return { ok: false, failure: "damaged" };
  const word = viewOf(stream);
  const kind = word.getUint16(0, true);
  if (kind === oldMagic || (kind === magic && word.getUint16(2, true) < word97))
    return { ok: false, failure: "unsupported", detail: "Word 95 及更早的格式" };
  if (kind !== magic) return { ok: false, failure: "damaged" };
  const flags = word.getUint16(0x0a, true);
  if ((flags & 0x0100) !== 0) return { ok: false, failure: "encrypted" };
  const table = ole.stream((flags & 0x0200) !== 0 ? "1Table" : "0Table");
  if (table === undefined || !wordTextFits(word, table)) return { ok: false, failure: "damaged" };
  return { ok: true, ole, word, table: viewOf(table) };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
