import type { DocumentFormat } from "../model/document-format.ts";

export interface Sniffed {
  readonly format: DocumentFormat;
  /** The extension promises a format of another kind. */
  readonly misnamed: boolean;
}

/** Tells the format by content, not by extension. */
export function sniff(_bytes: Uint8Array, _name: string): Sniffed {
  return { format: "unknown", misnamed: false };
}
