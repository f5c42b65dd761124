import type { BasisReason } from "../model/basis.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { type Quantity, quantity } from "../model/quantity.ts";
import type { CountSource } from "../model/rule.ts";
import { type Answers, type ClauseContext, combinedNumber } from "./context.ts";
import { type EvidenceFacts, evidenceFacts } from "./evidence-facts.ts";
import { answersOf, factsReason } from "./fact-losses.ts";

/** A number that a rule counts with, as bounds in thousandths; undefined bounds: nobody has stated it. */
export interface Counted {
  readonly least: Quantity | undefined;
  readonly most: Quantity | undefined;
  readonly answers: readonly Answers[];
  readonly evidence?: EvidenceFacts;
  readonly reason: BasisReason;
  readonly files: readonly EvidenceFile[];
  /** What an award may still count on: without limit while the documents' window is open. */
  readonly atBest: Quantity | undefined;
  /** The count is of documents whose window is not over. */
  readonly mayGrow: boolean;
}

/** More than any 细则 asks for: nobody knows yet how many documents will be there when the window is over. */
const unlimited = quantity(1_000_000_000);

export function counted(source: CountSource, context: ClauseContext): Counted {
  if (source.kind === "input") {
    const answers = answersOf(context, source.input);
    const value = combinedNumber(answers);
    return { least: value, most: value, atBest: value, mayGrow: false, answers: [answers], reason: factsReason(answers), files: [] };
  }
  const evidence = evidenceFacts(context, source.evidence);
  const numbers = source.kind === "missing" ? evidence.missing : evidence.present;
  const mayGrow = source.kind === "evidence" && evidence.stillOpen;
  return {
    least: quantity(numbers.least * 1000),
    most: quantity(numbers.most * 1000),
    atBest: mayGrow ? unlimited : quantity(numbers.most * 1000),
    answers: [],
    evidence,
    reason: evidence.reason,
    files: evidence.counted,
    mayGrow,
  };
}
