import { Minimatch } from "minimatch";

/**
 * The evidence files that a path, a folder ("…/") or a glob names, those in archives included. A name that happens to contain
 * pattern signs ([2024], (一)) is first taken literally. Paths compare in NFC, results are spelled as stored.
 */
export function pathMatcher(paths: readonly string[]): (pattern: string) => readonly string[] {
  const stored = new Map(paths.map((path) => [path.normalize("NFC"), path]));
  return (pattern) => {
    const wanted = pattern.replaceAll("\\", "/").replace(/^\.\//, "").normalize("NFC");
    const exact = stored.get(wanted);
    if (exact !== undefined) return [exact];
    const folder = wanted.endsWith("/") ? wanted : `${wanted}/`;
    const inside = [...stored].filter(([path]) => path.startsWith(folder)).map(([, path]) => path);
    if (inside.length > 0) return inside;
    // *(1).pdf means any name that ends so: brackets are part of names here, no operators.
    const glob = new Minimatch(wanted, { dot: true, noext: true, nocomment: true, nonegate: true, platform: "linux" });
    if (!glob.hasMagic()) return [];
    return [...stored].flatMap(([path, spelled]) => (glob.match(path) ? [spelled] : [])).toSorted();
  };
}
