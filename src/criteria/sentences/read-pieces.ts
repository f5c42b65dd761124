import { isAccountedFor } from "./accounts.ts";
import { readBounds } from "./bounds.ts";
import { markDistricts } from "./districts.ts";
import { clashing } from "./interplay.ts";
import type { Item, SentenceReading } from "./items.ts";
import type { ReadRule } from "./parsed-standard.ts";
import { isPlain } from "./plain-words.ts";
import { readBranches, readGradedAward } from "./read-choices.ts";
import { readCountTiers } from "./read-count-tiers.ts";
import { readEachAward, readEachDeduct } from "./read-counts.ts";
import { readRate, readRatio, readThresholdList } from "./read-figures.ts";
import { readLate } from "./read-late.ts";
import { readAward, readDeduct, readExemption, readExtra, readZero } from "./read-once.ts";
import { readBonus, readManual, readSeveral, readVeto } from "./read-others.ts";
import { readEscalate, readRank } from "./read-series.ts";
import { readTiers } from "./read-tiers.ts";
import type { Context, Found, Placed, Reader } from "./reader.ts";
import type { Sentence } from "./split-sentences.ts";

/** A sentence with what it came to. */
export interface Piece {
  readonly sentence: Sentence;
  readonly index: number;
  readonly reading: SentenceReading;
  readonly standard: string;
}

/** The first that knows its kind of sentence reads it; so the particular ones come before the plain ones. */
const readers: readonly Reader[] = [
  readVeto,
  readEscalate,
  readCountTiers,
  readRank,
  readRate,
  readLate,
  readBonus,
  readThresholdList,
  readSeveral,
  readRatio,
  readTiers,
  readBranches,
  readEachDeduct,
  readEachAward,
  readGradedAward,
  readManual,
  readExemption,
  readExtra,
  readZero,
  readDeduct,
  readAward,
];

export type Result =
  | { readonly kind: "read"; readonly rules: readonly Placed[]; readonly manual: ReadonlySet<Placed> }
  /** The sentences that must be left to a person. */
  | { readonly kind: "doubtful"; readonly doubtful: readonly number[] };

/** Goes through all sentences in order; what limits or softens a rule may stand in the sentence after it. */
export function readPieces(pieces: readonly Piece[], context: Context): Result {
  const rules: Placed[] = [];
  const manual = new Set<Placed>();
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const { reading } = piece;
    if (reading.kind === "items") {
      const run = runFrom(pieces, at);
      const doubtful = readRun(markDistricts(exemptionLast(run.items), piece.standard), { ...context, rules }, rules);
      if (doubtful !== undefined) return { kind: "doubtful", doubtful };
      at = run.next;
      continue;
    }
    if (reading.kind === "tail" && !applyTail(rules, piece, context.points))
      return { kind: "doubtful", doubtful: pieces.map(({ index }) => index) };
    if (reading.kind === "external") rules.push({ rule: externalRule(reading), items: [], from: reading.start, until: reading.end });
    if (reading.kind === "unknown") {
      // 上述扣分累计不超过3分: about rules that have been read already.
      const limits = reading.caps.some((cap) => cap !== context.points) && overall.test(piece.sentence.text);
      if (limits && rules.some((placed) => !manual.has(placed))) return { kind: "doubtful", doubtful: pieces.map(({ index }) => index) };
      const run = unreadFrom(pieces, at);
      const placed = { rule: manualOf(run, context.points), items: [], from: piece.sentence.start, until: run.at(-1)?.sentence.end ?? 0 };
      rules.push(placed);
      manual.add(placed);
      at += run.length;
      continue;
    }
    at++;
  }
  if (halfRead(rules, manual, context.points)) return { kind: "doubtful", doubtful: pieces.map(({ index }) => index) };
  const doubtful = clashing(
    rules.filter((placed) => !manual.has(placed)),
    context.points,
  );
  return doubtful.length > 0 ? { kind: "doubtful", doubtful } : { kind: "read", rules, manual };
}

