/** The operating system's code of a failed call (ENOENT, EACCES …). */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "EIO";
}
