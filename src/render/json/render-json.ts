import type { JsonEntry } from "../../report/scorecard-json.ts";

/** Characters of a piece: large enough to be few, small enough to be garbage soon. */
const pieceLength = 1 << 18;

/**
 * The bytes of an object as JSON.stringify(…, null, 2) writes it, with a line feed at the end, in pieces: a scorecard of 20,000 files
 * is 26 MB, which need not also stand in memory as objects and as one string.
 */
export function renderJson(entries: readonly JsonEntry[]): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let text = "";
  for (const piece of jsonText(entries)) {
    text += piece;
    if (text.length < pieceLength) continue;
    pieces.push(encoder.encode(text));
    text = "";
  }
  return [...pieces, encoder.encode(text)];
}

function* jsonText(entries: readonly JsonEntry[]): Iterable<string> {
  let before = "{\n";
  for (const entry of entries) {
    yield `${before}  ${JSON.stringify(entry.key)}: `;
    if ("items" in entry) yield* listText(entry.items());
    else yield indented(entry.value, "  ");
    before = ",\n";
  }
  yield entries.length === 0 ? "{}\n" : "\n}\n";
}

function* listText(items: Iterable<object>): Iterable<string> {
  let before = "[\n";
  for (const item of items) {
    yield `${before}    ${indented(item, "    ")}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]" : "\n  ]";
}

/** Line feeds in texts are written as \\n, so that every real one begins a line of the layout. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}
