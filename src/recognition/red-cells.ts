import type { Picture } from "./picture.ts";

/** A page in small: 1 where a cell holds red ink. */
export interface Cells {
  readonly width: number;
  readonly height: number;
  readonly red: Uint8Array;
  /** The picture has colour at all. */
  readonly coloured: boolean;
}

/** Cells along the short side: one is about a millimetre of A4, the width of a seal's ring. */
const alongShort = 200;
/** Part of a cell that must be red: the ring is thin and broken. */
const leastShare = 0.15;
/** Part of all pixels that must show some tint for the picture to count as a coloured one. */
const leastTinted = 0.002;
const leastTint = 12;

/** Undefined for pictures too small to tell anything. */
export function redCells({ width, height, data }: Picture): Cells | undefined {
  const short = Math.min(width, height);
  if (short < alongShort) return undefined;
  const [across, down] = [Math.floor((width * alongShort) / short), Math.floor((height * alongShort) / short)];
  const counts = new Uint32Array(across * down);
  let tinted = 0;
  for (let y = 0; y < height; y++) {
    const row = Math.min(down - 1, Math.floor((y * alongShort) / short)) * across;
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4;
      const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
      if (Math.max(r, g, b) - Math.min(r, g, b) < leastTint) continue;
      tinted++;
      if (!isRed(r, g, b)) continue;
      const cell = row + Math.min(across - 1, Math.floor((x * alongShort) / short));
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const least = (short / alongShort) ** 2 * leastShare;
  return {
    width: across,
    height: down,
    red: Uint8Array.from(counts, (count) => (count >= least ? 1 : 0)),
    coloured: tinted >= width * height * leastTinted,
  };
}

/** Ink of seals, fresh or pale, also where it lies over black letters; not orange, not violet, not brown wood. */
function isRed(r: number, g: number, b: number): boolean {
  const over = r - Math.max(g, b);
  return r >= 110 && over >= 32 && Math.abs(g - b) <= (r - Math.min(g, b)) * 0.45;
}

/** Each red cell with its eight neighbours. */
export function dilated({ width, height, red }: Cells): Uint8Array {
  const wide = new Uint8Array(red.length);
  for (let i = 0; i < red.length; i++) {
    if (red[i] !== 1) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let cy = Math.max(0, y - 1); cy <= Math.min(height - 1, y + 1); cy++)
      for (let cx = Math.max(0, x - 1); cx <= Math.min(width - 1, x + 1); cx++) wide[cy * width + cx] = 1;
  }
  return wide;
}
