import { foldText } from "../../model/chinese-text.ts";
import { type Points, parsePoints } from "../../model/points.ts";

/** What a cell of the points column says. `negative`: printed below zero, the clause only takes away. */
export type PointsCell =
  | { readonly kind: "points"; readonly points: Points; readonly negative: boolean }
  | { readonly kind: "blank" }
  | { readonly kind: "unread" };

/** Reads 40, 40分, （5分）, ５．５, (-0.5分), 满分3分; a range or an amount per item is not an amount. */
export function readPointsCell(text: string): PointsCell {
  const flat = foldDigits(text).replace(/\s+/gu, "");
  if (flat === "" || /^[-—–/\\]+$/u.test(flat)) return { kind: "blank" };
  const match = /^\(?(?:满分|共|计|分值)?:?([+-]?\d+(?:\.\d+)?)分?\)?$/u.exec(flat);
  const points = match?.[1] === undefined ? undefined : parsePoints(match[1]);
  if (points === undefined) return { kind: "unread" };
  return { kind: "points", points, negative: points < 0 };
}

/** Points printed with a text. `from`: the stretch of the text that says so. */
export interface PointsInText {
  readonly points: Points;
  readonly written: string;
  readonly sure: boolean;
}

const bracketed = /\(\s*(?:满分|共|共计|计|分值|本项)?\s*:?\s*(-?\d+(?:\.\d+)?)\s*分\s*\)/gu;
/** At the very end: 一、组织机构(5), （6分 with its bracket lost, …50分, …,1分。 */
const atEnd = /[(（]\s*(?:满分|共|共计|计)?\s*(-?\d+(?:\.\d+)?)\s*分?\s*\)?\s*[。；;:]?$/u;
const bareAtEnd = /[^\d.A-Za-z扣减加得计记少奖项个次处条家人起件份-]\s*(\d+(?:\.\d+)?)\s*分\s*[。；;:]?$/u;

/** Reads the points behind a heading: 组织领导（30分）, 一、组织机构(5), （一）工作部署…50分. */
export function pointsOfHeading(text: string): PointsInText | undefined {
  const flat = foldDigits(text);
  const match = atEnd.exec(flat) ?? bareAtEnd.exec(flat);
  const points = match?.[1] === undefined ? undefined : parsePoints(match[1]);
  if (match === null || points === undefined) return lastBracket(flat);
  return { points, written: match[0], sure: true };
}

/** Reads the points within a clause: in brackets first, then 计4分 or 得1.5分 when it is the only one. */
export function pointsOfText(text: string): PointsInText | undefined {
  const heading = pointsOfHeading(text);
  if (heading !== undefined) return heading;
  const flat = foldDigits(text);
  const prose = [...flat.matchAll(/(?:得|计|记|满分)\s*(\d+(?:\.\d+)?)\s*分/gu)];
  const points = prose.length === 1 && prose[0]?.[1] !== undefined ? parsePoints(prose[0][1]) : undefined;
  return points === undefined ? undefined : { points, written: prose[0]?.[0] ?? "", sure: false };
}

/** Every amount in brackets: 排污口整治（30分）；断面水质（20分） → 30, 20. */
export function partPoints(text: string): readonly Points[] {
  const found = [...foldDigits(text).matchAll(bracketed)].map(([, written = ""]) => parsePoints(written));
  return found.filter((points) => points !== undefined).filter((points) => points >= 0);
}

function lastBracket(flat: string): PointsInText | undefined {
  const found = [...flat.matchAll(bracketed)];
  const points = found.length === 1 && found[0]?.[1] !== undefined ? parsePoints(found[0][1]) : undefined;
  return points === undefined ? undefined : { points, written: found[0]?.[0] ?? "", sure: true };
}

/** A heading without its points: 组织领导（30分） → 组织领导. */
export function withoutPoints(text: string): string {
  const inside = text.replace(
    /[（(]\s*(?:满分|共|共计|计|分值|本项)?\s*[：:]?\s*[\d０-９]+(?:[.．][\d０-９]+)?\s*分\s*[)）](?=[〔（([])/u,
    "",
  );
  const bare = inside.replace(
    /\s*[（(]\s*(?:满分|共|共计|计|分值|本项)?\s*[：:]?\s*-?[\d０-９]+(?:[.．][\d０-９]+)?\s*分?\s*[)）]?\s*[。；;：:]?\s*$/u,
    "",
  );
  const shorter =
    bare === text
      ? inside.replace(
          /[，,…\s]*(?<![\d.０-９．A-Za-z扣减加得计记少奖项个次处条家人起件份])[\d０-９]+(?:[.．][\d０-９]+)?\s*分\s*[。；;：:]?\s*$/u,
          "",
        )
      : bare;
  return shorter.trim() === "" ? text : shorter.trim();
}

/** 扣Q5分, 得l分: an amount with letters where figures should stand. */
export function unreadAmounts(text: string): readonly string[] {
  return [...text.matchAll(/[扣得加减计]\s*[\d.．]*[A-Za-z〇○][A-Za-z\d.．〇○]{0,4}\s*分/gu)].map((match) => match[0]);
}

function foldDigits(text: string): string {
  return foldText(text).replace(/(?<=\d)[．。·](?=\d)/gu, ".");
}
