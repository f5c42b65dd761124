import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { DocumentFormat } from "../model/document-format.ts";
import { pictureSize } from "../reading/formats/picture-size.ts";
import type { Picture } from "./picture.ts";
import { rgbaOf } from "./png-to-rgba.ts";

/** A page at 600 dpi has 35 million pixels; decoded that is 140 MB. */
const mostPixels = 40_000_000;

/** Formats of pictures that can be decoded here. */
export const decodableFormats: ReadonlySet<DocumentFormat> = new Set(["jpeg", "png"]);

/** Bytes → picture, turned as the camera was held; undefined when it is broken, too large or of another format. */
export async function decodePicture(bytes: Uint8Array, format: DocumentFormat): Promise<Picture | undefined> {
  const size = pictureSize(bytes, format);
  if (size === undefined || size.width * size.height > mostPixels) return undefined;
  try {
    return format === "jpeg" ? await decodeJpeg(bytes) : format === "png" ? await decodePng(bytes) : undefined;
  } catch {
    return undefined;
  }
}

async function decodeJpeg(bytes: Uint8Array): Promise<Picture> {
  const decode = await jpegDecoder();
  const { width, height, data } = await decode(new Uint8Array(bytes).buffer, { preserveOrientation: true });
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
type JpegDecoder = (buffer: ArrayBuffer, options: { readonly preserveOrientation: boolean }) => Promise<Decoded>;

let loading: Promise<JpegDecoder> | undefined;

function jpegDecoder(): Promise<JpegDecoder> {
  loading ??= loadJpegDecoder();
  return loading;
}

/** The package fetches its WebAssembly by URL as in a browser; Node is given its bytes, and the one browser class that is used. */
async function loadJpegDecoder(): Promise<JpegDecoder> {
  const wasm = createRequire(import.meta.url).resolve("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm");
  Object.assign(globalThis, { ImageData: globalThisImageData() });
  const { default: decode, init } = await import("@jsquash/jpeg/decode.js");
  await init({ wasmBinary: new Uint8Array(await readFile(wasm)).buffer });
  return decode as JpegDecoder;
}

function globalThisImageData(): unknown {
  return (
    Reflect.get(globalThis, "ImageData") ??
    class implements Decoded {
      readonly data: Uint8ClampedArray;
      readonly width: number;
      readonly height: number;
      constructor(data: Uint8ClampedArray, width: number, height: number) {
        [this.data, this.width, this.height] = [data, width, height];
      }
    }
  );
}

async function decodePng(bytes: Uint8Array): Promise<Picture | undefined> {
  const { decode } = await import("fast-png");
  return rgbaOf(decode(bytes));
}
