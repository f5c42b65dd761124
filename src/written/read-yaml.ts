import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Diagnostic, Problem, YamlFault } from "../model/diagnostic.ts";
import type { SourceText } from "../model/place.ts";
import { isNumeral, keepsMeaning, makeNumeral, readAs, spellingOf } from "./numeral.ts";
import { type Sheet, type Span, type Spans, sourcePlace } from "./sheet.ts";
import { syntaxProblems } from "./yaml-faults.ts";
import { type Slip, wideCommaIn } from "./yaml-slips.ts";

/** The sheet, when the text is YAML at all; and everything that is wrong with it as YAML. Never throws. */
export interface YamlReading {
  readonly sheet?: Sheet;
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** Deeper than any form that people fill in. */
const MAX_DEPTH = 60;
/** Copies made through aliases (*name); an alias bomb makes billions. */
const MAX_ALIASED = 20_000;

export function readYaml(source: SourceText): YamlReading {
  const document = parse(source.text);
  if (document === undefined) return refused([fault(source, "too-deep", [0, 0])]);
  const broken = syntaxProblems(document, source);
  if (broken.length > 0) return refused(broken);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return refused([fault(source, "empty-file", [0, 0])]);
  }
  const sheet: Sheet = { source, root: undefined, spans: new WeakMap(), forgotten: new Set() };
  const conversion: Conversion = { document, sheet, errors: [], warnings: [], aliased: 0, gaveUp: false };
  const root = convert(conversion, document.contents, undefined, 0);
  const { errors, warnings } = conversion;
  return conversion.gaveUp ? { errors, warnings } : { sheet: { ...sheet, root }, errors, warnings };
}

function refused(errors: readonly Diagnostic[]): YamlReading {
  return { errors, warnings: [] };
}

/** The library collects errors instead of throwing; only a stack overflow on nested brackets could still come out of it. */
function parse(text: string): Document | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Conversion {
  readonly document: Document;
  readonly sheet: Sheet;
  readonly errors: Diagnostic[];
  readonly warnings: Diagnostic[];
  aliased: number;
  gaveUp: boolean;
}

function convert(conversion: Conversion, node: unknown, head: Span | undefined, depth: number, aliased = false): unknown {
  if (conversion.gaveUp) return null;
  if (depth > MAX_DEPTH) return giveUp(conversion, "too-deep", spanOf(node));
  if (aliased && ++conversion.aliased > MAX_ALIASED) return giveUp(conversion, "alias", spanOf(node));
  if (isAlias(node)) {
    const target = node.resolve(conversion.document);
    return target === undefined
      ? signedText(conversion, `*${node.source}`, spanOf(node))
      : convert(conversion, target, head, depth + 1, true);
  }
  if (isScalar(node) && node.value === null && node.anchor !== undefined) return signedText(conversion, `&${node.anchor}`, spanOf(node));
  if (isMap(node)) return convertMap(conversion, node, head, depth, aliased);
  if (isSeq(node)) return convertList(conversion, node, head, depth, aliased);
  return isScalar(node) ? scalarValue(node) : null;
}

function convertMap(conversion: Conversion, node: YAMLMap, head: Span | undefined, depth: number, aliased: boolean): object {
  const map: object = Object.create(null) as object;
  const spans: Spans = { head: head ?? spanOf(node.items[0]?.key ?? node), keys: new Map(), values: new Map() };
  conversion.sheet.spans.set(map, spans);
  const repeats: Repeat[] = [];
  for (const pair of node.items) {
    const key = keyText(conversion, pair);
    if (key === undefined) continue;
    const keySpan = spanOf(pair.key);
    if (spans.keys.has(key)) {
      repeats.push({ key, span: keySpan });
      continue;
    }
    spans.keys.set(key, keySpan);
    noteLostComment(conversion, key, pair.value);
    const value = convert(conversion, pair.value, keySpan, depth + 1, aliased);
    // A key with nothing behind it is as good as absent, if it is known at all: forms are handed out with empty lines.
    const empty = value === null || value === undefined;
    if (!empty) spans.values.set(key, isScalar(pair.value) || isAlias(pair.value) ? spanOf(pair.value) : keySpan);
    Reflect.set(map, key, empty ? undefined : value);
  }
  noteRepeats(conversion, node, spans, repeats);
  return map;
}

function convertList(conversion: Conversion, node: YAMLSeq, head: Span | undefined, depth: number, aliased: boolean): readonly unknown[] {
  const spans: Spans = { head: head ?? spanOf(node.items[0] ?? node), keys: new Map(), values: new Map() };
  const list = node.items.map((item, index) => {
    const span = isMap(item) ? spanOf(item.items[0]?.key ?? item) : spanOf(item);
    spans.values.set(index, span);
    if (node.flow === true && isScalar(item) && item.type === "PLAIN")
      noteSlip(conversion, wideCommaIn(conversion.sheet.source.text, span));
    return convert(conversion, item, span, depth + 1, aliased) ?? null;
  });
  conversion.sheet.spans.set(list, spans);
  return list;
}

