import type { ReferenceKind } from "../../model/migration.ts";
import type { Place, SourceText } from "../../model/place.ts";
import type { KeyPath } from "../../written/edit-at-path.ts";
import { textOf } from "../../written/numeral.ts";
import { readWritten } from "../../written/read-written.ts";
import { keyPlaceOf, placeOf } from "../../written/sheet.ts";
import { judgementsSchema, mappingSchema, returnSchema } from "../written-return.ts";

/** One item of a paper that names a material, a fact or a rule of a clause. */
export interface EntryItem {
  readonly what: "evidence" | "input" | "rule";
  readonly id: string;
  readonly path: KeyPath;
  /** The id is the key itself (facts, judged rules), or the value under it (a pin's evidence). */
  readonly part: "key" | "value";
}

/** One statement of a paper about one clause. */
export interface PaperEntry {
  readonly kind: ReferenceKind;
  readonly clause: string;
  readonly path: KeyPath;
  readonly part: "key" | "value";
  readonly place: Place;
  readonly about: string;
  readonly items: readonly EntryItem[];
}

/** What a return, judgements.yaml or mapping.yaml says about clauses, in the order of the file; nothing when it cannot be read. */
export function paperEntries(kind: ReferenceKind, source: SourceText): readonly PaperEntry[] {
  return readers[kind](source);
}

const readers = { return: returnEntries, judgement: judgementEntries, pin: pinEntries } as const satisfies Record<
  ReferenceKind,
  (source: SourceText) => readonly PaperEntry[]
>;

function returnEntries(source: SourceText): readonly PaperEntry[] {
  const { sheet, written } = readWritten(source, returnSchema);
  const clauses = written?.clauses;
  if (sheet === undefined || clauses === undefined) return [];
  return Object.entries(clauses).flatMap(([clause, entry]): readonly PaperEntry[] => {
    if (entry === undefined) return [];
    const path = ["clauses", clause];
    const items = Object.keys(entry.facts ?? {}).map((id): EntryItem => ({ what: "input", id, path: [...path, "facts", id], part: "key" }));
    return [{ kind: "return", clause, path, part: "key", place: keyPlaceOf(sheet, clauses, clause), about: source.path, items }];
  });
}

function judgementEntries(source: SourceText): readonly PaperEntry[] {
  const { sheet, written } = readWritten(source, judgementsSchema);
  if (sheet === undefined || written === undefined) return [];
  return Object.entries(written).flatMap(([clause, entry]): readonly PaperEntry[] => {
    if (entry === undefined) return [];
    const items = (["rules", "exemptions"] as const).flatMap((key) =>
      Object.keys(entry[key] ?? {}).map((id): EntryItem => ({ what: "rule", id, path: [clause, key, id], part: "key" })),
    );
    return [
      { kind: "judgement", clause, path: [clause], part: "key", place: keyPlaceOf(sheet, written, clause), about: source.path, items },
    ];
  });
}

function pinEntries(source: SourceText): readonly PaperEntry[] {
  const { sheet, written } = readWritten(source, mappingSchema);
  if (sheet === undefined || written === undefined) return [];
  return (written.pins ?? []).flatMap((pin, index): readonly PaperEntry[] => {
    const at: KeyPath = ["pins", index];
    const shared = { kind: "pin", part: "value", about: textOf(pin.path) } as const;
    const items: readonly EntryItem[] =
      pin.evidence === undefined ? [] : [{ what: "evidence", id: textOf(pin.evidence), path: [...at, "evidence"], part: "value" }];
    const several = pin.clauses ?? [];
    return [
      ...(pin.clause === undefined
        ? []
        : [{ ...shared, clause: textOf(pin.clause), path: [...at, "clause"], place: placeOf(sheet, pin, "clause"), items }]),
      ...several.map((id, target) => ({
        ...shared,
        clause: textOf(id),
        path: [...at, "clauses", target],
        place: placeOf(sheet, several, target),
        items,
      })),
    ];
  });
}
