import { compactText } from "../../model/chinese-text.ts";
import type { Clause } from "../../model/criteria.ts";

/** Has the clause a name of its own? A paper without 条款名称 gives none: the import then takes the first words of the text. */
export function isNamed({ title, requirement, standard }: Pick<Clause, "title" | "requirement" | "standard">): boolean {
  const head = compactText(title.replace(/…$/u, ""));
  return head === "" || ![requirement, standard].some((text) => compactText(text).startsWith(head));
}
