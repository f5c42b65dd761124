import type { EvidenceFile } from "../model/evidence-file.ts";
import { canBeDay } from "../model/number-label.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import type { ClauseIndex } from "./clause-index.ts";
import { compactTerms } from "./compact-terms.ts";
import { idsIn } from "./folder-signals.ts";
import { requirementMatches } from "./requirement-matches.ts";
import { addSignal, plausibleFrom, type Signals } from "./signal.ts";
import { titleMatches } from "./title-matches.ts";
import { readWords, type Words } from "./words.ts";

/** Reads what the file's own name says about the clause. `folder`: the clauses that its folders speak for. */
export type ReadFileName = (file: EvidenceFile, folder: Signals) => Signals;

/** Thousands of files share a unit: what its name is made of is worked out once. */
export function fileNameReader(index: ClauseIndex): ReadFileName {
  const byUnit = new Map<string, UnitWords>();
  return (file, folder) => {
    const unit = file.unit ?? "";
    const own = byUnit.get(unit) ?? unitWords(unit);
    byUnit.set(unit, own);
    return readFileName(file, readWords(withoutUnit(compactTerms(file.name.words), own)), folder, index);
  };
}

function readFileName(file: EvidenceFile, words: Words, folder: Signals, index: ClauseIndex): Signals {
  const signals: Signals = new Map();
  const { name, unit } = file;
  for (const { entry, score } of titleMatches(words, index, 72)) {
    const whole = entry.title.length >= 5 && words.text.includes(entry.title);
    addSignal(signals, entry.clause.id, {
      score: whole ? Math.max(score - 8, 74) : Math.min(score - 8, 72),
      reasons: [{ code: "name-title", title: entry.clause.title }],
    });
  }
  const named = idsIn(name.text, index);
  const numbered = numberedIn(file, index);
  const clauses = new Set([...folder.keys(), ...signals.keys(), ...[...named, ...numbered].map((entry) => entry.clause.id)]);
  for (const { item, score, reasons } of requirementMatches(words, index.requirements, { unit, clauses })) {
    const evidence = score >= plausibleFrom ? { evidence: item.requirement.requirement.id } : {};
    addSignal(signals, item.entry.clause.id, { score, reasons, ...evidence });
  }
  for (const entry of named) {
    addSignal(signals, entry.clause.id, { score: 90, reasons: [{ code: "name-number", label: entry.clause.id }] });
  }
  for (const entry of numbered) {
    const agrees = (signals.get(entry.clause.id)?.score ?? 0) >= plausibleFrom;
    addSignal(signals, entry.clause.id, { score: agrees ? 92 : 75, reasons: [{ code: "name-number", label: name.label?.text ?? "" }] });
  }
  return signals;
}

interface UnitWords {
  /** 区民政局, 民政局. */
  readonly names: readonly string[];
  /** 民政. */
  readonly trade: string;
}

function unitWords(unit: string): UnitWords {
  const name = compactTerms(unit);
  const short = name.replace(/^[区县市]/u, "");
  return {
    names: [name, short].filter((each) => each.length >= 3),
    trade: short.replace(/(?:分局|局|委员会|委|大队|办公室|中心)$/u, ""),
  };
}

/** 城关街道2024年安全生产目标责任书, 民政系统安全生产工作要点: the unit's own name and trade say whose it is, not what it is. */
function withoutUnit(text: string, { names, trade }: UnitWords): string {
  const own = names.find((each) => text.includes(each));
  const bare = own === undefined ? text : text.replace(own, "");
  const place = trade.length < 2 ? -1 : bare.indexOf(trade);
  const after = bare.slice(place + trade.length);
  return place >= 0 && /^(?:系统|行业|领域)/u.test(after) ? bare.slice(0, place) + after : bare;
}

/** A number before a file name is mostly its place in a list; only a decimal that cannot be a day says more. */
function numberedIn(file: EvidenceFile, index: ClauseIndex): readonly ClauseEntry[] {
  const label = file.name.label;
  if (label === undefined || label.numbers.length < 2 || canBeDay(label.numbers)) return [];
  return index.byFullPath.get(label.numbers.join(".")) ?? [];
}
