import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { PaperDocument } from "../../report/blocks.ts";
import { type Parts, packAhead, unzipParts } from "../ooxml/deterministic-zip.ts";
import { printableText } from "../ooxml/xml-text.ts";
import { relationsPart } from "./carry-part.ts";
import { pageFrameOf } from "./page-frame.ts";
import { blankText } from "./run-xml.ts";
import { normalizeBraces, paragraphsOf, type ShellParagraph } from "./shell-paragraphs.ts";
import { mainPart, placeholderParts, setXmlPart, xmlPart } from "./shell-parts.ts";
import { type PlaceholderName, placeholdersOf } from "./shell-placeholders.ts";
import { stylesOf } from "./shell-styles.ts";
import { indentRight, signatureLayout } from "./signature-layout.ts";
import { titleLines } from "./title-lines.ts";

/** Stands in the document for the body. An element, because no text from outside can become one. */
export const bodyMark = "<yingkao-body/>";

/** The shell's parts with every placeholder filled and `bodyMark` in place of the paragraph of {{正文}}. Expects a shell that lintShell accepts. */
export function fillShell(shell: Uint8Array, document: PaperDocument): Map<string, Uint8Array> {
  const parts = new Map(openShell(shell));
  const values = valuesOf(document, parts);
  const written = new Map(placeholderParts(parts).map((name) => [name, xmlPart(parts, name)]));
  written.set(mainPart, layOut(xmlPart(parts, mainPart), document, xmlPart(parts, "word/styles.xml")));
  for (const [name, xml] of filled(parts, written, values)) setXmlPart(parts, name, xml);
  return parts;
}

const opened = new WeakMap<Uint8Array, Parts>();

/** The shell's parts with normalised braces: unpacked once, packed ahead once, however many documents use it. */
function openShell(shell: Uint8Array): Parts {
  const known = opened.get(shell);
  if (known !== undefined) return known;
  const parts = unzipParts(shell);
  for (const name of placeholderParts(parts)) {
    const xml = xmlPart(parts, name);
    const normalized = normalizeBraces(xml);
    if (normalized !== xml) setXmlPart(parts, name, normalized);
  }
  packAhead(parts);
  opened.set(shell, parts);
  return parts;
}

/** The written parts that ask for something, filled. docxtemplater sees them and what names them, nothing else: it reads every part it gets. */
function filled(parts: Parts, written: ReadonlyMap<string, string>, values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const asking = new Map([...written].filter(([name, xml]) => name === mainPart || /[{}]/.test(xml)));
  const zip = new PizZip();
  for (const name of ["[Content_Types].xml", "_rels/.rels", relationsPart(mainPart)]) zip.file(name, xmlPart(parts, name));
  for (const [name, xml] of asking) zip.file(name, xml);
  const template = new Docxtemplater(zip, {
    delimiters: { start: "{{", end: "}}" },
    linebreaks: true,
    errorLogging: false,
    nullGetter: () => "",
    parser: (tag) => ({ get: () => values.get(tag.trim()) ?? "" }),
  });
  template.render({});
  const result = template.getZip();
  return new Map([...asking.keys()].map((name) => [name, result.file(name)?.asText() ?? ""]));
}

function valuesOf(document: PaperDocument, parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const title = titleLines(printableText(document.title), titleCapacity(parts)).join("\n");
  const written = (text: string | undefined, name: PlaceholderName): string =>
    text === undefined || text.trim() === "" ? blankText(name) : printableText(text);
  return new Map<PlaceholderName, string>([
    ["标题", title],
    ["主送机关", written(document.addressee, "主送机关")],
    ["署名", written(document.signature.name, "署名")],
    ["日期", written(document.signature.date, "日期")],
  ]);
}

/** Characters of the title's style on one line of its page. */
function titleCapacity(parts: ReadonlyMap<string, Uint8Array>): number {
  const xml = xmlPart(parts, mainPart);
  const paragraph = paragraphsOf(xml).find((candidate) => names(candidate, "标题"));
  const size = paragraph === undefined ? 44 : fontSize(paragraph.xml, xmlPart(parts, "word/styles.xml"), 44);
  return pageFrameOf(xml.slice(paragraph?.from ?? 0)).width / (size * 10);
}

/** In half points: the paragraph's own, else its style's, else `otherwise`. */
function fontSize(paragraph: string, stylesXml: string, otherwise: number): number {
  const id = /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1];
  const style = stylesOf(stylesXml).find((candidate) => candidate.id === id)?.xml ?? "";
  const size = /<w:sz w:val="(\d+)"/;
  const fallback = /<w:rPrDefault>[\s\S]*?<w:sz w:val="(\d+)"/.exec(stylesXml)?.[1] ?? otherwise;
  return Number(size.exec(paragraph)?.[1] ?? size.exec(style)?.[1] ?? fallback);
}

function names(paragraph: ShellParagraph, name: PlaceholderName): boolean {
  return placeholdersOf(paragraph.text).some((found) => found.kind === "whole" && found.name === name);
}

/** What cannot be done by filling in text: the place of the body, the indents of the signature, the yellow of blanks. */
function layOut(xml: string, document: PaperDocument, stylesXml: string): string {
  const indents = signatureLayout(document.signature.name, document.signature.date);
  return edited(xml, (paragraph) => {
    if (names(paragraph, "正文")) return bodyMark + keptSection(paragraph.xml);
    const size = fontSize(paragraph.xml, stylesXml, 32);
    let result = paragraph.xml;
    if (/^\{\{\s*署名\s*\}\}$/.test(paragraph.text.trim())) result = indentRight(result, indents.name, size);
    if (/^\{\{\s*日期\s*\}\}$/.test(paragraph.text.trim())) result = indentRight(result, indents.date, size);
    const blanks = { 主送机关: document.addressee ?? "", 署名: document.signature.name, 日期: document.signature.date };
    const blank = (Object.keys(blanks) as (keyof typeof blanks)[]).some((name) => blanks[name].trim() === "" && names(paragraph, name));
    return blank ? highlighted(result) : result;
  });
}

function edited(xml: string, edit: (paragraph: ShellParagraph) => string): string {
  let at = 0;
  const pieces = paragraphsOf(xml).flatMap((paragraph) => {
    if (placeholdersOf(paragraph.text).length === 0) return [];
    const piece = xml.slice(at, paragraph.from) + edit(paragraph);
    at = paragraph.to;
    return [piece];
  });
  return pieces.join("") + xml.slice(at);
}

/** A section break that hangs on the paragraph of {{正文}} stays. */
function keptSection(paragraph: string): string {
  const section = /<w:sectPr[\s>][\s\S]*?<\/w:sectPr>/.exec(paragraph)?.[0];
  return section === undefined ? "" : `<w:p><w:pPr>${section}</w:pPr></w:p>`;
}

/** Yellow on every run, so that nobody overlooks it. The order of run properties is fixed by the format. */
function highlighted(paragraph: string): string {
  const yellow = '<w:highlight w:val="yellow"/>';
  const after = /<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)[\s/>]/;
  return paragraph.replace(/(<w:r(?:\s[^>]*)?>)(?:<w:rPr>([\s\S]*?)<\/w:rPr>|<w:rPr\/>)?/g, (_, open: string, properties = "") => {
    const own = String(properties).replace(/<w:highlight\s[^>]*>/, "");
    const at = after.exec(own)?.index ?? own.length;
    return `${open}<w:rPr>${own.slice(0, at)}${yellow}${own.slice(at)}</w:rPr>`;
  });
}
