import { strToU8, zipSync } from "fflate";

/** The same parts give the same bytes. */
export function zip(parts) {
  const entries = Object.entries(parts).map(([name, text]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`),
  ]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(2024, 0, 1) });
}
