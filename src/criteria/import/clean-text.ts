import { foldText } from "../../model/chinese-text.ts";

/**
 * The words of a cell as the YAML can hold them: line breaks of every kind become one kind and are kept, control characters
 * (which no text of a document should hold) go, white space around the whole goes. Nothing else is altered.
 */
export function verbatimText(text: string): string {
  return text
    .replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu, "\n")
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F]/gu, "")
    .replace(/[ \t\u3000]+\n/gu, "\n")
    .trim();
}

/** A heading, name or label on one line: breaks of a narrow cell (应急⏎责任) close up, between Latin words they become a space. */
export function oneLine(text: string): string {
  const whole = verbatimText(text);
  const pieces = whole.split(/\s+/u);
  // 县公安局 县司法局 are two names; 责任 体系 is one word set wide.
  if (pieces.length > 1 && pieces.every((piece) => /^\p{Script=Han}{3,}[局委办厅部院队心会府社司处站]$/u.test(piece)))
    return pieces.join(" ");
  return whole
    .replace(/(?<=[^\x20-\x7E])\s*\n\s*|\s*\n\s*(?=[^\x20-\x7E])/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, (space) => (pieces.every((piece) => piece.length <= 2) ? "" : space));
}

/** What two headings are compared by: one spelling, no spaces. */
export function headingKey(text: string): string {
  return foldText(text).replace(/\s+/gu, "");
}

/** The first sentence of a text as a title: up to the first stop, at most `most` characters. */
export function firstWords(text: string, most = 24): string {
  const flat = oneLine(text);
  const head = flat.split(/[，。；：！？,;:!?（(]/u)[0]?.trim() ?? "";
  const letters = Array.from(head === "" ? flat : head);
  if (letters.at(-1) === "的") letters.pop();
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : letters.join("");
}
