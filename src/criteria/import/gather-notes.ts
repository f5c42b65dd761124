import type { ImportNote } from "../../model/import-note.ts";

/** Notes of one kind that every row would repeat are given once, with how many there are; the same words about one place once. */
export function gatherNotes(notes: readonly ImportNote[]): readonly ImportNote[] {
  const unmarked = notes.filter((note) => note.code === "lead-not-marked");
  const firstUnmarked = unmarked[0];
  const filled = notes.filter((note) => note.code === "score-filled");
  const seen = new Set<string>();
  return notes.flatMap((note): readonly ImportNote[] => {
    if (note.code === "lead-not-marked") return note === firstUnmarked ? [{ ...note, cells: unmarked.length }] : [];
    if (note.code === "score-filled") return note === filled[0] ? [{ ...note, cells: filled.length }] : [];
    const key = JSON.stringify(note);
    if (seen.has(key)) return [];
    seen.add(key);
    return [note];
  });
}
