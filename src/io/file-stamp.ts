import type { Stats } from "node:fs";

/** A file system may give two writes within this time the same time stamp (FAT: 2 seconds). */
const restlessMs = 2_000;

/**
 * A text that is another as soon as the file's bytes may be. Times are fractions of milliseconds, finer than any kernel's tick.
 * The change time is in it because programs that copy set the modification time back.
 */
export function fileStamp({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${String(size)} ${String(mtimeMs)} ${String(ctimeMs)} ${String(ino)}`;
}

/** May the stamp be trusted later? A file written just now may be written again without its stamp moving (git's racy rule). */
export function isSettled({ mtimeMs, ctimeMs }: Stats): boolean {
  return Math.max(mtimeMs, ctimeMs) < Date.now() - restlessMs;
}
