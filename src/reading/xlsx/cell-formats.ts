import { attribute, scanXml } from "../xml-scan.ts";

/** The number format of one cell style: its id, and its code where the workbook defines it itself. */
export interface CellFormat {
  readonly id: number;
  readonly code?: string;
}

/** xl/styles.xml: the number format of each cell style, by its index. */
export function readCellFormats(xml: string): readonly CellFormat[] {
  const custom = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCellStyles = false;
  scanXml(xml, {
    text: () => undefined,
    close: (name) => {
      if (name === "cellXfs") inCellStyles = false;
      return false;
    },
    open: (name, tag) => {
      if (name === "numFmt") custom.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "");
      else if (name === "cellXfs") inCellStyles = true;
      else if (name === "xf" && inCellStyles) {
        const id = Number(attribute(tag, "numFmtId") ?? 0);
        const code = custom.get(id);
        formats.push({ id, ...(code === undefined ? {} : { code }) });
      }
      return false;
    },
  });
  return formats;
}
