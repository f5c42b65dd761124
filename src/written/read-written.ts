import type { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Place, SourceText } from "../model/place.ts";
import { type Explained, explain, foundShape } from "./explain.ts";
import { readYaml } from "./read-yaml.ts";
import { forget, keyPlaceOf, placeOf, type Sheet, valueAt } from "./sheet.ts";

/** What is written, as far as it holds, with every problem of its shape. `written` is absent when nothing can be made of it. */
export interface WrittenReading<Written> {
  readonly sheet?: Sheet;
  readonly written?: Written;
  readonly errors: readonly Diagnostic[];
  /** What holds, but loses something. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Reads a YAML file against a schema. Wrong parts are reported and taken out, so that the rules of the rest can be checked in
 * the same run; `stopgap` gives values for top-level keys without which nothing could be checked.
 */
export function readWritten<Schema extends z.ZodType>(
  source: SourceText,
  schema: Schema,
  stopgap: Readonly<Record<string, unknown>> = {},
): WrittenReading<z.input<Schema>> {
  const { sheet, errors, warnings } = readYaml(source);
  if (sheet === undefined) return { errors, warnings };
  const { root } = sheet;
  if (foundShape(root) !== "map") {
    const place: Place = { kind: "source", source, from: 0, to: 0 };
    return { errors: [...errors, { severity: "error", place, code: "yaml-not-a-map", found: foundShape(root) }], warnings };
  }
  const problems = check(schema, root);
  const found = [...errors, ...problems.map((problem) => diagnose(sheet, problem))];
  const holds = mend(sheet, schema, problems, stopgap);
  return { sheet, ...(holds ? { written: root as z.input<Schema> } : {}), errors: found, warnings };
}

function check(schema: z.ZodType, root: unknown): readonly Explained[] {
  const result = schema.safeParse(root);
  return result.success ? [] : withoutMisspelt(result.error.issues.flatMap((issue) => explain(issue, root)));
}

/** A key that is there under a misspelt name is not missing as well. */
function withoutMisspelt(problems: readonly Explained[]): readonly Explained[] {
  const meant = new Set<string>();
  for (const { path, problem } of problems) {
    if (problem.code === "unknown-key" && problem.nearest !== undefined) meant.add(JSON.stringify([...path.slice(0, -1), problem.nearest]));
    if (problem.code === "wrong-colon") meant.add(JSON.stringify([...path.slice(0, -1), problem.key]));
  }
  return problems.filter(({ path, problem }) => problem.code !== "missing-key" || !meant.has(JSON.stringify(path)));
}

function diagnose(sheet: Sheet, { path, onKey, problem }: Explained): Diagnostic {
  const key = path.at(-1);
  const owner = path.slice(0, -1).reduce<unknown>(valueAt, sheet.root);
  const place = ownerPlace(sheet, owner, key, onKey);
  return { severity: "error", place, ...problem };
}

function ownerPlace(sheet: Sheet, owner: unknown, key: string | number | undefined, onKey: boolean): Place {
  if (typeof owner !== "object" || owner === null) return { kind: "source", source: sheet.source, from: 0, to: 0 };
  return onKey ? keyPlaceOf(sheet, owner, String(key)) : placeOf(sheet, owner, key);
}

/** Takes the wrong parts out until the rest holds; false when the rest is nothing. */
function mend(sheet: Sheet, schema: z.ZodType, first: readonly Explained[], stopgap: Readonly<Record<string, unknown>>): boolean {
  let problems = first;
  // Each round takes at least one part out, or climbs one step up; the depth of a sheet is bounded.
  for (let round = 0; problems.length > 0; round++) {
    if (round > 100 || !takeOut(sheet, problems, stopgap)) return false;
    problems = check(schema, sheet.root);
  }
  return true;
}

function takeOut(sheet: Sheet, problems: readonly Explained[], stopgap: Readonly<Record<string, unknown>>): boolean {
  const targets = new Map<string, readonly (string | number)[]>();
  for (const { path, problem } of problems) {
    const target = problem.code === "missing-key" && path.length > 1 ? path.slice(0, -1) : path;
    targets.set(JSON.stringify(target), target);
  }
  // From the back, so that the indexes in front stay true.
  const ordered = [...targets.values()].toSorted(comparePaths).toReversed();
  return ordered.every((path) => takeOutOne(sheet, path, stopgap));
}

function takeOutOne(sheet: Sheet, path: readonly (string | number)[], stopgap: Readonly<Record<string, unknown>>): boolean {
  const key = path.at(-1);
  const owner = path.slice(0, -1).reduce<unknown>(valueAt, sheet.root);
  if (key === undefined) return false;
  if (typeof owner === "object" && owner !== null && Object.hasOwn(owner, key) && valueAt(owner, key) === undefined) {
    return Object.hasOwn(stopgap, key) && path.length === 1 ? fill(sheet, path, key, stopgap) : forgetEmpty(sheet, owner, String(key));
  }
  if (typeof owner !== "object" || owner === null || valueAt(owner, key) === undefined) return fill(sheet, path, key, stopgap);
  forget(sheet, owner, key);
  return true;
}

/** A wrong key with nothing behind it: gone, and remembered as lost. */
function forgetEmpty(sheet: Sheet, owner: object, key: string): boolean {
  const spans = sheet.spans.get(owner);
  spans?.values.set(key, spans.keys.get(key) ?? spans.head);
  Reflect.deleteProperty(owner, key);
  return true;
}

function fill(sheet: Sheet, path: readonly (string | number)[], key: string | number, stopgap: Readonly<Record<string, unknown>>): boolean {
  if (path.length > 1) return true;
  if (typeof sheet.root !== "object" || sheet.root === null || !Object.hasOwn(stopgap, key)) return false;
  Reflect.set(sheet.root, key, stopgap[String(key)]);
  return true;
}

function comparePaths(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left === right) continue;
    if (typeof left === "number" && typeof right === "number") return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return a.length - b.length;
}
