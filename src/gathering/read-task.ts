import type { ListedFile } from "../model/evidence-file.ts";
import type { Reading } from "../model/reading.ts";
import type { ReadingLimits } from "../reading/reader.ts";

/** What a worker is asked: one file. Goes to another thread, so plain data only. */
export interface ReadTask {
  /** Absolute path of the evidence root. */
  readonly root: string;
  readonly file: Pick<ListedFile, "path" | "archive" | "bytes">;
  /** Content keys with this file's size whose readings are known: such content need not be read again. */
  readonly known: readonly string[];
  readonly limits: ReadingLimits;
  /** Larger files are not read. */
  readonly mostBytes: number;
  /** Hash even a file that is too large to read, because another one has its size. */
  readonly hashLarge: boolean;
}

/** What a worker answers; always something, whatever lies in the file. */
export interface ReadAnswer {
  /** SHA-256 of the bytes (hex); absent when they could not be read whole. */
  readonly hash?: string;
  /** Stamp of what was read (the archive's own, for its entries); absent when it must not be relied on later. */
  readonly stamp?: string;
  /** Absent: the content is known. */
  readonly reading?: Reading;
  /** Text of the document, deflated; absent when there is none. */
  readonly text?: Uint8Array;
}

/** What a reading is kept under: bytes and extension, because the same bytes under a wrong extension say one thing more. */
export function contentKey(hash: string, path: string): string {
  return `${hash}${extensionOf(path)}`;
}

/** ".docx"; empty when there is none. Lower case, ASCII, short. */
export function extensionOf(path: string): string {
  return /\.[A-Za-z0-9]{1,8}$/u.exec(path)?.[0].toLowerCase() ?? "";
}