function scalarValue(node: Scalar): string | boolean | null {
  const { value, source } = node;
  if (typeof value === "number" || typeof value === "bigint") return makeNumeral(source ?? String(value));
  if (typeof value === "string") return value.replace(/^\0/u, "\uFFFD");
  return typeof value === "boolean" || value === null ? value : (source ?? "");
}

function keyText(conversion: Conversion, pair: Pair): string | undefined {
  if (!isScalar(pair.key)) {
    note(conversion, { code: "yaml-syntax", detail: "unexpected" }, spanOf(pair.key));
    return undefined;
  }
  const key = scalarValue(pair.key);
  if (!isNumeral(key)) return String(key ?? "");
  const written = spellingOf(key);
  if (!keepsMeaning(key)) note(conversion, { code: "unquoted-label", path: written, written, readAs: readAs(key) }, spanOf(pair.key));
  return written;
}

interface Repeat {
  readonly key: string;
  readonly span: Span;
}

/** Keys that the items of a list begin with. */
const firstKeys: readonly string[] = ["id", "name", "kind", "path", "min", "max", "from", "is", "points"];

/** Several repeated keys that begin again with the first one are the next item of a list, whose dash was forgotten. */
function noteRepeats(conversion: Conversion, node: YAMLMap, spans: Spans, repeats: readonly Repeat[]): void {
  const [first] = repeats;
  if (first === undefined) return;
  const again = first.key === [...spans.keys.keys()][0] && firstKeys.includes(first.key) && (repeats.length > 1 || first.key === "id");
  if (again && node.flow !== true) note(conversion, { code: "missing-dash", key: first.key }, first.span);
  else for (const { key, span } of repeats) note(conversion, { code: "duplicate-key", key }, span);
}

/** Keys whose value goes into documents word by word; of the first three not a word may be lost. */
const wordings: readonly string[] = ["requirement", "standard", "text"];
const texts: readonly string[] = [...wordings, "title", "name", "statement", "notApplicable", "measure", "note"];

/** What stands behind ` #` on the line of a text is a comment for YAML, and lost. */
function noteLostComment({ sheet, errors, warnings }: Conversion, key: string, value: unknown): void {
  if (!texts.includes(key) || !isScalar(value) || value.type !== "PLAIN" || !isSpan(value.range)) return;
  const [from, to] = value.range;
  const [match, lost = ""] = /^[ \t]*(#[^\r\n]*)/u.exec(sheet.source.text.slice(to, to + 2000)) ?? [];
  // Behind nothing, `# 抄原文` is a hint of the form; `#抄原文` is a text.
  if (match === undefined || (from === to && /^#\s/u.test(lost))) return;
  const at = to + match.length - lost.length;
  const place = sourcePlace(sheet.source, [at, at + lost.length]);
  const problem = { code: "comment-in-text", lost: lost.trimEnd() } as const;
  if (wordings.includes(key)) errors.push({ severity: "error", place, ...problem });
  else warnings.push({ severity: "warning", place, ...problem });
}

function isSpan(range: Scalar["range"]): range is NonNullable<Scalar["range"]> {
  return range !== undefined && range !== null;
}

/** A text that begins with * or &, which YAML takes for a reference: reported, and kept, so that nothing seems to lack as well. */
function signedText(conversion: Conversion, written: string, span: Span): string {
  const at: Span = span[0] < span[1] ? span : [span[0] - written.length, span[0]];
  note(conversion, { code: "needs-quotes", first: written.slice(0, 1) }, at);
  return written;
}

function noteSlip(conversion: Conversion, slip: Slip | undefined): void {
  if (slip !== undefined) note(conversion, slip.problem, slip.span);
}

function giveUp(conversion: Conversion, detail: YamlFault, span: Span): null {
  conversion.gaveUp = true;
  note(conversion, { code: "yaml-syntax", detail }, span);
  return null;
}

function note(conversion: Conversion, problem: Problem, span: Span): void {
  conversion.errors.push({ severity: "error", place: sourcePlace(conversion.sheet.source, span), ...problem });
}

function fault(source: SourceText, detail: YamlFault, span: Span): Diagnostic {
  return { severity: "error", place: sourcePlace(source, span), code: "yaml-syntax", detail };
}

function spanOf(node: unknown): Span {
  const range = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range === undefined || range === null ? [0, 0] : [range[0], range[1]];
}
