import { oneLine } from "./clean-text.ts";
import { withoutLabel } from "./labels.ts";
import { withoutPoints } from "./read-points.ts";
import { namesOf } from "./read-units.ts";
import type { TreeSection } from "./tree.ts";

const office = /^\S{2,}(?:局|委|委员会|办|办公室|中心|大队|支队|总队|厅|院|法院|公司|集团|政府|街道|镇|乡|办事处|宣传部|组织部|统战部)$/u;

/** 差异考核: a section in which every clause is headed by who is assessed. The headings are responsible units then, not titles. */
export function isHeadedByUnits({ clauses }: TreeSection): boolean {
  return (
    clauses.length > 1 &&
    clauses.every(({ title, entry }) => title !== undefined && `${entry.owner}${entry.lead}${entry.with}` === "" && isUnits(title.text))
  );
}

function isUnits(heading: string): boolean {
  const names = namesOf(withoutPoints(withoutLabel(oneLine(heading))));
  return names.length > 0 && names.every((name) => office.test(name));
}
