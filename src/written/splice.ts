/** One replacement in a text, by offsets (UTF-16 code units); from = to inserts. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Makes all replacements at once; everything else stays letter by letter. None may overlap another. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let [result, at] = ["", 0];
  for (const splice of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (splice.from < at) throw new Error(`splices overlap at ${String(splice.from)}`);
    result += text.slice(at, splice.from) + splice.text;
    at = splice.to;
  }
  return result + text.slice(at);
}
