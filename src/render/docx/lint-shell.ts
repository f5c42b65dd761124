import { closest, distance } from "fastest-levenshtein";
import type { Diagnostic, Problem } from "../../model/diagnostic.ts";
import { pathPlace } from "../../model/place.ts";
import type { ShellName } from "../../report/blocks.ts";
import { type Parts, unzipParts } from "../ooxml/deterministic-zip.ts";
import { normalizeBraces, paragraphsOf, type ShellParagraph } from "./shell-paragraphs.ts";
import { mainPart, placeholderParts, xmlPart } from "./shell-parts.ts";
import { bodyPlaceholder, placeholderNames, placeholdersOf } from "./shell-placeholders.ts";

/**
 * Everything wrong with a shell, all at once; empty when renderPaper can use it. `path` is shown to the user. Reads body,
 * headers and footers, placeholders split over runs and typed in full width included.
 */
export function lintShell(shell: Uint8Array, name: ShellName, path: string): readonly Diagnostic[] {
  return problemsOf(shell, name).map((problem) => ({ severity: "error", place: pathPlace(path), ...problem }));
}

function problemsOf(shell: Uint8Array, name: ShellName): readonly Problem[] {
  const parts = openShell(shell);
  if (typeof parts === "string") return [{ code: "template-not-docx", detail: parts }];
  const found = placeholderParts(parts).flatMap((part) => partProblems(part, normalizeBraces(xmlPart(parts, part))));
  return hasBody(parts) ? found : [...found, { code: "missing-placeholder", name: `${bodyPlaceholder}（${name}）` }];
}

/** The parts of a .docx, or what the bytes are instead. */
function openShell(shell: Uint8Array): Parts | string {
  if (shell.length === 0) return "文件为空";
  if (startsWith(shell, [0xd0, 0xcf, 0x11, 0xe0])) return "是旧版 .doc 或加了密码的文档";
  if (!startsWith(shell, [0x50, 0x4b])) return "不是 .docx 文件";
  try {
    const parts = unzipParts(shell);
    return /<w:body[\s>]/.test(xmlPart(parts, mainPart)) ? parts : "压缩包里没有 Word 正文";
  } catch {
    return "文件损坏，无法打开";
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function hasBody(parts: Parts): boolean {
  return paragraphsOf(normalizeBraces(xmlPart(parts, mainPart))).some((paragraph) => namesBody(paragraph));
}

function namesBody(paragraph: ShellParagraph): boolean {
  return placeholdersOf(paragraph.text).some((found) => found.kind === "whole" && found.name === bodyPlaceholder);
}

function partProblems(part: string, xml: string): readonly Problem[] {
  let bodies = 0;
  return paragraphsOf(xml).flatMap((paragraph) => {
    const misplaced = namesBody(paragraph) && (part !== mainPart || bodies++ > 0 || !standsAlone(paragraph, xml));
    const problem: Problem = { code: "misplaced-placeholder", name: bodyPlaceholder, paragraph: shortened(paragraph.text) };
    return [...paragraphProblems(paragraph), ...(misplaced ? [problem] : [])];
  });
}

/** Alone in its paragraph and not in a table: the body holds tables of the page's own width. */
function standsAlone(paragraph: ShellParagraph, xml: string): boolean {
  const before = xml.slice(0, paragraph.from);
  const open = (before.match(/<w:tbl>|<w:txbxContent>/g) ?? []).length - (before.match(/<\/w:tbl>|<\/w:txbxContent>/g) ?? []).length;
  return open === 0 && /^\{\{\s*正文\s*\}\}$/.test(paragraph.text.trim());
}

function paragraphProblems(paragraph: ShellParagraph): readonly Problem[] {
  return placeholdersOf(paragraph.text).flatMap((found): Problem[] => {
    if (found.kind === "unclosed")
      return [{ code: "unclosed-placeholder", text: shortened(found.text), paragraph: shortened(paragraph.text) }];
    if (placeholderNames.some((name) => name === found.name)) return [];
    return [
      {
        code: "unknown-placeholder",
        name: found.name,
        ...nearest(found.name),
        known: placeholderNames,
        paragraph: shortened(paragraph.text),
      },
    ];
  });
}

/** A suggestion only when at most half of the letters differ. */
function nearest(name: string): { readonly nearest?: string } {
  const candidate = closest(name, placeholderNames);
  return distance(name, candidate) * 2 <= Math.max(name.length, candidate.length) ? { nearest: candidate } : {};
}

function shortened(text: string): string {
  const letters = Array.from(text.trim());
  return letters.length <= 40 ? letters.join("") : `${letters.slice(0, 40).join("")}…`;
}
