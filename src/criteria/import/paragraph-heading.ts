import type { SourceParagraph } from "../../model/source-document.ts";
import { oneLine } from "./clean-text.ts";
import type { Entry } from "./entries.ts";
import { labelOf, rankOfLabel, withoutLabel } from "./labels.ts";
import { pointsOfHeading, withoutPoints } from "./read-points.ts";

/** A paragraph that stands above clauses: a chapter's number, a heading style, or (right before a table) a name with points. */
export function headingOfParagraph({ text, level, at }: SourceParagraph, isLast: boolean): (Entry & { kind: "heading" }) | undefined {
  const line = oneLine(text);
  const label = labelOf(line);
  const declared = pointsOfHeading(line)?.points;
  const side = /一票否决|加分|奖励/u.test(line) && line.length <= 60;
  const short = line.length <= 40 && !/[。；]/u.test(line);
  const marked =
    level !== undefined || (label !== undefined && rankOfLabel(label) <= 3) || (isLast && declared !== undefined && line.length <= 24);
  if (!((marked && short) || (isLast && side && label !== undefined))) return undefined;
  if (/^附[件表]/u.test(line) || (label === undefined && /细则|考核|考评|评分|办法/u.test(line))) return undefined;
  if (label === undefined && level === undefined && declared === undefined) return undefined;
  const rank = label === undefined ? (level ?? 1) : rankOfLabel(label);
  const bare = label === undefined ? line : withoutLabel(line);
  return {
    kind: "heading",
    rank,
    text: withoutPoints(bare).replace(/[：:]$/u, ""),
    ...(label === undefined ? {} : { label }),
    ...(declared === undefined ? {} : { declared }),
    at,
  };
}
