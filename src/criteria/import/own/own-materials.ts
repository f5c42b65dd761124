import { materialLines, readMaterial } from "../../../model/criteria-paper.ts";
import type { PlainMap, PlainValue } from "../draft.ts";
import { proposeEvidence } from "../propose-evidence.ts";
import type { ClauseRecord } from "./read-annex.ts";

/** The materials of an unchanged clause: those of the annex, and what somebody added to the cell. Nothing is taken away: rules hang on it. */
export function keptMaterials(
  record: ClauseRecord,
  cell: string,
): { readonly evidence: readonly PlainMap[]; readonly added: readonly string[]; readonly gone: readonly string[] } {
  const printed = printedMaterials(record);
  // A cell in which the lines run on says the same.
  if (sameText(cell, printed.map((own) => own.words).join(""))) return { evidence: record.evidence, added: [], gone: [] };
  const lines = cell.split("\n");
  const added = unknownLines(record, cell);
  const gone = printed.filter((own) => !lines.some((line) => sameText(own.words, line))).map(({ name }) => name);
  return { evidence: [...record.evidence, ...newMaterials(added, record.evidence)], added, gone };
}

/** Lines of a materials cell that the annex knows nothing of. */
export function unknownLines(record: ClauseRecord | undefined, cell: string): readonly string[] {
  const printed = printedMaterials(record);
  return cell
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !printed.some((own) => sameText(own.words, line)));
}

/**
 * Materials of before that the cell still lists, beside what the new text asks for. One that the text still asks for keeps its
 * name, kind and keywords; how often and when is what the new text says.
 */
export function withStandingMaterials(fresh: readonly PlainMap[], record: ClauseRecord | undefined, cell: string): readonly PlainMap[] {
  const lines = cell.split("\n");
  const standing = printedMaterials(record).filter(({ words: printed }) => lines.some((line) => sameText(printed, line)));
  if (standing.length === 0) return fresh;
  const evidence = fresh.map((item): PlainMap => {
    const known = standing.find((own) => own.item["id"] === item["id"] || own.name === item["name"])?.item;
    if (known === undefined) return item;
    const { per, count, window, due } = item;
    return { ...known, id: item["id"], per, count, window, due };
  });
  const taken = new Set(evidence.flatMap((item) => [item["id"], item["name"]]));
  const rest = standing.filter(({ name, item }) => !taken.has(name) && !taken.has(item["id"]));
  return [...evidence, ...rest.map(({ item }) => item)];
}

interface Printed {
  readonly words: string;
  readonly name: string;
  readonly item: PlainMap;
}

function printedMaterials({ evidence }: { readonly evidence: readonly PlainMap[] } = { evidence: [] }): readonly Printed[] {
  const materials = evidence.map((item) => {
    const follows = words(item["with"]);
    const per = (["month", "quarter", "half", "year", "none"] as const).find((frequency) => frequency === item["per"]) ?? "none";
    return {
      id: words(item["id"]) ?? "",
      name: words(item["name"]) ?? "",
      per,
      count: Number(item["count"] ?? 1),
      ...(follows === undefined ? {} : { with: follows }),
    };
  });
  return materialLines(materials).map((words, index) => ({ words, name: materials[index]?.name ?? "", item: evidence[index] ?? {} }));
}

function words(value: PlainValue | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** Lines of the materials cell that nobody has read yet, as proposals. */
export function newMaterials(lines: readonly string[], taken: readonly PlainMap[]): readonly PlainMap[] {
  const found: PlainMap[] = [];
  for (const line of lines) {
    const own = readMaterial(line);
    const [only, ...more] = proposeEvidence(own?.name ?? line, [...taken, ...found]);
    if (only === undefined) continue;
    const often =
      own === undefined || more.length > 0
        ? {}
        : { per: own.per === "none" ? undefined : own.per, count: own.count === 1 ? undefined : own.count };
    found.push({ ...only, ...often }, ...more);
  }
  return found;
}

/** White space does not count: a cell that was broken anew says the same. */
export function sameText(a: string, b: string): boolean {
  return a.replace(/\s+/gu, "") === b.replace(/\s+/gu, "");
}
