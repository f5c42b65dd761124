import { z } from "zod";
import { type CalendarDate, parseDate } from "../model/dates.ts";
import type { ExpectedShape } from "../model/diagnostic.ts";
import { parsePoints } from "../model/points.ts";
import { parseQuantity } from "../model/quantity.ts";
import { isNumeral, keepsMeaning, type Numeral, spellingOf, type WrittenText } from "./numeral.ts";

/*
 * The building blocks of every file that people write. The message of each check is the name of what should stand there
 * (ExpectedShape), for explain.ts; the meta is what the JSON Schema says, so that an editor completes and checks the same.
 */

/** Control characters would break Word documents and terminals; line breaks and tabs are fine. */
export const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u;

function shape<Value>(name: ExpectedShape, holds: (value: unknown) => boolean, meta: Record<string, unknown>): z.ZodType<Value, Value> {
  return z.custom<Value>(holds, name).meta(meta);
}

function isText(value: unknown): boolean {
  if (isNumeral(value)) return keepsMeaning(value);
  return typeof value === "string" && !controlCharacter.test(value);
}

/** Wrapped in quotes of the Chinese keyboard, which YAML takes for letters. */
export const chineseQuotes = /^\s*[“”‘’「『＂].*[“”‘’」』＂]\s*$/u;

const nonEmpty = (value: unknown): boolean => isText(value) && typeof value === "string" && value.trim() !== "";
const textual = { type: ["string", "number"] };

export const text = (description: string): z.ZodType<WrittenText, WrittenText> => shape("text", nonEmpty, { type: "string", description });
/** Numbers as printed (1.10, 3.): quoted, or such that nothing is lost without quotes. */
export const label = (description: string): z.ZodType<WrittenText, WrittenText> =>
  shape("label", (value) => nonEmpty(value) && !(typeof value === "string" && chineseQuotes.test(value)), { ...textual, description });
/** The words of a 细则: may be empty, never changed. */
export const verbatim = (description: string): z.ZodType<WrittenText, WrittenText> =>
  shape("verbatim", isText, { type: "string", description });

function pointsFrom(least: number): (value: unknown) => boolean {
  return (value) => {
    const points = isNumeral(value) ? parsePoints(spellingOf(value)) : undefined;
    return points !== undefined && points >= least;
  };
}

/** An amount of 分, at most three decimals, never negative. */
export const points = (description: string): z.ZodType<Numeral, Numeral> =>
  shape("points", pointsFrom(0), { type: "number", minimum: 0, description });
export const signedPoints = (description: string): z.ZodType<Numeral, Numeral> =>
  shape("signed-points", pointsFrom(Number.NEGATIVE_INFINITY), { type: "number", description });

export function isQuantity(value: unknown): boolean {
  if (isNumeral(value)) return parseQuantity(spellingOf(value)) !== undefined;
  return typeof value === "string" && /[%％]$/u.test(value) && parseQuantity(value) !== undefined;
}

/** A figure, at most three decimals; 95% is 95. */
export const quantity = (description: string): z.ZodType<Numeral, Numeral> =>
  shape("quantity", isQuantity, { type: ["number", "string"], description });

/** Whole numbers from `least`. */
export const count = (description: string, least = 1): z.ZodType<Numeral, Numeral> =>
  shape("count", (value) => isNumeral(value) && /^\d{1,6}$/u.test(spellingOf(value)) && Number(spellingOf(value)) >= least, {
    type: "integer",
    minimum: least,
    description,
  });

export const date = (description: string): z.ZodType<CalendarDate, CalendarDate> =>
  shape("date", (value) => typeof value === "string" && parseDate(value) !== undefined, { type: "string", format: "date", description });

/** 是/否 as clerks write it. */
const answers: Readonly<Record<string, boolean>> = { 是: true, 有: true, 已: true, 否: false, 无: false, 没有: false, 未: false };

export type WrittenAnswer = boolean | string;
export function answerOf(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  return typeof value === "string" && Object.hasOwn(answers, value.trim()) ? answers[value.trim()] : undefined;
}

export const yesno = (description: string): z.ZodType<WrittenAnswer, WrittenAnswer> =>
  shape("yesno", (value) => answerOf(value) !== undefined, {
    enum: [true, false, ...Object.keys(answers)],
    description,
  });

/** One of several shapes; `name` says in one word what was expected. */
export function oneOf<Members extends readonly [z.ZodType, z.ZodType, ...z.ZodType[]]>(
  name: ExpectedShape,
  members: Members,
  description: string,
): z.ZodUnion<Members> {
  return z.union(members, name).describe(description);
}

/** Free keys, each with a value of this shape; a key with nothing behind it stands for nothing. */
export function recordOf<Value extends z.ZodType>(value: Value): z.ZodRecord<z.ZodString, z.ZodOptional<Value>> {
  return z.record(z.string(), value.optional());
}

/** A map with these keys and no others. The message of an unknown key lists the known ones, for the suggestion. */
export function mapOf<Shape extends z.core.$ZodLooseShape>(keys: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(keys, { error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(keys).join(" ") : undefined) });
}
