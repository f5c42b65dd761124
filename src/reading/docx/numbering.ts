import { attribute, scanXml } from "../xml-scan.ts";
import { listNumeral } from "./list-numerals.ts";

interface Level {
  start: number;
  format: string;
  /** %1 … %9 stand for the numbers of the levels. */
  text: string;
  /** Plain figures for all levels within this one's text. */
  legal: boolean;
}

interface List {
  definition: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** 自动编号: gives each numbered paragraph, in order, the number that Word shows before it (第一条, （一）, 1.1). */
export interface Numbering {
  /** Text before the paragraph; empty for bullets and unknown lists. Counts on. */
  readonly next: (listId: string, level: number) => string;
}

export function readNumbering(xml: string): Numbering {
  const { definitions, lists } = parseNumbering(xml);
  const counters = new Map<string, (number | undefined)[]>();
  const restarted = new Set<string>();

  return {
    next: (listId, level) => {
      const list = lists.get(listId);
      if (list === undefined) return "";
      const levelAt = (index: number): Level | undefined => list.levels.get(index) ?? definitions.get(list.definition)?.get(index);
      const counts = counters.get(list.definition) ?? [];
      counters.set(list.definition, counts);
      const restart = list.starts.get(level);
      if (restart !== undefined && !restarted.has(`${listId}/${level}`)) {
        restarted.add(`${listId}/${level}`);
        counts[level] = restart - 1;
      }
      counts[level] = (counts[level] ?? (levelAt(level)?.start ?? 1) - 1) + 1;
      counts.length = level + 1;
      return numberText(level, counts, levelAt);
    },
  };
}

function numberText(level: number, counts: readonly (number | undefined)[], levelAt: (index: number) => Level | undefined): string {
  const own = levelAt(level);
  if (own === undefined || own.format === "bullet") return "";
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = levelAt(index);
    const count = counts[index] ?? other?.start ?? 1;
    return listNumeral(count, own.legal ? "decimal" : (other?.format ?? "decimal")) ?? "";
  });
  return text === "" || /[、，．）)〉》】\s]$/.test(text) ? text : `${text} `;
}

function parseNumbering(xml: string) {
  const definitions = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  /** What the elements that come belong to. */
  const open: Open = { levels: new Map(), list: undefined, level: emptyLevel(), index: 0 };
  let fallback = 0;
  scanXml(xml, {
    text: () => undefined,
    close: (name) => {
      if (name === "Fallback") fallback -= 1;
      return false;
    },
    open: (name, tag) => {
      if (name === "Fallback") fallback += 1;
      if (fallback > 0) return false;
      if (name === "abstractNum") {
        open.levels = new Map();
        definitions.set(attribute(tag, "abstractNumId") ?? "", open.levels);
      } else if (name === "num") {
        open.list = { definition: "", starts: new Map(), levels: new Map() };
        open.levels = open.list.levels;
        lists.set(attribute(tag, "numId") ?? "", open.list);
      } else takeElement(open, name, tag);
      return false;
    },
  });
  return { definitions, lists };
}

interface Open {
  levels: Map<number, Level>;
  list: List | undefined;
  level: Level;
  index: number;
}

function takeElement(open: Open, name: string, tag: string): void {
  const value = attribute(tag, "val") ?? "";
  if (name === "lvl") {
    open.index = levelNumber(tag);
    open.level = emptyLevel();
    open.levels.set(open.index, open.level);
  } else if (name === "lvlOverride") open.index = levelNumber(tag);
  else if (name === "abstractNumId" && open.list !== undefined) open.list.definition = value;
  else if (name === "startOverride") open.list?.starts.set(open.index, Number(value) || 0);
  else setLevel(open.level, name, value);
}

function emptyLevel(): Level {
  return { start: 1, format: "decimal", text: "", legal: false };
}

function levelNumber(tag: string): number {
  return Math.min(8, Math.max(0, Math.trunc(Number(attribute(tag, "ilvl") ?? 0)) || 0));
}

function setLevel(level: Level, name: string, value: string): void {
  if (name === "start") level.start = Number(value) || 0;
  else if (name === "numFmt") level.format = value;
  else if (name === "lvlText") level.text = value;
  else if (name === "isLgl") level.legal = value !== "0" && value !== "false";
}
