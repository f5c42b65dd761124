/** What a scan meets, in order. Names come without their namespace prefix, for some programs write `x:row` where others write `row`. */
export interface XmlHandler {
  /** `tag` is everything between the brackets; `attribute` reads from it. An empty element is opened and closed. Return true to end the scan. */
  readonly open: (name: string, tag: string) => boolean | undefined;
  readonly close: (name: string) => boolean | undefined;
  /** Raw: still with its entities, which `unescapeText` undoes. */
  readonly text: (raw: string) => void;
}

/**
 * Runs over XML or HTML once, without building a tree. Lenient: what is broken is passed over. A document type is skipped whole and its
 * entities are never expanded, so that an entity bomb stays the few lines that it is.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start === -1 || start > at) handler.text(start === -1 ? xml.slice(at) : xml.slice(at, start));
    if (start === -1) return;
    const code = xml.charCodeAt(start + 1);
    if (code === bang || code === question) {
      at = passDeclaration(xml, start, handler);
      continue;
    }
    if (!isNameStart(code) && code !== slash) {
      handler.text("<");
      at = start + 1;
      continue;
    }
    const end = tagEnd(xml, start);
    // Cut off inside a tag: nothing after it can be one.
    if (end === -1) return;
    if (meetTag(xml.slice(start + 1, end), handler)) return;
    at = end + 1;
  }
}

const bang = 0x21;
const question = 0x3f;
const slash = 0x2f;
const quotes = /["']/;

function isNameStart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code > 0x7f;
}

/** A bracket may stand inside a quoted value. */
function tagEnd(xml: string, start: number): number {
  const end = xml.indexOf(">", start);
  if (end === -1) return -1;
  const before = xml.charCodeAt(end - 1) === slash ? end - 2 : end - 1;
  const last = xml.charAt(before);
  if (last === '"' || last === "'" || !quotes.test(xml.slice(start, end))) return end;
  return quotedTagEnd(xml, start, end);
}

function quotedTagEnd(xml: string, start: number, fallback: number): number {
  let quote = "";
  const limit = Math.min(xml.length, start + 20_000);
  for (let at = start; at < limit; at += 1) {
    const sign = xml.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return fallback;
}

function meetTag(tag: string, handler: XmlHandler): boolean {
  if (tag.charCodeAt(0) === slash) return handler.close(localName(tag, 1)) === true;
  const name = localName(tag, 0);
  if (handler.open(name, tag) === true) return true;
  return tag.charCodeAt(tag.length - 1) === slash && handler.close(name) === true;
}

function localName(tag: string, from: number): string {
  let start = from;
  let at = from;
  for (; at < tag.length; at += 1) {
    const code = tag.charCodeAt(at);
    if (code === 0x3a) start = at + 1;
    else if (code <= 0x20 || code === slash) break;
  }
  return tag.slice(start, at);
}

/** Comments, instructions and document types say nothing; CDATA is text. Returns where the scan goes on. */
function passDeclaration(xml: string, start: number, handler: XmlHandler): number {
  if (xml.startsWith("<!--", start)) return after(xml, "-->", start + 4);
  if (xml.startsWith("<![CDATA[", start)) {
    const end = xml.indexOf("]]>", start);
    handler.text(xml.slice(start + 9, end === -1 ? xml.length : end).replaceAll("&", "&amp;"));
    return end === -1 ? xml.length : end + 3;
  }
  if (!/^<!doctype/i.test(xml.slice(start, start + 9))) return after(xml, ">", start);
  const end = after(xml, ">", start);
  return xml.slice(start, end).includes("[") ? after(xml, ">", after(xml, "]", start)) : end;
}

function after(xml: string, sign: string, from: number): number {
  const at = xml.indexOf(sign, from);
  return at === -1 ? xml.length : at + sign.length;
}

/** Value of an attribute, whatever its prefix; undefined when it is not there. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at !== -1; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    if (before > 0x20 && before !== 0x3a) continue;
    let equals = at + name.length;
    while (tag.charCodeAt(equals) <= 0x20) equals += 1;
    if (tag.charAt(equals) !== "=") continue;
    return valueFrom(tag, equals + 1);
  }
  return undefined;
}

function valueFrom(tag: string, from: number): string {
  let start = from;
  while (tag.charCodeAt(start) <= 0x20) start += 1;
  const quote = tag.charAt(start);
  if (quote !== '"' && quote !== "'") return /^[^\s/>]*/.exec(tag.slice(start))?.[0] ?? "";
  const end = tag.indexOf(quote, start + 1);
  return unescapeText(end === -1 ? tag.slice(start + 1) : tag.slice(start + 1, end));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Undoes the five entities of XML and the numeric ones, and those of `more`; all others stay as written. */
export function unescapeText(raw: string, more: Readonly<Record<string, string>> = entities): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(
    /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z]{2,8}));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined)
        return (Object.hasOwn(entities, name) ? entities : Object.hasOwn(more, name) ? more : undefined)?.[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
