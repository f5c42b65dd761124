import type { DocumentFormat } from "../model/document-format.ts";
import type { Extract, ReadingFailure } from "../model/reading.ts";

/** What readers may use up. They keep these limits themselves; time and total memory are watched from outside. */
export interface ReadingLimits {
  /** Characters of text taken from one file. */
  readonly characters: number;
  /** Bytes that one part of an archive may inflate to, and all parts together. */
  readonly partBytes: number;
  readonly totalBytes: number;
  /** Parts of an archive, sheets of a workbook, pages of a document that are looked at. */
  readonly parts: number;
  readonly sheets: number;
  readonly pages: number;
  /** Rows of one sheet, and cells altogether. */
  readonly rows: number;
  readonly cells: number;
  /** Pixels of a picture that is decoded. */
  readonly pixels: number;
}

/** 200,000 characters are a book of 300 pages; a document that inflates to more than 64 MB is none. */
export const readingLimits: ReadingLimits = {
  characters: 200_000,
  partBytes: 64 * 2 ** 20,
  totalBytes: 96 * 2 ** 20,
  parts: 20_000,
  sheets: 300,
  pages: 3_000,
  rows: 50_000,
  cells: 400_000,
  pixels: 60_000_000,
};

export interface ReaderInput {
  readonly bytes: Uint8Array;
  readonly format: DocumentFormat;
  /** File name with its extension; only for telling .wps from .doc and the like, never trusted. */
  readonly name: string;
  readonly limits: ReadingLimits;
}

export type ReadResult =
  | { readonly ok: true; readonly extract: Extract }
  | { readonly ok: false; readonly failure: ReadingFailure; readonly detail?: string };

/** Bytes of one format → what stands in them. Never throws for what the bytes hold; a bug of ours may throw. */
export type Reader = (input: ReaderInput) => ReadResult | Promise<ReadResult>;

export function failed(failure: ReadingFailure, detail?: string): ReadResult {
  return { ok: false, failure, ...(detail === undefined ? {} : { detail }) };
}
