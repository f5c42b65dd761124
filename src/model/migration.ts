import type { DateRange } from "./dates.ts";
import type { Problem } from "./diagnostic.ts";
import type { ClauseChange, EditionDiff, PlacedClause } from "./edition-diff.ts";
import type { Place } from "./place.ts";
import type { Points } from "./points.ts";

/** kept: nobody need look; doubtful: carried, a person must look; orphaned: the new edition has no such clause. */
export type CarryOutcome = "kept" | "doubtful" | "orphaned";

/** Whose rules, evidence and inputs the clause goes on with; the other ones stand in comments. */
export type ActiveReading = "old" | "new";

/** Why a person must look at a clause after the change of edition. */
export type CarryDoubt =
  /** Not sure that the two are one requirement. Rivals by their titles: clauses that the other one may be as well. */
  | {
      readonly code: "pair-unsure";
      readonly confidence: number;
      readonly rivals: { readonly old: readonly string[]; readonly new: readonly string[] };
    }
  | { readonly code: "split"; readonly into: readonly string[] }
  | { readonly code: "merged"; readonly into: string; readonly with: readonly string[] }
  /** The text that the rules read is another one. */
  | { readonly code: "text-changed"; readonly changes: readonly ClauseChange[] }
  /** Figures or frequencies of that text changed: the old amounts no longer hold. */
  | { readonly code: "figures-changed"; readonly gone: readonly string[]; readonly come: readonly string[] }
  /** Amounts of the old rules that do not go with the new points. */
  | { readonly code: "points-misfit"; readonly from: Points; readonly to: Points; readonly rules: readonly string[] }
  /** Both editions name responsible units, and not the same ones; the workspace's own stay. */
  | { readonly code: "units-differ"; readonly kept: readonly string[]; readonly named: readonly string[] }
  /** The old reading states days of its own, and the new edition assesses another period. */
  | { readonly code: "days-of-old-period"; readonly from: DateRange; readonly to: DateRange }
  | { readonly code: "kind-changed"; readonly from: string; readonly to: string };

/** Where a material, a fact or a rule of the old edition is now: its clause and its id there. */
export interface CarriedItem {
  readonly clause: string;
  readonly id: string;
}

/** One clause of the old edition and what becomes of it. */
export interface ClauseCarry {
  readonly old: PlacedClause;
  readonly outcome: CarryOutcome;
  /** The clauses of the new edition that it is now, by their final ids; the first takes its place. Empty: orphaned. */
  readonly to: readonly string[];
  readonly reading: ActiveReading;
  readonly doubts: readonly CarryDoubt[];
  /** What became different that no person need look at: number, section, title. */
  readonly changes: readonly ClauseChange[];
  /** By the id in the old clause; what is absent has no successor. */
  readonly evidence: ReadonlyMap<string, CarriedItem>;
  readonly inputs: ReadonlyMap<string, CarriedItem>;
  readonly rules: ReadonlyMap<string, CarriedItem>;
}

/** One clause of the new edition as it will be written. */
export interface ClauseMerge {
  readonly id: string;
  readonly new: PlacedClause;
  /** The clauses it comes from, the one whose place it takes first; empty: added. */
  readonly from: readonly ClauseCarry[];
  readonly formerIds: readonly string[];
  readonly reading: ActiveReading;
  /** Beside the new reading: materials of the old one, by id, that the new file says nothing of. People asked for them. */
  readonly keptEvidence: readonly string[];
  /** Ids that items of the new reading get, so that no old reference means another thing: by the id in the new file. */
  readonly evidenceIds: ReadonlyMap<string, string>;
  readonly inputIds: ReadonlyMap<string, string>;
  readonly ruleIds: ReadonlyMap<string, string>;
  /** Which material of the old reading each of the new file's is: new file's id → old id in `clause`. */
  readonly mendedEvidence: ReadonlyMap<string, CarriedItem>;
  readonly mendedInputs: ReadonlyMap<string, CarriedItem>;
}

/** 换版方案: from the old edition with its reading to the new one. Pure; the same two editions give the same plan. */
export interface MigrationPlan {
  readonly diff: EditionDiff;
  /** In the order of the old edition. */
  readonly carries: readonly ClauseCarry[];
  /** In the order of the new edition. */
  readonly merges: readonly ClauseMerge[];
  /** By the id in the new file. */
  readonly sectionIds: ReadonlyMap<string, string>;
  readonly fieldIds: ReadonlyMap<string, string>;
  readonly retired: readonly { readonly id: string; readonly title: string }[];
}

/** What refers to a clause outside the 细则. */
export type ReferenceKind = "pin" | "return" | "judgement";

/**
 * same: the reference holds as it stands; renamed: its id was rewritten; review: it holds, but its clause is doubtful;
 * removed: a part that the new edition cannot take was turned into a comment; orphaned: its clause is gone; untouchable: it
 * would have to change, but lies in the evidence folder, where nothing is written.
 */
export type ReferenceFate = "same" | "renamed" | "review" | "removed" | "orphaned" | "untouchable";

/** One pin, one entry of a return or of judgements.yaml. `place` is where it stands before the change. */
export interface ReferenceCarry {
  readonly kind: ReferenceKind;
  readonly fate: ReferenceFate;
  readonly place: Place;
  /** The old clause. */
  readonly clause: string;
  /** The clauses it is about afterwards. */
  readonly to: readonly string[];
  /** pin: the path; return: the unit's file. */
  readonly about: string;
  /** A person must look: its clause is doubtful, or a part of it does not hold. */
  readonly review: boolean;
  /** What was turned into a comment, as it was written, each with why. */
  readonly removed: readonly { readonly written: string; readonly why: Removal }[];
}

/** Why a part of a pin, a return or a judgement cannot stay. */
export type Removal =
  /** The new reading has no such material, fact or rule. */
  | { readonly code: "item-gone"; readonly what: ItemKind; readonly id: string; readonly clause: string }
  /** It is in another clause now, which was split off. */
  | { readonly code: "item-moved"; readonly what: ItemKind; readonly id: string; readonly to: string }
  /** Two entries for clauses that are one now: the other one holds. */
  | { readonly code: "entry-merged"; readonly clause: string; readonly into: string }
  /** The new edition refuses it: a claim above the points, a judgement out of bounds. */
  | { readonly code: "refused"; readonly problem: Problem };
export type ItemKind = "evidence" | "input" | "rule";
