import { readRelations } from "../relations.ts";
import { attribute, scanXml, unescapeText } from "../xml-scan.ts";
import { readCellFormats } from "./cell-formats.ts";
import { builtInLook, customLook, type NumberLook } from "./number-text.ts";

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of its part in the archive; undefined when the workbook does not say. */
  readonly part: string | undefined;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly since1904: boolean;
}

/** xl/workbook.xml with its relations: sheets in the order of the tabs. */
export function readWorkbook(xml: string, relations: string): Workbook {
  const targets = readRelations(relations, "xl/");
  const sheets: SheetEntry[] = [];
  let since1904 = false;
  scanXml(xml, {
    text: () => undefined,
    close: () => false,
    open: (name, tag) => {
      if (name === "workbookPr") since1904 = /^(?:1|true)$/.test(attribute(tag, "date1904") ?? "");
      if (name !== "sheet") return false;
      const state = attribute(tag, "state") ?? "visible";
      sheets.push({ name: attribute(tag, "name") ?? "", hidden: state !== "visible", part: targets.get(attribute(tag, "id") ?? "") });
      return false;
    },
  });
  return { sheets, since1904 };
}

/** Far more texts than cells are read. */
const stringLimit = 2_000_000;

/** xl/sharedStrings.xml: each text once. Readings in ruby (rPh) are not part of it. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  scanXml(xml, {
    text: (raw) => {
      if (inText && !phonetic) text += unescapeText(raw);
    },
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "t") inText = true;
      else if (name === "rPh") phonetic = true;
      return false;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si" && strings.length < stringLimit)
        strings.push(text.includes("_x000D_") ? text.replaceAll("_x000D_", "") : text);
      return false;
    },
  });
  return strings;
}

/** xl/styles.xml: how the numbers of each cell style are shown, by its index. */
export function readNumberLooks(xml: string): readonly NumberLook[] {
  // Thousands of styles share a few codes: each is understood once.
  const looks = new Map<string, NumberLook>();
  return readCellFormats(xml).map(({ id, code }) => {
    if (code === undefined) return builtInLook(id);
    const look = looks.get(code) ?? customLook(code);
    looks.set(code, look);
    return look;
  });
}
