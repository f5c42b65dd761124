import { attribute, scanXml, unescapeText } from "../xml-scan.ts";

export interface OfdLine {
  readonly text: string;
  /** Points. */
  readonly size: number | undefined;
  readonly centred: boolean;
}

export interface OfdPage {
  readonly lines: readonly OfdLine[];
  readonly pictures: number;
  /** Ids of the templates under the page. */
  readonly templates: readonly string[];
}

/** A text object: its text and box in millimetres. */
interface Piece {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number | undefined;
}

/** Takes the text objects of one page or template in the order they are drawn. */
export function readOfdPage(xml: string, pageWidth: number): OfdPage {
  const pieces: Piece[] = [];
  const templates: string[] = [];
  let pictures = 0;
  let inText = false;
  scanXml(xml, {
    text: (raw) => {
      const piece = pieces.at(-1);
      if (inText && piece !== undefined) piece.text += unescapeText(raw);
    },
    close: (name) => {
      if (name === "TextCode") inText = false;
      return false;
    },
    open: (name, tag) => {
      if (name === "TextObject") pieces.push(startPiece(tag));
      else if (name === "TextCode") inText = true;
      else if (name === "ImageObject") pictures += 1;
      else if (name === "Template") templates.push(attribute(tag, "TemplateID") ?? "");
      return false;
    },
  });
  return { lines: joinLines(pieces, pageWidth), pictures, templates };
}

function startPiece(tag: string): Piece {
  const [x = 0, y = 0, width = 0, height = 0] = (attribute(tag, "Boundary") ?? "").trim().split(/\s+/).map(Number);
  const size = Number(attribute(tag, "Size")) || undefined;
  return { text: "", x, y, width, height, size: size === undefined ? undefined : Math.round((size * 72 * 2) / 25.4) / 2 };
}

/** Writers start a new object at every change of font, some at every character: what stands at one height, further right, is one line. */
function joinLines(pieces: readonly Piece[], pageWidth: number): readonly OfdLine[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const same = last !== undefined && Math.abs(last.y - piece.y) <= Math.max(last.height, piece.height, 1) / 2 && piece.x >= last.x;
    if (same) line?.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => describeLine(line, pageWidth)).filter(({ text }) => text !== "");
}

function describeLine(line: readonly Piece[], pageWidth: number): OfdLine {
  let text = "";
  let end = 0;
  for (const piece of line) {
    // A gap of more than a character is a column.
    if (text !== "" && piece.x - end > Math.max(piece.height, 3)) text += "\t";
    text += piece.text;
    end = piece.x + piece.width;
  }
  const left = line[0]?.x ?? 0;
  const right = pageWidth - end;
  const centred = left > pageWidth * 0.15 && Math.abs(left - right) < pageWidth * 0.03;
  return { text: text.trim(), size: line.find((piece) => piece.size !== undefined)?.size, centred };
}
