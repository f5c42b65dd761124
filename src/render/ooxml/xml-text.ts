/**
 * What XML 1.0 forbids (controls, lone surrogates, U+FFFE, U+FFFF), and the marks that turn the reading direction round
 * so that a name shows other than it is. Tab and line feed stay.
 */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** All that printableText may have to change, surrogates of whole pairs among it: one pass without look-around tells most texts from the few. */
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/;

/** Text from other people as it may stand in a document: what cannot be printed becomes a visible � and nothing vanishes. */
export function printableText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(unprintable, "\ufffd");
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" } as const;

/** Escapes text for an XML text node or a double-quoted attribute. Expects printable text. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => entities[sign as keyof typeof entities]) : text;
}

/** Undoes the entities that may stand in an XML text node or attribute. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
