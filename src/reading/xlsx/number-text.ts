/** How a number is shown; anything but a date, a time and a percentage is shown as it is stored. */
export type NumberLook = "plain" | "percent" | "date" | "month" | "time" | "date-time";

/** Built-in formats that every program knows by number; 27–36 and 50–58 are the Chinese, Japanese and Korean dates. */
export function builtInLook(id: number): NumberLook {
  if (id === 9 || id === 10) return "percent";
  if (id === 22) return "date-time";
  if ([17, 27, 36, 50, 52, 57].includes(id)) return "month";
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return "time";
  if ((id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "date";
  return "plain";
}

/** Reads a number format such as yyyy"年"m"月"d"日" or 0.0%. Texts in quotes and brackets are no codes. */
export function customLook(format: string): NumberLook {
  const code = (format.split(";")[0] ?? "").replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*./gi, "").toLowerCase();
  if (/general|@/.test(code)) return "plain";
  const year = /[yeb]/.test(code) && !/[#0]/.test(code);
  const day = /d/.test(code);
  const time = /[hs]/.test(code);
  if (year || day) return time ? "date-time" : year && !day && /m/.test(code) ? "month" : "date";
  if (time) return "time";
  if (/m/.test(code) && !/[#0]/.test(code)) return "date";
  return code.includes("%") ? "percent" : "plain";
}

/** Days from 1899-12-30 (1904 system: 1904-01-01) as text: 2024-03-05, 2024年3月, 14:30. A number that no date can be stays a number. */
export function numberText(value: number, look: NumberLook, since1904: boolean): string {
  if (look === "plain" || !Number.isFinite(value)) return plainText(value);
  if (look === "percent") return `${plainText(value * 100)}%`;
  const days = since1904 ? value + 1_462 : value;
  if (days < 0 || days >= 2_958_466) return plainText(value);
  // Excel believes in 29 February 1900: before 1 March of that year its days are one ahead.
  const moment = new Date(Math.round((days < 60 ? days + 1 : days) * 86_400) * 1_000 - 25_569 * 86_400_000);
  const iso = moment.toISOString();
  if (look === "time") return iso.slice(11, iso.endsWith(":00.000Z") ? 16 : 19);
  if (look === "month") return `${moment.getUTCFullYear()}年${moment.getUTCMonth() + 1}月`;
  const clock = look === "date-time" && !iso.includes("T00:00:00") ? ` ${iso.slice(11, 16)}` : "";
  return iso.slice(0, 10) + clock;
}

/** Fifteen digits are all that a cell keeps; more would show 0.30000000000000004. */
function plainText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return String(value);
  return String(Number(value.toPrecision(15)));
}
