import { closeSync, constants, fstatSync, openSync, type Stats } from "node:fs";

/** A file that is open and is a regular file. */
export interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/** Neither follows a link nor waits for the other end of a FIFO, should one have taken the file's place. On Windows both are undefined, which `|` takes for 0. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens a regular file for the time of `use` and closes it whatever happens. Throws the system's error, or one with code EINVAL when it is no file. */
export function withRegularFile<Value>(path: string, use: (file: OpenFile) => Value): Value {
  const descriptor = openSync(path, flags);
  try {
    return use({ descriptor, stats: regularStats(descriptor) });
  } finally {
    closeSync(descriptor);
  }
}

/** The same for work that takes turns. */
export async function withRegularFileOpen<Value>(path: string, use: (file: OpenFile) => Promise<Value>): Promise<Value> {
  const descriptor = openSync(path, flags);
  try {
    return await use({ descriptor, stats: regularStats(descriptor) });
  } finally {
    closeSync(descriptor);
  }
}

function regularStats(descriptor: number): Stats {
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) throw Object.assign(new Error("not a regular file"), { code: "EINVAL" });
  return stats;
}
