import type { Block, PaperDocument, Run } from "../../src/report/blocks.ts";
import type { Sheet, SheetCell, Workbook } from "../../src/report/workbook.ts";

/** A paper document as lines, for tests: headings with #, blanks as 【待补：…】, table cells divided by |. */
export function paperText(paper: PaperDocument): string {
  const lines = paper.body.map(blockText);
  return [paper.title, paper.addressee ?? "【待补：主送机关】", ...lines, paper.signature.name, paper.signature.date].join("\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${block.runs.map(runText).join("")}`;
    case "paragraph":
      return block.runs.map(runText).join("");
    case "table":
      return [
        block.table.columns.map(({ header }) => header).join(" | "),
        ...block.table.rows.map(({ cells }) => cells.map((cell) => cell.map((runs) => runs.map(runText).join("")).join("⏎")).join(" | ")),
      ].join("\n");
    case "chart":
      return `[图：${block.chart.title}]`;
  }
}

function runText(run: Run): string {
  return run.kind === "blank" ? `【待补：${run.hint}】` : run.text;
}

export function sheetText(sheet: Sheet): string {
  const rows = sheet.rows.map(({ cells }) => cells.map(cellText).join(" | "));
  return [sheet.name, sheet.title, sheet.note ?? "", sheet.columns.map(({ header }) => header).join(" | "), ...rows].join("\n");
}

export function workbookText(workbook: Workbook): string {
  return workbook.sheets.map(sheetText).join("\n\n");
}

export function cellText(cell: SheetCell): string {
  switch (cell.kind) {
    case "text":
    case "link":
      return cell.text.replaceAll("\n", "⏎");
    case "number":
      return String(cell.value);
    case "date":
      return cell.date;
    case "empty":
      return "";
  }
}
