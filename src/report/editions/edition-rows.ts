import { confidenceWords, describeClauseChange, matchKinds } from "../../messages/edition-words.ts";
import type { ClauseMatch, EditionDiff, PlacedClause } from "../../model/edition-diff.ts";
import { formatPoints } from "../../model/points.ts";

/** One line of the comparison, for terminal, paper and sheet alike. */
export interface EditionRow {
  readonly kind: "新增" | "删去" | "拆分" | "合并" | "有改动";
  readonly old: readonly PlacedClause[];
  readonly new: readonly PlacedClause[];
  readonly details: readonly string[];
  readonly confidence: string;
  readonly doubtful: boolean;
}

/** What differs, in the order of the new edition, removed clauses last. Unchanged clauses are only counted. */
export function editionRows(diff: EditionDiff): readonly EditionRow[] {
  const order = new Map<PlacedClause["clause"], number>();
  const all = [...diff.matches.flatMap((match) => match.new), ...diff.added].toSorted((a, b) =>
    a.clause.place.kind === "source" && b.clause.place.kind === "source" ? a.clause.place.from - b.clause.place.from : 0,
  );
  for (const [index, { clause }] of all.entries()) order.set(clause, index);
  const changed = diff.matches.filter(({ kind, doubtful }) => kind !== "same" || doubtful).map(matchRow);
  const added = diff.added.map(
    (placed): EditionRow => ({ kind: "新增", old: [], new: [placed], details: [], confidence: "", doubtful: false }),
  );
  const rank = (row: EditionRow): number => Math.min(...row.new.map(({ clause }) => order.get(clause) ?? 0));
  const removed = diff.removed.map(
    (placed): EditionRow => ({ kind: "删去", old: [placed], new: [], details: [], confidence: "", doubtful: false }),
  );
  return [...[...changed, ...added].toSorted((a, b) => rank(a) - rank(b)), ...removed];
}

function matchRow(match: ClauseMatch): EditionRow {
  const kind = match.kind === "same" ? "有改动" : matchKinds[match.kind];
  const rivals = match.rivals.length === 0 ? [] : [`也可能对应 ${match.rivals.join("、")}，请人工核对`];
  return {
    kind,
    old: match.old,
    new: match.new,
    details: [...match.changes.map(describeClauseChange), ...rivals],
    confidence: confidenceWords(match),
    doubtful: match.doubtful,
  };
}

/** S1-03 3.定期研究部署安全生产（4分）. */
export function clauseLine({ clause }: PlacedClause): string {
  return `${clause.id} ${clause.label}${clause.title}（${formatPoints(clause.maxPoints)}分）`;
}

/** 新增2条，删去1条，拆分1条，改动5条（其中存疑1条），未变60条. */
export function editionSummary(diff: EditionDiff): string {
  const rows = editionRows(diff);
  const count = (kind: EditionRow["kind"]): number => rows.filter((row) => row.kind === kind).length;
  const doubtful = rows.filter((row) => row.doubtful).length;
  const same = diff.matches.filter(({ kind, doubtful: open }) => kind === "same" && !open).length;
  const counts = (["新增", "删去", "拆分", "合并", "有改动"] as const).flatMap((kind) =>
    count(kind) === 0 ? [] : [`${kind}${String(count(kind))}条`],
  );
  const parts = [...counts, `未变${String(same)}条`];
  return `${parts.join("，")}${doubtful === 0 ? "" : `；存疑${String(doubtful)}处，请人工核对`}`;
}
