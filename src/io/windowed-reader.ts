import type { RandomAccessReader } from "yauzl";

/** Read ahead of what is asked: a central directory is read in order, a few bytes at a time. */
const windowBytes = 2 ** 20;

/** The file's bytes for yauzl, with one system call a megabyte rather than two an entry. */
export async function windowedReader(readAt: (position: number, length: number) => Buffer): Promise<RandomAccessReader> {
  const { RandomAccessReader: Base } = await import("yauzl");
  let start = 0;
  let window: Buffer = Buffer.alloc(0);
  // yauzl asks for a subclass; nothing but `read` is used, entries are read by their place.
  class WindowedReader extends Base {
    override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
      if (position < start || position + length > start + window.length) {
        [start, window] = [position, readAt(position, Math.max(length, windowBytes))];
      }
      const copied = window.copy(buffer, offset, position - start, position - start + length);
      setImmediate(() => callback(copied === length ? null : new Error("unexpected EOF")));
    }
  }
  return new WindowedReader();
}
