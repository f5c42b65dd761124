import stringWidth from "string-width";

/** Rows: {what, baseline, goal, unit, limit, ratio, low, high, detail} or {what, baseline, goal, failure}. */
export function printTable(rows) {
  const head = ["项目", "对照", "目标", "实测", "最小–最大", "结论", "说明"];
  const lines = rows.map((row) =>
    row.failure === undefined
      ? [
          row.what,
          row.baseline,
          goalText(row),
          number(row.ratio),
          `${number(row.low)}–${number(row.high)}`,
          row.ratio <= row.limit ? "达到" : "未达到",
          row.detail,
        ]
      : [row.what, row.baseline, goalText(row), "—", "—", "未能测量", "原因见下"],
  );
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => stringWidth(line[column]))));
  for (const line of [head, widths.map((width) => "─".repeat(width)), ...lines]) {
    console.log(
      line
        .map((text, column) => text + " ".repeat(widths[column] - stringWidth(text)))
        .join("  ")
        .trimEnd(),
    );
  }
  const missed = rows.filter((row) => row.failure === undefined && row.ratio > row.limit);
  const failed = rows.filter((row) => row.failure !== undefined);
  if (missed.length > 0) console.log(`\n未达到目标的有 ${missed.length} 项：${missed.map((row) => row.what).join("；")}`);
  if (failed.length > 0) console.log(`\n未能测量的有 ${failed.length} 项：`);
  for (const row of failed) console.log(`  ${row.what}：${row.failure}`);
}

function goalText(row) {
  return `≤ ${row.limit}${row.unit ?? " 倍"}`;
}

function number(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
