const digits = "〇一二三四五六七八九";
const legalDigits = "零壹贰叁肆伍陆柒捌玖";

/** A list number in the format that Word names (w:numFmt); undefined for bullets and no number. */
export function listNumeral(value: number, format: string): string | undefined {
  switch (format) {
    case "bullet":
    case "none":
      return undefined;
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "ideographDigital":
    case "koreanCounting":
      return chineseCount(value, digits, ["", "十", "百", "千"]).replace(/^一十/, "十");
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
      return chineseCount(value, legalDigits, ["", "拾", "佰", "仟"]);
    case "ideographTraditional":
      return "甲乙丙丁戊己庚辛壬癸".charAt((value - 1) % 10);
    case "ideographZodiac":
      return "子丑寅卯辰巳午未申酉戌亥".charAt((value - 1) % 12);
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return letters(value);
    case "lowerLetter":
      return letters(value).toLowerCase();
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case "decimalFullWidth":
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

/** 十、二十一、一百零五: up to 9,999; beyond that nobody numbers paragraphs. */
function chineseCount(value: number, signs: string, places: readonly string[]): string {
  if (value <= 0 || value > 9_999) return String(value);
  const written = String(value);
  let text = "";
  for (let index = 0; index < written.length; index += 1) {
    const digit = Number(written.charAt(index));
    if (digit > 0) text += signs.charAt(digit) + (places[written.length - 1 - index] ?? "");
    else if (!text.endsWith("零") && /[1-9]/.test(written.slice(index))) text += "零";
  }
  return text;
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value <= 0 || value > 3_999) return String(value);
  let left = value;
  let text = "";
  for (const [size, sign] of romanSteps) {
    for (; left >= size; left -= size) text += sign;
  }
  return text;
}

/** A…Z, AA, BB, as Word counts. */
function letters(value: number): string {
  if (value <= 0 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}
