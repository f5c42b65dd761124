import { type AddOn, findAddOn } from "./add-on.ts";
import { type Engine, loadEngine } from "./engine.ts";
import { linesOfPage } from "./lines-of-page.ts";
import { channelsOf, quarterTurn, redChannel } from "./picture.ts";
import { type FoundText, type Recogniser, type RecognitionRuntime, recognitionRuntimes } from "./recogniser.ts";

/**
 * The recogniser of the add-on in this folder; undefined when the add-on is not there or none of its runtimes works here.
 * @param runtimes those to try, in order
 */
export async function loadRecogniser(
  folder?: string,
  runtimes: readonly RecognitionRuntime[] = recognitionRuntimes,
): Promise<Recogniser | undefined> {
  const addOn = findAddOn(folder);
  if (addOn === undefined) return undefined;
  for (const runtime of runtimes) {
    const engine = await engineOrNone(addOn, runtime);
    if (engine !== undefined) return recogniserOf(engine, addOn, runtime);
  }
  return undefined;
}

/** A binding for another system, a missing system library: all of it shows as an error while loading. */
async function engineOrNone(addOn: AddOn, runtime: RecognitionRuntime): Promise<Engine | undefined> {
  try {
    return await loadEngine(addOn, runtime);
  } catch {
    return undefined;
  }
}

function recogniserOf(engine: Engine, { version }: AddOn, runtime: RecognitionRuntime): Recogniser {
  return {
    version,
    runtime,
    recognise: async (picture) => {
      if (channelsOf(picture) === undefined) return [];
      const grey = redChannel(picture);
      const found = await engine(grey);
      return linesOfPage(liesOnItsSide(found) ? await engine(quarterTurn(grey)) : found);
    },
  };
}

/** Most stretches are taller than wide: the page was laid on the scanner sideways. */
function liesOnItsSide(found: readonly FoundText[]): boolean {
  const upright = found.filter(({ corners: [a, , c] }) => Math.abs(c.y - a.y) > 1.5 * Math.abs(c.x - a.x));
  return found.length > 3 && upright.length * 2 > found.length;
}
