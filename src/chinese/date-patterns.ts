/** The spellings of a date, longest first. Every pattern is sticky; named groups say what was read. */
export interface DatePattern {
  readonly shape: "month-range" | "month-day" | "quarter-range" | "quarter" | "half" | "numeric" | "year-range" | "year" | "unclear";
  readonly pattern: RegExp;
  /** Every such date holds this sign; empty: it may consist of figures alone. */
  readonly sign: "" | "年" | "月" | "季度";
}

const year4 = "(?:19|20|21)\\d{2}";
const hanYear = "[〇零一二三四五六七八九]{4}(?=\\s*年)";
const join = "\\s*(?:-{1,2}|—{1,2}|–|~|至|到)\\s*";
const month = "(?:\\d{1,2}|元|[一二三四五六七八九十]{1,3})";
const day = "(?:\\d{1,2}|[一二三四五六七八九十廿]{1,4})";
const quarter = "[一二三四1-4]";
const dayMark = "\\s*[日号]";
/** 2024年, 2024年度, 24年 — before a month or a quarter also a bare 2024. */
const beforeMonth = `(?:(?<y>${year4}|${hanYear}|(?:1[5-9]|[23]\\d)(?=\\s*年))\\s*(?:年度?[\\s._-]*|[\\s._-]+))?`;
const beforeQuarter = `(?:(?<y>${year4}|${hanYear}|(?:1[5-9]|[23]\\d)(?=\\s*年))\\s*(?:年度?)?[\\s._-]*)?`;
const laterYear = `(?:(?<y2>${year4}|${hanYear})\\s*年|(?<next>次年|翌年|来年|第二年)|当年|同年)?\\s*`;

function spelled(shape: DatePattern["shape"], source: string, sign: DatePattern["sign"] = ""): DatePattern {
  return { shape, pattern: new RegExp(source, "uy"), sign };
}

export const datePatterns: readonly DatePattern[] = [
  // 3、4月 and 一、二季度: two periods, or an item number before one; nobody can tell.
  spelled("unclear", `${beforeMonth}\\d{1,2}[、,]\\s*\\d{1,2}\\s*月`, "月"),
  spelled("unclear", `${beforeQuarter}第?${quarter}[、,和及]\\s*第?${quarter}\\s*季度`, "季度"),
  // 每月一次: a frequency, not January.
  spelled("unclear", "[一1]月[一1](?![0-9日号])", "月"),
  spelled("unclear", "[一1]季度[一1](?![0-9日号])", "季度"),
  spelled(
    "month-range",
    `${beforeMonth}(?<m>${month})\\s*月份?\\s*(?:(?<d>${day})(?:${dayMark})?)?${join}${laterYear}(?<m2>${month})\\s*月份?\\s*(?:(?<d2>${day})${dayMark})?`,
    "月",
  ),
  spelled("month-range", `${beforeMonth}(?<m>${month})\\s*月\\s*(?<d>${day})(?:${dayMark})?${join}(?<d2>${day})${dayMark}`, "月"),
  spelled("month-range", `${beforeMonth}(?<m>${month})${join}(?<m2>${month})\\s*月(?!\\s*\\d{1,2}${dayMark})份?`, "月"),
  spelled("month-day", `${beforeMonth}(?<m>${month})\\s*月\\s*(?<d>${day})${dayMark}`, "月"),
  spelled("month-day", `${beforeMonth}(?<m>${month})\\s*月份?`, "月"),
  spelled("quarter-range", `${beforeQuarter}第?(?<q>${quarter})\\s*(?:季度)?${join}第?(?<q2>${quarter})\\s*季度`, "季度"),
  spelled("quarter-range", `${beforeQuarter}前(?<q2>[二三23])个?季度`, "季度"),
  spelled("quarter", `${beforeQuarter}第?\\s*(?<q>${quarter})\\s*季度`, "季度"),
  spelled("quarter", `${beforeQuarter}[Qq](?<q>[1-4])(?![\\dA-Za-z])`),
  spelled("half", `${beforeQuarter}(?<h>[上下])半年`, "年"),
  // 2024.3.1-3.15, 2024.3.1-15, 2024.3.1-2024.3.15
  spelled(
    "numeric",
    `(?<y>${year4})(?<sep>[./])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})\\s*(?:-{1,2}|—{1,2}|–|~|至|到)\\s*(?:(?:(?<y2>${year4})\\k<sep>)?(?<m2>\\d{1,2})\\k<sep>)?(?<d2>\\d{1,2})(?![\\d./年月])`,
  ),
  spelled(
    "numeric",
    `(?<y>${year4})(?<m>0[1-9]|1[0-2])(?<d>\\d{2})\\s*(?:-{1,2}|—{1,2}|–|~|至|到)\\s*(?:(?<y2>${year4}))?(?<m2>0[1-9]|1[0-2])(?<d2>\\d{2})(?![\\d号])`,
  ),
  spelled("numeric", `(?<y>${year4})\\s?(?<sep>[./_·-])\\s?(?<m>\\d{1,2})\\s?\\k<sep>\\s?(?<d>\\d{1,2})(?!\\d|\\s*号)日?`),
  spelled("numeric", `(?<y>${year4})(?<m>0[1-9]|1[0-2])(?<d>[0-3]\\d)(?:(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?)?(?!\\d|\\s*[号])日?`),
  spelled("numeric", `(?<y>${year4})(?:[./](?<m>\\d{1,2})|[-_](?<mm>0[1-9]|1[0-2]))(?!\\d|[./-]\\d|\\s*[号期次])`),
  spelled("numeric", `(?<y>20(?:1[5-9]|2\\d|3\\d))(?<m>0[1-9]|1[0-2])(?!\\d|\\s*[号期次])`),
  spelled("numeric", "(?<y>2\\d|3[0-5])(?<sep>[.-])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})(?!\\d|[.-]\\d)"),
  spelled("year-range", `(?<y>${year4}|${hanYear})\\s*(?:年度?)?${join}(?<y2>${year4}|${hanYear}(?=年))\\s*年度?`, "年"),
  spelled("year", `(?<y>${year4}|${hanYear})\\s*年度?`, "年"),
  spelled("year", "(?<y>[23]\\d)年度", "年"),
  spelled("year", "(?<y>20[0-4]\\d)(?!\\d|\\s*号)"),
];
