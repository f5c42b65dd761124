import { printableText } from "../ooxml/xml-text.ts";
import { takeUnits } from "./clean-text.ts";

const MAX_NAME = 31;
const FULL_WIDTH = new Map([
  ["\\", "＼"],
  ["/", "／"],
  ["?", "？"],
  ["*", "＊"],
  ["[", "［"],
  ["]", "］"],
  [":", "："],
  ["'", "’"],
]);

/** Sheet names as Excel accepts them: 1–31 characters, none of \ / ? * [ ] : ', unlike each other even when case is ignored. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const unique = distinctName(cleanName(name), taken);
    taken.add(foldCase(unique));
    return unique;
  });
}

function cleanName(name: string): string {
  const clean = printableText(name)
    .replace(/[\n\t]+/g, " ")
    .replace(/[\\/?*[\]:']/g, (mark) => FULL_WIDTH.get(mark) ?? "_")
    .trim();
  // Excel keeps "History" for itself.
  const free = foldCase(clean) === "history" ? `${clean}_` : clean;
  return free === "" ? "工作表" : takeUnits(free, MAX_NAME).trim();
}

function distinctName(name: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? "" : `(${copy})`;
    const candidate = takeUnits(name, MAX_NAME - suffix.length) + suffix;
    if (!taken.has(foldCase(candidate))) return candidate;
  }
}

function foldCase(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
