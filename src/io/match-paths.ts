import { globbySync, isDynamicPattern } from "globby";

/**
 * The evidence files that a path, a folder ("…/") or a glob names. A name that happens to contain pattern signs
 * ([2024], (一)) is first taken literally. Paths compare in NFC, results are spelled as stored.
 */
export function pathMatcher(root: string, paths: readonly string[]): (pattern: string) => readonly string[] {
  const stored = new Map(paths.map((path) => [path.normalize("NFC"), path]));
  return (pattern) => {
    const wanted = pattern.replaceAll("\\", "/").replace(/^\.\//, "").normalize("NFC");
    const exact = stored.get(wanted);
    if (exact !== undefined) return [exact];
    const folder = wanted.endsWith("/") ? wanted : `${wanted}/`;
    const inside = [...stored].filter(([path]) => path.startsWith(folder)).map(([, path]) => path);
    if (inside.length > 0 || !isDynamicPattern(wanted)) return inside;
    const found = globbySync(wanted, { cwd: root, dot: true, followSymbolicLinks: false, onlyFiles: false, suppressErrors: true });
    return found.flatMap((path) => stored.get(path.normalize("NFC")) ?? []).toSorted();
  };
}
