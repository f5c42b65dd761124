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
  const errors: Diagnostic[] = [];
  const own = workspace.templates === undefined ? undefined : resolve(root, workspace.templates);
  const read = (name: ShellName): Uint8Array => {
    const path = [own, shippedTemplates]
      .filter((folder) => folder !== undefined)
      .map((folder) => resolve(folder, `${name}.docx`))
      .find(existsSync);
    if (path === undefined) {
      errors.push({ severity: "error", place: pathPlace(`${name}.docx`), code: "template-missing", name });
      return new Uint8Array();
    }
    const bytes = readFileSync(path);
    errors.push(...lintShell(bytes, name, displayPath(path, cwd)).filter((diagnostic) => diagnostic.severity === "error"));
    return bytes;
  };
  const shells = Object.fromEntries(shellNames.map((name) => [name, read(name)])) as Record<ShellName, Uint8Array>;
  return errors.length > 0 ? { ok: false, errors, warnings: [] } : { ok: true, value: shells, warnings: [] };
}
