import type { TextBlock } from "../../model/reading.ts";
import { openWord } from "../doc/open-word.ts";
import { failed, type ReaderInput, type ReadingLimits, type ReadResult } from "../reader.ts";
import { hasMacros, readOleProperties } from "./ole-properties.ts";
import { takeBlocks } from "./take-blocks.ts";

/** .doc of Word 97 and later, and .wps, which is the same inside. */
export async function readDoc({ bytes, format, limits }: ReaderInput): Promise<ReadResult> {
  const opened = openWord(bytes);
  if (!opened.ok) return failed(opened.failure, opened.detail);
  const parts = await extracted(bytes);
  if (parts === undefined) return failed("damaged");
  const { blocks, cut } = blocksOf(parts, limits);
  if (blocks.length === 0) return failed("no-content");
  const macros = hasMacros(opened.ole);
  return {
    ok: true,
    extract: { format, blocks, ...readOleProperties(opened.ole), ...(cut ? { cut } : {}), ...(macros ? { macros } : {}) },
  };
}

interface Parts {
  readonly headers: string;
  readonly body: string;
  readonly textboxes: string;
  readonly notes: string;
  readonly footers: string;
}

/** The library throws range errors of all kinds on broken files; whatever it throws, the file is at fault. */
async function extracted(bytes: Uint8Array): Promise<Parts | undefined> {
  const { default: WordExtractor } = await import("word-extractor");
  const asWritten = { filterUnicode: false };
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return {
      headers: document.getHeaders({ ...asWritten, includeFooters: false }),
      body: document.getBody(asWritten),
      textboxes: document.getTextboxes(asWritten),
      notes: document.getFootnotes(asWritten) + document.getEndnotes(asWritten),
      footers: document.getFooters(asWritten),
    };
  } catch {
    return undefined;
  }
}

/** Text boxes and notes come after the body, since the file does not say beside which line they stand; headers and footers once. */
function blocksOf(parts: Parts, limits: ReadingLimits): { readonly blocks: readonly TextBlock[]; readonly cut: boolean } {
  let paragraph = 0;
  const blocks = (text: string, role: TextBlock["role"], once: boolean): readonly TextBlock[] => {
    const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
    return (once ? [...new Set(lines)] : lines).map((line) => ({
      text: line.trim(),
      at: { kind: "paragraph", paragraph: ++paragraph },
      role: role === "body" && isRow(line) ? "row" : role,
    }));
  };
  const body = blocks(parts.body, "body", false);
  const rest = [...blocks(parts.textboxes, "body", false), ...blocks(parts.notes, "footer", false)];
  return takeBlocks([...blocks(parts.headers, "header", true), ...body, ...rest, ...blocks(parts.footers, "footer", true)], limits);
}

/** The mark that ends a cell becomes a tab, the last of a row too. */
function isRow(line: string): boolean {
  return line.endsWith("\t");
}
