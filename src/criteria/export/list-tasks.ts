import type { Clause, Criteria, EvidenceRequirement, EvidenceSource, Section } from "../../model/criteria.ts";
import type { CalendarDate } from "../../model/dates.ts";
import { periodsOf } from "../../model/periods.ts";
import type { ScoringRule } from "../../model/rule.ts";
import type { Task, TaskItem, TaskUnits } from "../../model/task.ts";

export interface TaskJob {
  readonly criteria: Criteria;
  readonly unitsOf: (clause: Clause) => TaskUnits;
  /** 报送截止日期 of a unit. */
  readonly deadlineOf: (unit: string) => CalendarDate | undefined;
}

/** 责任分解: every clause once for every unit that answers for it, in the order of the 细则. */
export function listTasks({ criteria, unitsOf, deadlineOf }: TaskJob): readonly Task[] {
  return criteria.sections.flatMap((section) =>
    section.clauses.flatMap((clause) => {
      const units = unitsOf(clause);
      const taskOf = (unit: string, part: Task["part"]): Task => ({
        unit,
        part,
        section,
        clause,
        items: itemsOf({ section, clause, units, part, deadline: deadlineOf(unit) }),
      });
      return [...units.lead.map((unit) => taskOf(unit, "lead")), ...units.cooperating.map((unit) => taskOf(unit, "with"))];
    }),
  );
}

/** Units with their tasks, those that lead most first come first in the 细则: in order of first appearance. */
export function tasksByUnit(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  const units = new Map<string, Task[]>();
  for (const task of tasks) {
    const own = units.get(task.unit);
    if (own === undefined) units.set(task.unit, [task]);
    else own.push(task);
  }
  return units;
}

interface ClausePart {
  readonly section: Section;
  readonly clause: Clause;
  readonly units: TaskUnits;
  readonly part: Task["part"];
  readonly deadline: CalendarDate | undefined;
}

function itemsOf(own: ClausePart): readonly TaskItem[] {
  const { clause, units } = own;
  const materials = clause.evidence.filter(({ from }) => owes(from, own)).map((requirement) => materialOf(requirement, own));
  const facts = clause.inputs
    .filter(({ from }) => owes(from, own))
    .map((input): TaskItem => {
      const rules = clause.rules.filter((rule) => refersTo(rule, input.id));
      return { kind: "fact", input, ...(own.deadline === undefined ? {} : { due: own.deadline }), rules };
    });
  const items = [...materials, ...facts];
  if (items.length > 0) return items;
  const names = clause.evidence.map(({ name }) => name);
  return own.part === "with" && units.lead.length > 0 ? [{ kind: "support", leads: units.lead, names }] : [{ kind: "none" }];
}

/** lead: the lead units, or all where nobody leads; any and each: every responsible unit. */
function owes(from: EvidenceSource, { part, units }: ClausePart): boolean {
  return from !== "lead" || part === "lead" || units.lead.length === 0;
}

/** The same days as scoring counts by (scoring/slots.ts): what the 细则 states, else the period's end, else the unit's deadline. */
function materialOf(requirement: EvidenceRequirement, { clause, deadline }: ClausePart): TaskItem {
  const periods = periodsOf(requirement);
  const recurring = periods.some(({ unit }) => unit !== "year");
  const end = requirement.window.kind === "range" ? requirement.window.range.to : undefined;
  const due = requirement.due ?? lateDue(requirement, clause) ?? (recurring ? undefined : (deadline ?? periods.at(-1)?.range.to ?? end));
  const rules = clause.rules.filter((rule) => refersTo(rule, requirement.id));
  return { kind: "material", requirement, periods, ...(due === undefined ? {} : { due }), rules };
}

function lateDue(requirement: EvidenceRequirement, { rules }: Clause): CalendarDate | undefined {
  const days = rules.flatMap((rule) =>
    rule.kind === "late" && rule.due.kind === "date" && rule.subject.kind === "evidence" && rule.subject.evidence === requirement.id
      ? [rule.due.date]
      : [],
  );
  return [...days].sort()[0];
}

/** A rule names materials and facts under many keys, but always as a whole value. */
function refersTo(rule: ScoringRule, id: string): boolean {
  return values(rule).includes(id);
}

/** Keys under which a rule names a material or a fact; `target: {input}` and the like are found on the way down. */
const references = new Set(["evidence", "input", "items", "unless", "when"]);

function values(value: object): readonly string[] {
  return Object.entries(value).flatMap(([key, child]: [string, unknown]): readonly string[] => {
    if (typeof child === "string") return references.has(key) ? [child] : [];
    return typeof child === "object" && child !== null ? values(child) : [];
  });
}
