import type { Extract, TextBlock } from "../model/reading.ts";
import { failed, type ReadingLimits, type ReadResult } from "./reader.ts";

/** Gathers blocks up to the limit of characters. */
export interface BlockCollector {
  readonly blocks: readonly TextBlock[];
  /** Trims the text and drops what is empty; cuts at the limit. */
  readonly add: (block: TextBlock) => void;
  /** No more is taken: readers may stop. */
  readonly full: () => boolean;
  /** Something was left out for another reason. */
  readonly markCut: () => void;
  readonly isCut: () => boolean;
}

/** A million paragraphs of one character are no paper, and each takes memory of its own. */
const mostBlocks = 40_000;

export function collectBlocks(limits: ReadingLimits): BlockCollector {
  const blocks: TextBlock[] = [];
  let left = limits.characters;
  let cut = false;
  let overflowing = false;
  return {
    blocks,
    add: (block) => {
      const text = block.text.trim();
      if (text === "") return;
      overflowing ||= text.length > left || blocks.length >= mostBlocks;
      if (left > 0 && blocks.length < mostBlocks) blocks.push({ ...block, text: text.length > left ? wholeSlice(text, left) : text });
      left = Math.max(0, left - text.length);
    },
    full: () => overflowing,
    markCut: () => {
      cut = true;
    },
    isCut: () => cut || overflowing,
  };
}

/** Never half of a surrogate pair; a copy, so that the long text itself can be let go. */
function wholeSlice(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? length - 1 : length;
  return Array.from(text.slice(0, end)).join("");
}

/** The answer of a reader: a document without text and without pictures has no content, unless something was left out that may have some. */
export function toResult(found: Omit<Extract, "blocks" | "cut">, collector: BlockCollector): ReadResult {
  if (collector.blocks.length === 0 && (found.picturePages ?? 0) === 0) return failed(collector.isCut() ? "too-large" : "no-content");
  return { ok: true, extract: { ...found, blocks: collector.blocks, ...(collector.isCut() ? { cut: true } : {}) } };
}
