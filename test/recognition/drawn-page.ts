import type { Picture } from "../../src/recognition/picture.ts";

/** Red, green, blue and how much of it covers what lies below (0 to 1). */
export type Ink = readonly [number, number, number, number];

export const black: Ink = [30, 30, 30, 1];
export const sealRed: Ink = [215, 30, 35, 0.7];
export const paleRed: Ink = [215, 30, 35, 0.28];

/** A page to draw on: warm paper as a colour scanner sees it, A4 at 100 dpi unless told. */
export class DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;

  constructor(width = 827, height = 1169, paper: Ink = [252, 250, 236, 1]) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height * 4);
    for (let i = 0; i < width * height; i++) this.data.set([paper[0], paper[1], paper[2], 255], i * 4);
  }

  get picture(): Picture {
    return this;
  }

  dot(x: number, y: number, [r, g, b, cover]: Ink): this {
    const [column, row] = [Math.round(x), Math.round(y)];
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return this;
    const at = (row * this.width + column) * 4;
    for (const [i, value] of [r, g, b].entries()) this.data[at + i] = Math.round((this.data[at + i] ?? 0) * (1 - cover) + value * cover);
    return this;
  }

  fill(x: number, y: number, width: number, height: number, ink: Ink): this {
    for (let dy = 0; dy < height; dy++) for (let dx = 0; dx < width; dx++) this.dot(x + dx, y + dy, ink);
    return this;
  }

  /** Something like a letter: strokes in a box, `turn` in degrees. */
  letter(x: number, y: number, size: number, ink: Ink, turn = 0): this {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const half = size / 2;
    const inStroke = (dx: number, dy: number): boolean =>
      [-0.7, 0, 0.7].some((at) => Math.abs(dy - at * half) < size * 0.06) || Math.abs(dx) < size * 0.06;
    for (let dy = -half; dy <= half; dy++)
      for (let dx = -half; dx <= half; dx++) if (inStroke(dx, dy)) this.dot(x + dx * cos - dy * sin, y + dx * sin + dy * cos, ink);
    return this;
  }

  /** Lines of black text over the page. */
  text(from = 0.25, to = 0.85, ink: Ink = black): this {
    for (let y = this.height * from; y < this.height * to; y += 28)
      for (let x = this.width * 0.12; x < this.width * 0.88; x += 18) this.letter(x, y, 15, ink);
    return this;
  }

  disc(x: number, y: number, radius: number, ink: Ink): this {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) if (Math.hypot(dx, dy) <= radius) this.dot(x + dx, y + dy, ink);
    return this;
  }

  /** Ring, star and letters along the ring. `missing`: part of the ring, in degrees, that did not print. */
  seal(x: number, y: number, radius: number, ink: Ink = sealRed, { turn = 0, missing = 0 } = {}): this {
    for (let dy = -radius - 2; dy <= radius + 2; dy++) {
      for (let dx = -radius - 2; dx <= radius + 2; dx++) {
        const degrees = (Math.atan2(dy, dx) * 180) / Math.PI + 180;
        if (degrees >= missing && Math.abs(Math.hypot(dx, dy) - radius) <= radius / 36) this.dot(x + dx, y + dy, ink);
      }
    }
    this.disc(x, y, radius * 0.2, ink);
    for (let i = 0; i < 9; i++) {
      const angle = turn - 200 + i * 27;
      const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      this.letter(x + radius * 0.72 * cos, y + radius * 0.72 * sin, radius * 0.26, ink, angle + 90);
    }
    return this;
  }
}
