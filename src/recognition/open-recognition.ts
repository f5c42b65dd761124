import { fork } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RecognisedPage } from "./page-extract.ts";
import { type RecognitionRuntime, recognitionRuntimes } from "./recogniser.ts";
import type { RecognitionMessage, RecognitionRequest } from "./recognition-messages.ts";

export interface RecognitionSettings {
  /** Folder of the add-on. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Time limit for one page. */
  readonly secondsPerPage?: number;
  readonly runtimes?: readonly RecognitionRuntime[];
  /** Code of the process, for tests; the compiled one unless told. */
  readonly code?: string;
}

/** The pages that could be recognised, and those that could not: too slow, or the runtime broke down on them. */
export interface PagesSeen {
  readonly pages: readonly RecognisedPage[];
  readonly lost: readonly number[];
}

export interface RecognitionProcess {
  /** One document at a time. Rejects only when interrupted. */
  readonly recognise: (request: RecognitionRequest) => Promise<PagesSeen>;
  readonly close: () => void;
}

const defaultSecondsPerPage = 120;
const secondsToStart = 120;
/** Of the process: pictures of pages lie outside of the heap. */
const heapMegabytes = 512;

/** Starts the process when the first document comes, and again after it was lost. */
export function openRecognition(settings: RecognitionSettings): RecognitionProcess {
  let worker: Worker | undefined;
  const drop = (): void => {
    worker?.stop();
    worker = undefined;
  };
  const live = async (): Promise<Worker | undefined> => {
    if (worker !== undefined) return worker;
    worker = startWorker(settings);
    const first = await worker?.next(secondsToStart);
    if (first?.kind !== "ready") drop();
    return worker;
  };
  return {
    recognise: async (request) => {
      const [pages, lost]: [RecognisedPage[], number[]] = [[], []];
      let left = request.pages;
      while (left.length > 0) {
        settings.signal.throwIfAborted();
        const ready = await live();
        if (ready === undefined) break;
        const taken = await takePages(ready, { ...request, pages: left }, settings.secondsPerPage ?? defaultSecondsPerPage);
        pages.push(...taken.pages);
        lost.push(...taken.lost);
        left = left.slice(taken.pages.length + taken.lost.length);
        if (taken.broken) drop();
      }
      settings.signal.throwIfAborted();
      return { pages, lost: [...lost, ...left] };
    },
    close: drop,
  };
}

/** Takes pages until all came or the process was lost on one; that page is not tried again. */
async function takePages(worker: Worker, request: RecognitionRequest, seconds: number): Promise<PagesSeen & { readonly broken: boolean }> {
  const [pages, lost]: [RecognisedPage[], number[]] = [[], []];
  worker.ask(request);
  for (const page of request.pages) {
    const message = await worker.next(seconds);
    if (message?.kind === "page" && message.seen !== undefined) pages.push(message.seen);
    else lost.push(page);
    if (message === undefined) return { pages, lost, broken: true };
  }
  return { pages, lost, broken: false };
}

interface Worker {
  readonly ask: (request: RecognitionRequest) => void;
  /** The next thing the process says; undefined when it says nothing for so long, has ended, or the run is interrupted. */
  readonly next: (seconds: number) => Promise<RecognitionMessage | undefined>;
  readonly stop: () => void;
}

function startWorker({ folder, signal, runtimes = recognitionRuntimes, code = compiledChild() }: RecognitionSettings): Worker | undefined {
  if (code === undefined) return undefined;
  const child = fork(code, [folder, ...runtimes], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [`--max-old-space-size=${String(heapMegabytes)}`],
  });
  const inbox = new EventEmitter();
  const waiting: RecognitionMessage[] = [];
  let ended = false;
  const end = (): void => {
    ended = true;
    inbox.emit("news");
  };
  child.on("exit", end).on("error", end);
  child.on("message", (message) => {
    waiting.push(message as RecognitionMessage);
    inbox.emit("news");
  });
  signal.addEventListener("abort", end, { once: true });
  return {
    // A process that has just ended cannot be asked: its end is told by next().
    ask: (request) => void child.send(request, () => undefined),
    next: async (seconds) => {
      if (waiting.length === 0 && !ended) await once(inbox, "news", { signal: AbortSignal.timeout(seconds * 1000) }).catch(() => undefined);
      return waiting.shift();
    },
    stop: () => {
      signal.removeEventListener("abort", end);
      child.kill("SIGKILL");
    },
  };
}

/** The compiled code: beside this file when it is compiled itself, else (tests run from src) the last build; undefined: there is none. */
function compiledChild(): string | undefined {
  return ["./recognition-child.js", "../../dist/recognition/recognition-child.js"]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
}
