/** A paper document before it has a file format. Composers make it, render/docx turns it into bytes. */
export interface PaperDocument {
  /** File name of the shell in templates/ that carries page, styles and fixed wording. */
  readonly shell: ShellName;
  readonly title: string;
  /** 主送机关; undefined: a marked blank. Ignored by shells without {{主送机关}}. */
  readonly addressee?: string;
  readonly body: readonly Block[];
  /** 署名 and 成文日期 (already written in Chinese). */
  readonly signature: { readonly name: string; readonly date: string };
}

export const shellNames = ["自查报告", "对照自查评分说明", "缺项清单", "材料清单", "细则版本对照表", "考核细则"] as const;
export type ShellName = (typeof shellNames)[number];

export type Block =
  /** Level 1: 一、 黑体; 2: （一） 楷体; 3: 1. ; 4: （1）. The number is part of the text. */
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly runs: readonly Run[]; readonly newPage?: true }
  /** 正文, first line indented by two characters unless `flush`. */
  | { readonly kind: "paragraph"; readonly runs: readonly Run[]; readonly flush?: boolean }
  | { readonly kind: "table"; readonly table: PaperTable }
  | { readonly kind: "chart"; readonly chart: BarChart };

export type Run =
  | { readonly kind: "text"; readonly text: string; readonly bold?: boolean }
  /** A marked blank that only a person can fill: drawn so that nobody overlooks it, 【待补：…】. */
  | { readonly kind: "blank"; readonly hint: string }
  /** Relative to the document's own folder; segments not yet percent-encoded, "/" between. */
  | { readonly kind: "link"; readonly text: string; readonly target: string };

export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
}
export interface PaperColumn {
  readonly header: string;
  /** Share of the table's width; any unit, only ratios count. */
  readonly share: number;
  readonly align?: "left" | "center" | "right";
}
export interface PaperRow {
  /** group: one cell across the whole table (a section's name and points); total: drawn bold. */
  readonly kind: "data" | "group" | "total";
  /** data, total: one per column; group: exactly one. A cell is a list of paragraphs. */
  readonly cells: readonly PaperCell[];
}
export type PaperCell = readonly (readonly Run[])[];

/** Drawn as a native, editable chart. Values in 分 (decimal numbers). */
export interface BarChart {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

export function text(content: string, bold = false): Run {
  return bold ? { kind: "text", text: content, bold } : { kind: "text", text: content };
}

export function paragraph(...runs: readonly (Run | string)[]): Block {
  return { kind: "paragraph", runs: runs.map(asRun) };
}

export function heading(level: 1 | 2 | 3 | 4, ...runs: readonly (Run | string)[]): Block {
  return { kind: "heading", level, runs: runs.map(asRun) };
}

/** A level 1 heading that begins a page: parts that are handed out one by one. */
export function pageHeading(words: string): Block {
  return { kind: "heading", level: 1, runs: [text(words)], newPage: true };
}

/** A cell of one paragraph. */
export function cell(...runs: readonly (Run | string)[]): PaperCell {
  return [runs.map(asRun)];
}

function asRun(run: Run | string): Run {
  return typeof run === "string" ? text(run) : run;
}
