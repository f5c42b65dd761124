/** Schema order of a font's children (ECMA-376 CT_Font, as the validator and Excel read it). */
const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

/** styles.xml with the children of every font in schema order, and with quotePrefix on the cells that carry the marking number format. */
export function repairStyles(xml: string, quotedFormat: string): string {
  const ordered = xml.replace(/<font>([\s\S]*?)<\/font>/g, (_, children: string) => `<font>${orderFont(children)}</font>`);
  const format = new RegExp(`<numFmt numFmtId="(\\d+)" formatCode="${quotedFormat}"/>`).exec(ordered);
  if (format === null) return ordered;
  return ordered.replace(new RegExp(`<xf numFmtId="${format[1] ?? ""}"`, "g"), (start) => `${start} quotePrefix="1"`);
}

function orderFont(children: string): string {
  const elements = [...children.matchAll(/<(\w+)\b[^>]*\/>/g)].map((match) => ({ name: match[1] ?? "", xml: match[0] }));
  elements.sort((a, b) => FONT_ORDER.indexOf(a.name) - FONT_ORDER.indexOf(b.name));
  return elements.map((element) => element.xml).join("");
}
