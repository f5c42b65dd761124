import type { BarChart, PaperDocument } from "../../report/blocks.ts";
import { zipParts } from "../ooxml/deterministic-zip.ts";
import { escapeXml, printableText } from "../ooxml/xml-text.ts";
import { bodyXml } from "./body-xml.ts";
import { carryPart, relationsPart, relationsXml, relationXml } from "./carry-part.ts";
import { chartPackage } from "./chart-parts.ts";
import { bodyMark, fillShell } from "./fill-shell.ts";
import { applyFontProfile, type FontProfile } from "./font-profile.ts";
import { pageFrameOf } from "./page-frame.ts";
import { mainPart, setXmlPart, xmlPart } from "./shell-parts.ts";
import { styleIdsOf } from "./shell-styles.ts";

const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * A paper document in its shell, as the bytes of a .docx. The same input gives the same bytes. Expects a shell that
 * lintShell accepts. Asynchronous only because the docx library draws charts so.
 */
export async function renderPaper(document: PaperDocument, shell: Uint8Array, fonts: FontProfile): Promise<Uint8Array> {
  const filled = fillShell(shell, document);
  const prefix = freePrefix(xmlPart(filled, mainPart) + xmlPart(filled, relationsPart(mainPart)));
  const relations = new Map<string, string>();
  const drawings = await carryCharts(document, { parts: filled, prefix, relations });
  // Fonts are swapped before the body comes in: it names none, and it may be large.
  const parts = applyFontProfile(filled, fonts);
  const [before, after] = aroundBody(xmlPart(parts, mainPart));
  const styles = styleIdsOf(xmlPart(parts, "word/styles.xml"));
  const context = { styles, width: pageFrameOf(after).width, linkId: linkCollector(prefix, relations) };
  const body = bodyXml(document.body, drawings, context, /^\s*<w:sectPr[\s>]/.test(after));
  setXmlPart(parts, mainPart, withNamespace(before) + body + after);
  addRelations(parts, [...relations.values()]);
  setProperties(parts, document.title);
  return zipParts(parts);
}

function aroundBody(xml: string): readonly [before: string, after: string] {
  const at = xml.indexOf(bodyMark);
  if (at < 0) throw new Error("shell without {{正文}}: lint it first");
  return [xml.slice(0, at), xml.slice(at + bodyMark.length)];
}

interface Receiver {
  readonly parts: Map<string, Uint8Array>;
  readonly prefix: string;
  /** Key → written relationship, in order. */
  readonly relations: Map<string, string>;
}

async function carryCharts(document: PaperDocument, { parts, prefix, relations }: Receiver): Promise<readonly string[]> {
  const charts = document.body.flatMap((block): BarChart[] => (block.kind === "chart" ? [block.chart] : []));
  if (charts.length === 0) return [];
  const main = xmlPart(parts, mainPart);
  const drawn = highestDrawing(main);
  const frame = pageFrameOf(aroundBody(main)[1]);
  const built = await Promise.all(charts.map(async (chart) => chartPackage(chart, frame)));
  return built.map(({ parts: source, part, drawing }, index) => {
    const carried = carryPart(source, part, parts);
    const id = `${prefix}Chart${index + 1}`;
    relations.set(id, relationXml(id, `${relationTypes}/chart`, `/${carried}`, false));
    return drawing(id, drawn + index + 1);
  });
}

/** One relationship for each target, however often it is linked. */
function linkCollector(prefix: string, relations: Map<string, string>): (target: string) => string {
  const ids = new Map<string, string>();
  return (target) => {
    const known = ids.get(target);
    if (known !== undefined) return known;
    const id = `${prefix}Link${ids.size + 1}`;
    ids.set(target, id);
    relations.set(id, relationXml(id, `${relationTypes}/hyperlink`, target, true));
    return id;
  };
}

function addRelations(parts: Map<string, Uint8Array>, added: readonly string[]): void {
  const name = relationsPart(mainPart);
  const xml = xmlPart(parts, name);
  if (!xml.includes("</Relationships>")) setXmlPart(parts, name, relationsXml(added));
  else
    setXmlPart(
      parts,
      name,
      xml.replace("</Relationships>", () => `${added.join("")}</Relationships>`),
    );
}

/** A shell that began as one of our own documents already has our ids. */
function freePrefix(xml: string): string {
  let prefix = "yk";
  while (xml.includes(`"${prefix}`)) prefix += "x";
  return prefix;
}

function highestDrawing(xml: string): number {
  return [...xml.matchAll(/<wp:docPr\s[^>]*?\bid="(\d+)"/g)].reduce((highest, match) => Math.max(highest, Number(match[1])), 0);
}

function withNamespace(xml: string): string {
  if (/<w:document[^>]*\sxmlns:r="/.test(xml)) return xml;
  return xml.replace("<w:document", `<w:document xmlns:r="${relationTypes}"`);
}

/** No clock and no name of who edited the shell: only what the document is. */
function setProperties(parts: Map<string, Uint8Array>, title: string): void {
  if (!parts.has("docProps/core.xml")) return;
  const namespaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const text = escapeXml(printableText(title).replace(/\s+/g, " ").trim());
  setXmlPart(
    parts,
    "docProps/core.xml",
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties ${namespaces}><dc:title>${text}</dc:title><dc:creator>迎考</dc:creator></cp:coreProperties>`,
  );
}
