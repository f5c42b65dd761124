import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { appendFile, mkdir, readFile, rename, stat } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { removeLeftovers, writeWhole } from "./write-whole.ts";

/** A document that a person had edited since we wrote it, and where it was kept. Paths relative to the output folder. */
export interface KeptDocument {
  readonly path: string;
  readonly keptAs: string;
}

export interface OutputFolder {
  /** Writes one document, given whole or in pieces; returns where a person's edited version was kept, if there was one. */
  readonly write: (path: string, content: Uint8Array | readonly Uint8Array[]) => Promise<KeptDocument | undefined>;
  /** Ends the run: the journal is made short again. */
  readonly close: () => Promise<void>;
}

/** Below the output folder: which bytes we wrote under which name. Safe to delete: documents there then count as edited. */
const journalName = ".yingkao/written.ndjson";

/**
 * The output folder with its memory. What we wrote ourselves is replaced; what anybody else wrote or changed is moved
 * aside first. The journal line is added before the document is written, so that a killed run never makes our own
 * document look edited.
 */
export async function openOutput(root: string): Promise<OutputFolder> {
  await mkdir(join(root, dirname(journalName)), { recursive: true });
  await removeLeftovers(root);
  const journal = join(root, journalName);
  const written = await readJournal(journal);
  return {
    write: async (path, content) => {
      const target = join(root, path);
      const pieces = content instanceof Uint8Array ? [content] : content;
      const [current, next] = [await hashOfFile(target), hashOf(pieces)];
      if (current === next) {
        await remember(journal, written, path, next);
        return undefined;
      }
      const edited = current !== undefined && !(written.get(path)?.has(current) ?? false);
      const kept = edited ? await moveAside(root, path) : undefined;
      await remember(journal, written, path, next);
      await writeWhole(target, pieces);
      written.set(path, new Set([next]));
      return kept;
    },
    close: () => writeWhole(journal, journalText(written)),
  };
}

async function remember(journal: string, written: Map<string, Set<string>>, path: string, hash: string): Promise<void> {
  const hashes = written.get(path) ?? new Set<string>();
  if (hashes.has(hash)) return;
  written.set(path, hashes.add(hash));
  await appendFile(journal, `${JSON.stringify({ path, sha256: hash })}\n`);
}

function journalText(written: ReadonlyMap<string, ReadonlySet<string>>): string {
  const lines = [...written].flatMap(([path, hashes]) => [...hashes].map((sha256) => JSON.stringify({ path, sha256 })));
  return `${lines.toSorted().join("\n")}\n`;
}

/** Lines that a killed run left incomplete are passed over. */
async function readJournal(path: string): Promise<Map<string, Set<string>>> {
  const text = await readFile(path, "utf8").catch(() => "");
  const written = new Map<string, Set<string>>();
  for (const line of text.split("\n")) {
    const entry = journalEntry(line);
    if (entry !== undefined) written.set(entry.path, (written.get(entry.path) ?? new Set()).add(entry.sha256));
  }
  return written;
}

function journalEntry(line: string): { readonly path: string; readonly sha256: string } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || !("path" in value) || !("sha256" in value)) return undefined;
    return typeof value.path === "string" && typeof value.sha256 === "string" ? { path: value.path, sha256: value.sha256 } : undefined;
  } catch {
    return undefined;
  }
}

async function moveAside(root: string, path: string): Promise<KeptDocument> {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number++) {
    const keptAs = `${stem}（人工修改保留${number === 1 ? "" : String(number)}）${extension}`;
    if (await exists(join(root, keptAs))) continue;
    await rename(join(root, path), join(root, keptAs));
    return { path, keptAs };
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Piece by piece: the file may be large. */
async function hashOfFile(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}

function hashOf(pieces: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
