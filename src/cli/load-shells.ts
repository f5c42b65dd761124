import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { displayPath } from "../io/read-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outcome } from "../model/outcome.ts";
import { pathPlace } from "../model/place.ts";
import { lintShell } from "../render/docx/lint-shell.ts";
import { type ShellName, shellNames } from "../report/blocks.ts";
import type { Environment } from "./environment.ts";
import type { LoadedAssessment } from "./load-assessment.ts";

export type Shells = Readonly<Record<ShellName, Uint8Array>>;

/** The shells that ship with the program. */
export const shippedTemplates = fileURLToPath(new URL("../../templates/", import.meta.url));

/** The workspace's own shells where it has them, ours for the rest; every one is linted before anything is composed. */
export function loadShells({ workspace, root }: LoadedAssessment, { cwd }: Environment): Outcome<Shells> {
  const own = workspace.templates === undefined ? undefined : resolve(root, workspace.templates);
  const loaded = shellNames.map((name) => ({ name, ...loadShell(name, own, cwd) }));
  const errors = loaded.flatMap((shell) => shell.errors);
  if (errors.length > 0) return { ok: false, errors, warnings: [] };
  const shells = Object.fromEntries(loaded.map(({ name, bytes }) => [name, bytes])) as Record<ShellName, Uint8Array>;
  return { ok: true, value: shells, warnings: [] };
}

/** One shell: the one in the folder `own` where there is one, else the one that ships. */
export function loadShell(name: ShellName, own: string | undefined, cwd: string): { bytes: Uint8Array; errors: readonly Diagnostic[] } {
  const path = [own, shippedTemplates]
    .filter((folder) => folder !== undefined)
    .map((folder) => resolve(folder, `${name}.docx`))
    .find(existsSync);
  if (path === undefined) {
    return { bytes: new Uint8Array(), errors: [{ severity: "error", place: pathPlace(`${name}.docx`), code: "template-missing", name }] };
  }
  const bytes = readFileSync(path);
  return { bytes, errors: lintShell(bytes, name, displayPath(path, cwd)).filter((diagnostic) => diagnostic.severity === "error") };
}
