/** Brightness of a picture on a grid, row by row; the picture covers the grid from its upper left corner to (usedWidth, usedHeight). */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly usedWidth: number;
  readonly usedHeight: number;
  readonly values: ArrayLike<number>;
}

/** Side of the square that pictures are shrunk to, and how many of its frequencies make the hash. */
const [side, bits] = [32, 64];
/** Standard deviation of brightness (0–255) under which a picture is of one colour and every hash would be noise. */
const plain = 2;

/** The 64 lowest frequencies but the mean, along the diagonals. */
const frequencies = Array.from({ length: 12 }, (_, sum) => Array.from({ length: sum + 1 }, (_, u) => [u, sum - u] as const))
  .flat()
  .slice(1, bits + 1);

const cosines = Array.from({ length: 12 }, (_, u) =>
  Float64Array.from({ length: side }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * side))),
);

/**
 * Perceptual hash (the signs of the lowest frequencies of a cosine transform against their median) as 16 hex digits. It outlives resizing,
 * re-compression and a change of brightness; it does not outlive cropping. `orientation` is that of EXIF (1–8): cameras note it, copies sent by
 * WeChat are turned for good, and both must give one hash. Undefined for a picture of one colour.
 */
export function pictureHash(luma: Luma, orientation = 1): string | undefined {
  const small = upright(shrink(luma), orientation);
  const mean = small.reduce((sum, value) => sum + value, 0) / small.length;
  const spread = Math.sqrt(small.reduce((sum, value) => sum + (value - mean) ** 2, 0) / small.length);
  if (!(spread >= plain)) return undefined;
  const strengths = frequencies.map(([u, v]) => strength(small, u, v));
  const sorted = strengths.toSorted((a, b) => a - b);
  const median = ((sorted[bits / 2 - 1] ?? 0) + (sorted[bits / 2] ?? 0)) / 2;
  const binary = strengths.map((value) => (value > median ? "1" : "0")).join("");
  return BigInt(`0b${binary}`).toString(16).padStart(16, "0");
}

/** Where the part shown at (x, y) is stored, by EXIF orientation; m is the last index. */
const turns: readonly ((x: number, y: number, m: number) => readonly [number, number])[] = [
  (x, y) => [x, y],
  (x, y) => [x, y],
  (x, y, m) => [m - x, y],
  (x, y, m) => [m - x, m - y],
  (x, y, m) => [x, m - y],
  (x, y) => [y, x],
  (x, y, m) => [y, m - x],
  (x, y, m) => [m - y, m - x],
  (x, y, m) => [m - y, x],
];

function upright(small: Float64Array, orientation: number): Float64Array {
  const turn = turns[orientation];
  if (turn === undefined || orientation <= 1) return small;
  return small.map((_, i) => {
    const [x, y] = turn(i % side, Math.floor(i / side), side - 1);
    return small[y * side + x] ?? 0;
  });
}

function strength(small: Float64Array, u: number, v: number): number {
  const [across, down] = [cosines[u], cosines[v]];
  let sum = 0;
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) sum += (small[y * side + x] ?? 0) * (across?.[x] ?? 0) * (down?.[y] ?? 0);
  return sum;
}

/** Mean brightness of each of 32×32 equal parts; what lies across a border counts on both sides by its share. */
function shrink({ width, height, usedWidth, usedHeight, values }: Luma): Float64Array {
  const [across, down] = [sharesOf(usedWidth, width), sharesOf(usedHeight, height)];
  const rows = new Float64Array(side * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < side; x++) {
      let sum = 0;
      for (const [cell, share] of across[x] ?? []) sum += (values[y * width + cell] ?? 0) * share;
      rows[y * side + x] = sum;
    }
  return Float64Array.from({ length: side * side }, (_, i) =>
    (down[Math.floor(i / side)] ?? []).reduce((sum, [cell, share]) => sum + (rows[cell * side + (i % side)] ?? 0) * share, 0),
  );
}

/** For each of the 32 parts: the cells it covers and what share of it they make. */
function sharesOf(used: number, cells: number): readonly (readonly (readonly [number, number])[])[] {
  return Array.from({ length: side }, (_, part) => {
    const [from, to] = [(part * used) / side, ((part + 1) * used) / side];
    const shares: (readonly [number, number])[] = [];
    for (let cell = Math.floor(from); cell < Math.min(cells, Math.ceil(to)); cell++) {
      shares.push([cell, (Math.min(to, cell + 1) - Math.max(from, cell)) / (to - from)]);
    }
    return shares;
  });
}
