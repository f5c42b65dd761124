import type { TextBlock } from "../../model/reading.ts";
import type { ReadingLimits } from "../reader.ts";

/** As many blocks as the limit of characters lets through; the last one may be shortened. */
export function takeBlocks(
  blocks: Iterable<TextBlock>,
  { characters }: Pick<ReadingLimits, "characters">,
): { readonly blocks: readonly TextBlock[]; readonly cut: boolean } {
  const taken: TextBlock[] = [];
  let left = characters;
  for (const block of blocks) {
    if (left <= 0) return { blocks: taken, cut: true };
    const text = block.text.slice(0, left).trimEnd();
    if (text !== "") taken.push(text.length === block.text.length ? block : { ...block, text });
    if (block.text.length > left) return { blocks: taken, cut: true };
    left -= block.text.length;
  }
  return { blocks: taken, cut: false };
}
