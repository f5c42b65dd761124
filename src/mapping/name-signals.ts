import { compactText } from "../model/chinese-text.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { canBeDay } from "../model/number-label.ts";
import type { ClauseIndex } from "./clause-index.ts";
import { idsIn } from "./folder-signals.ts";
import { requirementMatches } from "./requirement-matches.ts";
import { addSignal, plausibleFrom, type Signals } from "./signal.ts";
import { titleMatches } from "./title-matches.ts";

/** What the file's own name says about the clause. */
export function readFileName(file: EvidenceFile, index: ClauseIndex): Signals {
  const signals: Signals = new Map();
  const { name } = file;
  const text = withoutUnit(compactText(name.words), file.unit);
  for (const { entry, score } of titleMatches(text, index)) {
    if (score < 72) continue;
    const whole = entry.title.length >= 5 && text.includes(entry.title);
    addSignal(signals, entry.clause.id, {
      score: whole ? Math.max(score - 8, 74) : Math.min(score - 8, 72),
      reasons: [{ code: "name-title", title: entry.clause.title }],
    });
  }
  for (const { entry, requirement, score, reasons } of requirementMatches(text, index)) {
    addSignal(signals, entry.clause.id, { score, reasons, ...(score >= plausibleFrom ? { evidence: requirement.requirement.id } : {}) });
  }
  for (const entry of idsIn(name.text, index)) {
    addSignal(signals, entry.clause.id, { score: 90, reasons: [{ code: "name-number", label: entry.clause.id }] });
  }
  addNumber(file, signals, index);
  return signals;
}

/** 城关街道2024年安全生产目标责任书, 民政系统安全生产工作要点: the unit's own name and trade say whose it is, not what it is. */
function withoutUnit(text: string, unit: string | undefined): string {
  const name = compactText(unit ?? "");
  const own = [name, name.replace(/^[区县市]/u, "")].find((each) => each.length >= 3 && text.includes(each));
  const bare = own === undefined ? text : text.replace(own, "");
  const trade = name.replace(/^[区县市]/u, "").replace(/(?:分局|局|委员会|委|大队|办公室|中心)$/u, "");
  const place = trade.length < 2 ? -1 : bare.indexOf(trade);
  const after = bare.slice(place + trade.length);
  return place >= 0 && /^(?:系统|行业|领域)/u.test(after) ? bare.slice(0, place) + after : bare;
}

/** A number before a file name is mostly its place in a list; only a decimal that cannot be a day says more. */
function addNumber(file: EvidenceFile, signals: Signals, index: ClauseIndex): void {
  const label = file.name.label;
  if (label === undefined || label.numbers.length < 2 || canBeDay(label.numbers)) return;
  for (const entry of index.byFullPath.get(label.numbers.join(".")) ?? []) {
    const agrees = (signals.get(entry.clause.id)?.score ?? 0) >= plausibleFrom;
    addSignal(signals, entry.clause.id, { score: agrees ? 92 : 75, reasons: [{ code: "name-number", label: label.text }] });
  }
}