/** 全部完成的得满分；……（读不懂）: what is not understood gives points too, and the other has given all of them already. */
function halfRead(rules: readonly Placed[], manual: ReadonlySet<Placed>, points: number): boolean {
  const open = [...manual].some(({ rule }) => rule.kind === "manual" && rule.mode === "award");
  const given = rules.flatMap(({ rule, items }) => (rule.kind === "award_or_zero" && items[0]?.kind !== "zero" ? [rule.points] : []));
  return open && given.length > 0 && given.reduce((sum, each) => sum + each, 0) >= points;
}

/** 因不可抗力的不扣分；未完成的扣1分: with one rule only there is no doubt what is exempt. */
function exemptionLast(items: readonly Item[]): readonly Item[] {
  const [first, second, third] = items;
  if (first?.kind !== "free" || second === undefined || third !== undefined || readBounds(first.condition) !== undefined) return items;
  return /^(?:deduct|zero)$/u.test(second.kind) && exempt.test(first.condition) ? [second, first] : items;
}

const exempt = /不可抗力|自然灾害|客观|政策|上级|批准|依法|极端天气|特殊原因/u;

/** Sentences that follow one another, statements between them included. */
function runFrom(pieces: readonly Piece[], from: number): { readonly items: readonly Item[]; readonly next: number } {
  const items: Item[] = [];
  let at = from;
  for (; at < pieces.length; at++) {
    const reading = pieces[at]?.reading;
    if (reading?.kind === "items") items.push(...reading.items);
    else if (reading?.kind !== "statement") break;
  }
  return { items, next: at };
}

function readRun(items: readonly Item[], context: Context, rules: Placed[]): readonly number[] | undefined {
  for (let at = 0; at < items.length; ) {
    const rest = items.slice(at);
    // A limit over several rules at once: no rule can say so.
    if (rest[0]?.overall && rules.length > 0 && rest[0].cap !== context.points) return [-1];
    const found = firstReading(rest, context);
    if (found === undefined || found === "refuse") return [rest[0]?.sentence ?? -1];
    if ("refused" in found) return found.refused.map(({ sentence }) => sentence);
    if (!found.rules.every(isAccountedFor)) return found.rules.flatMap((placed) => placed.items.map(({ sentence }) => sentence));
    const last = rules.at(-1);
    const taken = rest.slice(0, found.used);
    if (found.changed !== undefined && !taken.every(isPlainCondition)) return taken.map(({ sentence }) => sentence);
    if (found.changed !== undefined && last !== undefined)
      rules.splice(-1, 1, { ...last, rule: found.changed, items: [...last.items, ...taken] });
    for (const placed of found.rules) rules.push({ ...placed, rule: shared(placed) });
    // 同一起就高: of the rules of this sentence only the dearest counts.
    if (taken.some(({ dearest }) => dearest) && !group(rules, taken)) return taken.map(({ sentence }) => sentence);
    at += found.used;
  }
  return undefined;
}

/** 否则不得分; 低于5元的不得分: only the contrary of what the rule says already. */
function isPlainCondition({ condition, kind, profile }: Item): boolean {
  if (kind === "free" && profile !== undefined) return true;
  const bounds = kind === "zero" ? readBounds(condition) : undefined;
  return isPlain((bounds?.subject ?? condition).replace(/^(?:否则|反之|其他|其余|其它)/u, ""));
}

