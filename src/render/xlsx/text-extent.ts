/** Widths are in characters of the standard font at 10.5 pt: a Han character counts 2, a digit 1. Heights are in pt. */

const BODY_SIZE = 10.5;
/** Column edges take 5 pixels of about 7 per character; a little more, because no two programs break lines alike. */
const PADDING = 1.2;
/** Line pitch as a multiple of the font size: 宋体 needs 1.2, the fonts that stand in for it where it is missing up to 1.43. */
const LINE_PITCH = 1.43;

/** Lines that `text` takes in a cell of this width when wrapped: Han text breaks anywhere, words and numbers at their ends. */
export function countLines(text: string, width: number, size = BODY_SIZE): number {
  const room = Math.max(2, ((width - PADDING) * BODY_SIZE) / size);
  let lines = 0;
  for (const paragraph of text.split("\n")) lines += countParagraphLines(paragraph, room);
  // Punctuation that may not start a line pulls a character down with it.
  return lines + Math.floor(lines / 12);
}

export function linesHeight(lines: number, size = BODY_SIZE): number {
  return lines * size * LINE_PITCH;
}

/** Width of the text on one line. */
export function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += unitWidth(text.charCodeAt(i));
  return width;
}

function countParagraphLines(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  let word = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const width = unitWidth(code);
    word = isWordUnit(code) ? word + width : 0;
    used += width;
    if (used <= room) continue;
    lines += 1;
    // The unfinished word moves to the new line as a whole, unless it fills a line by itself.
    used = word > width && word <= room ? word : width;
  }
  return lines;
}

function isWordUnit(code: number): boolean {
  return code > 0x20 && code < 0x2000;
}

/** A surrogate half counts 1, a pair therefore 2. General punctuation (— “ ” …) is full width in Chinese fonts. */
function unitWidth(code: number): number {
  if (code < 0x2000) return code >= 0x300 && code <= 0x36f ? 0 : 1;
  return code >= 0xd800 && code <= 0xdfff ? 1 : 2;
}
