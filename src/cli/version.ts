/** Kept equal to package.json by a test; read from here because --help must not touch the disk. */
export const version = "0.1.0";
