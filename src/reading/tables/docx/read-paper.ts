import { decodeXml, xmlBytesLimit } from "../../decode-text.ts";
import { readNumbering } from "../../docx/numbering.ts";
import { readStyles } from "../../docx/styles.ts";
import { openArchive } from "../../unzip.ts";
import { archiveFailure, rowLimit, type SourceResult, sourceFailed, sourceLimits, sourceRead, tooManyRows } from "../source-result.ts";
import { notesOfMarks, readNoteTexts } from "./body-marks.ts";
import { readBody } from "./body-parts.ts";

const noteKinds = ["footnote", "endnote", "comment"] as const;

/** .docx of Word and WPS: tables with their merged cells, paragraphs with their automatic numbers. */
export function readDocxSource(bytes: Uint8Array): SourceResult {
  const archive = openArchive(bytes, sourceLimits);
  if (!archive.ok) return archiveFailure(archive);
  const body =
    archive.names.find((name) => name === "word/document.xml") ?? archive.names.find((name) => /^word\/document\d*\.xml$/.test(name));
  if (body === undefined) return sourceFailed("damaged", "没有正文部件");
  const read = archive.read([body, "word/styles.xml", "word/numbering.xml", ...noteKinds.map((kind) => `word/${kind}s.xml`)]);
  if (!read.ok) return archiveFailure(read);
  const bytesOf = (name: string): Uint8Array => read.parts.get(name) ?? new Uint8Array();
  if (bytesOf(body).length > xmlBytesLimit) {
    const rows = countRows(bytesOf(body));
    return rows > rowLimit ? tooManyRows(rows, "文档的表格共") : sourceFailed("too-large", "正文过长");
  }
  const bodyXml = decodeXml(bytesOf(body));
  if (!/<(?:\w+:)?(?:document|body)[\s>]/.test(bodyXml.slice(0, 20_000))) return sourceFailed("damaged", "正文部件不是 Word 内容");
  const story = {
    styles: readStyles(decodeXml(bytesOf("word/styles.xml"))),
    numbering: readNumbering(decodeXml(bytesOf("word/numbering.xml"))),
  };
  const { parts, marks, rows } = readBody(bodyXml, story, rowLimit);
  if (rows > rowLimit) return tooManyRows(countRows(bytesOf(body)), "文档的表格共");
  const texts = new Map(noteKinds.flatMap((kind) => [...readNoteTexts(decodeXml(bytesOf(`word/${kind}s.xml`)), kind)]));
  return sourceRead(parts, notesOfMarks(marks, texts));
}

/** Rows are counted in the bytes, for a string of them would take too much memory. */
function countRows(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let rows = 0;
  for (let at = buffer.indexOf("</w:tr>"); at !== -1; at = buffer.indexOf("</w:tr>", at + 7)) rows += 1;
  return rows;
}
