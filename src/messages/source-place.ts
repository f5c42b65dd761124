import type { SourcePlace } from "../model/source-document.ts";

/** A place in a source file as a clerk finds it: Sheet1!C12, 表2第5行第3列, 第12段, 第8行, 工作表「细则」, 全文. */
export function sourcePlaceText(place: SourcePlace): string {
  switch (place.kind) {
    case "cell":
      return `${place.sheet}!${place.cell}`;
    case "table-cell":
      return `表${String(place.table)}第${String(place.row)}行第${String(place.column)}列`;
    case "paragraph":
      return `第${String(place.paragraph)}段`;
    case "line":
      return `第${String(place.line)}行`;
    case "sheet":
      return `工作表「${place.sheet}」`;
    case "whole":
      return "全文";
  }
}
