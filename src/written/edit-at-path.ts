import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import { spellingOf } from "./numeral.ts";
import { type Splice, spliced } from "./splice.ts";

/** The way to a value: keys of maps and indexes of lists. */
export type KeyPath = readonly (string | number)[];

interface Found {
  readonly pair: Pair;
  readonly owner: YAMLMap;
  /** The outermost collection in brackets that holds it. */
  readonly flow: Node | undefined;
}

/**
 * Takes a key with its value out of a file that people wrote, and leaves both as a comment above, with `why`. Everything else
 * stays letter by letter. The text unchanged and no `written` when there is no such key.
 */
export function takeOut(text: string, path: KeyPath, why: string): { readonly text: string; readonly written?: string } {
  const found = find(text, path);
  if (found === undefined) return { text };
  const [from, end] = extentOf(found.pair, text);
  // A remark behind it goes with it.
  const to = found.owner.flow === true ? end : end + (/^[ \t]+#[^\r\n]*/u.exec(text.slice(end))?.[0].length ?? 0);
  const written = text.slice(from, to);
  const removal = found.owner.flow === true ? fromBrackets(found, from, to) : fromLines(text, found, from, to);
  const at = lineStart(text, startOf(found.flow) ?? from);
  const margin = /^[ \t]*/u.exec(text.slice(at))?.[0].replaceAll("\t", " ") ?? "";
  const lines = written.split(/\r?\n/u).map((line) => line.trimEnd());
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const own = /^[ \t]*/u.exec(text.slice(lineStart(text, from)))?.[0].length ?? 0;
  const quoted = lines.map((line, index) => `${margin}#   ${index === 0 ? line : line.slice(Math.min(own, line.search(/\S|$/u)))}`);
  const comment = [`${margin}# 换版时移出，待核对（${why}）：`, ...quoted].map((line) => `${line}${lineEnd}`).join("");
  return { text: spliced(text, [{ from: at, to: at, text: comment }, removal]), written };
}

/** Another key, or another plain value, at the end of a path: what stands around it stays letter by letter. */
export function renameAt(text: string, path: KeyPath, part: "key" | "value", name: string): readonly Splice[] {
  const parent = path.slice(0, -1).reduce<unknown>(step, contentsOf(text));
  const last = path.at(-1);
  const node = isSeq(parent) && typeof last === "number" ? parent.items[last] : nodeOf(pairUnder(parent, last), part);
  if (!isScalar(node) || node.range === undefined || node.range === null) return [];
  const mark =
    /^["']/u.exec(text.slice(node.range[0]))?.[0] ?? (/^[\p{Script=Han}A-Za-z][\p{Script=Han}\w./（）-]*$/u.test(name) ? "" : '"');
  return [{ from: node.range[0], to: node.range[1], text: `${mark}${name}${mark}` }];
}

/** The way to the innermost key at, or with its value around, an offset. */
export function pathAt(text: string, offset: number): KeyPath {
  const path: (string | number)[] = [];
  let node: unknown = contentsOf(text);
  for (;;) {
    const within = isSeq(node)
      ? node.items.findIndex((item) => covers(item, offset))
      : isMap(node)
        ? node.items.findIndex((pair) => covers(pair.key, offset) || covers(pair.value, offset))
        : -1;
    if (within === -1) return path;
    if (isSeq(node)) {
      path.push(within);
      node = node.items[within];
    } else if (isMap(node)) {
      const pair = node.items[within];
      path.push(keyOf(pair) ?? "");
      node = pair?.value;
    }
  }
}

function contentsOf(text: string): unknown {
  return parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" }).contents;
}

function find(text: string, path: KeyPath): Found | undefined {
  let node: unknown = contentsOf(text);
  let flow: Node | undefined;
  for (const key of path.slice(0, -1)) {
    flow ??= flowOf(node);
    node = step(node, key);
  }
  const pair = pairUnder(node, path.at(-1));
  return pair === undefined || !isMap(node) ? undefined : { pair, owner: node, flow: flow ?? flowOf(node) };
}

function flowOf(node: unknown): Node | undefined {
  return (isMap(node) || isSeq(node)) && node.flow === true ? node : undefined;
}

function step(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return typeof key === "number" ? node.items[key] : undefined;
  return pairUnder(node, key)?.value;
}

function pairUnder(node: unknown, key: string | number | undefined): Pair | undefined {
  return isMap(node) ? node.items.find((pair) => keyOf(pair) === String(key)) : undefined;
}

function nodeOf(pair: Pair | undefined, part: "key" | "value"): unknown {
  return part === "key" ? pair?.key : pair?.value;
}

function keyOf(pair: Pair | undefined): string | undefined {
  if (!isScalar(pair?.key)) return undefined;
  return typeof pair.key.value === "string" ? pair.key.value : spellingOf(pair.key.source ?? String(pair.key.value));
}

function covers(node: unknown, offset: number): boolean {
  const [from, to] = rangeOf(node) ?? [0, -1];
  return offset >= from && offset <= to;
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range === undefined || range === null ? undefined : [range[0], range[1]];
}

function startOf(node: unknown): number | undefined {
  return rangeOf(node)?.[0];
}

/** From the key to the last letter of the value. */
function extentOf({ key, value }: Pair, text: string): readonly [number, number] {
  const from = startOf(key) ?? 0;
  const until = Math.max(rangeOf(value)?.[1] ?? 0, rangeOf(key)?.[1] ?? from);
  const end = from + text.slice(from, until).trimEnd().length;
  return [from, isEmpty(value) ? end + (/^\s*:/u.exec(text.slice(end))?.[0].length ?? 0) : end];
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** With the comma that belongs to it. */
function fromBrackets({ owner, pair }: Found, from: number, to: number): Splice {
  const at = owner.items.indexOf(pair);
  const next = startOf(owner.items[at + 1]?.key);
  if (next !== undefined) return { from, to: next, text: "" };
  const before = owner.items[at - 1];
  const end = before === undefined ? undefined : Math.max(rangeOf(before.value)?.[1] ?? 0, rangeOf(before.key)?.[1] ?? 0);
  return { from: end ?? from, to, text: "" };
}

/** Whole lines; behind the dash of a list the next key moves up. */
function fromLines(text: string, { owner, pair }: Found, from: number, to: number): Splice {
  const start = lineStart(text, from);
  const rest = text.indexOf("\n", to);
  const end = rest === -1 ? text.length : rest + 1;
  if (text.slice(start, from).trim() === "") return { from: start, to: end, text: "" };
  const next = startOf(owner.items[owner.items.indexOf(pair) + 1]?.key);
  return { from, to: next ?? to, text: "" };
}
