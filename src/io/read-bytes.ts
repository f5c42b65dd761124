import { readSync } from "node:fs";

/** Read at a time, so that a worker that is told to stop stops. */
const pieceBytes = 4 * 2 ** 20;

/** Reads `length` bytes from `position` on; fewer when the file ends before. */
export function readBytes(descriptor: number, position: number, length: number): Buffer {
  // A buffer of its own, not a slice of Node's pool: readers hand it to wasm and transfer it.
  const bytes = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(descriptor, bytes, filled, Math.min(pieceBytes, length - filled), position + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled === length ? bytes : bytes.subarray(0, filled);
}
