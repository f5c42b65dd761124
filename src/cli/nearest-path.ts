import { nearest } from "../written/nearest.ts";

/** The listed path that was probably meant: the same name in another folder, else the one spelled most alike. */
export function nearestPath(written: string, paths: readonly string[]): string | undefined {
  const name = baseName(written);
  return paths.find((path) => baseName(path) === name) ?? nearest(written, paths);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
