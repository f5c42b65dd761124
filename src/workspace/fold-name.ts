/** One spelling for comparing names: NFC, full-width letters and digits as half-width, no white space. Never shown. */
export function foldName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\uFF01-\uFF5E]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\s\u200B\uFEFF]/gu, "")
    .toLowerCase();
}
