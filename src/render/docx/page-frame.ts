/** The text area of the pages on which the body stands, in twips (1/20 pt). */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
}

const a4 = { w: 11906, h: 16838, left: 1588, right: 1474, top: 2098, bottom: 1984 } as const;

/** Reads the section that `xml` ends in or first meets: the first sectPr of the text given. Missing numbers: A4 as GB/T 9704-2012. */
export function pageFrameOf(xml: string): PageFrame {
  const section = /<w:sectPr[\s>][\s\S]*?<\/w:sectPr>/.exec(xml)?.[0] ?? "";
  const size = /<w:pgSz\s[^>]*>/.exec(section)?.[0] ?? "";
  const margins = /<w:pgMar\s[^>]*>/.exec(section)?.[0] ?? "";
  const width = twips(size, "w") - twips(margins, "left") - twips(margins, "right");
  const height = twips(size, "h") - twips(margins, "top") - twips(margins, "bottom");
  return { width: Math.max(width, 2000), height: Math.max(height, 2000) };
}

function twips(tag: string, name: keyof typeof a4): number {
  const written = new RegExp(`\\sw:${name}="(-?\\d+)"`).exec(tag)?.[1];
  return written === undefined ? a4[name] : Math.abs(Number(written));
}
