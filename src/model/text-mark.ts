/**
 * A short mark of a text, to tell later whether anybody changed it (FNV-1a over UTF-16, and the length). White space does not
 * count: a cell that Word or WPS breaks anew is the same text. No protection against malice, only against mistakes.
 */
export function textMark(...texts: readonly string[]): string {
  const text = texts.map((part) => part.replace(/\s+/gu, "")).join("\n");
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return `${hash.toString(16).padStart(8, "0")}${String(text.length)}`;
}
