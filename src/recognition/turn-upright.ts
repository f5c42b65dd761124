import type { Engine } from "./engine.ts";
import { type Picture, quarterTurn } from "./picture.ts";
import type { FoundText } from "./recogniser.ts";

/** Stretches that are read the right way up are mostly surer than this; upside down hardly any is. */
const sure = 0.8;
/** Fewer say nothing about how the page lies. */
const fewest = 4;

/** Recognises a page however it was laid on the scanner: other turns are tried only when the text found lies sideways or makes no sense. */
export async function foundUpright(engine: Engine, page: Picture): Promise<readonly FoundText[]> {
  let best = await engine(page);
  if (best.length < fewest || (!liesOnItsSide(best) && makesSense(best))) return best;
  // Sideways: a quarter to either side. Else upside down: a half.
  const turns = liesOnItsSide(best) ? [1, 3] : [2];
  for (const turn of turns) {
    const found = await engine(turned(page, turn));
    // Stretches that lie sideways may be read as well, but their order is lost.
    if (makesSense(found) && !liesOnItsSide(found)) return found;
    if (sureLetters(found) > sureLetters(best)) best = found;
  }
  return best;
}

function turned(page: Picture, quarters: number): Picture {
  return quarters === 0 ? page : turned(quarterTurn(page), quarters - 1);
}

/** Most stretches are taller than wide. */
function liesOnItsSide(found: readonly FoundText[]): boolean {
  const upright = found.filter(({ corners }) => {
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
    return Math.max(...ys) - Math.min(...ys) > 1.5 * (Math.max(...xs) - Math.min(...xs));
  });
  return upright.length * 2 > found.length;
}

function makesSense(found: readonly FoundText[]): boolean {
  return found.filter(({ confidence }) => confidence >= sure).length * 2 > found.length;
}

function sureLetters(found: readonly FoundText[]): number {
  return found.reduce((sum, { text, confidence }) => sum + (confidence >= sure ? text.length : 0), 0);
}
