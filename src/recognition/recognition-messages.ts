import type { DocumentFormat } from "../model/document-format.ts";
import type { RecognisedPage } from "./page-extract.ts";
import type { RecognitionRuntime } from "./recogniser.ts";

/** What the recognising process is asked. */
export interface RecognitionRequest {
  readonly bytes: Uint8Array;
  readonly format: DocumentFormat;
  /** Count from 1. */
  readonly pages: readonly number[];
}

/** What it says: once whether it can work at all, then each page as soon as it is done. */
export type RecognitionMessage =
  | { readonly kind: "ready"; readonly version: string; readonly runtime: RecognitionRuntime }
  | { readonly kind: "unable" }
  | { readonly kind: "page"; readonly page: number; readonly seen?: RecognisedPage };
