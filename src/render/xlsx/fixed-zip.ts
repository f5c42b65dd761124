import { type Zippable, zipSync } from "fflate";

/** The same bytes for the same parts: fixed time and attributes, parts in the order given. */
export function zipParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  // The local-time constructor: ZIP stores a wall-clock time without zone.
  const mtime = new Date(2000, 0, 1);
  for (const [name, bytes] of parts) entries[name] = [bytes, { mtime, level: 6, os: 0, attrs: 0 }];
  return zipSync(entries);
}
