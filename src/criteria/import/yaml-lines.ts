import type { PlainMap, PlainValue } from "./draft.ts";

/** Short enough for one line: `- { kind: deduct, points: 1 }`. */
const widest = 130;

/** Texts that YAML and the checks of hand-written files read back as the same text without quotes. */
const plain = /^[\p{Script=Han}A-Za-z（“《〔①-⑳×][^\n\t"'\\]*$/u;
const reserved = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/iu;
const plainDate = /^\d{4}-\d{2}-\d{2}$/u;
/** Signs that no unescaped text may hold: YAML would break the line, or nobody would see them. */
const unprintable =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

/** A text on one line, quoted where it must be. `flow`: inside brackets, where commas and brackets mean something. */
export function scalar(text: string, flow: boolean): string {
  if (plainDate.test(text)) return text;
  const safe = plain.test(text) && !reserved.test(text) && !unprintable.test(text) && !/:(?:\s|$)|\s#|\s$/u.test(text);
  return safe && !(flow && /[,[\]{}:]/u.test(text)) ? text : quoted(text);
}

/** A label is always quoted: 1.10 is no number. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

/** `key: text`; several lines, or a long one that would need quotes, as a block that is pleasant to edit. */
export function textLines(key: string, text: string, indent: string): readonly string[] {
  const line = scalar(text, false);
  const asBlock = text.includes("\n") || (line.startsWith('"') && text.length > 40);
  if (!asBlock || unprintable.test(text) || /^\s/u.test(text) || /\r|^\t|\n\t|\t$|\t\n/mu.test(text)) return [`${indent}${key}: ${line}`];
  return [`${indent}${key}: |-`, ...text.split("\n").map((part) => (part === "" ? "" : `${indent}  ${part}`))];
}

/** A list under a key, each item on one line where it fits. */
export function listLines(key: string, items: readonly PlainMap[], indent: string): readonly string[] {
  if (items.length === 0) return [];
  return [`${indent}${key}:`, ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}

function itemLines(item: PlainMap, indent: string): readonly string[] {
  const flow = `${indent}- ${inline(item)}`;
  if (flow.length <= widest && !/\\n/u.test(flow)) return [flow];
  const inner = `${indent}  `;
  const lines = Object.entries(item).flatMap(([key, value]): readonly string[] => {
    if (value === undefined) return [];
    return typeof value === "string" ? textLines(key, value, inner) : [`${inner}${key}: ${inline(value)}`];
  });
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.slice(inner.length)}` : line));
}

/** A value within one line. */
export function inline(value: PlainValue): string {
  if (typeof value === "string") return scalar(value, true);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(listItem).join(", ")}]`;
  const entries = Object.entries(value).flatMap(([key, child]) => (child === undefined ? [] : [`${key}: ${inline(child)}`]));
  return `{ ${entries.join(", ")} }`;
}

/** A Chinese comma in a list looks like a slip of the keyboard: such a text is quoted. */
function listItem(value: PlainValue): string {
  return typeof value === "string" && /[，、；]/u.test(value) ? quoted(value) : inline(value);
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}
