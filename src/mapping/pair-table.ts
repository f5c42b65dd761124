/** Values of pairs of neighbouring characters, found without making a text of each pair. */
export interface PairTable<Value> {
  /** Calls `take` for each pair of the text that has a value, as often as it stands there, in order. */
  readonly each: (text: string, take: (value: Value) => void) => void;
}

/** @param values by pairs of two characters (code points) */
export function pairTable<Value>(values: ReadonlyMap<string, Value>): PairTable<Value> {
  const byFirst = new Map<number, Map<number, Value>>();
  for (const [pair, value] of values) {
    const [first = "", second = ""] = pair;
    const row = byFirst.get(codeOf(first)) ?? new Map<number, Value>();
    byFirst.set(codeOf(first), row.set(codeOf(second), value));
  }
  return {
    each: (text, take) => {
      let row: ReadonlyMap<number, Value> | undefined;
      for (let at = 0; at < text.length; at++) {
        const code = text.codePointAt(at) ?? 0;
        if (code > 0xffff) at++;
        const value = row?.get(code);
        if (value !== undefined) take(value);
        row = byFirst.get(code);
      }
    },
  };
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}
