import type { ParsedStandard, ReadRule, StandardNote, Stretch } from "./parsed-standard.ts";
import type { Desk } from "./propose.ts";
import type { Placed } from "./reader.ts";

/** Binds every rule to its stretch of the original, and accounts for every sign that lies in none. */
export function laidOut(standard: string, desk: Desk, placed: readonly Placed[], manual: ReadonlySet<Placed>): ParsedStandard {
  const entries = placed.length === 0 && hasWords(standard) ? [everything(standard)] : placed;
  const spans = entries.map((entry) => stretchOf(standard, entry));
  const rules = entries.map(({ rule }, index): ReadRule => ({ ...rule, text: textAt(standard, spans[index]) }));
  const unread = entries.flatMap((entry, index) =>
    manual.has(entry) || placed.length === 0 ? [note(standard, "not-understood", spans[index])] : [],
  );
  return {
    rules,
    evidence: desk.evidence,
    inputs: desk.inputs,
    spans,
    notes: [...unread, ...uncovered(standard, spans), ...proposals(desk, rules, spans)],
  };
}

function everything(standard: string): Placed {
  return {
    rule: { kind: "manual", mode: /扣|减/u.test(standard) || !/得|加/u.test(standard) ? "deduct" : "award", open: true },
    items: [],
    from: 0,
    until: standard.length,
  };
}

const punctuation = /[\s，。；：、,.;:．！!·]/u;

function stretchOf(standard: string, { items, from, until }: Placed): Stretch {
  const starts = [...(from === undefined ? [] : [from]), ...items.map(({ start }) => start)];
  const ends = [...(until === undefined ? [] : [until]), ...items.map(({ end }) => end)];
  let [start, end] = [Math.min(...starts), Math.max(...ends)];
  while (start < end && punctuation.test(standard[start] ?? "")) start++;
  while (end > start && punctuation.test(standard[end - 1] ?? "")) end--;
  return { start, end };
}

function textAt(standard: string, stretch: Stretch | undefined): string {
  return stretch === undefined ? "" : standard.slice(stretch.start, stretch.end);
}

function note(standard: string, code: StandardNote["code"], stretch: Stretch | undefined): StandardNote {
  return { code, text: textAt(standard, stretch), start: stretch?.start ?? 0, end: stretch?.end ?? 0 };
}

/** Ordinals and sentences that give and take nothing. */
function uncovered(standard: string, spans: readonly Stretch[]): readonly StandardNote[] {
  const notes: StandardNote[] = [];
  let at = 0;
  for (const { start, end } of [...spans.toSorted((a, b) => a.start - b.start), { start: standard.length, end: standard.length }]) {
    if (start > at && hasWords(standard.slice(at, start))) notes.push(note(standard, "says-nothing", trimmed(standard, at, start)));
    at = Math.max(at, end);
  }
  return notes;
}

function trimmed(standard: string, from: number, to: number): Stretch {
  let [start, end] = [from, to];
  while (start < end && punctuation.test(standard[start] ?? "")) start++;
  while (end > start && punctuation.test(standard[end - 1] ?? "")) end--;
  return { start, end };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Each proposed document, at the first rule that asks for it. */
function proposals(desk: Desk, rules: readonly ReadRule[], spans: readonly Stretch[]): readonly StandardNote[] {
  return desk.evidence.map(({ id, name }) => {
    const at = rules.findIndex((rule) => ("evidence" in rule && rule.evidence === id) || ("missing" in rule && rule.missing === id));
    const { start, end } = spans[at] ?? { start: 0, end: 0 };
    return { code: "proposed", text: name, start, end };
  });
}
