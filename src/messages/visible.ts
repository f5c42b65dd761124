/** Control characters, direction overrides and lone surrogates: a terminal obeys them instead of showing them. */
const invisible =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])/gu;

/** Text from other people, fit for a terminal: whatever it could be fooled by is spelled out (⟨U+001B⟩). Line breaks become ⏎. */
export function visible(text: string): string {
  return text
    .replace(/\r\n|\n/gu, "⏎")
    .replace(invisible, (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
}

const wide =
  /^[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;

/** Columns that one character takes on a terminal: Han and full-width 2, combining marks 0, the rest 1. */
export function widthOf(character: string): number {
  if (/^\p{M}/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

export function widthOfText(text: string): number {
  return Array.from(text).reduce<number>((width, character) => width + widthOf(character), 0);
}
