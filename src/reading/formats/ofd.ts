import { collectBlocks, toResult } from "../collect-blocks.ts";
import { decodeXml } from "../decode-text.ts";
import { type OfdPage, readOfdPage } from "../ofd/page.ts";
import { chinaDate } from "../office-properties.ts";
import { failed, type ReaderInput, type ReadResult } from "../reader.ts";
import { partName } from "../relations.ts";
import { type Archive, type Failed, openArchive } from "../unzip.ts";
import { attribute, scanXml } from "../xml-scan.ts";

/** GB/T 33190 版式文件: OFD.xml → its documents → their pages with the templates drawn under them. A page with pictures only is a scan. */
export function readOfd({ bytes, limits }: ReaderInput): ReadResult {
  const archive = openArchive(bytes, limits);
  if (!archive.ok) return archive;
  const entry = archive.read(["OFD.xml"]);
  if (!entry.ok) return entry;
  const start = readEntry(decodeXml(entry.parts.get("OFD.xml") ?? new Uint8Array()));
  if (start.roots.length === 0) return failed("damaged", "OFD.xml 里没有文档");
  const collector = collectBlocks(limits);
  let pages = 0;
  let picturePages = 0;
  for (const root of start.roots) {
    const outline = readOutline(archive, root);
    if (!outline.ok) return outline;
    for (const part of outline.pages) {
      pages += 1;
      if (collector.full() || pages > limits.pages) continue;
      const page = readWithTemplate(archive, part, outline);
      if (!page.ok) return page;
      if (page.lines.length === 0 && page.pictures > 0) picturePages += 1;
      for (const { text, size, centred } of page.lines) {
        collector.add({
          text,
          at: { kind: "page", page: pages },
          role: "body",
          ...(centred ? { centred } : {}),
          ...(size === undefined ? {} : { size }),
        });
      }
    }
  }
  if (pages > limits.pages) collector.markCut();
  if (pages === 0) return failed("damaged", "找不到页面");
  const createdOn = chinaDate(start.created);
  return toResult(
    { format: "ofd", pages, ...(picturePages > 0 ? { picturePages } : {}), ...(createdOn === undefined ? {} : { createdOn }) },
    collector,
  );
}

function readEntry(xml: string): { readonly roots: readonly string[]; readonly created: string } {
  const roots: string[] = [];
  let created = "";
  let element = "";
  scanXml(xml, {
    open: (name) => {
      element = name;
      return false;
    },
    close: () => {
      element = "";
      return roots.length >= 50;
    },
    text: (raw) => {
      if (element === "DocRoot") roots.push(partName(raw.trim(), ""));
      else if (element === "CreationDate" && created === "") created = raw.trim();
    },
  });
  return { roots, created };
}

interface Outline {
  readonly ok: true;
  readonly pages: readonly string[];
  readonly templates: ReadonlyMap<string, string>;
  /** Width of a page in millimetres. */
  readonly width: number;
}

function readOutline(archive: Archive, root: string): Outline | Failed {
  const read = archive.read([root]);
  if (!read.ok) return read;
  const bytes = read.parts.get(root);
  if (bytes === undefined) return { ok: false, failure: "damaged", detail: "缺少文档部件" };
  const folder = root.slice(0, root.lastIndexOf("/") + 1);
  const pages: string[] = [];
  const templates = new Map<string, string>();
  let width = 210;
  let element = "";
  scanXml(decodeXml(bytes), {
    close: () => {
      element = "";
      return false;
    },
    text: (raw) => {
      if (element === "PhysicalBox") width = Number(raw.trim().split(/\s+/)[2]) || width;
    },
    open: (name, tag) => {
      element = name;
      const location = attribute(tag, "BaseLoc");
      if (location === undefined) return false;
      if (name === "Page") pages.push(partName(location, folder));
      else if (name === "TemplatePage") templates.set(attribute(tag, "ID") ?? "", partName(location, folder));
      return false;
    },
  });
  return { ok: true, pages, templates, width };
}

/** A page part that is missing is an empty page: the others still say what they say. */
function readWithTemplate(archive: Archive, part: string, outline: Outline): ({ readonly ok: true } & OfdPage) | Failed {
  const read = archive.read([part]);
  if (!read.ok) return read;
  const page = readOfdPage(decodeXml(read.parts.get(part) ?? new Uint8Array()), outline.width);
  const lines = [...page.lines];
  let pictures = page.pictures;
  for (const id of page.templates.slice(0, 4)) {
    const name = outline.templates.get(id);
    const under = archive.read(name === undefined ? [] : [name]);
    if (!under.ok) return under;
    for (const bytes of under.parts.values()) {
      const template = readOfdPage(decodeXml(bytes), outline.width);
      lines.unshift(...template.lines);
      pictures += template.pictures;
    }
  }
  return { ok: true, lines, pictures, templates: [] };
}
