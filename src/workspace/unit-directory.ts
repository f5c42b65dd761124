import type { Unit } from "../model/unit.ts";
import { nearestOf } from "../written/nearest.ts";
import { foldName } from "./fold-name.ts";

/** Units by every name they go by. */
export interface UnitDirectory {
  readonly units: readonly Unit[];
  find(name: string): Unit | undefined;
  /** The unit that was probably meant, under its own name. */
  nearest(name: string): { readonly nearest?: string };
}

export function makeUnitDirectory(units: readonly Unit[]): UnitDirectory {
  const byName = new Map<string, Unit>();
  // A unit's own name goes before anybody's alias.
  for (const unit of units) if (!byName.has(foldName(unit.name))) byName.set(foldName(unit.name), unit);
  for (const unit of units) for (const alias of unit.aliases) if (!byName.has(foldName(alias))) byName.set(foldName(alias), unit);
  return {
    units,
    find: (name) => byName.get(foldName(name)),
    nearest: (name) => {
      const near = nearestOf(foldName(name), [...byName.keys()]).nearest;
      const unit = near === undefined ? undefined : byName.get(near);
      return unit === undefined ? {} : { nearest: unit.name };
    },
  };
}
