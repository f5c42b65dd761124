import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ListedFile, Listing } from "../model/evidence-file.ts";
import { expandArchives } from "./expand-archives.ts";
import { fileStamp } from "./file-stamp.ts";
import { hashWhereNeeded } from "./hash-duplicates.ts";
import { systemCode } from "./system-code.ts";

/** Deeper than any folder people make; stops a file system that loops through mounts. */
const deepest = 64;

/**
 * Lists everything below `root`. Never follows a symbolic link, never opens a FIFO or device, survives what vanishes
 * meanwhile: each such entry is listed with its failure. Zip archives are listed as folders. With `hash`, bytes are read of files
 * that may be copies of one another, and of no others.
 */
export async function listTree(
  root: string,
  onProgress: (files: number) => void = () => undefined,
  { hash } = { hash: true },
): Promise<Listing> {
  const walk: Walk = { root, files: [], emptyFolders: [], topFolders: [], onProgress };
  visit(walk, "", 0);
  const listed = await expandArchives(root, walk.files);
  onProgress(listed.length);
  const files = (hash ? await hashWhereNeeded(root, listed) : listed).toSorted(byPath);
  const archives = new Set(listed.flatMap(({ archive }) => (archive === undefined || archive.path.includes("/") ? [] : [archive.path])));
  return { files, emptyFolders: walk.emptyFolders.toSorted(), topFolders: [...walk.topFolders, ...archives].toSorted() };
}

interface Walk {
  readonly root: string;
  readonly files: ListedFile[];
  readonly emptyFolders: string[];
  readonly topFolders: string[];
  readonly onProgress: (files: number) => void;
}

function visit(walk: Walk, folder: string, depth: number): void {
  const entries = entriesOf(walk, folder);
  if (entries === undefined) return;
  if (entries.length === 0 && folder !== "") walk.emptyFolders.push(folder);
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) enter(walk, path, depth);
    else walk.files.push(listed(walk.root, path, entry));
  }
  walk.onProgress(walk.files.length);
}

function enter(walk: Walk, path: string, depth: number): void {
  if (depth === 0) walk.topFolders.push(path);
  if (depth >= deepest) walk.files.push({ path, bytes: 0, kind: "unreadable", failure: "ELOOP" });
  else visit(walk, path, depth + 1);
}

function entriesOf(walk: Walk, folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(join(walk.root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === "") throw error;
    walk.files.push({ path: folder, bytes: 0, kind: "unreadable", failure: systemCode(error) });
    return undefined;
  }
}

function listed(root: string, path: string, entry: Dirent): ListedFile {
  if (entry.isSymbolicLink()) return { path, bytes: 0, kind: "symlink" };
  if (!entry.isFile()) return { path, bytes: 0, kind: "special" };
  try {
    const stats = lstatSync(join(root, path));
    return { path, bytes: stats.size, kind: "file", stamp: fileStamp(stats) };
  } catch (error) {
    return { path, bytes: 0, kind: "unreadable", failure: systemCode(error) };
  }
}

function byPath(a: ListedFile, b: ListedFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