function firstReading(items: readonly Item[], context: Context): Found | { readonly refused: readonly Item[] } | "refuse" | undefined {
  for (const read of readers) {
    const found = read(items, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shared({ rule, items }: Placed): ReadRule {
  const profile = items[0]?.profile;
  return profile === undefined ? rule : { ...rule, profiles: [profile] };
}

/** false: of things that are counted, only each single one could be compared with another. */
function group(rules: Placed[], taken: readonly Item[]): boolean {
  const sentence = taken[0]?.sentence;
  const same = rules.filter(({ rule, items }) => items.some((item) => item.sentence === sentence) && rule.kind !== "bonus");
  if (same.length < 2) return true;
  if (!same.every(({ rule }) => rule.kind === "deduct")) return false;
  for (const placed of same) rules.splice(rules.indexOf(placed), 1, { ...placed, rule: { ...placed.rule, group: dearestOnly } });
  return true;
}

const dearestOnly = "就高不就低";
const single = new Set(["deduct", "deduct_each", "bonus", "veto"]);
const counting = new Set(["deduct_each", "shortfall", "rate", "late", "escalate", "award_each", "external", "bonus", "ratio"]);

/** 扣完为止。最多扣2分。 as a sentence of its own; false: it limits several rules at once, which no rule can say. */
function applyTail(rules: Placed[], { reading, sentence }: Piece, points: number): boolean {
  if (reading.kind !== "tail") return true;
  const { cap } = reading.item;
  const last = rules.at(-1);
  if (last === undefined) return false;
  if (reading.item.ladder || (reading.item.partialStep === "ignore" && last.rule.kind !== "rate")) return false;
  // 就高不就低 as a sentence of its own: no matter for a single rule that knows no double, too much to say of several.
  if (reading.item.dearest && !(rules.length === 1 && single.has(last.rule.kind))) {
    if (!rules.every(({ rule }) => rule.kind === "deduct") || cap !== undefined) return false;
    rules.splice(0, rules.length, ...rules.map((placed) => ({ ...placed, rule: { ...placed.rule, group: dearestOnly } })));
    return true;
  }
  if (reading.item.partialStep !== undefined && last.rule.kind === "rate")
    rules.splice(-1, 1, { ...last, rule: { ...last.rule, partialStep: reading.item.partialStep } });
  rules.splice(-1, 1, { ...(rules.at(-1) ?? last), until: sentence.end });
  if (cap === undefined || cap === points) return true;
  const subject = rules.length === 1 ? 0 : reading.overall ? -1 : rules.findIndex(({ rule }) => counting.has(rule.kind));
  const target = rules[subject];
  if (
    target === undefined ||
    rules.filter(({ rule }) => counting.has(rule.kind)).length > 1 ||
    cap > points ||
    target.rule.cap !== undefined
  )
    return false;
  if (target.rule.kind === "manual") return false;
  rules.splice(subject, 1, { ...target, rule: { ...target.rule, cap } });
  return true;
}

function externalRule(reading: Extract<SentenceReading, { kind: "external" }>): ReadRule {
  return { kind: "external", mode: reading.mode, source: reading.source, ...(reading.max === undefined ? {} : { max: reading.max }) };
}

const overall = /^(?:以上|上述|各项|合计|累计|总计|共|两项|三项|前述|本项)/u;

/** Sentences nobody has understood, one after the other: one question to a person, not several. */
function unreadFrom(pieces: readonly Piece[], from: number): readonly Piece[] {
  const run: Piece[] = [];
  for (const piece of pieces.slice(from)) {
    if (piece.reading.kind !== "unknown") break;
    run.push(piece);
  }
  return run;
}

/** A limit holds for a sentence by itself, or for all when the last one says so. */
function manualOf(run: readonly Piece[], points: number): ReadRule {
  const text = run.map(({ sentence }) => sentence.text).join("");
  const first = /[得计加记奖给]\d|满分|扣|减|不得分|否决|得|加|计|奖/u.exec(text)?.[0] ?? "扣";
  const mode = /扣|减|不得分|否决/u.test(first) ? "deduct" : "award";
  const last = run.at(-1);
  const caps =
    last?.reading.kind === "unknown" && (run.length === 1 || last.reading.overall || overall.test(last.sentence.text))
      ? last.reading.caps
      : [];
  const [cap] = caps;
  return cap !== undefined && caps.length === 1 && cap <= points
    ? { kind: "manual", mode, max: cap }
    : { kind: "manual", mode, open: true };
}
