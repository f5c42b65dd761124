import { memoryUsage } from "node:process";

/** Bytes of memory that the whole process holds, worker threads and wasm included. */
export function memoryInUse(): number {
  return memoryUsage.rss();
}
