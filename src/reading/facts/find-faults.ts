import type { Quoted } from "../../model/reading.ts";
import type { Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

const counted =
  /(?:发现|存在|查出|排查出)[^。;\n]{0,16}?(?:隐患|问题)[^。;\n]{0,6}?[1-9]\d{0,4}\s?[处项条个起]|(?:隐患|问题)\s?[1-9]\d{0,4}\s?[处项条个起]/u;
const mended =
  /已(?:全部|当场|现场|经|按期|于|督促|要求)?[^。;,\n]{0,8}(?:整改|复查|销号)|整改(?:完成|完毕|到位|合格|率)|(?:完成|落实)整改|复查(?:合格|通过|结果|情况|意见|验收)|当场(?:整改|改正)\s?\d|销号/u;

/** What a record of an inspection tells: how many faults were found, and whether they were put right. */
export interface Faults {
  readonly faults?: Quoted<string>;
  readonly remedied?: true;
}

/** 发现隐患6处; 已整改, 复查合格. */
export function findFaults({ lines }: Paper): Faults {
  const line = lines.find(({ text }) => counted.test(text));
  const match = line === undefined ? null : counted.exec(line.text);
  return {
    ...(line === undefined || match === null ? {} : { faults: quoted(match[0], line, match.index, match.index + match[0].length) }),
    ...(lines.some(({ text }) => mended.test(text)) ? { remedied: true as const } : {}),
  };
}
