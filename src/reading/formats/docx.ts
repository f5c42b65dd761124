import { type BlockCollector, collectBlocks, toResult } from "../collect-blocks.ts";
import { decodeXml, xmlBytesLimit } from "../decode-text.ts";
import { type Numbering, readNumbering } from "../docx/numbering.ts";
import { readStory } from "../docx/story.ts";
import { readStyles, type Styles } from "../docx/styles.ts";
import { officeProperties, propertyParts } from "../office-properties.ts";
import { failed, type ReaderInput, type ReadingLimits, type ReadResult } from "../reader.ts";
import { type Archive, type Failed, openArchive } from "../unzip.ts";

/** Word documents, also those of WPS: paragraphs and table rows in order, then headers, footers and notes. */
export async function readDocx({ bytes, limits }: ReaderInput): Promise<ReadResult> {
  const archive = openArchive(bytes, limits);
  if (!archive.ok) return archive;
  const body = bodyName(archive);
  if (body === undefined) return failed("damaged", "没有正文部件");
  const beside = besideBody.flatMap((pattern) => archive.names.filter((name) => pattern.test(name)).slice(0, 30));
  const read = archive.read([body, "word/styles.xml", "word/numbering.xml", ...beside, ...propertyParts]);
  if (!read.ok) return read;
  const xmlOf = (name: string): string => decodeXml(read.parts.get(name) ?? new Uint8Array());
  const bodyXml = xmlOf(body);
  if (!/<(?:\w+:)?(?:document|body)[\s>]/.test(bodyXml.slice(0, 20_000))) return failed("damaged", "正文部件不是 Word 内容");

  const collector = collectBlocks(limits);
  if (archive.cut || [...read.parts.values()].some((part) => part.length > xmlBytesLimit)) collector.markCut();
  const styles = readStyles(xmlOf("word/styles.xml"));
  const numbering = readNumbering(xmlOf("word/numbering.xml"));
  const pictures = readStory(bodyXml, { styles, numbering, collector, placeOf: (paragraph) => ({ kind: "paragraph", paragraph }) });
  if (collector.blocks.length === 0 && /<(?:\w+:)?altChunk[\s>]/.test(bodyXml.slice(0, 100_000))) {
    const failure = await readChunks(archive, limits, collector);
    if (failure !== undefined) return failure;
  }
  const written = collector.blocks.length > 0;
  for (const name of beside) readBeside(name, xmlOf(name), { styles, numbering, collector });
  const { pages, createdOn } = officeProperties(read.parts);
  const shown = written || pictures === 0 ? pages : Math.max(pages ?? 1, 1);
  return toResult(
    {
      format: "docx",
      ...(shown === undefined ? {} : { pages: shown }),
      ...(!written && pictures > 0 && shown !== undefined ? { picturePages: shown } : {}),
      ...(archive.names.some((name) => name.endsWith("vbaproject.bin")) ? { macros: true } : {}),
      ...(createdOn === undefined ? {} : { createdOn }),
    },
    collector,
  );
}

/**
 * Web systems export a Word file that is an empty body and a page for Word to take in (altChunk), as HTML or as a web archive, which is built
 * like a mail.
 */
async function readChunks(archive: Archive, limits: ReadingLimits, collector: BlockCollector): Promise<Failed | undefined> {
  const names = archive.names.filter((name) => /^(?:word\/)?[^/]+\.(?:html?|xhtml|mht|mhtml|txt)$/.test(name)).slice(0, 20);
  const read = archive.read(names);
  if (!read.ok) return read;
  for (const [name, bytes] of read.parts) {
    const reader = /\.mht/.test(name) ? (await import("./eml.ts")).readEml : (await import("./html.ts")).readHtml;
    const result = await reader({ bytes, limits, name, format: "html" });
    if (!result.ok) continue;
    const shown = result.extract.blocks.filter((block) => block.role !== "header");
    for (const [index, block] of shown.entries()) collector.add({ ...block, at: { kind: "paragraph", paragraph: index + 1 } });
  }
  return undefined;
}

const besideBody = [/^word\/(?:footnotes|endnotes)\d*\.xml$/, /^word\/header\d*\.xml$/, /^word\/footer\d*\.xml$/];

/** Nearly always word/document.xml; some programs count on (document2.xml). */
function bodyName(archive: Archive): string | undefined {
  return archive.names.find((name) => name === "word/document.xml") ?? archive.names.find((name) => /^word\/document\d*\.xml$/.test(name));
}

/** First-page, odd and even headers usually repeat each other, and a footer of a page number alone says nothing. */
function readBeside(
  name: string,
  xml: string,
  { styles, numbering, collector }: { readonly styles: Styles; readonly numbering: Numbering; readonly collector: BlockCollector },
): void {
  const kind = /header|footer/.exec(name)?.[0];
  const property = kind === "header" ? "页眉" : kind === "footer" ? "页脚" : "脚注";
  const seen = new Set(collector.blocks.filter((block) => block.at.kind === "properties").map((block) => block.text));
  const kept: BlockCollector = {
    ...collector,
    add: (block) => {
      if (seen.has(block.text.trim()) || !/\p{L}/u.test(block.text)) return;
      seen.add(block.text.trim());
      collector.add(block);
    },
  };
  readStory(xml, {
    styles,
    numbering,
    collector: kept,
    placeOf: () => ({ kind: "properties", property }),
    role: kind === "header" ? "header" : kind === "footer" ? "footer" : "body",
  });
}
