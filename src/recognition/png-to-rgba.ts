import type { Picture } from "./picture.ts";

/** A decoded PNG: samples of 8 or 16 bits, or bits packed in bytes for palettes and grey of less. */
export interface PngSamples {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
  readonly depth: number;
  readonly channels: number;
  readonly palette?: readonly (readonly number[])[] | undefined;
}

/** RGBA on white paper: transparent pixels of screenshots and drawings are paper. Undefined for kinds that PNG does not have. */
export function rgbaOf({ width, height, data, depth, channels, palette }: PngSamples): Picture | undefined {
  if (channels < 1 || channels > 4) return undefined;
  const rgba = new Uint8Array(width * height * 4);
  const perRow = Math.ceil((width * channels * depth) / 8);
  const sample = (x: number, y: number, channel: number): number => {
    if (depth >= 8) return (data[(y * width + x) * channels + channel] ?? 0) >> (depth - 8);
    const bit = x * depth;
    return ((data[y * perRow + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
  const most = depth >= 8 ? 255 : (1 << depth) - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const [r = 0, g = r, b = r, a = 255] =
        palette === undefined ? colour(sample, x, y, channels, most) : (palette[sample(x, y, 0)] ?? []);
      rgba[at] = onWhite(r, a);
      rgba[at + 1] = onWhite(g, a);
      rgba[at + 2] = onWhite(b, a);
      rgba[at + 3] = 255;
    }
  }
  return { width, height, data: rgba };
}

function colour(
  sample: (x: number, y: number, channel: number) => number,
  x: number,
  y: number,
  channels: number,
  most: number,
): readonly number[] {
  const grey = Math.round((sample(x, y, 0) * 255) / most);
  if (channels < 3) return [grey, grey, grey, channels === 2 ? sample(x, y, 1) : 255];
  return [sample(x, y, 0), sample(x, y, 1), sample(x, y, 2), channels === 4 ? sample(x, y, 3) : 255];
}

function onWhite(value: number, alpha: number): number {
  return Math.round((value * alpha + 255 * (255 - alpha)) / 255);
}
