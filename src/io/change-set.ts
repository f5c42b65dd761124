import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { removeLeftoversIn, writeWhole } from "./write-whole.ts";

/** One file of a change: its path below the root, with "/", and what it is to hold. */
export interface FileChange {
  readonly path: string;
  readonly content: string;
}

/** prepared: begun, perhaps half done; applied: done; undoing: being taken back, perhaps half; undone: taken back. */
export type ChangeState = "prepared" | "applied" | "undoing" | "undone";

export interface ChangedFile {
  readonly path: string;
  /** SHA-256 before and after; null: there was no such file. */
  readonly before: string | null;
  readonly after: string;
}

/** What a change did, and whether it was done to the end. `about` is the caller's. */
export interface ChangeRecord {
  readonly schema: 1;
  readonly number: number;
  readonly state: ChangeState;
  readonly about: Readonly<Record<string, string>>;
  readonly files: readonly ChangedFile[];
}

const recordName = "迁移记录.json";
const originals = "原件";
const renewed = "新件";

/**
 * A change of several files that is either done or not, whenever the process is ended, and can be taken back byte for byte.
 * Below `store`, one numbered folder a change: copies of the files before and after, and a record written behind them. The
 * record is written before the first file is touched, so whatever a killed run leaves can be finished or taken back.
 */
export async function prepareChange(
  root: string,
  store: string,
  changes: readonly FileChange[],
  about: ChangeRecord["about"],
  extra: readonly FileChange[] = [],
): Promise<ChangeRecord> {
  const number = Math.max(0, ...numbersIn(store)) + 1;
  const folder = join(store, String(number));
  // A folder without a record is a run that ended before it touched anything: only copies lie there.
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of extra) await writeWhole(join(folder, path), content);
  const files: ChangedFile[] = [];
  for (const { path, content } of changes) {
    const before = bytesAt(join(root, path));
    if (before !== undefined) await writeWhole(join(folder, originals, path), [before]);
    await writeWhole(join(folder, renewed, path), content);
    files.push({ path, before: before === undefined ? null : hashOf(before), after: hashOf(Buffer.from(content)) });
  }
  const record: ChangeRecord = { schema: 1, number, state: "prepared", about, files };
  await writeRecord(store, record);
  return record;
}

/** Writes what is not written yet, in the order of the record, and says that it is done. */
export async function applyChange(root: string, store: string, record: ChangeRecord): Promise<void> {
  for (const { path, after } of record.files) {
    if (hashAt(join(root, path)) === after) continue;
    await writeWhole(join(root, path), [readFileSync(join(store, String(record.number), renewed, path))]);
  }
  await writeRecord(store, { ...record, state: "applied" });
}

/** Puts every file back as it was. What other hands changed since is kept beside the originals first. */
export async function undoChange(root: string, store: string, record: ChangeRecord): Promise<void> {
  const folder = join(store, String(record.number));
  for (const path of changedSince(root, record)) {
    const bytes = bytesAt(join(root, path));
    if (bytes !== undefined) await writeWhole(join(folder, "撤销前", path), [bytes]);
  }
  await writeRecord(store, { ...record, state: "undoing" });
  for (const { path, before } of record.files.toReversed()) {
    const target = join(root, path);
    if (before === null) await rm(target, { force: true });
    else if (hashAt(target) !== before) await writeWhole(target, [readFileSync(join(folder, originals, path))]);
  }
  await writeRecord(store, { ...record, state: "undone" });
}

/** Removes the half-written temporaries of a run that was killed during this change. */
export async function tidyUnfinished(root: string, store: string, { state, number, files }: ChangeRecord): Promise<void> {
  if (state !== "prepared" && state !== "undoing") return;
  const folders = new Set([join(store, String(number)), ...files.map(({ path }) => dirname(join(root, path)))]);
  for (const folder of folders) await removeLeftoversIn(folder);
}

/** Files that are neither as they were before the change nor as the change left them. */
export function changedSince(root: string, { files }: ChangeRecord): readonly string[] {
  return files
    .filter(({ path, before, after }) => {
      const now = hashAt(join(root, path)) ?? null;
      return now !== before && now !== after;
    })
    .map(({ path }) => path);
}

/** All changes that were begun, oldest first. */
export function readRecords(store: string): readonly ChangeRecord[] {
  return numbersIn(store)
    .toSorted((a, b) => a - b)
    .flatMap((number) => readRecord(join(store, String(number), recordName)) ?? []);
}

/** Numbers of the folders that hold a record, also one that cannot be read: its copies are never thrown away. */
function numbersIn(store: string): readonly number[] {
  if (!existsSync(store)) return [];
  return readdirSync(store)
    .filter((name) => /^\d+$/u.test(name) && existsSync(join(store, name, recordName)))
    .map(Number);
}

/** The change that a killed run left half done or half taken back. */
export function unfinishedChange(store: string): ChangeRecord | undefined {
  return readRecords(store).find(({ state }) => state === "prepared" || state === "undoing");
}

export function hashAt(path: string): string | undefined {
  const bytes = bytesAt(path);
  return bytes === undefined ? undefined : hashOf(bytes);
}

async function writeRecord(store: string, record: ChangeRecord): Promise<void> {
  await writeWhole(join(store, String(record.number), recordName), `${JSON.stringify(record, null, 2)}\n`);
}

function readRecord(path: string): ChangeRecord | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    // We wrote it; anything else there is no record.
    return isRecord(value) && value.number === Number(dirname(path).split(/[/\\]/u).at(-1)) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is ChangeRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    "schema" in value &&
    value.schema === 1 &&
    "files" in value &&
    Array.isArray(value.files) &&
    "number" in value
  );
}

function bytesAt(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
