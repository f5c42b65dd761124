import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export const workspaceFile = "yingkao.yaml";

/** The nearest yingkao.yaml in `from` or a folder above it; undefined when there is none. */
export function findWorkspace(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, workspaceFile);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}
