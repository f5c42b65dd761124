import { bigramsOf } from "../model/chinese-text.ts";
import { type KindsRead, kindsIn } from "../model/document-kind.ts";

/** The words of a name, prepared for comparison. */
export interface Words {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
  readonly kinds: KindsRead;
}

/** @param text compact */
export function readWords(text: string): Words {
  return { text, pairs: bigramsOf(text), kinds: kindsIn(text) };
}
