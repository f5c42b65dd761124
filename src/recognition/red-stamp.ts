import { channelsOf, type Picture } from "./picture.ts";
import { type Cells, dilated, redCells } from "./red-cells.ts";

export type StampSignal = "present" | "absent" | "unknown";

/** A seal of 42 mm on A4 has a radius of one tenth of the short side; company seals of 38 mm and cropped pages give it some room. */
const [leastRadius, mostRadius] = [0.065, 0.16];
/** Part of the ring that must be seen: seals are stamped unevenly. */
const [clearRing, faintRing] = [0.75, 0.65];
/** A page redder than this is a photo, a certificate or red paper. */
const mostRed = 0.25;
/** Most of a seal is paper. */
const mostFilled = 0.6;
/** The ring stands out from what lies around it this many times. */
const standsOut = 2.5;
/** In how many directions a ring is measured, and how far from its mean distance it may lie, as part of its radius. */
const [directions, mostWobble] = [72, 0.03];
/** Circles that are measured on one page. */
const mostRings = 300;

interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Part of the circle on which red lies. */
  readonly seen: number;
}

/**
 * Looks for a round red seal: 公章. Red letters and lines of a 版头 make no ring. Without any colour (black and white scans, grey
 * pictures) a seal could not be told, so nothing is said.
 */
export function redStamp(picture: Picture): StampSignal {
  if (channelsOf(picture) !== 4) return "unknown";
  const cells = redCells(picture);
  if (cells === undefined || !cells.coloured) return "unknown";
  const red = cells.red.reduce((sum, cell) => sum + cell, 0);
  if (red > cells.red.length * mostRed) return "unknown";
  const rings = bestRings(ringsIn(cells))
    .map((ring) => measured(cells, ring))
    .filter((ring) => ring.seen >= faintRing && looksLikeSeal(cells, ring));
  if (rings.some(({ seen }) => seen >= clearRing)) return "present";
  return rings.length > 0 ? "unknown" : "absent";
}

/** Of neighbours the best one: a ring shows as many circles of nearly the same middle and size. */
function bestRings(rings: readonly Ring[]): readonly Ring[] {
  const best = new Map<string, Ring>();
  for (const ring of rings) {
    const key = [ring.x / 4, ring.y / 4, ring.radius / 3].map(Math.floor).join();
    if (ring.seen > (best.get(key)?.seen ?? 0)) best.set(key, ring);
  }
  return [...best.values()].toSorted((a, b) => b.seen - a.seen).slice(0, mostRings);
}

/** Every circle of a seal's size on which enough red lies: each red cell votes for the middles it may belong to. */
function ringsIn(cells: Cells): readonly Ring[] {
  const { width, height } = cells;
  const short = Math.min(width, height);
  const wide = dilated(cells);
  const rings: Ring[] = [];
  for (let radius = Math.round(short * leastRadius); radius <= short * mostRadius; radius++) {
    const circle = circleOf(radius);
    const votes = new Uint16Array(width * height);
    for (let i = 0; i < wide.length; i++) if (wide[i] === 1) vote(votes, width, i, circle);
    for (let i = 0; i < votes.length; i++) {
      const seen = (votes[i] ?? 0) / circle.length;
      if (seen >= faintRing) rings.push({ x: i % width, y: Math.floor(i / width), radius, seen });
    }
  }
  return rings;
}

function vote(votes: Uint16Array, width: number, cell: number, circle: readonly (readonly [number, number])[]): void {
  const [x, y] = [cell % width, Math.floor(cell / width)];
  for (const [dx, dy] of circle) {
    const [cx, cy] = [x + dx, y + dy];
    const at = cy * width + cx;
    if (cx >= 0 && cx < width && cy >= 0 && at < votes.length) votes[at] = (votes[at] ?? 0) + 1;
  }
}

/** The cells of a circle around 0,0, each once. */
function circleOf(radius: number): readonly (readonly [number, number])[] {
  const steps = Math.ceil(radius * 8);
  const points = new Map<string, readonly [number, number]>();
  for (let i = 0; i < steps; i++) {
    const angle = (i * 2 * Math.PI) / steps;
    const point = [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))] as const;
    points.set(point.join(), point);
  }
  return [...points.values()];
}

/** Red along the ring, paper outside of it, and more paper than red inside: not a red dot, not a patch of red print. */
function looksLikeSeal(cells: Cells, { x, y, radius }: Ring): boolean {
  const outside = redBetween(cells, x, y, radius * 1.12, radius * 1.3);
  const ring = redBetween(cells, x, y, radius - 1.2, radius + 1.2);
  const inside = redBetween(cells, x, y, 0, radius * 0.9);
  return inside > 0 && inside <= mostFilled && ring >= outside * standsOut;
}

/** The circle again, on the cells themselves: in how many directions red lies on it, and whether at one and the same distance: a square's sides come and go. */
function measured(cells: Cells, ring: Ring): Ring {
  const distances = Array.from({ length: directions }, (_, i) => distanceOfRed(cells, ring, (i * 2 * Math.PI) / directions)).filter(
    (distance) => distance !== undefined,
  );
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length);
  const wobble = Math.sqrt(distances.reduce((sum, distance) => sum + (distance - mean) ** 2, 0) / Math.max(1, distances.length));
  return { ...ring, seen: wobble > Math.max(0.5, ring.radius * mostWobble) ? 0 : distances.length / directions };
}

/** Mean distance of the red cells near the circle in one direction. */
function distanceOfRed({ width, height, red }: Cells, { x, y, radius }: Ring, angle: number): number | undefined {
  let [sum, hits] = [0, 0];
  for (let distance = radius - 2; distance <= radius + 2; distance += 0.5) {
    const [cx, cy] = [Math.round(x + distance * Math.cos(angle)), Math.round(y + distance * Math.sin(angle))];
    if (cx < 0 || cy < 0 || cx >= width || cy >= height || red[cy * width + cx] !== 1) continue;
    sum += distance;
    hits++;
  }
  return hits === 0 ? undefined : sum / hits;
}

/** Part of the cells between two distances from a middle that are red. */
function redBetween({ width, height, red }: Cells, x: number, y: number, near: number, far: number): number {
  let [all, hits] = [0, 0];
  const reach = Math.ceil(far);
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const distance = Math.hypot(dx, dy);
      const [cx, cy] = [x + dx, y + dy];
      if (distance < near || distance > far || cx < 0 || cy < 0 || cx >= width || cy >= height) continue;
      all++;
      hits += red[cy * width + cx] ?? 0;
    }
  }
  return all === 0 ? 0 : hits / all;
}
