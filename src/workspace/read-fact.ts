import type { Clause, FactInput, InputType } from "../model/criteria.ts";
import { parseDate } from "../model/dates.ts";
import type { Diagnostic, Problem } from "../model/diagnostic.ts";
import type { Place } from "../model/place.ts";
import type { FactItem, FactValue } from "../model/return.ts";
import { quantityOf } from "../written/amounts.ts";
import { foundShape, typingSlip } from "../written/explain.ts";
import { nearestOf } from "../written/nearest.ts";
import { isNumeral, keepsMeaning, spellingOf } from "../written/numeral.ts";
import { answerOf, isQuantity } from "../written/shapes.ts";
import { keyPlaceOf, placeOf, type Sheet, valueAt } from "../written/sheet.ts";
import { impossibility, isPercentage } from "./possible-number.ts";

/** Where facts are read, and what is to be said about them. */
export interface FactDesk {
  readonly sheet: Sheet;
  readonly errors: Diagnostic[];
  readonly warnings: Diagnostic[];
}

interface FactSlip extends FactDesk {
  readonly ranked: boolean;
  readonly input: FactInput;
  readonly value: unknown;
  readonly place: Place;
}

/** What a unit stated, read as the type that the 细则 asks for; undefined, and reported, when it is something else. */
export function readFact(desk: FactDesk, clause: Clause, input: FactInput, facts: object): FactValue | undefined {
  const ranked = clause.rules.some((rule) => rule.kind === "rank" && rule.input === input.id);
  const slip = { ...desk, ranked, input, value: valueAt(facts, input.id), place: placeOf(desk.sheet, facts, input.id) };
  return readers[input.type](slip);
}

const readers = {
  number: (slip) => {
    if (typeof slip.value === "string" && isQuantity(slip.value)) {
      return possibleNumber(slip, slip.value);
    }
    if (!isNumeral(slip.value)) return mistyped(slip);
    return complain(slip, { code: "bad-number", path: slip.input.id, found: spellingOf(slip.value), expected: "quantity" });
  },
  yesno: (slip) => {
    const value = answerOf(slip.value);
    return value === undefined ? wrong(slip) : { kind: "yesno", value, place: slip.place };
  },
  choice: (slip) => {
    const word = wordOf(slip.value);
    if (word === undefined || !slip.input.options.includes(word)) return wrong(slip);
    return { kind: "choice", value: word, place: slip.place };
  },
  date: (slip) => {
    const word = typeof slip.value === "string" ? spellingOf(slip.value) : undefined;
    if (word === undefined) return wrong(slip);
    const value = parseDate(word);
    if (value === undefined) return complain(slip, typingSlip(word) ?? { code: "bad-date", path: slip.input.id, found: word });
    return { kind: "date", value, place: slip.place };
  },
  items: (slip) => {
    if (!Array.isArray(slip.value)) return wrong(slip);
    const list: readonly unknown[] = slip.value;
    const items = list.map((item, index) => readItem(slip, list, item, index));
    return items.includes(undefined) ? undefined : { kind: "items", items: items.filter((item) => item !== undefined), place: slip.place };
  },
} satisfies Record<InputType, (slip: FactSlip) => FactValue | undefined>;

function possibleNumber(slip: FactSlip, written: string): FactValue | undefined {
  const { input, place, ranked } = slip;
  const [value, found] = [quantityOf(written), spellingOf(written)];
  const measure = input.measure ?? (/[%％]$/u.test(found) ? "%" : undefined);
  const why = impossibility(value, measure, ranked);
  if (why !== undefined) {
    return complain(slip, { code: "impossible-number", input: input.name, found, ...(measure === undefined ? {} : { measure }), why });
  }
  if (isPercentage(measure) && value > quantityOf("100")) {
    slip.warnings.push({ severity: "warning", place, code: "above-hundred-percent", input: input.name, found });
  }
  return { kind: "number", value, place };
}

function readItem(slip: FactSlip, list: readonly unknown[], item: unknown, index: number): FactItem | undefined {
  const reject = (place: Place, problem: Problem): FactItem | undefined => {
    complain({ ...slip, place }, problem);
    return undefined;
  };
  const place = placeOf(slip.sheet, list, index);
  const path = `${slip.input.id}[${index}]`;
  if (typeof item !== "object" || item === null)
    return reject(place, { code: "wrong-type", path, expected: "map", found: foundShape(item) });
  const known = ["name", "level"];
  const extra = Object.keys(item).find((key) => !known.includes(key));
  if (extra !== undefined) {
    return reject(keyPlaceOf(slip.sheet, item, extra), { code: "unknown-key", key: extra, known, ...nearestOf(extra, known) });
  }
  const [name, level] = [wordOf(valueAt(item, "name")), wordOf(valueAt(item, "level"))];
  if (name === undefined) return reject(place, { code: "missing-key", key: "name", path: `${path}.name` });
  if (level === undefined) return reject(place, { code: "missing-key", key: "level", path: `${path}.level` });
  if (slip.input.options.includes(level)) return { name, level };
  return reject(placeOf(slip.sheet, item, "level"), { code: "unknown-level", level, known: slip.input.options });
}

function wordOf(value: unknown): string | undefined {
  if (isNumeral(value)) return keepsMeaning(value) ? spellingOf(value) : undefined;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function wrong(slip: FactSlip): FactValue | undefined {
  const { id, type, options } = slip.input;
  return complain(slip, { code: "wrong-fact", input: id, expected: type, found: shown(slip.value), options });
}

/** No number: perhaps one of the Chinese keyboard. */
function mistyped(slip: FactSlip): FactValue | undefined {
  const slipped = typeof slip.value === "string" ? typingSlip(slip.value) : undefined;
  return slipped === undefined ? wrong(slip) : complain(slip, slipped);
}

function complain(slip: FactSlip, problem: Problem): FactValue | undefined {
  slip.errors.push({ severity: "error", place: slip.place, ...problem });
  return undefined;
}

function shown(value: unknown): string {
  if (typeof value === "string") return spellingOf(value);
  return typeof value === "boolean" ? String(value) : "";
}
