import type { Workspace } from "../model/workspace.ts";
import { renderPaper } from "../render/docx/render-paper.ts";
import { renderJson } from "../render/json/render-json.ts";
import { renderWorkbook } from "../render/xlsx/render-workbook.ts";
import type { ComposedDocument } from "../report/compose-all.ts";
import type { Shells } from "./load-shells.ts";

/** A composed document as bytes of its format, in one piece or several. */
export async function renderDocument(
  document: ComposedDocument,
  shells: Shells,
  fonts: Workspace["fonts"],
): Promise<Uint8Array | readonly Uint8Array[]> {
  switch (document.kind) {
    case "paper":
      return renderPaper(document.document, shells[document.document.shell], fonts);
    case "workbook":
      return renderWorkbook(document.workbook);
    case "json":
      return renderJson(document.entries);
  }
}
