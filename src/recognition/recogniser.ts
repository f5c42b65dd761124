import type { Picture } from "./picture.ts";

/** A stretch of text as the engine found it. Corners clockwise from the top left as the text is read, in pixels. */
export interface FoundText {
  readonly text: string;
  readonly corners: readonly [Corner, Corner, Corner, Corner];
  /** 0 to 1, of the engine's own making: to compare, not to promise. */
  readonly confidence: number;
}

export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** One line of a page: what stands side by side, joined. */
export interface RecognisedLine {
  readonly text: string;
  /** Upright box around the line in pixels of the picture. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Height of the letters with some room above and below, in pixels; on an askew page less than the height of the box. */
  readonly size: number;
  readonly confidence: number;
}

/** Picture → lines in reading order. May reject when the runtime fails; then this picture was not recognised. */
export interface Recogniser {
  readonly recognise: (picture: Picture) => Promise<readonly RecognisedLine[]>;
  /** Text of versions: readings of another engine are made anew. */
  readonly version: string;
  /** The machine's own binding, or WebAssembly where there is none (slower, same text). */
  readonly runtime: RecognitionRuntime;
}

export const recognitionRuntimes = ["native", "wasm"] as const;
export type RecognitionRuntime = (typeof recognitionRuntimes)[number];
