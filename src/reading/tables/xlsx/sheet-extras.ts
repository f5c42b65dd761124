import type { SourceNote, SourcePlace } from "../../../model/source-document.ts";
import { decodeXml, xmlBytesLimit } from "../../decode-text.ts";
import { readRelations } from "../../relations.ts";
import type { Archive } from "../../unzip.ts";
import { attribute, scanXml, unescapeText } from "../../xml-scan.ts";
import { columnName } from "../cell-address.ts";
import { scattered } from "../source-result.ts";

/** What lies on a sheet beside its cells. */
export interface SheetExtras {
  readonly pictures: readonly { readonly at: SourcePlace }[];
  /** Text boxes and shapes that say something. */
  readonly boxes: readonly Said[];
  readonly comments: readonly Said[];
}

interface Said {
  readonly at: SourcePlace;
  readonly text: string;
}

/** Pictures and comments of a sheet with their cells. A part that cannot be read has none: the sheet itself could be. */
export function readSheetExtras(archive: Archive, part: string, sheet: string): SheetExtras {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations = xmlOf(archive, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const targets = relations === "" ? [] : [...readRelations(relations, folder).values()];
  const of = (pattern: RegExp): readonly string[] =>
    targets.filter((target) => pattern.test(target)).map((target) => xmlOf(archive, target));
  const drawn = of(/\/drawing\d*\.xml$/i).map((xml) => drawnIn(xml, sheet));
  return {
    pictures: drawn.flatMap(({ pictures }) => pictures),
    boxes: drawn.flatMap(({ boxes }) => boxes),
    comments: of(/\/comments\d*\.xml$/i).flatMap((xml) => commentsIn(xml, sheet)),
  };
}

export function notesOfExtras(extras: readonly SheetExtras[], mediaCount: number): readonly SourceNote[] {
  const pictures = extras.flatMap((each) => each.pictures);
  const [boxes, comments] = [extras.flatMap((each) => each.boxes), extras.flatMap((each) => each.comments)];
  // WPS keeps pictures within cells elsewhere: they are there, but no sheet says where.
  const unplaced = pictures.length === 0 && mediaCount > 0 ? [{ kind: "pictures", count: mediaCount, places: [] } as const] : [];
  return [
    ...scattered("pictures", pictures),
    ...unplaced,
    ...scattered("text-boxes", boxes).map((note) => ({ ...note, texts: boxes.map(({ text }) => text) })),
    ...scattered("comments", comments).map((note) => ({ ...note, texts: comments.map(({ text }) => text) })),
  ];
}

function xmlOf(archive: Archive, name: string): string {
  const read = archive.read([name]);
  const bytes = read.ok ? (read.parts.get(name) ?? new Uint8Array()) : new Uint8Array();
  return bytes.length > xmlBytesLimit ? "" : decodeXml(bytes);
}

/** Anchors (twoCellAnchor, oneCellAnchor) begin with the column and row, from 0, of the cell they are fixed to. */
function drawnIn(xml: string, sheet: string): Pick<SheetExtras, "pictures" | "boxes"> {
  const pictures: { readonly at: SourcePlace }[] = [];
  const boxes: Said[] = [];
  let [inFrom, reading, column, row, isPicture, text] = [false, "", 0, 0, false, ""];
  scanXml(xml, {
    open: (name) => {
      if (name.endsWith("Anchor")) [column, row, isPicture, text] = [0, 0, false, ""];
      else if (name === "from") inFrom = true;
      else if (name === "pic") isPicture = true;
      reading = (inFrom && (name === "col" || name === "row")) || name === "t" ? name : "";
      return false;
    },
    text: (raw) => {
      if (reading === "col") column = Number(raw) || 0;
      else if (reading === "row") row = Number(raw) || 0;
      else if (reading === "t") text += unescapeText(raw);
    },
    close: (name) => {
      reading = "";
      if (name === "from") inFrom = false;
      if (!name.endsWith("Anchor")) return false;
      const at: SourcePlace = { kind: "cell", sheet, cell: `${columnName(column + 1)}${row + 1}` };
      if (isPicture) pictures.push({ at });
      if (text.trim() !== "") boxes.push({ at, text: text.trim() });
      return false;
    },
  });
  return { pictures, boxes };
}

function commentsIn(xml: string, sheet: string): readonly Said[] {
  const comments: Said[] = [];
  let [cell, text, inText] = ["", "", false];
  scanXml(xml, {
    open: (name, tag) => {
      if (name === "comment") [cell, text] = [attribute(tag, "ref") ?? "", ""];
      inText = name === "t";
      return false;
    },
    text: (raw) => {
      if (inText) text += unescapeText(raw);
    },
    close: (name) => {
      inText = false;
      if (name === "comment") comments.push({ at: { kind: "cell", sheet, cell }, text: text.trim() });
      return false;
    },
  });
  return comments;
}
