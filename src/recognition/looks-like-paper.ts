import { channelsOf, type Picture } from "./picture.ts";

/** Every so many pixels in both directions one is looked at. */
const step = 6;
/** Paper is about as bright as the brightest tenth of the picture, in shade too. */
const brightPart = 0.72;
/** Difference of the colours of a pixel that may still be paper under a warm lamp. */
const mostChroma = 70;
/** Part of the picture that must be paper. */
const leastPaper = 0.3;
/** Letters are dark beside paper: this part at least, else it is a wall or the sky. */
const leastInk = 0.004;
const inkPart = 0.6;

/** May the picture show a sheet of paper? Cheap, and meant to let doubtful ones pass: it saves seconds for photos of people and places. */
export function looksLikePaper(picture: Picture): boolean {
  const channels = channelsOf(picture);
  if (channels === undefined) return false;
  const { width, height, data } = picture;
  const pixels: { readonly light: number; readonly chroma: number }[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const at = (y * width + x) * channels;
      const [r, g, b] = [data[at] ?? 0, data[at + Math.min(1, channels - 1)] ?? 0, data[at + Math.min(2, channels - 1)] ?? 0];
      pixels.push({ light: (r * 3 + g * 6 + b) / 10, chroma: Math.max(r, g, b) - Math.min(r, g, b) });
    }
  }
  const lights = pixels.map(({ light }) => light).toSorted((a, b) => a - b);
  const bright = lights[Math.floor(lights.length * 0.9)] ?? 0;
  const paper = pixels.filter(({ light, chroma }) => light >= bright * brightPart && chroma <= mostChroma).length;
  const ink = pixels.filter(({ light }) => light < bright * inkPart).length;
  return paper >= pixels.length * leastPaper && ink >= pixels.length * leastInk;
}
