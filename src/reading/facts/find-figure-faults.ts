import type { FigureFault, Quoted } from "../../model/reading.ts";
import type { Line, Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

const count = String.raw`(?:共|计|为|达|约)?\s?(\d[\d,]{0,9})\s?(?!\d|\.|[万亿%])`;
const between = String.raw`[^\d。;!?]{0,8}?`;
/** 应检58600户，已检54732户，入户安检率93.4%: owed, done, and the share that is stated. The verb is the same both times. */
const rated = new RegExp(
  String.raw`应(\p{Script=Han}{1,4}?)${between}${count}(\p{Script=Han})?[^\d。;!?]{0,10}?[已实](?:际|经)?\1${between}${count}(\p{Script=Han})?([^\d。;!?]{0,12}?)率(?:已|仅)?(?:为|达到|达|是|约|:)?\s?(\d{1,3}(?:\.\d{1,3})?)\s?%`,
  "gu",
);
/** 应到28人，实到30人: of these more cannot be done than are owed. 应培训 may be exceeded. */
const exceeded = new RegExp(
  String.raw`应(整改|签订|签|到会|参会|到|参加)${between}${count}(\p{Script=Han})?[^\d。;!?]{0,10}?[已实](?:际|经)?\1${between}${count}(\p{Script=Han})?`,
  "gu",
);
const kept = 5;

/** 数据自相矛盾 (R19): a share that is not that of the two numbers beside it, more done than there was to do. Only within one sentence. */
export function findFigureFaults({ lines }: Paper): readonly Quoted<FigureFault>[] {
  return lines.flatMap((line) => (line.text.includes("应") ? faultsIn(line) : [])).slice(0, kept);
}

function faultsIn(line: Line): readonly Quoted<FigureFault>[] {
  return [
    ...[...line.text.matchAll(rated)].flatMap((match) => {
      const [, verb = "", owed = "", unit, done = "", other, name = "", stated = ""] = match;
      const share = shareOf(owed, done);
      if (share === undefined || unit !== other || !isShareOf(verb, name) || agrees(share, stated)) return [];
      return [quotedFault({ stated: `${stated}%`, reckoned: `${rounded(share, stated)}%` }, match, line)];
    }),
    ...[...line.text.matchAll(exceeded)].flatMap((match) => {
      const [, verb = "", owed = "", unit, done = "", other] = match;
      if (unit !== other || toNumber(done) <= toNumber(owed)) return [];
      return [quotedFault({ stated: `应${verb}${owed}`, reckoned: `已${verb}${done}` }, match, line)];
    }),
  ];
}

/** 整改率 is the share of 已整改; 合格率 behind 已培训 is another matter. */
function isShareOf(verb: string, name: string): boolean {
  return name.endsWith("完成") || Array.from(verb).some((sign) => name.slice(-4).includes(sign));
}

function quotedFault(fault: FigureFault, match: RegExpExecArray, line: Line): Quoted<FigureFault> {
  return quoted(fault, line, match.index, match.index + match[0].length);
}

function toNumber(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** In percent. */
function shareOf(owed: string, done: string): number | undefined {
  return toNumber(owed) === 0 ? undefined : (toNumber(done) / toNumber(owed)) * 100;
}

/** Rounded or cut off at the figures that are stated: both are honest. */
function agrees(share: number, stated: string): boolean {
  const step = 10 ** -decimalsOf(stated);
  return Math.abs(share - Number(stated)) < step * 1.001;
}

function rounded(share: number, stated: string): string {
  return share.toFixed(Math.max(1, decimalsOf(stated)));
}

function decimalsOf(stated: string): number {
  return stated.split(".")[1]?.length ?? 0;
}
