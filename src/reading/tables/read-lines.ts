import type { SourceParagraph } from "../../model/source-document.ts";
import { decodeText } from "../decode-text.ts";
import { readCsvSource } from "./read-csv.ts";
import { rowLimit, type SourceResult, sourceRead, tooManyRows } from "./source-result.ts";

/** Plain text: a paragraph for each line that says something. Lines of cells between tabs, as copied out of a sheet, are a table. */
export function readTextSource(bytes: Uint8Array): SourceResult {
  const { text: all } = decodeText(bytes);
  const lines = all.split(/\r\n?|\n/);
  const said = lines.slice(0, 200).filter((line) => line.trim() !== "");
  if (said.length >= 2 && said.filter((line) => line.split("\t").length >= 3).length * 2 > said.length) return readCsvSource(bytes);
  if (lines.length > rowLimit) return tooManyRows(lines.length);
  const parts = lines.flatMap((line, index): readonly SourceParagraph[] => {
    const text = line.trim();
    return text === "" ? [] : [{ kind: "paragraph", text, at: { kind: "line", line: index + 1 } }];
  });
  return sourceRead(parts, []);
}
