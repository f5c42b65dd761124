import { type NoEvidencePolicy, type NotApplicablePolicy, noEvidencePolicies, notApplicablePolicies } from "../../../model/criteria.ts";
import { frameItems, noEvidenceWords, notApplicableWords, readBand } from "../../../model/criteria-paper.ts";
import { type DateRange, makeDate } from "../../../model/dates.ts";
import type { ImportNote } from "../../../model/import-note.ts";
import { type Points, parsePoints } from "../../../model/points.ts";
import type { SourcePlace } from "../../../model/source-document.ts";
import type { DraftBand } from "../draft.ts";
import { cellsOf } from "../grid.ts";
import type { OwnTable } from "./find-own-layout.ts";

/** 考核说明 and 评定等次 of an export. */
export interface OwnFrame {
  readonly issuer?: string;
  readonly edition?: string;
  readonly period?: DateRange;
  readonly total?: { readonly points: Points; readonly at: SourcePlace };
  readonly bonusCap?: Points;
  readonly precision?: Points;
  readonly notApplicable?: NotApplicablePolicy;
  readonly noEvidence?: NoEvidencePolicy;
  readonly grades: readonly DraftBand[];
  /** Rows that say what no key holds, or cannot be read. */
  readonly unread: readonly { readonly text: string; readonly at: SourcePlace }[];
  readonly notes: readonly ImportNote[];
}

type Told = Omit<OwnFrame, "grades" | "unread" | "notes">;

interface Pair {
  readonly name: string;
  readonly text: string;
  readonly at: SourcePlace;
}

export function readOwnFrame(tables: readonly OwnTable[]): OwnFrame {
  const pairs = (kind: OwnTable["kind"]): readonly Pair[] => tables.filter((table) => table.kind === kind).flatMap(pairsOf);
  const read = pairs("frame").map((pair) => ({ pair, told: toldBy(pair) }));
  const bands = pairs("grades").map((pair) => ({ pair, band: readBand(pair.text) }));
  const told: Told = {};
  for (const row of read) Object.assign(told, row.told);
  const unreadBands = bands.filter(({ band }) => band === undefined);
  return {
    ...told,
    grades: bands.flatMap(({ pair, band }) => (band === undefined ? [] : [{ name: pair.name, min: band.min, included: band.minIncluded }])),
    unread: read.flatMap(({ pair, told }) => (told === undefined ? [{ text: `${pair.name}：${pair.text}`, at: pair.at }] : [])),
    notes: unreadBands.map(({ pair }): ImportNote => ({ code: "grade-unread", at: pair.at, text: `${pair.name} ${pair.text}` })),
  };
}

function pairsOf({ grid, headerRow }: OwnTable): readonly Pair[] {
  return grid.rows.slice(headerRow + 1).flatMap((_, index): readonly Pair[] => {
    const [name, text] = cellsOf(grid, headerRow + 1 + index);
    return name === undefined || text === undefined ? [] : [{ name: name.text, text: text.text, at: name.at }];
  });
}

/** What a row of 考核说明 says; undefined when it says nothing that a key can hold. */
function toldBy({ name, text, at }: Pair): Told | undefined {
  const points = (pattern: RegExp): Points | undefined => parsePoints(pattern.exec(text.replace(/\s+/gu, ""))?.[1] ?? "");
  switch (name.replace(/\s+/gu, "")) {
    case frameItems.issuer:
      return { issuer: text };
    case frameItems.edition:
      return { edition: text };
    case frameItems.period:
      return defined("period", periodOf(text));
    case frameItems.total: {
      const total = points(/^(\d+(?:\.\d+)?)分?$/u);
      return defined("total", total === undefined ? undefined : { points: total, at });
    }
    case frameItems.bonusCap:
      return defined("bonusCap", points(/(\d+(?:\.\d+)?)分?$/u));
    case frameItems.precision:
      return defined("precision", points(/(\d+(?:\.\d+)?)分?$/u));
    case frameItems.notApplicable:
      return defined(
        "notApplicable",
        notApplicablePolicies.find((policy) => notApplicableWords[policy] === text),
      );
    case frameItems.noEvidence:
      return defined(
        "noEvidence",
        noEvidencePolicies.find((policy) => noEvidenceWords[policy] === text),
      );
    default:
      return undefined;
  }
}

function defined<Key extends keyof Told>(key: Key, value: Told[Key] | undefined): Told | undefined {
  return value === undefined ? undefined : { [key]: value };
}

function periodOf(text: string): DateRange | undefined {
  const days = [...text.matchAll(/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu)].map(([, year, month, day]) =>
    makeDate(Number(year), Number(month), Number(day)),
  );
  const [from, to, ...more] = days;
  return from === undefined || to === undefined || more.length > 0 || from > to ? undefined : { from, to };
}
