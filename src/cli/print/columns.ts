import stringWidth from "string-width";

/** Pads to a display width in terminal columns; a Han character takes two. Longer text stays whole. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - stringWidth(text))) + text;
}

export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

/**
 * Breaks text into lines of at most `width` columns. Chinese may break anywhere, but no line begins with a closing mark, and a
 * number, date or Latin word (0.25, 20240430.docx) stays whole: 0 / .25 分 reads as another number.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text, width)) {
    if (stringWidth(line + piece) > width && line !== "" && !closing.has(piece)) {
      lines.push(line);
      line = "";
    }
    line += piece;
  }
  return line === "" ? lines : [...lines, line];
}

/** Characters, with the runs that must not be broken in one piece; a run longer than a line is broken all the same. */
function pieces(text: string, width: number): readonly string[] {
  return (text.match(/[\w.%+-]+|./gsu) ?? []).flatMap((piece) => (piece.length > width ? Array.from(piece) : [piece]));
}

const closing = new Set("，。；：、？！）》」』”’】〕…");
