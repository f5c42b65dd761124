/**
 * A relative path as a relationship target: each segment percent-encoded, so that #, ?, % and spaces in file names stay
 * part of the name. Empty segments go, so that no path reads as another host (//server/share); a colon is encoded, so
 * that none reads as a scheme.
 */
export function linkTarget(path: string): string {
  const segments = (/[\ud800-\udfff]/.test(path) ? path.replace(/\p{Surrogate}/gu, "\ufffd") : path).split("/");
  return segments
    .filter((segment) => segment !== "")
    .map(encodeURIComponent)
    .join("/");
}
