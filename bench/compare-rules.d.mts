export type Verdict = "right" | "manual" | "wrong";
export function verdictOf(
  label: { readonly points: number | string; readonly rules: readonly { readonly kind: string }[] },
  parsed: { readonly rules: readonly object[]; readonly evidence: readonly object[] },
): Verdict;
