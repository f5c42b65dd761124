import { formatPoints } from "../../model/points.ts";
import { readStandard } from "../sentences/read-standard.ts";
import type { StandardReader } from "./draft.ts";
import { manualReading } from "./manual-reading.ts";

/** Reads a scoring text as rules; what is not understood stays with a person and is noted. An empty text is a person's as a whole. */
export const standardReader: StandardReader = (text, clausePoints, context) => {
  if (text === "") return manualReading(text, clausePoints, context);
  const { title, requirement, period, grades } = context;
  const read = readStandard(
    text,
    { points: formatPoints(clausePoints), title, requirement },
    { ...(period === undefined ? {} : { period }), grades },
  );
  const lost = read.notes.filter(({ code }) => code === "not-understood");
  return {
    rules: read.rules,
    inputs: read.inputs,
    evidence: read.evidence,
    notes: lost.map((note) => ({ code: "rule-manual", text: note.text })),
  };
};
