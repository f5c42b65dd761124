/** Items under each of their keys, in the order given. */
export function group<Key, Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [item]);
      else known.push(item);
    }
  }
  return groups;
}

/** Tells the bigram of a phrase that the fewest of all `phrases` share; none for a phrase of one character. */
export function rarest(phrases: readonly ReadonlySet<string>[]): (phrase: ReadonlySet<string>) => readonly string[] {
  const frequency = new Map<string, number>();
  for (const phrase of phrases) for (const pair of phrase) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  return (phrase) => {
    let best: string | undefined;
    for (const pair of phrase) if (best === undefined || (frequency.get(pair) ?? 0) < (frequency.get(best) ?? 0)) best = pair;
    return best === undefined ? [] : [best];
  };
}
