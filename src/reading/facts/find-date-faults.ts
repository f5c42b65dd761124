import { readFullDates, weekdayOf } from "../../chinese/full-dates.ts";
import type { CalendarDate } from "../../model/dates.ts";
import type { WrittenDate } from "../../model/evidence-file.ts";
import type { Quoted } from "../../model/reading.ts";
import type { Line, Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

export interface DateFaults {
  readonly impossibleDates: readonly Quoted<WrittenDate>[];
  readonly wrongWeekdays: readonly Quoted<CalendarDate>[];
}

const kept = 10;

/** Days that do not exist, and weekdays that do not belong to their day; only where the full date is written. */
export function findDateFaults({ lines }: Paper): DateFaults {
  const impossibleDates: Quoted<WrittenDate>[] = [];
  const wrongWeekdays: Quoted<CalendarDate>[] = [];
  for (const line of lines) {
    for (const { from, to, date, weekday, year, month, day, text } of readFullDates(line.text)) {
      if (date === undefined && impossibleDates.length < kept)
        impossibleDates.push(quoted({ text, year, month, day, impossible: true }, line, from, to));
      if (date !== undefined && weekday !== undefined && weekdayOf(date) !== weekday && wrongWeekdays.length < kept)
        wrongWeekdays.push(quoted(date, line, from, weekdayEnd(line, to)));
    }
  }
  return { impossibleDates, wrongWeekdays };
}

function weekdayEnd({ text }: Line, to: number): number {
  return to + (/^[^一二三四五六日天]{0,8}[一二三四五六日天]\)?/u.exec(text.slice(to, to + 12))?.[0].length ?? 0);
}
