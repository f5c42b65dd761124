import type { ImportNote } from "../../model/import-note.ts";

/** Kinds that every row would repeat: the first is given, with how many there are. */
const counted: ReadonlySet<ImportNote["code"]> = new Set(["lead-not-marked", "score-filled", "units-from-heading"]);

/** Notes of one kind that every row would repeat are given once; the same words about one place once. */
export function gatherNotes(notes: readonly ImportNote[]): readonly ImportNote[] {
  const seen = new Set<string>();
  return notes.flatMap((note): readonly ImportNote[] => {
    const key = counted.has(note.code) ? note.code : JSON.stringify(note);
    if (seen.has(key)) return [];
    seen.add(key);
    return ["cells" in note ? { ...note, cells: notes.filter(({ code }) => code === note.code).length } : note];
  });
}
