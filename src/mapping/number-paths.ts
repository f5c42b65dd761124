import { foldText } from "../model/chinese-text.ts";
import type { Clause, Section } from "../model/criteria.ts";
import type { NameFacts } from "../model/evidence-file.ts";
import { canBeDay, readLabel } from "../model/number-label.ts";

/** How a clause can be numbered on a folder: 1.3, 01/03, 一/（二）/3. Written with dots. */
export interface NumberPaths {
  /** Full paths: they name the clause. */
  readonly full: readonly string[];
  /** Parts that other clauses share: only a hint. */
  readonly partial: readonly string[];
  /** The clause's own single number, when it has one. */
  readonly own?: number;
}

export function numberPathsOf(clause: Clause, section: Section): NumberPaths {
  const own = numbersOf(clause.label);
  const [chapter, part] = [numbersOf(section.label), numbersOf(clause.subsection ?? "")];
  const [first, second] = own;
  if (first === undefined) return { full: [], partial: [] };
  if (second !== undefined)
    return { full: unique([own, chapter.length === 1 && chapter[0] !== first ? [...chapter, ...own] : own]), partial: [] };
  if (chapter.length === 0) return { full: [], partial: [], own: first };
  const inChapter = [...chapter, first];
  if (part.length === 0) return { full: unique([inChapter]), partial: [], own: first };
  return { full: unique([[...chapter, ...part, first]]), partial: unique([inChapter]), own: first };
}

export function numbersOf(label: string): readonly number[] {
  return readLabel(foldText(label).trim(), "folder")?.numbers ?? [];
}

/** One step down the folders: the number read so far and the folder that completed it. */
export interface ChainStep {
  readonly path: string;
  /** Index of the folder in the file's folders. */
  readonly at: number;
  /** Several numbers were needed, or a decimal was written: more than a place in a list. */
  readonly chained: boolean;
  /** 3.5 standing alone: number or day. */
  readonly mayBeDay: boolean;
  readonly label: string;
}

/**
 * The numbers of nested folders, outermost first: 01党政责任/03安委会 → 1, 1.3. A decimal that repeats its parent
 * (1党政责任/1.3安委会) is taken as it stands. `sectionOf` tells a folder that bears a section's title but no number.
 */
export function chainOf(folders: readonly NameFacts[], sectionOf: (folder: NameFacts) => readonly number[]): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  let current: readonly number[] = [];
  for (const [at, folder] of folders.entries()) {
    const label = folder.label;
    if (label === undefined || label.article) {
      if (current.length === 0) current = sectionOf(folder);
      continue;
    }
    if (steps.length > 0 && isBareDay(folder)) continue;
    const repeats = label.numbers.length > current.length && current.every((value, index) => label.numbers[index] === value);
    current = repeats ? label.numbers : [...current, ...label.numbers];
    const mayBeDay = steps.length === 0 && current.length === label.numbers.length && canBeDay(label.numbers) && /^\d/u.test(label.text);
    steps.push({ path: current.join("."), at, chained: current.length > 1, mayBeDay, label: label.text });
  }
  return steps;
}

/** A folder named 3.5 and nothing else below a numbered folder holds the papers of 5 March. */
function isBareDay(folder: NameFacts): boolean {
  return folder.label !== undefined && folder.words === "" && canBeDay(folder.label.numbers) && /^\d/u.test(folder.label.text);
}

function unique(paths: readonly (readonly number[])[]): readonly string[] {
  return [...new Set(paths.map((path) => path.join(".")))];
}
