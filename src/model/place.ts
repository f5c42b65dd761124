/** A text that a person wrote, kept whole so that an error can quote the line. `path` is as shown to the user. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Where something stands: offsets (UTF-16 code units) into a text, or just a path. Line and column are drawn at the very end. */
export type Place =
  | { readonly kind: "source"; readonly source: SourceText; readonly from: number; readonly to: number }
  | { readonly kind: "path"; readonly path: string };

export function pathPlace(path: string): Place {
  return { kind: "path", path };
}
