import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { readText } from "../io/read-text.ts";
import type { Criteria } from "../model/criteria.ts";
import type { SourceText } from "../model/place.ts";
import type { Workspace, WorkspacePapers } from "../model/workspace.ts";
import { checkReturns } from "../workspace/check-returns.ts";
import { parseJudgements } from "../workspace/parse-judgements.ts";
import { parsePins } from "../workspace/parse-pins.ts";
import { parseReturn } from "../workspace/parse-return.ts";
import type { Collected } from "./collected.ts";

/** What people wrote beside the workspace file, as it stands on the disk. Paths are absolute. */
export interface PaperTexts {
  readonly returns: readonly PaperText[];
  readonly judgements?: PaperText;
  readonly pins?: PaperText;
}
export interface PaperText {
  readonly path: string;
  readonly source: SourceText;
}

/** Returns, judgements and pins: each is optional. */
export function readPaperTexts(workspace: Workspace, root: string, cwd: string, collected: Collected): PaperTexts {
  const text = (path: string): PaperText | undefined => {
    const file = resolve(root, path);
    const source = existsSync(file) ? collected.text(readText(file, cwd)) : undefined;
    return source === undefined ? undefined : { path: file, source };
  };
  const returns = returnFiles(resolve(root, workspace.returns)).flatMap((path) => text(path) ?? []);
  const [judgements, pins] = [text(workspace.judgements), text(workspace.mapping)];
  return { returns, ...(judgements === undefined ? {} : { judgements }), ...(pins === undefined ? {} : { pins }) };
}

/** How the pins' paths are looked up. */
export interface FileLookup {
  readonly matches: (pattern: string) => readonly string[];
  readonly nearestFile: (pattern: string) => string | undefined;
}

/** The papers against a 细则: what is there must be right. */
export function parsePapers(
  { returns: texts, judgements, pins }: PaperTexts,
  criteria: Criteria,
  workspace: Workspace,
  { matches, nearestFile }: FileLookup,
  collected: Collected,
): WorkspacePapers {
  const returns = texts.flatMap(({ source }) => collected.keep(parseReturn(source, criteria, workspace)) ?? []);
  collected.errors.push(...checkReturns(returns));
  return {
    returns,
    judgements: (judgements === undefined ? undefined : collected.keep(parseJudgements(judgements.source, criteria))) ?? [],
    pins: (pins === undefined ? undefined : collected.keep(parsePins(pins.source, criteria, matches, nearestFile))) ?? [],
  };
}

function returnFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith("."))
    .toSorted()
    .map((name) => join(folder, name));
}
