import { isMap, type YAMLMap } from "yaml";
import type { Clause, Criteria } from "../../model/criteria.ts";
import type { ClauseMerge, MigrationPlan } from "../../model/migration.ts";
import { type Splice, spliced } from "../../written/splice.ts";
import { inline, scalar } from "../import/yaml-lines.ts";
import { inserted, insertedBehind, mapsUnder, nameOf, pairOf, parseTree, renamed, scalarOf } from "./yaml-nodes.ts";

/**
 * The new file with the ids that stay: of fields, sections and clauses, and where its own proposal goes on, of materials, facts
 * and rules. What people mended about a material (its name, its words, who hands it in) goes on with its id.
 */
export function renewText(text: string, next: Criteria, old: Criteria, plan: MigrationPlan): string {
  const tree = parseTree(text);
  const splices: Splice[] = [];
  for (const field of mapsUnder(tree, "fields"))
    splices.push(...renamedBy(field, "id", plan.fieldIds), ...mendField(text, field, old, plan));
  const clauses = new Map(old.sections.flatMap((section) => section.clauses.map((clause) => [clause.id, clause] as const)));
  const merges = plan.merges.values();
  for (const section of mapsUnder(tree, "sections")) {
    splices.push(...renamedBy(section, "id", plan.sectionIds), ...renamedBy(section, "field", plan.fieldIds));
    for (const node of mapsUnder(section, "clauses")) {
      const merge = merges.next().value;
      if (merge !== undefined) splices.push(...clauseSplices(text, node, merge, clauses));
    }
  }
  if (plan.merges.length !== next.sections.reduce((sum, { clauses: own }) => sum + own.length, 0)) throw new Error("plan of another file");
  return spliced(text, splices);
}

type Names = ReadonlyMap<string, string>;

function renamedBy(owner: unknown, key: string, names: Names): readonly Splice[] {
  const node = scalarOf(owner, key);
  return node === undefined ? [] : renamed(node, names.get(nameOf(node)));
}

/** 牵头单位和折算分值 that only the old file says. */
function mendField(text: string, node: YAMLMap, old: Criteria, { fieldIds }: MigrationPlan): readonly Splice[] {
  const id = scalarOf(node, "id");
  const known = id === undefined ? undefined : old.fields.find((field) => field.id === fieldIds.get(nameOf(id)));
  if (known?.lead === undefined || pairOf(node, "lead") !== undefined) return [];
  return insertedBehind(text, node, "name", [`lead: ${scalar(known.lead, true)}`]);
}

function clauseSplices(text: string, node: YAMLMap, merge: ClauseMerge, old: ReadonlyMap<string, Clause>): readonly Splice[] {
  const own = renamed(scalarOf(node, "id"), merge.id);
  if (merge.reading === "old" || merge.from.length === 0) return own;
  return [
    ...own,
    ...mapsUnder(node, "evidence").flatMap((item) => evidenceSplices(text, item, merge, old)),
    ...mapsUnder(node, "inputs").flatMap((item) => inputSplices(text, item, merge, old)),
    ...ruleSplices(text, mapsUnder(node, "rules"), merge),
  ];
}

function evidenceSplices(text: string, item: YAMLMap, merge: ClauseMerge, old: ReadonlyMap<string, Clause>): readonly Splice[] {
  const id = scalarOf(item, "id");
  const from = id === undefined ? undefined : merge.mendedEvidence.get(nameOf(id));
  const known = from && old.get(from.clause)?.evidence.find((candidate) => candidate.id === from.id);
  const splices = [...renamedBy(item, "id", merge.evidenceIds), ...renamedBy(item, "with", merge.evidenceIds)];
  if (known === undefined) return splices;
  const mended = [
    ["name", scalar(known.name, true)],
    ["kind", known.kind === undefined ? undefined : scalar(known.kind, true)],
    ["keywords", known.keywords.length === 0 ? undefined : inline(known.keywords)],
    ["from", known.from === "lead" ? undefined : known.from],
  ] as const;
  return [...splices, ...mend(text, item, mended)];
}

function inputSplices(text: string, item: YAMLMap, merge: ClauseMerge, old: ReadonlyMap<string, Clause>): readonly Splice[] {
  const id = scalarOf(item, "id");
  const from = id === undefined ? undefined : merge.mendedInputs.get(nameOf(id));
  const known = from && old.get(from.clause)?.inputs.find((candidate) => candidate.id === from.id);
  const splices = renamedBy(item, "id", merge.inputIds);
  if (known === undefined) return splices;
  const mended = [
    ["name", scalar(known.name, true)],
    ["from", known.from === "lead" ? undefined : known.from],
    ["combine", known.combineAssumed === true ? undefined : known.combine],
  ] as const;
  return [...splices, ...mend(text, item, mended)];
}

/** Values that people gave, in the place of the proposed ones or, where nothing was proposed, behind its id. */
function mend(text: string, item: YAMLMap, mended: readonly (readonly [string, string | undefined])[]): readonly Splice[] {
  const missing: string[] = [];
  const splices = mended.flatMap(([key, value]): readonly Splice[] => {
    if (value === undefined) return [];
    const range = rangeUnder(item, key);
    if (range === undefined) missing.push(`${key}: ${value}`);
    return range === undefined ? [] : [{ from: range[0], to: range[1], text: value }];
  });
  return [...splices, ...insertedBehind(text, item, "id", missing)];
}

function rangeUnder(item: YAMLMap, key: string): readonly [number, number] | undefined {
  const value = pairOf(item, key)?.value;
  const range = typeof value === "object" && value !== null && "range" in value && Array.isArray(value.range) ? value.range : undefined;
  const ends: readonly unknown[] = range ?? [];
  const [from, to] = ends;
  return typeof from === "number" && typeof to === "number" ? [from, to] : undefined;
}

/** Once one rule has an id of its own all have: an id by position would move with it. */
function ruleSplices(text: string, rules: readonly YAMLMap[], merge: ClauseMerge): readonly Splice[] {
  const ids = merge.new.clause.rules.map(({ id }) => id);
  const moved = ids.some((id) => (merge.ruleIds.get(id) ?? id) !== id);
  return rules.flatMap((rule, index) => {
    const id = ids[index];
    const final = id === undefined ? undefined : (merge.ruleIds.get(id) ?? id);
    const written = pairOf(rule, "id") !== undefined;
    const own = written
      ? renamed(scalarOf(rule, "id"), final)
      : moved && final !== undefined
        ? inserted(text, rule, [`id: ${scalar(final, true)}`])
        : [];
    return [...own, ...references(rule, merge)];
  });
}

/** Everything in a rule that names a material, a fact or another rule. */
function references(rule: YAMLMap, merge: ClauseMerge): readonly Splice[] {
  const missing = nameOfKind(rule) === "deduct_each" ? renamedBy(rule, "missing", merge.evidenceIds) : [];
  const inner = (key: string, names: readonly string[]): readonly Splice[] => {
    const owner = pairOf(rule, key)?.value;
    return isMap(owner) ? names.flatMap((name) => renamedBy(owner, name, merge.inputIds)) : [];
  };
  return [
    ...renamedBy(rule, "evidence", merge.evidenceIds),
    ...missing,
    ...["input", "items", "unless", "allowed", "target"].flatMap((key) => renamedBy(rule, key, merge.inputIds)),
    ...renamedBy(rule, "after", merge.ruleIds),
    ...inner("multiplier", ["when"]),
    ...inner("due", ["after"]),
  ];
}

function nameOfKind(rule: YAMLMap): string {
  const kind = scalarOf(rule, "kind");
  return kind === undefined ? "" : nameOf(kind);
}
