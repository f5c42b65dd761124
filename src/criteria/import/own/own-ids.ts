import { textMark } from "../../../model/text-mark.ts";
import type { OwnClause } from "./own-rows.ts";
import type { OwnSection, OwnTree } from "./own-sections.ts";
import type { Annex, ClauseRecord } from "./read-annex.ts";

/** Which clause of before a row is, and the id that it gets. */
export interface ClauseIdentity {
  readonly id: string;
  /** What the annex says about it. */
  readonly record?: ClauseRecord;
  /** The row printed an id that another row has as well: it was split off that clause, whose units and materials it shares. */
  readonly repeated?: string;
  readonly origin?: ClauseRecord;
}

export interface Identities {
  readonly clauses: ReadonlyMap<OwnClause, ClauseIdentity>;
  readonly sections: ReadonlyMap<OwnSection, string>;
}

/**
 * An id belongs to one row: of two rows with the same 代号 (a clause split in two) the one whose text is unchanged keeps it, else
 * the first. A row without 代号 is known again by its text. All others get the next free number of their section.
 */
export function identify({ sections }: OwnTree, annex: Annex): Identities {
  const rows = sections.flatMap((section) => section.clauses.map(({ row }) => row));
  const records = new Map(annex.clauses.map((record) => [record.id, record]));
  const owners = new Map<string, OwnClause>();
  const claim = (id: string, row: OwnClause): void => {
    if (!owners.has(id) && ![...owners.values()].includes(row)) owners.set(id, row);
  };
  for (const row of rows) if (records.get(row.cells.id)?.mark === markOf(row)) claim(row.cells.id, row);
  for (const row of rows) if (row.cells.id !== "") claim(row.cells.id, row);
  for (const row of rows.filter(({ cells }) => cells.id === "")) {
    const alike = annex.clauses.filter(({ id, mark }) => mark === markOf(row) && !owners.has(id));
    if (alike.length === 1 && alike[0] !== undefined) claim(alike[0].id, row);
  }
  const sectionIds = identifySections(sections, owners);
  const ids = new Map([...owners].map(([id, row]) => [row, id]));
  const taken = new Set([...records.keys(), ...owners.keys()]);
  const clauses = new Map<OwnClause, ClauseIdentity>();
  for (const section of sections) {
    for (const { row } of section.clauses) {
      const known = ids.get(row);
      const id = known ?? nextId(sectionIds.get(section) ?? "S", taken);
      const record = known === undefined ? undefined : records.get(known);
      const origin = record ?? records.get(row.cells.id);
      const repeated = known === undefined && row.cells.id !== "" ? { repeated: row.cells.id } : {};
      clauses.set(row, { id, ...(record === undefined ? {} : { record }), ...(origin === undefined ? {} : { origin }), ...repeated });
    }
  }
  return { clauses, sections: sectionIds };
}

/** The mark that the annex would hold for the text as it stands now. */
export function markOf({ cells }: OwnClause): string {
  return textMark(cells.requirement, cells.standard);
}

function nextId(section: string, taken: Set<string>): string {
  const prefix = `${section}-`;
  const numbers = [...taken].flatMap((id) =>
    id.startsWith(prefix) && /^\d+$/u.test(id.slice(prefix.length)) ? [Number(id.slice(prefix.length))] : [],
  );
  const id = `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
  taken.add(id);
  return id;
}

/** As the annex says, else what the ids of its clauses begin with (F1-03), else the next free letter and number. */
function identifySections(sections: readonly OwnSection[], owners: ReadonlyMap<string, OwnClause>): ReadonlyMap<OwnSection, string> {
  const ids = new Map<OwnSection, string>();
  const taken = new Set<string>();
  const give = (section: OwnSection, id: string | undefined): void => {
    if (id === undefined || ids.has(section) || taken.has(id)) return;
    ids.set(section, id);
    taken.add(id);
  };
  const idOf = new Map([...owners].map(([id, row]) => [row, id]));
  for (const section of sections) give(section, section.record?.id);
  for (const section of sections) {
    const heads = new Set(section.clauses.map(({ row }) => /^(.+)-\d+$/u.exec(idOf.get(row) ?? "")?.[1]));
    const [head] = heads;
    if (heads.size === 1) give(section, head);
  }
  for (const section of sections) {
    const letter = { standard: "S", bonus: "B", veto: "V" }[section.kind];
    for (let number = 1; !ids.has(section); number++) give(section, `${letter}${String(number)}`);
  }
  return ids;
}
