import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Diagnostic, Problem, YamlFault } from "../model/diagnostic.ts";
import type { SourceText } from "../model/place.ts";
import { isNumeral, keepsMeaning, makeNumeral, readAs, spellingOf } from "./numeral.ts";
import { type Sheet, type Span, type Spans, sourcePlace } from "./sheet.ts";
import { syntaxProblems } from "./yaml-faults.ts";

/** The sheet, when the text is YAML at all; and everything that is wrong with it as YAML. Never throws. */
export interface YamlReading {
  readonly sheet?: Sheet;
  readonly errors: readonly Diagnostic[];
}

/** Deeper than any form that people fill in. */
const MAX_DEPTH = 60;
/** Copies made through aliases (*name); an alias bomb makes billions. */
const MAX_ALIASED = 20_000;

export function readYaml(source: SourceText): YamlReading {
  const document = parse(source.text);
  if (document === undefined) return { errors: [fault(source, "too-deep", [0, 0])] };
  const syntax = syntaxProblems(document, source);
  if (syntax.fatal.length > 0) return { errors: syntax.fatal };
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return { errors: [fault(source, "empty-file", [0, 0])] };
  }
  const errors: Diagnostic[] = [...syntax.others];
  const sheet: Sheet = { source, root: undefined, spans: new WeakMap(), forgotten: new Set() };
  const conversion: Conversion = { document, sheet, errors, aliased: 0, gaveUp: false };
  const root = convert(conversion, document.contents, undefined, 0);
  return conversion.gaveUp ? { errors } : { sheet: { ...sheet, root }, errors };
}

/** The library collects errors instead of throwing; only a stack overflow on nested brackets could still come out of it. */
function parse(text: string): Document | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, logLevel: "error" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Conversion {
  readonly document: Document;
  readonly sheet: Sheet;
  readonly errors: Diagnostic[];
  aliased: number;
  gaveUp: boolean;
}

function convert(conversion: Conversion, node: unknown, head: Span | undefined, depth: number, aliased = false): unknown {
  if (conversion.gaveUp) return null;
  if (depth > MAX_DEPTH) return giveUp(conversion, "too-deep", spanOf(node));
  if (aliased && ++conversion.aliased > MAX_ALIASED) return giveUp(conversion, "alias", spanOf(node));
  if (isAlias(node)) {
    const target = node.resolve(conversion.document);
    return target === undefined ? giveUp(conversion, "alias", spanOf(node)) : convert(conversion, target, head, depth + 1, true);
  }
  if (isMap(node)) return convertMap(conversion, node, head, depth, aliased);
  if (isSeq(node)) return convertList(conversion, node, head, depth, aliased);
  return isScalar(node) ? scalarValue(node) : null;
}

function convertMap(conversion: Conversion, node: YAMLMap, head: Span | undefined, depth: number, aliased: boolean): object {
  const map: object = Object.create(null) as object;
  const spans: Spans = { head: head ?? spanOf(node.items[0]?.key ?? node), keys: new Map(), values: new Map() };
  conversion.sheet.spans.set(map, spans);
  for (const pair of node.items) {
    const key = keyText(conversion, pair);
    if (key === undefined || spans.keys.has(key)) continue;
    const keySpan = spanOf(pair.key);
    spans.keys.set(key, keySpan);
    const value = convert(conversion, pair.value, keySpan, depth + 1, aliased);
    // A key with nothing behind it is as good as absent: forms are handed out with empty lines to fill in.
    // Not so `points：12`: the value has slipped into the key.
    if ((value === null || value === undefined) && !/^[A-Za-z]+\s*[：:]/u.test(key)) continue;
    spans.values.set(key, isScalar(pair.value) || isAlias(pair.value) ? spanOf(pair.value) : keySpan);
    Reflect.set(map, key, value ?? null);
  }
  return map;
}

function convertList(conversion: Conversion, node: YAMLSeq, head: Span | undefined, depth: number, aliased: boolean): readonly unknown[] {
  const spans: Spans = { head: head ?? spanOf(node.items[0] ?? node), keys: new Map(), values: new Map() };
  const list = node.items.map((item, index) => {
    const span = isMap(item) ? spanOf(item.items[0]?.key ?? item) : spanOf(item);
    spans.values.set(index, span);
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
