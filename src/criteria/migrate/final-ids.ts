import { compactText } from "../../model/chinese-text.ts";
import type { Criteria, Section } from "../../model/criteria.ts";
import type { EditionDiff } from "../../model/edition-diff.ts";

/** The ids that the parts of the new file will bear, by the ids they have there. */
export interface FinalIds {
  readonly clauses: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * A clause keeps the id it had: folders are named after it, units have it in their forms, and it must never come to mean
 * another clause. So new clauses take a number that no clause of any edition had.
 */
export function finalIds(old: Criteria, next: Criteria, diff: EditionDiff): FinalIds {
  const clauses = new Map<string, string>();
  for (const match of diff.matches) {
    const [before, after] = [match.old[0], match.new[0]];
    if (before !== undefined && after !== undefined) clauses.set(after.clause.id, before.clause.id);
  }
  const sections = sectionIds(old, next, clauses);
  const taken = new Set([
    ...old.sections.flatMap((section) => section.clauses.flatMap(({ id, formerIds = [] }) => [id, ...formerIds])),
    ...(old.retired ?? []).map(({ id }) => id),
  ]);
  for (const section of next.sections) {
    const stem = sections.get(section.id) ?? section.id;
    for (const { id } of section.clauses.filter((clause) => !clauses.has(clause.id)))
      clauses.set(
        id,
        claim(taken, id, (number) => `${stem}-${String(number).padStart(2, "0")}`),
      );
  }
  return { clauses, sections, fields: fieldIds(old, next) };
}

/** The wanted id, or the first numbered one that is free. */
export function claim(taken: Set<string>, wanted: string, numbered: (number: number) => string): string {
  let id = wanted;
  for (let number = 1; taken.has(id); number++) id = numbered(number);
  taken.add(id);
  return id;
}

/** A section of the same name, else the one that most of its clauses come from. */
function sectionIds(old: Criteria, next: Criteria, clauses: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const homeOf = new Map(old.sections.flatMap((section) => section.clauses.map((clause) => [clause.id, section] as const)));
  const free = new Set(old.sections);
  const homes = new Map<Section, Section>();
  const settle = (section: Section, home: Section | undefined): void => {
    if (home === undefined) return;
    homes.set(section, home);
    free.delete(home);
  };
  const same = (a: Section, b: Section): boolean => a.kind === b.kind && compactText(a.title) === compactText(b.title);
  for (const section of next.sections)
    settle(
      section,
      [...free].find((candidate) => same(candidate, section)),
    );
  for (const section of next.sections.filter((candidate) => !homes.has(candidate)))
    settle(section, mostVotes(section, free, homeOf, clauses));
  const taken = new Set(old.sections.map(({ id }) => id));
  return new Map(
    next.sections.map((section) => {
      const stem = section.id.replace(/\d+$/u, "");
      return [section.id, homes.get(section)?.id ?? claim(taken, section.id, (number) => `${stem}${String(number)}`)];
    }),
  );
}

function mostVotes(
  section: Section,
  free: ReadonlySet<Section>,
  homeOf: ReadonlyMap<string, Section>,
  clauses: ReadonlyMap<string, string>,
): Section | undefined {
  const votes = new Map<Section, number>();
  for (const { id } of section.clauses) {
    const home = homeOf.get(clauses.get(id) ?? "");
    if (home !== undefined && free.has(home) && home.kind === section.kind) votes.set(home, (votes.get(home) ?? 0) + 1);
  }
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function fieldIds(old: Criteria, next: Criteria): ReadonlyMap<string, string> {
  const only = old.fields.length === 1 && next.fields.length === 1 ? old.fields[0] : undefined;
  const taken = new Set(old.fields.map(({ id }) => id));
  return new Map(
    next.fields.map((field) => {
      const known = old.fields.find(({ name }) => compactText(name) === compactText(field.name)) ?? only;
      return [field.id, known?.id ?? claim(taken, field.id, (number) => `F${String(number)}`)];
    }),
  );
}
