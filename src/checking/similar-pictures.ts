import { daysBetween } from "../model/dates.ts";
import { nearFingerprints } from "./near-fingerprints.ts";
import type { CorpusCheck, PaperRead } from "./paper-read.ts";
import { isPhoto } from "./pictured-paper.ts";

/** Bits of the perceptual hash in which two copies of one picture may differ: resized, recompressed. */
const nearBits = 4;

/** 照片重复使用 (R12): one picture under another date, clause or unit. Pictures of one event, side by side in a folder, may look alike. */
export const similarPictures: CorpusCheck = (around) => {
  const pictures = around.papers.filter((paper) => {
    const hash = paper.reading.picture?.hash;
    // Sheets of one form look alike, whoever has filled them in.
    return hash !== undefined && isTelling(hash) && isPhoto(paper);
  });
  const told = new Set<string>();
  return nearFingerprints(
    pictures.map(({ reading }) => reading.picture?.hash ?? ""),
    nearBits,
  ).flatMap(({ earlier, later }) => {
    const [a, b] = [pictures[earlier], pictures[later]];
    if (a === undefined || b === undefined || told.has(b.file.path) || sameBytes(a, b) || !sameShape(a, b) || oneEvent(a, b)) return [];
    told.add(b.file.path);
    const unit = a.file.unit === b.file.unit ? "" : (a.file.unit ?? "");
    return [{ path: b.file.path, problem: { code: "similar-picture", of: a.file.path, unit }, verdict: "counts" } as const];
  });
};

/** Of a plain picture (a slope of one colour, a sheet of text) the hash is nearly all ones, all zeros or one pattern; many share it. */
function isTelling(hash: string): boolean {
  const bits = BigInt(`0x${hash}`).toString(2).replaceAll("0", "").length;
  const rows = new Set(hash.match(/../gu));
  return bits >= 12 && bits <= 52 && rows.size >= 5;
}

function sameBytes(a: PaperRead, b: PaperRead): boolean {
  return a.file.contentHash !== undefined && a.file.contentHash === b.file.contentHash;
}

/** A copy keeps its proportions, but for a pixel lost in resizing. */
function sameShape(a: PaperRead, b: PaperRead): boolean {
  const ratio = ({ reading: { picture } }: PaperRead): number => (picture === undefined ? 0 : picture.width / picture.height);
  return Math.abs(ratio(a) - ratio(b)) <= 0.02 * ratio(a);
}

function oneEvent(a: PaperRead, b: PaperRead): boolean {
  const folder = ({ file }: PaperRead): string => file.path.slice(0, file.path.lastIndexOf("/"));
  if (folder(a) !== folder(b)) return false;
  const [first, second] = [a.reading.picture?.takenOn, b.reading.picture?.takenOn];
  if (first !== undefined && second !== undefined) return Math.abs(daysBetween(first, second)) <= 1;
  return dayIn(a) === dayIn(b);
}

function dayIn({ file }: PaperRead): string {
  return file.datesFrom === "name" ? file.dates.map(({ year, month, day }) => [year, month, day].join(".")).join(" ") : "";
}
