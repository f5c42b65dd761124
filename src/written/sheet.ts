import type { Place, SourceText } from "../model/place.ts";
import { spellingOf } from "./numeral.ts";

/** From and to, as offsets into the source. */
export type Span = readonly [number, number];

/** Where one map or list of the file stands, and each of its keys and values. */
export interface Spans {
  /** The place to point at when the whole is meant or a key is absent: one short word, not forty lines. */
  readonly head: Span;
  readonly keys: Map<string, Span>;
  readonly values: Map<string | number, Span>;
}

/** What a person wrote, as plain maps and lists, with the place of every key and value. */
export interface Sheet {
  readonly source: SourceText;
  readonly root: unknown;
  readonly spans: WeakMap<object, Spans>;
  /** Ids and names of parts that were wrong and left out: references to them are not wrong as well. */
  readonly forgotten: Set<string>;
}

/** The place of a map or list, or of the value under one of its keys; of the nearest thing above when there is none. */
export function placeOf(sheet: Sheet, owner: object, key?: string | number): Place {
  const spans = sheet.spans.get(owner);
  if (spans === undefined) return sourcePlace(sheet.source, [0, 0]);
  const own = key === undefined ? undefined : (spans.values.get(key) ?? spans.keys.get(String(key)));
  return sourcePlace(sheet.source, own ?? spans.head);
}

/** The place of a key itself, of the map when the key is absent. */
export function keyPlaceOf(sheet: Sheet, owner: object, key: string): Place {
  const spans = sheet.spans.get(owner);
  return sourcePlace(sheet.source, spans?.keys.get(key) ?? spans?.head ?? [0, 0]);
}

export function sourcePlace(source: SourceText, [from, to]: Span): Place {
  return { kind: "source", source, from, to };
}

/** Takes a wrong part out, so that the rest can still be checked. */
export function forget(sheet: Sheet, owner: object, key: string | number): void {
  rememberIds(sheet, valueAt(owner, key));
  if (Array.isArray(owner)) forgetItem(sheet, owner, Number(key));
  else Reflect.deleteProperty(owner, key);
}

/** Was something of this map wrong, and taken out? Then what seems to lack is not missing, only misspelt. */
export function hasLost(sheet: Sheet, owner: object): boolean {
  const written = sheet.spans.get(owner)?.values.keys() ?? [];
  return [...written].some((key) => valueAt(owner, key) === undefined);
}

export function valueAt(owner: unknown, key: string | number): unknown {
  return typeof owner === "object" && owner !== null ? (Reflect.get(owner, key) as unknown) : undefined;
}

function forgetItem(sheet: Sheet, list: unknown[], index: number): void {
  list.splice(index, 1);
  const values = sheet.spans.get(list)?.values;
  if (values === undefined) return;
  const rest = [...values].filter(([key]) => key !== index);
  values.clear();
  for (const [key, span] of rest) values.set(Number(key) > index ? Number(key) - 1 : key, span);
}

function rememberIds(sheet: Sheet, value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const key of ["id", "name"]) {
    const id = valueAt(value, key);
    if (typeof id === "string") sheet.forgotten.add(spellingOf(id));
  }
  for (const part of Object.values(value) as readonly unknown[]) rememberIds(sheet, part);
}
