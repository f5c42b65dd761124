import type { TextBlock } from "../../model/reading.ts";
import { floatsAt, type Pdfium, withBuffer } from "./pdfium.ts";

/** Kinds of page objects in fpdf_edit.h. */
const [path, image, form] = [2, 3, 5];

/** 由扫描全能王扫描创建, a page number: what scanning programs print beside the picture is no text of the document. */
const stampedOn = 24;
/** Part of the page that a picture covers when it is the page. */
const wholePage = 0.6;
/** Text turned into curves shows as very many paths; rules and boxes of an empty form as few. */
const drawnLetters = 100;
/** Objects looked at per page: scans have their picture among the first. */
const objectsSeen = 2_000;

/** The page must be recognised from its picture: a scan, or letters turned into curves. */
export function showsScan(pdfium: Pdfium, page: number, lines: readonly TextBlock[]): boolean {
  const characters = lines.reduce((sum, line) => sum + (line.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  if (characters > stampedOn) return false;
  const area = pdfium._FPDF_GetPageWidth(page) * pdfium._FPDF_GetPageHeight(page);
  const count = Math.min(pdfium._FPDFPage_CountObjects(page), objectsSeen);
  let paths = 0;
  for (let i = 0; i < count; i++) {
    const object = pdfium._FPDFPage_GetObject(page, i);
    const type = pdfium._FPDFPageObj_GetType(object);
    if (type === path) paths++;
    else if ((type === image || type === form) && (characters === 0 || areaOf(pdfium, object) >= area * wholePage)) return true;
  }
  return characters === 0 && paths >= drawnLetters;
}

function areaOf(pdfium: Pdfium, object: number): number {
  const area = withBuffer(pdfium, 16, (buffer) => {
    if (!pdfium._FPDFPageObj_GetBounds?.(object, buffer, buffer + 4, buffer + 8, buffer + 12)) return 0;
    const [left = 0, bottom = 0, right = 0, top = 0] = floatsAt(pdfium, buffer, 4);
    return (right - left) * (top - bottom);
  });
  return area ?? 0;
}
