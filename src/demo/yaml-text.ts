/** A value that the demo writes as YAML. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

/** Texts that YAML reads back as the same text without quotes: begin with a Chinese character, an opening quotation mark or a letter. */
const plain = /^[\p{Script=Han}A-Za-z“《][\p{Script=Han}A-Za-z0-9“”《》（）、，。；：—·%‰/.+-]*$/u;
const reserved = /^(?:true|false|null|nan|inf)$/iu;
const plainDate = /^\d{4}-\d{2}-\d{2}$/u;

/** Block YAML as a clerk would type it, short lists and maps on one line. Ends with a line break. */
export function yamlText(value: YamlValue): string {
  return `${blockLines(value).join("\n")}\n`;
}

function blockLines(value: YamlValue): readonly string[] {
  if (!isNested(value)) return [inline(value)];
  if (isList(value)) return value.flatMap((item) => indented("- ", blockLines(item)));
  return Object.entries(value).flatMap(([key, child]) => {
    if (child === undefined) return [];
    const short = inline(child);
    if (!isNested(child) || isFlat(child, short)) return [`${scalar(key)}: ${short}`];
    return [`${scalar(key)}:`, ...blockLines(child).map((line) => `  ${line}`)];
  });
}

/** Small enough for one line, and not a map of maps. */
function isFlat(value: YamlValue, short: string): boolean {
  return isNested(value) && short.length <= 60 && Object.values(value).every((child) => child === undefined || !isNested(child));
}

function indented(head: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index === 0 ? head : " ".repeat(head.length)) + line);
}

function inline(value: YamlValue): string {
  if (isList(value)) return `[${value.map(inline).join(", ")}]`;
  if (isNested(value)) {
    const entries = Object.entries(value).flatMap(([key, child]) => (child === undefined ? [] : [`${scalar(key)}: ${inline(child)}`]));
    return `{${entries.join(", ")}}`;
  }
  return typeof value === "string" ? scalar(value) : String(value);
}

function scalar(text: string): string {
  return plainDate.test(text) || (plain.test(text) && !reserved.test(text)) ? text : JSON.stringify(text);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isNested(value: YamlValue): value is readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined } {
  return typeof value === "object";
}
