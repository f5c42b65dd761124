import type { FileMapping } from "../src/model/mapping.ts";
import type { Reading } from "../src/model/reading.ts";

export interface LabelledDocument {
  readonly id: string;
  readonly part: "tune" | "report";
  readonly group: "told" | "content" | "scan" | "none";
  readonly why: string;
  readonly path: string;
  readonly truth: readonly string[];
  readonly format: string;
  readonly file?: string;
  readonly recognised?: boolean;
}
export interface LabelledVerdict {
  readonly document: LabelledDocument;
  readonly status: FileMapping["status"];
  readonly links: FileMapping["links"];
  readonly reading: Reading | undefined;
  readonly wrong: boolean;
  readonly found: boolean;
  readonly sure: boolean;
}
export interface LabelledCounts {
  readonly files: number;
  readonly wrong: number;
  readonly silentWrong: number;
  readonly precision: number;
  readonly recall: number;
  readonly matchedOnly: number;
  /** Matched to the right requirement, not only to its clause. */
  readonly proved: number;
}
/** The functions of yingkao by their names. */
export type Program = Readonly<
  Record<"parseCriteria" | "parseWorkspace" | "assignUnits" | "classify" | "matchFiles" | "describeExtract" | "readDocument", unknown>
>;
export function labelledDocuments(): readonly LabelledDocument[];
export function mapLabelled(program: Program, part: "tune" | "report"): Promise<readonly LabelledVerdict[]>;
export function countVerdicts(verdicts: readonly LabelledVerdict[]): LabelledCounts;
