import { attribute, scanXml } from "./xml-scan.ts";

/** Relation id → part name; `folder` is that of the part whose relations these are. */
export function readRelations(xml: string, folder: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  scanXml(xml, {
    text: () => undefined,
    close: () => false,
    open: (name, tag) => {
      const target = attribute(tag, "Target");
      if (name === "Relationship" && target !== undefined) targets.set(attribute(tag, "Id") ?? "", partName(target, folder));
      return false;
    },
  });
  return targets;
}

/** A target is relative to the folder of its source, or starts with a slash. */
export function partName(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
