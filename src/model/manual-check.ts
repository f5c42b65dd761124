/** What only a person can judge (domain: R12, R14, R17, R19, R22, R24, R28, R29). */
export const manualCheckCodes = [
  "same-hand",
  "seal-matches",
  "copy-origin",
  "figures-agree",
  "both-sides-signed",
  "staff-changed",
  "altered",
  "photos-true",
  "bound-in-order",
] as const;
export type ManualCheckCode = (typeof manualCheckCodes)[number];

/** 人工核对: one thing to look at, and the files in which to look; paths in code-point order. */
export interface ManualCheck {
  readonly code: ManualCheckCode;
  readonly files: readonly string[];
}
