import type { z } from "zod";
import type { ExpectedShape, FoundShape, SchemaProblem } from "../model/diagnostic.ts";
import { wordMeaning } from "../model/word-meanings.ts";
import { nearestKey } from "./key-words.ts";
import { nearest } from "./nearest.ts";
import { isNumeral, keepsMeaning, readAs, spellingOf } from "./numeral.ts";
import { chineseQuotes, controlCharacter } from "./shapes.ts";
import { valueAt } from "./sheet.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** One problem, and the way to the place: the key itself (`onKey`), or the value under it. */
export interface Explained {
  readonly path: Path;
  readonly onKey: boolean;
  readonly problem: SchemaProblem;
}

/** Turns what the schema found into our problems: by code, with what was expected and what stands there. */
export function explain(issue: Issue, root: unknown, prefix: Path = []): readonly Explained[] {
  const path = [...prefix, ...issue.path.map((key) => (typeof key === "number" ? key : String(key)))];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], onKey: true, problem: unknownKey(key, issue.message.split(" ")) }));
  }
  const found = path.reduce<unknown>(valueAt, root);
  if (found === undefined && path.length > 0) return [missing(path)];
  if (issue.code === "invalid_union" && issue.discriminator === undefined) return explainUnion(issue, root, path, found);
  return [{ path, onKey: false, problem: valueProblem(issue, formatPath(path), found) }];
}

function missing(path: Path): Explained {
  const key = String(path.at(-1));
  return { path, onKey: false, problem: { code: "missing-key", key, path: formatPath(path) } };
}

/** Of several shapes, the one meant is the one that fails only further inside. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, root: unknown, path: Path, found: unknown): readonly Explained[] {
  const inside = issue.errors.find((errors) => errors.every((error) => error.path.length > 0 || error.code === "unrecognized_keys"));
  if (inside !== undefined) return inside.flatMap((error) => explain(error, root, path));
  return [{ path, onKey: false, problem: shapeProblem(issue.message as ExpectedShape, formatPath(path), found) }];
}

function valueProblem(issue: Issue, path: string, found: unknown): SchemaProblem {
  if (issue.code === "invalid_value") return notOneOf(path, found, issue.values.map(String));
  if (issue.code === "invalid_union") return notOneOf(path, found, "options" in issue ? (issue.options ?? []).map(String) : []);
  if (issue.code === "invalid_type") return shapeProblem(issue.expected === "array" ? "list" : "map", path, found);
  // Every other check is one of shapes.ts, whose message is the name of the shape.
  return shapeProblem(issue.message as ExpectedShape, path, found);
}

function notOneOf(path: string, found: unknown, allowed: readonly string[]): SchemaProblem {
  const written = typeof found === "string" ? spellingOf(found) : typeof found === "boolean" ? String(found) : "";
  if (written === "") return { code: "wrong-type", path, expected: "text", found: foundShape(found) };
  if (chineseQuotes.test(written)) return { code: "chinese-quotes", found: written };
  const key = path.split(".").at(-1) ?? "";
  const near = wordMeaning(key, written, allowed) ?? nearest(written, allowed);
  return { code: "not-one-of", path, found: written, allowed, ...(near === undefined ? {} : { nearest: near }) };
}

function shapeProblem(expected: ExpectedShape, path: string, found: unknown): SchemaProblem {
  if (expected === "map" || expected === "list") {
    const colon = typeof found === "string" ? wrongColon(found) : undefined;
    if (colon !== undefined) return colon;
  }
  return (
    (isNumeral(found) ? numeralProblem(expected, path, spellingOf(found)) : textProblem(expected, path, found)) ??
    lossyText(expected, path, found)
  );
}

function lossyText(expected: ExpectedShape, path: string, found: unknown): SchemaProblem {
  if (isNumeral(found) && (expected === "text" || expected === "label" || expected === "verbatim") && !keepsMeaning(found)) {
    return { code: "unquoted-label", path, written: spellingOf(found), readAs: readAs(found) };
  }
  return { code: "wrong-type", path, expected, found: foundShape(found) };
}

function numeralProblem(expected: ExpectedShape, path: string, found: string): SchemaProblem | undefined {
  if (expected === "points" || expected === "signed-points") return { code: "bad-points", path, found };
  if (expected === "date") return { code: "bad-date", path, found };
  return expected === "count" || expected === "quantity" || expected === "number"
    ? { code: "bad-number", path, found, expected }
    : undefined;
}

function textProblem(expected: ExpectedShape, path: string, found: unknown): SchemaProblem | undefined {
  if (typeof found !== "string") return undefined;
  const slip = expected === "text" || expected === "verbatim" ? undefined : typingSlip(found);
  if (slip !== undefined) return slip;
  if (expected === "date") return { code: "bad-date", path, found };
  if (expected !== "text" && expected !== "label" && expected !== "verbatim") return undefined;
  return controlCharacter.test(found) ? { code: "control-character", path } : { code: "empty-text", path };
}

/** Signs of the Chinese keyboard where figures and straight quotes belong. */
export function typingSlip(found: string): SchemaProblem | undefined {
  if (chineseQuotes.test(found)) return { code: "chinese-quotes", found };
  if (!/^[０-９．，＋－％／0-9.%/+-]*[０-９][０-９．％／0-9.%/+-]*$/u.test(found)) return undefined;
  return { code: "wide-digits", found, digits: found.normalize("NFKC") };
}

function unknownKey(key: string, known: readonly string[]): SchemaProblem {
  const colon = wrongColon(key);
  if (colon !== undefined) return colon;
  const near = nearestKey(key, known);
  return { code: "unknown-key", key, known, ...(near === undefined ? {} : { nearest: near }) };
}

function wrongColon(written: string): SchemaProblem | undefined {
  const match = /^([A-Za-z]+)\s*([：:])/u.exec(written);
  const key = match?.[1];
  if (key === undefined) return undefined;
  return { code: "wrong-colon", key, written: match?.[2] === "：" ? "：" : ":" };
}

export function foundShape(found: unknown): FoundShape {
  if (found === undefined || found === null) return "nothing";
  if (Array.isArray(found)) return found.length === 0 ? "nothing" : "list";
  if (isNumeral(found)) return "number";
  if (typeof found === "boolean") return "yesno";
  return typeof found === "string" ? "text" : "map";
}

/** sections[0].clauses[2].points */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`), "");
}
