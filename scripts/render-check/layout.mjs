// Paper, fonts and repeated header rows of a .docx, as GB/T 9704-2012 wants them.
import { strFromU8 } from "fflate";
import { paragraphTexts, squeezed } from "./texts.mjs";

/** GB/T 9704-2012 in twips, as the shells set it; a turned page has the same margins, turned. One millimetre is 57. */
const pages = {
  portrait: { w: 11906, h: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 },
  landscape: { w: 16838, h: 11906, top: 1588, bottom: 1474, left: 1984, right: 2098 },
};
const namedFonts = /^(?:仿宋|楷体|黑体|宋体|方正小标宋简体|仿宋_GB2312|楷体_GB2312|Times New Roman)$/;

export function pageProblems(xml, pdfInfo) {
  const problems = (xml.match(/<w:sectPr[\s>][\s\S]*?<\/w:sectPr>/g) ?? []).flatMap((section) => {
    const number = (tag, name) =>
      Number(
        new RegExp(`<w:${tag}\\s[^>]*\\sw:${name}="(\\d+)"`).exec(section)?.[1] ??
          new RegExp(`<w:${tag}\\sw:${name}="(\\d+)"`).exec(section)?.[1],
      );
    const wanted = number("pgSz", "w") > number("pgSz", "h") ? pages.landscape : pages.portrait;
    const found = {
      w: number("pgSz", "w"),
      h: number("pgSz", "h"),
      ...Object.fromEntries(["top", "bottom", "left", "right"].map((side) => [side, number("pgMar", side)])),
    };
    return Object.keys(wanted)
      .filter((key) => !(Math.abs(found[key] - wanted[key]) <= 57))
      .map((key) => `${key} 是 ${found[key]}，应为 ${wanted[key]}`);
  });
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(pdfInfo);
  const sides = size === null ? [] : [Number(size[1]), Number(size[2])].sort((a, b) => a - b);
  const a4 = sides.length === 2 && Math.abs(sides[0] - 595.3) < 2 && Math.abs(sides[1] - 841.9) < 2;
  return a4 ? problems : [...problems, `PDF 不是 A4：${sides.join("×")}`];
}

export function fontProblems(parts) {
  const table = strFromU8(parts["word/fontTable.xml"] ?? new Uint8Array());
  const used = new Set();
  for (const name of Object.keys(parts).filter((part) => /^word\/(?:document|styles|header\d*|footer\d*)\.xml$/.test(part))) {
    for (const tag of strFromU8(parts[name]).match(/<w:rFonts\s[^>]*>/g) ?? []) {
      for (const match of tag.matchAll(/w:(?:ascii|hAnsi|eastAsia|cs)="([^"]*)"/g)) used.add(match[1]);
    }
  }
  const strange = [...used].filter((font) => !namedFonts.test(font)).map((font) => `公文不用的字体 ${font}`);
  const untold = [...used].filter((font) => !table.includes(`w:name="${font}"`)).map((font) => `字体表里没有 ${font}`);
  return [...strange, ...untold, ...(/w:embed/.test(table) ? ["嵌入了字体"] : [])];
}

/** Every page from a table's first to its last carries the header row. */
export function headerProblems(xml, shown) {
  const tables = xml.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
  return tables.flatMap((table, index) => {
    const rows = table.match(/<w:tr[\s>][\s\S]*?<\/w:tr>/g) ?? [];
    const header = squeezed(paragraphTexts(rows[0] ?? "").join(""));
    if (!(rows[0] ?? "").includes("<w:tblHeader/>")) return [`第 ${index + 1} 张表没有设表头`];
    const carrying = shown.flatMap((page, number) => (page.includes(header) ? [number] : []));
    if (carrying.length === 0) return [`第 ${index + 1} 张表的表头没有印出`];
    const ends = rows
      .slice(1)
      .map((row) => squeezed(paragraphTexts(row).sort((a, b) => b.length - a.length)[0] ?? ""))
      .filter((text) => text.length > 7);
    const found = ends.length === 0 ? carrying[0] : shown.findLastIndex((page) => page.includes(ends.at(-1)));
    // A later table may say the same words: this one ends where the next one begins.
    const next = squeezed(paragraphTexts(tables[index + 1]?.match(/<w:tr[\s>][\s\S]*?<\/w:tr>/)?.[0] ?? "").join(""));
    const begun = next === "" || next === header ? -1 : shown.findIndex((page, number) => number >= carrying[0] && page.includes(next));
    const last = begun === -1 ? found : Math.min(found, begun);
    return shown.flatMap((page, number) =>
      number > carrying[0] && number <= last && rowsOn(page, ends) && !page.includes(header) ? [`第 ${number + 1} 页`] : [],
    );
  });
}

function rowsOn(page, texts) {
  return texts.some((text) => page.includes(text));
}

/** Odd pages right, even pages left, below the text; on a turned page the same corner once it is bound: the left edge, odd low, even high. */
export function numberProblems(boxes) {
  return boxes
    .split("<page ")
    .slice(1)
    .flatMap((page, index) => {
      const [width, height] = [...page.matchAll(/(?:width|height)="([\d.]+)"/g)].map((match) => Number(match[1]));
      const dashes = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">—/g)].map((match) => [
        Number(match[1]) / width,
        Number(match[2]) / height,
      ]);
      const odd = index % 2 === 0;
      const placed =
        width > height
          ? dashes.some(([x, y]) => x > 0.05 && x < 0.12 && (odd ? y > 0.7 : y > 0.1 && y < 0.3))
          : dashes.some(([x, y]) => y > 0.88 && (odd ? x > 0.7 : x < 0.25));
      return placed ? [] : [`第 ${index + 1} 页`];
    });
}
