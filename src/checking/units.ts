import type { Check } from "./subject.ts";

/** 张冠李戴: the unit has no duty under the clause. A pin is a person's answer, so there the finding is only a remark. */
export const wrongUnit: Check = ({ file, clause, assignment, pinned }) => {
  const { lead, cooperating } = assignment;
  if (file.unit === undefined || lead.includes(file.unit) || cooperating.includes(file.unit)) return [];
  const owners = [...lead, ...cooperating];
  return [{ problem: { code: "wrong-unit", unit: file.unit, clause: clause.id, owners }, verdict: pinned ? "counts" : "doubtful" }];
};

/** The lead unit owes it, a cooperating unit has it. */
export const cooperatingUnit: Check = ({ file, clause, requirement, assignment, pinned }) => {
  const { lead, cooperating } = assignment;
  if (requirement.from !== "lead" || file.unit === undefined || lead.includes(file.unit) || !cooperating.includes(file.unit)) return [];
  return [{ problem: { code: "cooperating-unit", unit: file.unit, clause: clause.id, lead }, verdict: pinned ? "counts" : "doubtful" }];
};

export const noUnit: Check = ({ file, pinned }) =>
  file.unit === undefined ? [{ problem: { code: "no-unit" }, verdict: pinned ? "counts" : "doubtful" }] : [];
