import { compactText } from "../../../model/chinese-text.ts";
import type { PlainMap } from "../draft.ts";
import type { Reading } from "./carry-reading.ts";
import type { ClauseRecord } from "./read-annex.ts";

/** Items of before that rules rest on again. */
interface CarriedItems {
  /** Fresh id → the id of before that takes its place. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Ids of before that are needed. */
  readonly used: ReadonlySet<string>;
  /** Id of before → the fresh item that has the figures of the new text. */
  readonly newer: ReadonlyMap<string, string>;
  /** Fresh ids that nothing rests on when no other rule does. */
  readonly idle: ReadonlySet<string>;
}

export interface CarriedRules {
  /** As the fresh reading orders them. whole: the rule of before, with the figure of the new text where that is all that changed. */
  readonly rules: readonly { readonly rule: PlainMap; readonly whole: boolean; readonly untouched: boolean }[];
  readonly evidence: CarriedItems;
  readonly inputs: CarriedItems;
}

const posts = { evidence: ["evidence", "missing"], inputs: ["input", "items", "unless", "allowed", "target"] } as const;
/** What a rule rests on and what sets it off; the rest of it are amounts. */
const grounds = new Set(["id", "text", "after", "is", "below", "atMost", "above", "atLeast", ...posts.evidence, ...posts.inputs]);

/** Finds for every fresh rule the one of before that read the same sentence, figures aside. */
export function carryRules(fresh: Reading, record: ClauseRecord): CarriedRules {
  const free = new Set(record.rules);
  const none = () => ({
    replaced: new Map<string, string>(),
    used: new Set<string>(),
    newer: new Map<string, string>(),
    idle: new Set<string>(),
  });
  const [evidence, inputs] = [none(), none()];
  const take = (rule: PlainMap, old: PlainMap, whole: boolean): void => {
    free.delete(old);
    for (const [kind, carried] of [
      ["evidence", evidence],
      ["inputs", inputs],
    ] as const) {
      for (const post of posts[kind]) {
        const [from, to] = [rule[post], old[post]];
        if (!whole && !sameType(kind, from, to, fresh, record)) continue;
        const known = typeof to === "string" && record[kind].some((item) => item["id"] === to);
        if (known && (whole || typeof from === "string")) carried.used.add(to);
        if (typeof from !== "string") continue;
        if (known) carried.replaced.set(from, to);
        else if (whole) carried.idle.add(from);
        if (known && !whole) carried.newer.set(to, from);
      }
    }
  };
  const pick = (fits: (old: PlainMap) => boolean): PlainMap | undefined => record.rules.find((old) => free.has(old) && fits(old));
  const wholes = fresh.rules.map((rule) => {
    const old = pick((candidate) => sameWords(rule, candidate, true) && sameAmounts(rule, candidate));
    if (old !== undefined) take(rule, old, true);
    return old;
  });
  const rules = fresh.rules.map((rule, index) => {
    const whole = wholes[index];
    if (whole !== undefined) return { rule: whole, whole: true, untouched: true };
    const [figured] = record.rules.flatMap((old) => {
      const next = free.has(old) ? withFigure(old, rule) : undefined;
      return next === undefined ? [] : [{ old, next }];
    });
    if (figured !== undefined) {
      take(rule, figured.old, true);
      return { rule: figured.next, whole: true, untouched: false };
    }
    const old = pick((candidate) => sameWords(rule, candidate, false) && sameTurn(rule, candidate));
    if (old !== undefined) take(rule, old, false);
    return { rule, whole: false, untouched: false };
  });
  return { rules, evidence, inputs };
}

const figures = /\d+(?:\.\d+)?/gu;

/**
 * 每次扣0.25分 became 每次扣0.5分 and nothing else: the rule of before with that one amount. Only where the figure stands once in the
 * sentence and once in the rule, so that there is nothing to mix up.
 */
function withFigure(old: PlainMap, fresh: PlainMap): PlainMap | undefined {
  const [before, after] = [old["text"], fresh["text"]];
  if (typeof before !== "string" || typeof after !== "string" || fresh["after"] !== undefined || old["after"] !== undefined)
    return undefined;
  if (before.replace(figures, "#") !== after.replace(figures, "#")) return undefined;
  const [from, to] = [before.match(figures) ?? [], after.match(figures) ?? []];
  const changed = from.flatMap((figure, index) => (figure === to[index] ? [] : [[Number(figure), Number(to[index])] as const]));
  const [only] = changed;
  if (only === undefined || changed.length > 1 || from.filter((figure) => Number(figure) === only[0]).length > 1) return undefined;
  const keys = Object.keys(old).filter((key) => old[key] === only[0]);
  const [key] = keys;
  return key === undefined || keys.length > 1 ? undefined : { ...old, [key]: only[1], text: after };
}

function sameWords(a: PlainMap, b: PlainMap, exact: boolean): boolean {
  const words = ({ text }: PlainMap): string => {
    const compact = typeof text === "string" ? compactText(text) : "";
    return exact ? compact : compact.replace(/\d+(?:\.\d+)?|[一二三四五六七八九十两半]/gu, "0");
  };
  return (exact || a["kind"] === b["kind"]) && words(a) !== "" && words(a) === words(b);
}

/** The sentence is the same: what the fresh reading says must be said; a limit that it does not see may have come from elsewhere. */
function sameAmounts(fresh: PlainMap, old: PlainMap): boolean {
  if (fresh["after"] !== undefined) return false;
  if (fresh["kind"] !== old["kind"]) return fresh["kind"] !== "manual" && amountsOf(fresh) === amountsOf(old);
  const keys = new Set([...Object.keys(fresh), "cap"].filter((key) => !grounds.has(key)));
  return [...keys].every((key) => JSON.stringify(fresh[key]) === JSON.stringify(old[key]));
}

/** 缺签到表每次扣0.1分 counts what a unit states, or what is missing in its folder: one sentence, two ways to read it. */
function amountsOf(rule: PlainMap): string {
  return ["points", "each", "cap", "max", "first", "increment"].map((key) => JSON.stringify(rule[key])).join(" ");
}

/** 已报 and 未报: the same answer sets both off. */
function sameTurn(a: PlainMap, b: PlainMap): boolean {
  return a["is"] === b["is"] && (a["mode"] ?? "") === (b["mode"] ?? "");
}

/** Of facts the kind and the measure decide; an option of a choice is worded anew. */
function sameType(kind: keyof typeof posts, from: unknown, to: unknown, fresh: Reading, record: ClauseRecord): boolean {
  if (kind === "evidence") return true;
  const [a, b] = [fresh.inputs.find(({ id }) => id === from), record.inputs.find(({ id }) => id === to)];
  if (a === undefined || b === undefined) return false;
  return a["type"] === b["type"] && a["type"] !== "choice" && (a["measure"] ?? b["measure"]) === (b["measure"] ?? a["measure"]);
}
