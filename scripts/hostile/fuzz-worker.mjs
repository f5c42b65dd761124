// A process of its own for one fuzz target: takes bytes, gives the reader's answer back. What it dies of, its parent sees.
import { documentFormats } from "../../dist/model/document-format.js";
import { readingFailures } from "../../dist/model/reading.js";
import { readDocument } from "../../dist/reading/read-document.js";
import { readingLimits } from "../../dist/reading/reader.js";

/** A reading is about 1 KB; this is far beyond what its own limits allow. */
const mostReading = 64 * 1024;

/** What is wrong with an answer, in words; undefined: nothing. */
function complaint({ reading, text }) {
  if (typeof text !== "string") return "text is no string";
  if (text.length > readingLimits.characters * 2) return `text of ${text.length} characters`;
  if (!documentFormats.includes(reading.format)) return `format ${String(reading.format)}`;
  if (reading.failure !== undefined && !readingFailures.includes(reading.failure)) return `failure ${String(reading.failure)}`;
  if (!Number.isInteger(reading.length) || reading.length < 0) return `length ${String(reading.length)}`;
  const size = JSON.stringify(reading).length;
  return size > mostReading ? `a reading of ${size} characters` : undefined;
}

process.on("message", async ({ bytes, name }) => {
  try {
    const answer = await readDocument(new Uint8Array(bytes), name);
    const wrong = complaint(answer);
    const outcome = answer.reading.failure ?? "read";
    process.send(wrong === undefined ? { ok: true, outcome } : { ok: false, outcome: "answer", detail: wrong });
  } catch (error) {
    process.send({ ok: false, outcome: "exception", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.send({ ready: true });
