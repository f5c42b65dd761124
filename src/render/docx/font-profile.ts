import type { Parts } from "../ooxml/deterministic-zip.ts";
import { setXmlPart, xmlPart } from "./shell-parts.ts";

/** modern: the fonts as the shell names them (仿宋, 楷体). gb2312: the names of the XP era, for offices that insist. */
export type FontProfile = "modern" | "gb2312";

const gb2312Names: Readonly<Record<string, string>> = {
  仿宋: "仿宋_GB2312",
  FangSong: "仿宋_GB2312",
  楷体: "楷体_GB2312",
  KaiTi: "楷体_GB2312",
};

/** Swaps font names wherever a font is named, never in text. Fonts are named, not embedded. */
export function applyFontProfile(parts: Parts, profile: FontProfile): Map<string, Uint8Array> {
  const result = new Map(parts);
  if (profile === "modern") return result;
  for (const name of parts.keys()) {
    if (/^word\/.*\.xml$/.test(name)) setXmlPart(result, name, swapFonts(xmlPart(parts, name)));
  }
  return result;
}

function swapFonts(xml: string): string {
  return xml
    .replace(/<w:rFonts\s[^>]*>/g, (tag) => tag.replace(/(\sw:(?:ascii|hAnsi|eastAsia|cs)=")([^"]*)"/g, swapped))
    .replace(/<a:(?:latin|ea|cs)\s[^>]*>/g, (tag) => tag.replace(/(\stypeface=")([^"]*)"/g, swapped))
    .replace(/<w:font\s[^>]*>(?:<w:altName\s[^>]*>)?/g, swapTableEntry);
}

function swapped(_: string, attribute: string, name: string): string {
  return `${attribute}${gb2312Names[name] ?? name}"`;
}

/** In the font table the modern name becomes the stand-in, so that a machine without the old font finds the new one. */
function swapTableEntry(entry: string): string {
  const name = /w:name="([^"]*)"/.exec(entry)?.[1] ?? "";
  const old = gb2312Names[name];
  return old === undefined ? entry : `<w:font w:name="${old}"><w:altName w:val="${name}"/>`;
}
