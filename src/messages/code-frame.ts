import type { Place } from "../model/place.ts";
import { visible, widthOf, widthOfText } from "./visible.ts";

/** 1-based; the column counts characters (code points), as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type SourcePlace = Extract<Place, { kind: "source" }>;

export function positionOf({ source, from }: SourcePlace): Position {
  const { start, line } = lineAt(source.text, from);
  const before = source.text.slice(start, from).replace(/^\uFEFF/u, "");
  return { line, column: Array.from(before).length + 1 };
}

/** Columns of the quoted line; longer ones are cut around the caret. */
const ROOM = 76;
const TAB = "    ";

/** The line at the place, and a caret under the place, both indented and fit for a terminal. */
export function frameOf({ source, from, to }: SourcePlace): string {
  const { start, end, line } = lineAt(source.text, from);
  const raw = (text: string): string =>
    visible(
      text
        .replace(/^\uFEFF/u, "")
        .replace(/\r$/u, "")
        .replaceAll("\t", TAB),
    );
  const before = raw(source.text.slice(start, from));
  const marked = raw(source.text.slice(from, Math.max(from, Math.min(to, end))));
  const after = raw(source.text.slice(Math.max(from, Math.min(to, end)), end));
  const left = cutLeft(before, ROOM / 2);
  const middle = cutRight(marked, ROOM - widthOfText(left));
  const right = cutRight(after, Math.max(ROOM - widthOfText(left) - widthOfText(middle), 0));
  const gutter = `  ${line} | `;
  const caret = "^".repeat(Math.max(1, widthOfText(middle)));
  return `${gutter}${left}${middle}${right}\n${" ".repeat(gutter.length - 2)}| ${" ".repeat(widthOfText(left))}${caret}`;
}

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number; readonly line: number } {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", start);
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < start; at = text.indexOf("\n", at + 1)) line++;
  return { start, end: next === -1 ? text.length : next, line };
}

function cutLeft(text: string, room: number): string {
  if (widthOfText(text) <= room) return text;
  const kept: string[] = [];
  let width = 1;
  for (const character of Array.from(text).toReversed()) {
    width += widthOf(character);
    if (width > room) break;
    kept.push(character);
  }
  return `…${kept.toReversed().join("")}`;
}

function cutRight(text: string, room: number): string {
  if (widthOfText(text) <= room) return text;
  const kept: string[] = [];
  let width = 1;
  for (const character of text) {
    width += widthOf(character);
    if (width > room) break;
    kept.push(character);
  }
  return `${kept.join("")}…`;
}
