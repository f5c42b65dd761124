import type { Clause } from "../../../model/criteria.ts";
import type { DraftClause, DraftUnit, StandardReader } from "../draft.ts";
import { titleFromText } from "../draft-clause.ts";
import { proposeEvidence } from "../propose-evidence.ts";
import { type Chunk, clauseChunks, doubtMark, remarkMark } from "../write-clause.ts";
import { mergeChunks, sameWords } from "./merge-chunks.ts";
import { type ClauseBlock, keyLine } from "./split-criteria.ts";

export interface ClauseUpdate {
  readonly block: ClauseBlock;
  /** Keys of the text that changed. */
  readonly changed: readonly string[];
  /** Keys of our reading that a person changed, kept although the text is new. */
  readonly keptReading: readonly string[];
  /** The units of the new source, when the file names others; the file's stay. */
  readonly keptUnits?: string;
}

const reading = ["evidence", "inputs", "rules"] as const;
const readingWords = { evidence: "材料要求", inputs: "事实", rules: "规则" } as const;

export interface ClauseJob {
  readonly block: ClauseBlock;
  readonly old: Clause;
  readonly draft: DraftClause;
  readonly place: string;
  readonly kind: "standard" | "bonus" | "veto";
  readonly grades: readonly string[];
  readonly readStandard: StandardReader;
}

/**
 * Text, points and number come from the new source. Rules, evidence and inputs are read anew only when the text changed and
 * nobody touched them: when they still are what the import makes of the old text. Units, scorer and method stay.
 */
export function updateClause(job: ClauseJob): ClauseUpdate {
  const { block, old, draft, place } = job;
  const next = clauseChunks({ ...draft, id: old.id }, place);
  const changed = changedTexts(old, draft);
  const taken = new Set<string>(["id", ...changed]);
  const dropped = new Set(changed.filter((key) => !next.some((chunk) => chunk.key === key)));
  const textIsNew = changed.some((key) => key === "standard" || key === "points" || key === "requirement");
  const touched = textIsNew ? touchedReading(job) : [];
  if (textIsNew && touched.length === 0) {
    for (const key of reading) {
      taken.add(key);
      if (!next.some((chunk) => chunk.key === key)) dropped.add(key);
    }
  }
  const units = unitsText([...draft.lead, ...draft.with]);
  const oldUnits = unitsText(
    [...old.lead, ...old.cooperating].map((unit) =>
      unit.kind === "name"
        ? unit.name
        : { kind: unit.unitKind ?? "department", ...(unit.industry === undefined ? {} : { industry: unit.industry }) },
    ),
  );
  const lead = changed.length > 0 ? block.lead.filter((line) => !line.trim().startsWith(doubtMark)) : block.lead;
  return {
    block: { ...block, lead, chunks: withPlace(mergeChunks(block.chunks, next, block.indent, { taken, dropped }), block) },
    changed,
    keptReading: touched.map((key) => readingWords[key]),
    ...(units !== "" && units !== oldUnits ? { keptUnits: units } : {}),
  };
}

function changedTexts(old: Clause, draft: DraftClause): readonly string[] {
  const keys: string[] = [];
  const differ = (key: string, before: string, after: string): void => {
    if (before !== after) keys.push(key);
  };
  differ("subsection", old.subsection ?? "", draft.subsection ?? "");
  differ("label", old.label, draft.label ?? "");
  differ("requirement", old.requirement, draft.requirement ?? "");
  differ("standard", old.standard, draft.standard ?? "");
  if (draft.points !== undefined && draft.points !== old.maxPoints) keys.push("points");
  // A title made from the text is a person's as soon as it is no longer that.
  const own = titleFromText(old.requirement === "" ? old.standard : old.requirement);
  const fresh = titleFromText(draft.requirement ?? draft.standard ?? "");
  if (old.title !== draft.title && (old.title === own || draft.title !== fresh)) keys.push("title");
  return keys;
}

/** The parts of our reading that are not what the import makes of the old text. */
function touchedReading({ block, old, kind, grades, readStandard }: ClauseJob): readonly (typeof reading)[number][] {
  const read = readStandard(old.standard, old.maxPoints, { title: old.title, requirement: old.requirement, kind, grades });
  const materials = block.chunks
    .flatMap(({ lines }) => lines)
    .filter((line) => line.trim().startsWith(remarkMark) && /资料|材料|依据|备注/u.test(line))
    .map((line) => line.replace(/^[^：]*：/u, "").replaceAll(" ⏎ ", "\n"));
  const evidence = [...read.evidence, ...proposeEvidence(materials.join("\n"), read.evidence)];
  const again = clauseChunks({ ...bare, evidence, inputs: read.inputs, rules: read.rules }, "");
  const find = (chunks: readonly Chunk[], key: string): Chunk | undefined => chunks.find((chunk) => chunk.key === key);
  return reading.filter((key) => !sameWords(find(block.chunks, key), find(again, key)));
}

const bare: DraftClause = {
  id: "x",
  title: "x",
  lead: [],
  with: [],
  evidence: [],
  inputs: [],
  rules: [],
  remarks: [],
  at: { kind: "line", line: 1 },
};

/** `id: S1-01 # Sheet1!C12`: the id of the file, the place of the new source; a person's comment there stays. */
function withPlace(chunks: readonly Chunk[], block: ClauseBlock): readonly Chunk[] {
  const before = keyLine(block.chunks.find(({ key }) => key === "id"));
  const own = before === undefined ? undefined : /\s#\s*(.*)$/u.exec(before)?.[1];
  if (before === undefined || own === undefined || /![A-Z]{1,3}\d+$|第\d+[段行]/u.test(own)) return chunks;
  return chunks.map((chunk) =>
    chunk.key === "id" ? { key: "id", lines: chunk.lines.map((line) => (line.trim().startsWith("id:") ? before : line)) } : chunk,
  );
}

function unitsText(units: readonly DraftUnit[]): string {
  return units
    .map((unit) =>
      typeof unit === "string"
        ? unit
        : `${unit.industry ?? ""}${{ department: "各部门", township: "各乡镇", enterprise: "企业" }[unit.kind ?? "department"]}`,
    )
    .join("、");
}
