import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from "yaml";
import type { Splice } from "../../written/splice.ts";
import { scalar } from "../import/yaml-lines.ts";

/* A criteria file as a tree with offsets. The file has been read without errors before, so its shape is known to hold. */

export function parseTree(text: string): unknown {
  return parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" }).contents;
}

/** The maps of a list under a key; none when there is no such list. */
export function mapsUnder(owner: unknown, key: string): readonly YAMLMap[] {
  const list = pairOf(owner, key)?.value;
  return isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
}

export function pairOf(owner: unknown, key: string): Pair | undefined {
  return isMap(owner) ? owner.items.find((pair) => isScalar(pair.key) && pair.key.value === key) : undefined;
}

export function scalarOf(owner: unknown, key: string): Scalar | undefined {
  const value = pairOf(owner, key)?.value;
  return isScalar(value) ? value : undefined;
}

/** The text of a scalar as it names something: a number as written. */
export function nameOf(node: Scalar): string {
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

/** Another text in the place of a scalar; nothing when it already says that. */
export function renamed(node: Scalar | undefined, to: string | undefined): readonly Splice[] {
  if (node?.range === undefined || node.range === null || to === undefined || nameOf(node) === to) return [];
  return [{ from: node.range[0], to: node.range[1], text: scalar(to, true) }];
}

/** A key that the map has not, in front of its first one: works in brackets and in lines alike. */
export function inserted(text: string, owner: YAMLMap, lines: readonly string[]): readonly Splice[] {
  const first = owner.items[0]?.key;
  if (lines.length === 0 || !isScalar(first) || first.range === undefined || first.range === null) return [];
  const at = first.range[0];
  const column = at - (text.lastIndexOf("\n", at - 1) + 1);
  const between = owner.flow === true ? ", " : `\n${" ".repeat(column)}`;
  return [{ from: at, to: at, text: lines.map((line) => `${line}${between}`).join("") }];
}

/** Keys that the map has not, behind one that it has. */
export function insertedBehind(text: string, owner: YAMLMap, key: string, lines: readonly string[]): readonly Splice[] {
  const at = scalarOf(owner, key)?.range?.[1];
  const first = owner.items[0]?.key;
  if (lines.length === 0 || at === undefined || !isScalar(first)) return [];
  const start = first.range?.[0] ?? 0;
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const between = owner.flow === true ? ", " : `\n${" ".repeat(column)}`;
  return [{ from: at, to: at, text: lines.map((line) => `${between}${line}`).join("") }];
}

/** The materials of every clause as text, by clause and then in their order; each at the left margin, with a remark behind it. */
export function evidenceTexts(text: string): readonly (readonly string[])[] {
  return mapsUnder(parseTree(text), "sections")
    .flatMap((section) => mapsUnder(section, "clauses"))
    .map((clause) => mapsUnder(clause, "evidence").map((item) => itemText(text, item)));
}

function itemText(text: string, { range, flow }: YAMLMap): string {
  if (range === undefined || range === null) return "";
  const [from, to] = [range[0], range[0] + text.slice(range[0], range[1]).trimEnd().length];
  const remark = flow === true ? (/^[ \t]*(#[^\r\n]*)/u.exec(text.slice(to))?.[1] ?? "") : "";
  const column = from - (text.lastIndexOf("\n", from - 1) + 1);
  const lines = text.slice(from, to).split(/\r?\n/u);
  const margin = new RegExp(`^ {0,${String(column)}}`, "u");
  return `${lines.map((line, index) => (index === 0 ? line : line.replace(margin, ""))).join("\n")}${remark === "" ? "" : ` ${remark}`}`;
}
