import type { Gap, GapCause } from "../model/gap.ts";
import { addPoints, zeroPoints } from "../model/points.ts";
import type { ClauseResult } from "../model/scorecard.ts";
import type { Unit } from "../model/unit.ts";
import type { LossItem } from "./loss.ts";
import { worthSaying } from "./no-evidence.ts";

/** The gaps of one clause: losses of one unit, cause and state become one gap that names all its periods. */
export function gapsOfClause(clause: string, losses: readonly LossItem[], units: ReadonlyMap<string, Unit>): readonly Gap[] {
  const merged = new Map<string, LossItem>();
  for (const loss of losses.filter(worthSaying)) {
    const key = JSON.stringify([loss.unit, loss.state, identity(loss.cause)]);
    const before = merged.get(key);
    merged.set(key, before === undefined ? loss : join(before, loss));
  }
  return [...merged.values()].map(({ unit, sharedBy, cause, state, points, due }) => ({
    clause,
    unit,
    sharedBy: sharedBy ?? [unit],
    state,
    points,
    ...(due === undefined ? {} : { due }),
    supervisors: units.get(unit)?.supervisors ?? [],
    ...cause,
  }));
}

/** 自评分高于佐证所能支持的: a finding beside the points. */
export function claimGaps(result: ClauseResult, units: ReadonlyMap<string, Unit>): readonly Gap[] {
  if (result.state === "notApplicable") return [];
  return result.returns.flatMap(({ unit, entry }): readonly Gap[] => {
    if (entry.claimed === undefined || entry.claimed <= result.points.high) return [];
    const supervisors = units.get(unit)?.supervisors ?? [];
    return [
      {
        clause: result.clause.id,
        unit,
        sharedBy: [unit],
        state: "lost",
        points: zeroPoints,
        supervisors,
        code: "claim-exceeds",
        claimed: entry.claimed,
        supported: result.points.high,
      },
    ];
  });
}

/** 失分最多的在前; then certain before open, then the order of the 细则. */
export function dearestFirst(gaps: readonly Gap[]): readonly Gap[] {
  const rank = { lost: 0, awaiting: 1, upcoming: 2 } as const;
  return gaps
    .map((gap, index) => ({ gap, index }))
    .sort((a, b) => b.gap.points - a.gap.points || rank[a.gap.state] - rank[b.gap.state] || a.index - b.index)
    .map(({ gap }) => gap);
}

/** What makes two losses the same gap: the cause without its periods, counts and candidates. */
function identity(cause: GapCause): readonly string[] {
  switch (cause.code) {
    case "evidence-missing":
    case "evidence-unconfirmed":
    case "evidence-upcoming":
      return [cause.code, cause.requirement];
    case "fact-costs":
    case "fact-missing":
    case "fact-conflict":
    case "late":
    case "manual":
    case "judged":
    case "external":
    case "exemption-unconfirmed":
    case "veto":
    case "veto-unanswered":
      return [cause.code, cause.rule];
    case "no-evidence":
    case "not-applicable-unconfirmed":
    case "not-applicable-zero":
    case "no-rule":
    case "rules-below-points":
    case "claim-exceeds":
      return [cause.code];
  }
}

function join(a: LossItem, b: LossItem): LossItem {
  const due = a.due === undefined || (b.due !== undefined && b.due < a.due) ? b.due : a.due;
  const sum = { ...a, points: addPoints(a.points, b.points), cause: joinCauses(a.cause, b.cause) };
  return due === undefined ? sum : { ...sum, due };
}

function joinCauses(a: GapCause, b: GapCause): GapCause {
  if (a.code === "evidence-unconfirmed" && b.code === "evidence-unconfirmed")
    return { ...a, ...joined(a, b), candidates: [...new Set([...a.candidates, ...b.candidates])] };
  if (
    (a.code === "evidence-missing" && b.code === "evidence-missing") ||
    (a.code === "evidence-upcoming" && b.code === "evidence-upcoming")
  )
    return { ...a, ...joined(a, b) };
  return a;
}

type Owed = Extract<GapCause, { missing: number }>;

/** Two rules may price the same missing document: it is one document all the same, so periods are not counted twice. */
function joined(a: Owed, b: Owed): { readonly missing: number; readonly periods: Owed["periods"] } {
  const known = new Set(a.periods.map((period) => period.range.from));
  const fresh = b.periods.filter((period) => !known.has(period.range.from));
  if (b.periods.length > 0 && fresh.length === 0) return { missing: a.missing, periods: a.periods };
  const same = b.periods.length === 0 && a.periods.length === 0;
  return { missing: same ? Math.max(a.missing, b.missing) : a.missing + b.missing, periods: [...a.periods, ...fresh] };
}
