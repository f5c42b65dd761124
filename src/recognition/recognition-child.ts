import { setPriority } from "node:os";
import { loadRecogniser } from "./load-recogniser.ts";
import { recognisePage } from "./recognise-page.ts";
import { type Recogniser, recognitionRuntimes } from "./recogniser.ts";
import type { RecognitionMessage, RecognitionRequest } from "./recognition-messages.ts";

/**
 * The process that recognises: the runtime holds 0.6 GB, keeps a core busy and is foreign machine code. Here it may take what it
 * needs and may even crash. Arguments: folder of the add-on, then the runtimes to try. Forked, never imported.
 */
const [folder, ...runtimes] = process.argv.slice(2);
process.on("disconnect", () => process.exit(0));
giveWay();
const recogniser = await loadRecogniser(
  folder,
  recognitionRuntimes.filter((runtime) => runtimes.includes(runtime)),
);
if (recogniser === undefined) tell({ kind: "unable" });
else serve(recogniser);

function serve(recogniser: Recogniser): void {
  process.on("message", (request: RecognitionRequest) => void answer(recogniser, request));
  tell({ kind: "ready", version: recogniser.version, runtime: recogniser.runtime });
}

async function answer(recogniser: Recogniser, { bytes, format, pages }: RecognitionRequest): Promise<void> {
  for (const page of pages) {
    const seen = await recognisePage(recogniser, bytes, format, page);
    tell({ kind: "page", page, ...(seen === undefined ? {} : { seen }) });
  }
}

function tell(message: RecognitionMessage): void {
  process.send?.(message);
}

/** Whoever works at the machine comes first. */
function giveWay(): void {
  try {
    setPriority(10);
  } catch {
    // Not allowed here: then it runs like any other program.
  }
}
