import type { Criteria } from "../../model/criteria.ts";

/** 《…细则》（初稿）: both editions by the names they bear; where these are the same, by their files as well. */
export function editionNames(old: Criteria, next: Criteria): { readonly old: string; readonly new: string } {
  const printed = (criteria: Criteria): string => `《${criteria.title.replace(/^《|》$/gu, "")}》${brackets(criteria.edition)}`;
  const [before, after] = [printed(old), printed(next)];
  if (before !== after) return { old: before, new: after };
  return { old: `${before}${brackets(fileOf(old))}`, new: `${after}${brackets(fileOf(next))}` };
}

function brackets(text: string | undefined): string {
  return text === undefined || text === "" ? "" : `（${text}）`;
}

function fileOf({ sections }: Criteria): string | undefined {
  const place = sections[0]?.place;
  const path = place?.kind === "source" ? place.source.path : place?.path;
  return path?.split(/[\\/]/u).at(-1);
}
