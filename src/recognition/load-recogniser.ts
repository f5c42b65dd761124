import { type AddOn, findAddOn } from "./add-on.ts";
import { type Engine, loadEngine } from "./engine.ts";
import { linesOfPage } from "./lines-of-page.ts";
import { channelsOf, redChannel } from "./picture.ts";
import { type Recogniser, type RecognitionRuntime, recognitionRuntimes } from "./recogniser.ts";
import { foundUpright } from "./turn-upright.ts";

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
    recognise: async (picture) => (channelsOf(picture) === undefined ? [] : linesOfPage(await foundUpright(engine, redChannel(picture)))),
  };
}
