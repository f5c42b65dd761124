import type { Parts } from "../ooxml/deterministic-zip.ts";
import { escapeXml } from "../ooxml/xml-text.ts";
import { setXmlPart, xmlPart } from "./shell-parts.ts";

const typesPart = "[Content_Types].xml";

/**
 * Carries a part from one package into another under a free name, with its content type and, in turn, every part that it
 * relates to. Ids of its relationships become rId1, rId2, … in the order written. Returns the new name.
 */
export function carryPart(source: Parts, name: string, target: Map<string, Uint8Array>): string {
  const bytes = source.get(name);
  if (bytes === undefined) throw new Error(`no part ${name} to carry`);
  const carried = freeName(name, target);
  target.set(carried, bytes);
  addContentType(target, carried, contentTypeOf(source, name));
  carryRelations(source, name, target, carried);
  return carried;
}

function carryRelations(source: Parts, name: string, target: Map<string, Uint8Array>, carried: string): void {
  const relations = relationsOf(xmlPart(source, relationsPart(name)));
  if (relations.length === 0) return;
  let xml = xmlPart(target, carried);
  const written = relations.map((relation, index) => {
    const id = `rId${index + 1}`;
    xml = xml.replaceAll(`"${relation.id}"`, `"${id}"`);
    if (relation.external) return relationXml(id, relation.type, relation.target, true);
    const part = carryPart(source, resolved(name, relation.target), target);
    return relationXml(id, relation.type, `/${part}`, false);
  });
  setXmlPart(target, carried, xml);
  setXmlPart(target, relationsPart(carried), relationsXml(written));
}

/** word/charts/chart1.xml → word/charts/chart2.xml when the first is taken. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  const [, stem = name, extension = ""] = /^(.*?)\d*(\.[^./]+)$/.exec(name) ?? [];
  for (let number = 1; ; number++) {
    const candidate = `${stem}${number}${extension}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function contentTypeOf(parts: Parts, name: string): string {
  const types = xmlPart(parts, typesPart);
  const tags = types.match(/<(?:Override|Default)\s[^>]*>/g) ?? [];
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const own = tags.find((tag) => attribute(tag, "PartName") === `/${name}`);
  const common = tags.find((tag) => attribute(tag, "Extension").toLowerCase() === extension);
  return attribute(own ?? common ?? "", "ContentType");
}

function addContentType(parts: Map<string, Uint8Array>, name: string, type: string): void {
  const override = `<Override PartName="/${name}" ContentType="${type}"/>`;
  setXmlPart(parts, typesPart, xmlPart(parts, typesPart).replace("</Types>", `${override}</Types>`));
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

function relationsOf(xml: string): readonly Relation[] {
  return (xml.match(/<Relationship\s[^>]*>/g) ?? []).map((tag) => ({
    id: attribute(tag, "Id"),
    type: attribute(tag, "Type"),
    target: attribute(tag, "Target"),
    external: attribute(tag, "TargetMode") === "External",
  }));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const segments = from.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

export function relationsPart(name: string): string {
  const slash = name.lastIndexOf("/");
  return `${name.slice(0, slash + 1)}_rels/${name.slice(slash + 1)}.rels`;
}

/** `target`: escaped here. */
export function relationXml(id: string, type: string, target: string, external: boolean): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ""}/>`;
}

export function relationsXml(relations: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`;
}
