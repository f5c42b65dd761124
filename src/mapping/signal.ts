import type { LinkReason } from "../model/mapping.ts";

/** What one matcher found for one clause: how strongly it speaks for it, 0–100, and why. */
export interface Signal {
  readonly score: number;
  readonly reasons: readonly LinkReason[];
  /** The requirement that the matcher recognised. */
  readonly evidence?: string;
}
export type Signals = Map<string, Signal>;

/** From here on a clause is a plausible home of the file. */
export const plausibleFrom = 60;

/** Keeps the stronger signal, and both sets of reasons. */
export function addSignal(signals: Signals, clause: string, signal: Signal): void {
  const known = signals.get(clause);
  if (known === undefined) {
    signals.set(clause, signal);
    return;
  }
  const [strong, weak] = signal.score > known.score ? [signal, known] : [known, signal];
  const evidence = strong.evidence ?? weak.evidence;
  const more = weak.reasons.filter(({ code }) => !strong.reasons.some((reason) => reason.code === code));
  if (more.length === 0 && evidence === strong.evidence) {
    if (strong !== known) signals.set(clause, strong);
    return;
  }
  signals.set(clause, { score: strong.score, reasons: [...strong.reasons, ...more], ...(evidence === undefined ? {} : { evidence }) });
}
