import type { PledgesSigned, Quoted } from "../../model/reading.ts";
import type { Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

const pledge = /责任书|责任状|承诺书/u;
const counted =
  /应签(?:订|定|署)?[^\d。;!?]{0,8}?(\d{1,6})\s?(?!\d|\.|[万%])[^\d。;!?]{0,12}?[已实](?:际|经)?签(?:订|定|署)?[^\d。;!?]{0,8}?(\d{1,6})\s?(?!\d|\.|[万%])/u;
const rate = /签(?:订|定|署)率(?:已|仅)?(?:为|达到|达|是|约|:)?\s?(\d{1,3}(?:\.\d{1,2})?)\s?%(?!以上)/u;

/** What shall be is no account of what is. */
const wish = /确保|力争|要求|必须|应当|目标/u;

/** 责任书应签71份，已签69份 (R17): how many pledges were owed and signed, by the paper's own words; the first line that tells. */
export function findPledgesSigned({ lines }: Paper): Quoted<PledgesSigned> | undefined {
  if (!lines.some(({ text }) => pledge.test(text))) return undefined;
  for (const line of lines) {
    const both = counted.exec(line.text);
    if (both !== null) return quoted({ owed: Number(both[1]), signed: Number(both[2]) }, line, both.index, both.index + both[0].length);
    const share = rate.exec(line.text);
    if (share !== null && !wish.test(line.text.slice(Math.max(0, share.index - 16), share.index)))
      return quoted({ owed: 100, signed: Number(share[1]) }, line, share.index, share.index + share[0].length);
  }
  return undefined;
}
