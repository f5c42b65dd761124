import type {
  Scattered,
  SourceDocument,
  SourceFailure,
  SourceNote,
  SourceParagraph,
  SourcePlace,
  SourceTable,
} from "../../model/source-document.ts";
import { type ReadingLimits, readingLimits } from "../reader.ts";
import type { Failed } from "../unzip.ts";

export type SourceResult =
  | { readonly ok: true; readonly document: SourceDocument }
  /** `detail` in Chinese, without a full stop. */
  | { readonly ok: false; readonly failure: SourceFailure; readonly detail?: string };

export type SourceReader = (bytes: Uint8Array, name: string) => SourceResult | Promise<SourceResult>;

/** Rows of a whole file: the longest 细则 have a few hundred. */
export const rowLimit = 20_000;
export const cellLimit = 400_000;

/** One file is read, by a person who waits for it: a sheet of 200,000 rows is to be named as such and not as a bomb. */
export const sourceLimits: ReadingLimits = { ...readingLimits, partBytes: 192 * 2 ** 20, totalBytes: 256 * 2 ** 20 };

export function sourceFailed(failure: SourceFailure, detail?: string): SourceResult {
  return { ok: false, failure, ...(detail === undefined ? {} : { detail }) };
}

export function tooManyRows(rows: number, where = ""): SourceResult {
  return sourceFailed("too-large", `${where}有${rows}行，最多读${rowLimit}行`);
}

/** A document that shows nothing has no content; pictures are said to be there. */
export function sourceRead(parts: readonly (SourceTable | SourceParagraph)[], notes: readonly SourceNote[]): SourceResult {
  if (parts.length === 0) return sourceFailed("no-content", emptyReason(notes));
  return { ok: true, document: { parts, ...(notes.length === 0 ? {} : { notes }) } };
}

/** A note of this kind about all of these; none when there are none. */
export function scattered<Kind extends string>(
  kind: Kind,
  found: readonly { readonly at: SourcePlace }[],
): readonly ({ readonly kind: Kind } & Scattered)[] {
  const places = new Map(found.map(({ at }) => [JSON.stringify(at), at]));
  return found.length === 0 ? [] : [{ kind, count: found.length, places: [...places.values()] }];
}

function emptyReason(notes: readonly SourceNote[]): string | undefined {
  if (notes.some((note) => note.kind === "pictures")) return "只有图片，没有文字";
  return notes.some((note) => note.kind === "hidden-sheet") ? "工作表都是隐藏的" : undefined;
}

/** Why an archive could not be opened; it has no time limit of its own. */
export function archiveFailure({ failure, detail }: Failed): SourceResult {
  const watched = failure === "unreadable" || failure === "timed-out" || failure === "out-of-memory";
  return sourceFailed(watched ? "damaged" : failure, detail);
}
