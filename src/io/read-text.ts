import { readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { type Place, pathPlace, type SourceText } from "../model/place.ts";
import type { RunProblem } from "../model/run-problem.ts";
import { systemCode } from "./system-code.ts";

/** A YAML file beyond this size is a mistake, not a 细则. */
const largestText = 16 * 1024 * 1024;

export type TextRead =
  | { readonly ok: true; readonly source: SourceText }
  | { readonly ok: false; readonly place: Place; readonly problem: RunProblem };

/** Reads a UTF-8 text that people wrote. */
export function readText(path: string, cwd: string): TextRead {
  const shown = displayPath(path, cwd);
  const place = pathPlace(shown);
  try {
    const { size } = statSync(path);
    if (size > largestText) return { ok: false, place, problem: { code: "file-too-large", path: shown, bytes: size, limit: largestText } };
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    return { ok: true, source: { path: shown, text } };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, place, problem: { code: "not-utf8", path: shown } };
    const code = systemCode(error);
    if (code === "ENOENT") return { ok: false, place, problem: { code: "file-not-found", path: shown } };
    return { ok: false, place, problem: { code: "file-unreadable", path: shown, detail: code } };
  }
}

/** The path as messages show it: relative when it lies below the working folder, else as it is; always with "/". */
export function displayPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return (near === "" || near.startsWith("..") ? path : near).replaceAll("\\", "/");
}
