/** Boxes and ticks that forms draw with symbol fonts; a form with empty boxes has not been filled in. */
const boxes: Readonly<Record<string, string>> = {
  "006F": "□",
  "0071": "□",
  "0072": "□",
  "0078": "☒",
  "00A8": "□",
  "00FB": "✗",
  "00FC": "√",
  "00FD": "☒",
  "00FE": "☑",
};
const secondBoxes: Readonly<Record<string, string>> = { "0050": "√", "0052": "☑", "0051": "☒", "0054": "☒", "00A3": "□", "002A": "□" };

/** Text of a w:sym: ticks of the Wingdings fonts by meaning, private characters of other fonts not at all. */
export function symbolText(font: string, code: string): string {
  const plain = code.toUpperCase().replace(/^F0/, "00").padStart(4, "0");
  if (/^wingdings$/i.test(font)) return boxes[plain] ?? "";
  if (/^wingdings 2$/i.test(font)) return secondBoxes[plain] ?? "";
  const value = Number.parseInt(code, 16);
  return value >= 0x20 && value < 0xd800 ? String.fromCharCode(value) : "";
}
