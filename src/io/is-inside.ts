import { realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Does `path` (which may not exist yet) lie in `folder` or is it that folder, however it is spelled or linked? */
export function isInside(path: string, folder: string): boolean {
  const way = relative(realpathSync(folder), realOrPlanned(path));
  return !(way === ".." || way.startsWith(`..${sep}`) || resolve(way) === way);
}

/** The real path of a folder that may not exist yet: its nearest existing ancestor is resolved. */
function realOrPlanned(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realOrPlanned(dirname(path)), relative(dirname(path), path));
  }
}
