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

/** Breaks text into lines of at most `width` columns. Chinese may break anywhere, but no line begins with a closing mark. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const character of text) {
    if (stringWidth(line + character) > width && line !== "" && !closing.has(character)) {
      lines.push(line);
      line = "";
    }
    line += character;
  }
  return line === "" ? lines : [...lines, line];
}

const closing = new Set("，。；：、？！）》」』”’】〕…");
