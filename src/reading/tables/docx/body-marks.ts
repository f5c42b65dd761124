import type { SourceNote, SourcePlace } from "../../../model/source-document.ts";
import type { StoryReference } from "../../docx/scan-story.ts";
import { attribute, scanXml, unescapeText } from "../../xml-scan.ts";
import { scattered } from "../source-result.ts";

/** Something beside the text: an edit that nobody has accepted, a picture, the sign of a note. */
export interface Mark {
  readonly kind: "edit" | "picture" | StoryReference;
  /** Id of the footnote or comment; empty for the others. */
  readonly id: string;
}

export interface PlacedMark extends Mark {
  readonly at: SourcePlace;
}

/** Texts of footnotes and comments by their kind and id: "footnote/2". */
export type NoteTexts = ReadonlyMap<string, string>;

/** word/footnotes.xml, word/endnotes.xml or word/comments.xml: what each note says. */
export function readNoteTexts(xml: string, kind: StoryReference): NoteTexts {
  const texts = new Map<string, string>();
  let [key, inText] = ["", false];
  scanXml(xml, {
    open: (name, tag) => {
      if (name === kind) key = `${kind}/${attribute(tag, "id") ?? ""}`;
      inText = name === "t";
      return false;
    },
    close: (name) => {
      if (name === "t") inText = false;
      return false;
    },
    text: (raw) => {
      if (inText) texts.set(key, (texts.get(key) ?? "") + unescapeText(raw));
    },
  });
  return texts;
}

/** What a Word document holds beside its text, each kind once with its places. */
export function notesOfMarks(marks: readonly PlacedMark[], texts: NoteTexts): readonly SourceNote[] {
  const of = (...kinds: readonly Mark["kind"][]): readonly PlacedMark[] => marks.filter(({ kind }) => kinds.includes(kind));
  const said = (found: readonly PlacedMark[]): readonly string[] => found.map(({ kind, id }) => texts.get(`${kind}/${id}`) ?? "");
  const [edits, pictures, comments, footnotes] = [of("edit"), of("picture"), of("comment"), of("footnote", "endnote")];
  return [
    ...scattered("tracked-changes", edits),
    ...scattered("pictures", pictures),
    ...scattered("comments", comments).map((note) => ({ ...note, texts: said(comments) })),
    ...scattered("footnotes", footnotes).map((note) => ({ ...note, texts: said(footnotes) })),
  ];
}
