import type { SourceParagraph } from "../../model/source-document.ts";
import { decodeText } from "../decode-text.ts";
import { rowLimit, type SourceResult, sourceRead, tooManyRows } from "./source-result.ts";

/** Plain text: a paragraph for each line that says something. */
export function readTextSource(bytes: Uint8Array): SourceResult {
  const lines = decodeText(bytes).text.split(/\r\n?|\n/);
  if (lines.length > rowLimit) return tooManyRows(lines.length);
  const parts = lines.flatMap((line, index): readonly SourceParagraph[] => {
    const text = line.trim();
    return text === "" ? [] : [{ kind: "paragraph", text, at: { kind: "line", line: index + 1 } }];
  });
  return sourceRead(parts, []);
}
