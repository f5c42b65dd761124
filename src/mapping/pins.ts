import type { CalendarDate } from "../model/dates.ts";
import type { LinkReason, Pin, PinTarget } from "../model/mapping.ts";

/** All that people decided about one file. */
export interface FilePins {
  readonly targets: readonly (PinTarget & { readonly reason: LinkReason })[];
  readonly ignore: boolean;
  readonly date?: CalendarDate;
}

/** Gathers the pins of each file. A pin on the file itself outranks one on its folder for the date and for 不作为佐证材料; targets add up. */
export function pinsByFile(pins: readonly Pin[]): ReadonlyMap<string, FilePins> {
  const byFile = new Map<string, Pin[]>();
  for (const pin of pins) {
    for (const file of pin.files) {
      const known = byFile.get(file);
      if (known === undefined) byFile.set(file, [pin]);
      else known.push(pin);
    }
  }
  return new Map([...byFile].map(([file, found]) => [file, gather(found)]));
}

function gather(pins: readonly Pin[]): FilePins {
  const ordered = [...pins].sort((a, b) => breadth(a) - breadth(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const decisive = ordered.find((pin) => pin.ignore || pin.targets.length > 0);
  const date = ordered.find((pin) => pin.date !== undefined)?.date;
  const targets = new Map<string, PinTarget & { readonly reason: LinkReason }>();
  for (const pin of ordered) {
    if (pin.ignore) continue;
    const reason: LinkReason = { code: "pinned", pin: pin.path, ...(pin.note === undefined ? {} : { note: pin.note }) };
    for (const target of pin.targets) {
      const key = `${target.clause}\n${target.evidence ?? ""}`;
      if (!targets.has(key)) targets.set(key, { ...target, reason });
    }
  }
  return { targets: [...targets.values()], ignore: decisive?.ignore === true, ...(date === undefined ? {} : { date }) };
}

/** One file: 1. A folder or a glob: as many as it names. */
function breadth(pin: Pin): number {
  return /[*?[\]{}]|\/$/u.test(pin.path) ? 1 + pin.files.length : 1;
}
