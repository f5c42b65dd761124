import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const temporaryMark = ".yingkao-tmp-";

/**
 * Writes a file whole or not at all: to a temporary name beside it, flushed to disk, then renamed over the old one.
 * A process killed at any moment leaves the old file or the new one, and at worst a temporary that the next run removes.
 */
export async function writeWhole(path: string, content: string | readonly Uint8Array[]): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  // Short on purpose: a long document name plus a suffix could exceed the 255 bytes a file system allows.
  const temporary = join(folder, `${temporaryMark}${randomBytes(6).toString("hex")}`);
  try {
    const handle = await open(temporary, "wx");
    try {
      for (const piece of typeof content === "string" ? [content] : content) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes temporaries that a killed run left below `folder`; missing folders are fine. */
export async function removeLeftovers(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const leftovers = entries.filter((entry) => basename(entry).startsWith(temporaryMark));
  await Promise.all(leftovers.map((entry) => rm(join(folder, entry), { force: true })));
}

/** Removes temporaries that a killed run left in `folder` itself. */
export async function removeLeftoversIn(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  for (const entry of entries.filter((name) => name.startsWith(temporaryMark))) await rm(join(folder, entry), { force: true });
}

/** The same in a folder that another run may be writing to at this moment: only what is older than an hour goes. */
export async function removeOldLeftovers(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  for (const entry of entries) {
    if (!entry.startsWith(temporaryMark)) continue;
    const path = join(folder, entry);
    const written = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (written < Date.now() - 3_600_000) await rm(path, { force: true });
  }
}
