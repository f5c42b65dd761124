import { diffArrays } from "diff";
import type { WordChange } from "../../model/edition-diff.ts";

/** Chinese is compared character by character, figures and Latin words whole: 0.5 → 0.25 is one change. */
const tokens = /\d+(?:\.\d+)?%?|[A-Za-z]+|[\s\S]/gu;
/** A run of equal characters this short between two changes is noise: 每少1次 and 每缺1回 differ as a whole. */
const island = 1;

/** The words that changed between two texts, as short readable stretches. */
export function changedWords(from: string, to: string): readonly WordChange[] {
  const parts = diffArrays(from.match(tokens) ?? [], to.match(tokens) ?? []);
  const changes = parts.map(({ added, removed, value }): WordChange => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value.join("") };
  });
  return joined(withoutIslands(changes));
}

function withoutIslands(changes: readonly WordChange[]): readonly WordChange[] {
  return changes.flatMap((change, index): readonly WordChange[] => {
    const inside = index > 0 && index < changes.length - 1 && change.kind === "same";
    if (!inside || Array.from(change.text).length > island || /[。；，、\s]/u.test(change.text)) return [change];
    return [
      { kind: "removed", text: change.text },
      { kind: "added", text: change.text },
    ];
  });
}

/** Neighbouring changes become one removal and one addition. */
function joined(changes: readonly WordChange[]): readonly WordChange[] {
  const result: WordChange[] = [];
  let [removed, added] = ["", ""];
  const flush = (): void => {
    if (removed !== "") result.push({ kind: "removed", text: removed });
    if (added !== "") result.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const { kind, text } of changes) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      flush();
      result.push({ kind, text });
    }
  }
  flush();
  return result;
}
