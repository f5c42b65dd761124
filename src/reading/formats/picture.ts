import { type CalendarDate, makeDate } from "../../model/dates.ts";
import { failed, type ReaderInput, type ReadResult } from "../reader.ts";
import { jpegLuma } from "./jpeg-luma.ts";
import { pictureHash } from "./picture-hash.ts";
import { type PictureSize, pictureSize } from "./picture-size.ts";
import { pngLuma } from "./png-luma.ts";

/** Photos and scans saved as pictures: size, when taken, and a hash that finds near copies. Where they were taken (GPS) is not looked at. */
export async function readPicture({ bytes, format, limits }: ReaderInput): Promise<ReadResult> {
  const size = pictureSize(bytes, format);
  if (size === undefined || isCutOff(bytes, format)) return failed("damaged");
  const { takenOn, orientation }: Exif = format === "jpeg" || format === "tiff" ? await exifOf(bytes) : {};
  const hash = size.width * size.height > limits.pixels ? undefined : hashOf(bytes, format, size, orientation);
  if (hash === "damaged" || hash === "bomb") return failed(hash);
  const picture = { ...size, ...(takenOn === undefined ? {} : { takenOn }), ...(hash === undefined ? {} : { hash }) };
  return { ok: true, extract: { format, blocks: [], pages: 1, picturePages: 1, picture } };
}

function hashOf(bytes: Uint8Array, format: ReaderInput["format"], size: PictureSize, orientation?: number): string | undefined {
  const luma = format === "jpeg" ? jpegLuma(bytes) : format === "png" ? pngLuma(bytes) : undefined;
  if (luma === undefined || typeof luma === "string" || Math.min(size.width, size.height) < smallest) {
    return typeof luma === "string" ? luma : undefined;
  }
  return pictureHash(luma, orientation);
}

/** Icons and lines are no evidence, and their hashes say nothing. */
const smallest = 64;

/** A WebP says how long it is (programs round that up by one); a PNG is looked through by its decoder. */
function isCutOff(bytes: Uint8Array, format: ReaderInput["format"]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === "webp") return view.getUint32(4, true) + 8 > bytes.length + 1;
  return format === "jpeg" && !endsAfterScan(view);
}

/** After the picture itself an EOI must come, wherever: phones write films and depth maps behind it, and its thumbnail has one of its own. */
function endsAfterScan(view: DataView): boolean {
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return Buffer.from(view.buffer, view.byteOffset, view.byteLength).includes(Buffer.from([0xff, 0xd9]), at);
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return false;
}

interface Exif {
  readonly takenOn?: CalendarDate;
  readonly orientation?: number;
}

const wanted = {
  pick: ["DateTimeOriginal", "Orientation"],
  gps: false,
  xmp: false,
  icc: false,
  iptc: false,
  reviveValues: false,
  translateValues: false,
};

/** EXIF DateTimeOriginal: 2024:03:15 09:30:00, the clock of the camera. */
async function exifOf(bytes: Uint8Array): Promise<Exif> {
  const { default: exifr } = await import("exifr");
  try {
    const tags: unknown = await exifr.parse(bytes, wanted);
    if (typeof tags !== "object" || tags === null) return {};
    const written = "DateTimeOriginal" in tags && typeof tags.DateTimeOriginal === "string" ? tags.DateTimeOriginal : "";
    const day = /^(\d{4})[:./-](\d{2})[:./-](\d{2})/.exec(written);
    const takenOn = day === null ? undefined : makeDate(Number(day[1]), Number(day[2]), Number(day[3]));
    const orientation = "Orientation" in tags && typeof tags.Orientation === "number" ? { orientation: tags.Orientation } : {};
    return { ...orientation, ...(takenOn === undefined ? {} : { takenOn }) };
  } catch {
    return {};
  }
}
