import { attribute, scanXml, unescapeText } from "../xml-scan.ts";
import { type NumberLook, numberText } from "./number-text.ts";

export interface SheetRow {
  /** Address of the first cell that says something: B3. */
  readonly cell: string;
  /** Cells that say something, from left to right. */
  readonly texts: readonly string[];
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly since1904: boolean;
  readonly rowLimit: number;
  readonly cellLimit: number;
}

export interface SheetRead {
  readonly rows: readonly SheetRow[];
  readonly cells: number;
  readonly cut: boolean;
  /** Cells that are merged over several columns: A1. */
  readonly wide: ReadonlySet<string>;
}

/** Stands for one sheet while it is scanned. */
interface Scan {
  readonly context: SheetContext;
  readonly rows: SheetRow[];
  texts: string[];
  first: string;
  row: number;
  column: number;
  cells: number;
  cut: boolean;
  address: string;
  type: string;
  style: number;
  value: string;
  inValue: boolean;
  readonly wide: Set<string>;
}

/** Rows with their cell values; a formula gives the value that was stored with it. Empty rows and cells are left out. */
export function readSheet(xml: string, context: SheetContext): SheetRead {
  const scan: Scan = {
    context,
    rows: [],
    texts: [],
    first: "",
    row: 0,
    column: 0,
    cells: 0,
    cut: false,
    address: "",
    type: "",
    style: 0,
    value: "",
    inValue: false,
    wide: new Set(),
  };
  scanXml(xml, {
    text: (raw) => {
      if (scan.inValue) scan.value += raw;
    },
    open: (name, tag) => openElement(scan, name, tag),
    close: (name) => closeElement(scan, name),
  });
  return scan;
}

function openElement(scan: Scan, name: string, tag: string): boolean {
  if (name === "c") startCell(scan, tag);
  else if (name === "v" || name === "t") scan.inValue = true;
  else if (name === "row") {
    scan.row = Number(attribute(tag, "r")) || scan.row + 1;
    scan.column = 0;
    scan.texts = [];
  } else if (name === "mergeCell") noteMerge(scan, attribute(tag, "ref") ?? "");
  return false;
}

/** Some programs leave the address out; then cells follow each other. */
function startCell(scan: Scan, tag: string): void {
  scan.column += 1;
  scan.address = attribute(tag, "r") ?? `${columnName(scan.column)}${scan.row}`;
  scan.type = attribute(tag, "t") ?? "n";
  scan.style = Number(attribute(tag, "s") ?? 0);
  scan.value = "";
}

function closeElement(scan: Scan, name: string): boolean {
  if (name === "v" || name === "t") scan.inValue = false;
  else if (name === "c") {
    const text = scan.value === "" ? "" : cellText(scan).trim();
    if (text === "") return false;
    if (scan.texts.length === 0) scan.first = scan.address;
    scan.texts.push(text);
    scan.cells += 1;
  } else if (name === "row" && scan.texts.length > 0) {
    scan.rows.push({ cell: scan.first, texts: scan.texts });
    scan.texts = [];
    scan.cut = scan.rows.length >= scan.context.rowLimit || scan.cells >= scan.context.cellLimit;
    return scan.cut;
  }
  return false;
}

function cellText({ type, value, style, context }: Scan): string {
  switch (type) {
    case "s":
      return context.strings[Number(value)] ?? "";
    case "str":
    case "inlineStr":
    case "e":
      return unescapeText(value);
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "d":
      return value.replace(/T00:00:00.*$/, "");
    default: {
      const number = Number(value);
      return Number.isNaN(number) ? unescapeText(value) : numberText(number, context.looks[style] ?? "plain", context.since1904);
    }
  }
}

function noteMerge(scan: Scan, range: string): void {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})\d+$/.exec(range);
  if (match !== null && match[1] !== match[3] && scan.wide.size < 10_000) scan.wide.add(`${match[1] ?? ""}${match[2] ?? ""}`);
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : columnName(Math.floor((column - 1) / 26)) + letter;
}
