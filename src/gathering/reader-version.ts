import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Rooms whose code decides what a reading says. */
const rooms = ["reading", "chinese", "model", "gathering"];

/** Rooms whose code decides what a recognised reading says. */
export const recognisingRooms: readonly string[] = [...rooms, "recognition"];

/**
 * A text that is another as soon as the code that reads is: readings of older code are then made anew. Taken from the code
 * itself, because a number would have to be remembered with every change. `root` holds the rooms; the package's manifest, which
 * pins the format libraries, lies above it.
 */
export function readerVersion(root: string, readingRooms: readonly string[] = rooms): string {
  const hash = createHash("sha256").update("1");
  for (const room of readingRooms) for (const path of codeBelow(join(root, room))) hash.update(readFileSync(path));
  return hash
    .update(readFileSync(join(root, "../package.json")))
    .digest("hex")
    .slice(0, 16);
}

function codeBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? codeBelow(join(folder, entry.name)) : /\.[jt]s$/u.test(entry.name) ? [join(folder, entry.name)] : [],
    );
}
