const digits = "〇一二三四五六七八九";

/** 一 … 九十九, 一百, 一百零一 …; for headings. Whole numbers from 1 to 999. */
export function chineseNumber(value: number): string {
  const digit = (d: number): string => digits[d] ?? "";
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const last = ones === 0 ? "" : digit(ones);
  if (hundreds === 0) return `${tens === 0 ? "" : `${tens === 1 ? "" : digit(tens)}十`}${last}`;
  const middle = tens === 0 ? (ones === 0 ? "" : "零") : `${digit(tens)}十`;
  return `${digit(hundreds)}百${middle}${last}`;
}

/** 甲、乙、丙等12个单位: the first few and how many there are. `rest` is what follows the number (个单位, 份). */
export function firstFew(items: readonly string[], most: number, rest: string): string {
  if (items.length <= most) return items.join("、");
  return `${items.slice(0, most).join("、")}等${String(items.length)}${rest}`;
}

/** Ends a sentence once, whatever the parts end with. */
export function sentence(...parts: readonly string[]): string {
  const joined = parts.filter((part) => part !== "").join("；");
  return joined === "" || /[。！？]$/.test(joined) ? joined : `${joined}。`;
}
