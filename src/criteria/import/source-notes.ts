import type { ImportNote } from "../../model/import-note.ts";
import type { SourceDocument, SourceNote, SourcePlace } from "../../model/source-document.ts";

/** What the reader of the file says, each at the first place that it is about. */
export function sourceNotes({ notes = [] }: SourceDocument): readonly ImportNote[] {
  return notes.map((note): ImportNote => ({ code: "source", note, at: placeOf(note) }));
}

function placeOf(note: SourceNote): SourcePlace {
  switch (note.kind) {
    case "hidden-sheet":
      return { kind: "sheet", sheet: note.sheet };
    case "hidden-rows":
    case "filtered-rows":
      return { kind: "cell", sheet: note.sheet, cell: `A${String(note.rows[0] ?? 1)}` };
    case "hidden-columns":
      return { kind: "cell", sheet: note.sheet, cell: `${note.columns[0] ?? "A"}1` };
    case "tracked-changes":
    case "pictures":
    case "comments":
    case "footnotes":
    case "text-boxes":
    case "automatic-numbers":
      return note.places.length === 1 ? (note.places[0] ?? { kind: "whole" }) : { kind: "whole" };
  }
}
