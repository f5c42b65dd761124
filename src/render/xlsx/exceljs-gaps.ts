// exceljs 4.4.0 has these members but does not declare them.
import type {} from "exceljs";

declare module "exceljs" {
  interface Worksheet {
    readonly dataValidations: {
      /** Adds one rule for a whole range; cell by cell, exceljs splits a column into overlapping ranges. */
      add(range: string, validation: DataValidation): void;
    };
  }
  // eslint-disable-next-line @typescript-eslint/no-namespace -- exceljs declares this class in a namespace
  namespace stream.xlsx {
    interface WorkbookWriter {
      /** Where the file goes: without `filename` and `stream` an in-memory buffer. */
      readonly stream: { read(): Uint8Array };
    }
  }
}
