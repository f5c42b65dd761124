// What a .docx or .xlsx says, and whether the pages say it too.
import { strFromU8 } from "fflate";

/** What a reader should see, paragraph by paragraph. */
export function paragraphTexts(xml) {
  return xml
    .split("</w:p>")
    .map((piece) => unescaped([...piece.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join("")))
    .filter((text) => text.trim() !== "");
}

/** The words of all cells; numbers and dates are drawn by their formats and are left to the workbook's own tests. */
export function workbookTexts(parts) {
  const strings = (strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array()).match(/<si>[\s\S]*?<\/si>/g) ?? []).map(cellText);
  const sheets = Object.keys(parts)
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .map((name) => strFromU8(parts[name]));
  const cells = sheets.flatMap((xml) => xml.match(/<c\s[^>]*t="(?:s|inlineStr)"[^>]*>[\s\S]*?<\/c>/g) ?? []);
  return cells
    .map((cell) => (cell.includes('t="s"') ? (strings[Number(/<v>(\d+)<\/v>/.exec(cell)?.[1])] ?? "") : cellText(cell)))
    .filter((text) => text.trim() !== "");
}

function cellText(xml) {
  return unescaped([...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map((match) => match[1]).join(""));
}

function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

export function squeezed(text) {
  return text.normalize("NFKC").replace(/[\s\u00ad\u200b]+/g, "");
}

/** Texts that are not on the pages, whole or broken over pages and columns into pieces; and characters printed too rarely. */
export function lostTexts(texts, shown) {
  const all = shown.map((page) => page.replace(/—第?\d+(?:页[^—]*)?—/g, "")).join("");
  const wanted = texts.map(squeezed);
  const lost = [...new Set(wanted)].filter((text) => !inPieces(text, all)).map((text) => `「${text.slice(0, 20)}」`);
  const printed = counted(all);
  const rare = [...counted(wanted.join(""))].filter(
    ([letter, count]) => /[\p{Script=Han}0-9]/u.test(letter) && (printed.get(letter) ?? 0) < count,
  );
  return [...lost, ...rare.map(([letter]) => `「${letter}」字少了`)];
}

function inPieces(text, all) {
  let rest = text;
  for (let piece = 0; piece < 2 + text.length / 200 && rest !== ""; piece++) {
    let [low, high] = [0, rest.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (all.includes(rest.slice(0, middle))) low = middle;
      else high = middle - 1;
    }
    if (low === 0) return false;
    rest = rest.slice(low);
  }
  return rest === "";
}

function counted(text) {
  const result = new Map();
  for (const letter of text) result.set(letter, (result.get(letter) ?? 0) + 1);
  return result;
}
