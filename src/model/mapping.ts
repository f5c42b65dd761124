import type { CalendarDate } from "./dates.ts";
import type { EvidenceFile, IgnoredFile } from "./evidence-file.ts";
import type { Place } from "./place.ts";
import type { TextPlace } from "./reading.ts";

/** A decision made by a person in mapping.yaml. */
export interface Pin {
  /** As written: a file, a folder (ends with /) or a glob. */
  readonly path: string;
  /** The listed files it names, resolved against the evidence root. */
  readonly files: readonly string[];
  readonly targets: readonly PinTarget[];
  /** 不作为佐证材料. */
  readonly ignore: boolean;
  /** 成文日期 stated by the person, when the name says none or says it wrongly. */
  readonly date?: CalendarDate;
  readonly note?: string;
  readonly place: Place;
}
export interface PinTarget {
  readonly clause: string;
  readonly evidence?: string;
}

/** Why a file is thought to belong to a clause; facts only, the words are in messages/. */
export type LinkReason =
  | { readonly code: "pinned"; readonly pin: string; readonly note?: string }
  | { readonly code: "folder-number"; readonly folder: string; readonly label: string }
  | { readonly code: "folder-title"; readonly folder: string; readonly title: string }
  | { readonly code: "folder-section"; readonly folder: string; readonly section: string }
  | { readonly code: "folder-evidence"; readonly folder: string; readonly evidence: string }
  | { readonly code: "name-number"; readonly label: string }
  | { readonly code: "name-title"; readonly title: string }
  | { readonly code: "name-keywords"; readonly keywords: readonly string[] }
  | { readonly code: "name-kind"; readonly kind: string }
  | { readonly code: "only-requirement"; readonly evidence: string }
  | { readonly code: "unit-owes"; readonly unit: string }
  | { readonly code: "unit-does-not-owe"; readonly unit: string }
  | { readonly code: "number-title-disagree"; readonly label: string; readonly title: string }
  | { readonly code: "folder-name-disagree"; readonly folder: string }
  | ContentReason;

/** What the document itself says for or against; `quote` is the stretch read, `at` where it stands. */
export type ContentReason =
  /** `title`: the clause or requirement that the document's own title names. */
  | { readonly code: "content-title"; readonly quote: string; readonly at: TextPlace; readonly title: string }
  | { readonly code: "content-keywords"; readonly keywords: readonly string[]; readonly quote: string; readonly at: TextPlace }
  | { readonly code: "content-kind"; readonly kind: string; readonly quote: string; readonly at: TextPlace }
  | { readonly code: "content-issuer"; readonly issuer: string; readonly quote: string; readonly at: TextPlace }
  /** Many words of the text are the requirement's: `share` of them in percent. */
  | { readonly code: "content-alike"; readonly evidence: string; readonly share: number }
  /** The text came from pictures: never believed alone. */
  | { readonly code: "content-recognised" }
  /** The document is about something else than its name or its folder. */
  | { readonly code: "name-content-disagree"; readonly quote: string; readonly at: TextPlace }
  | { readonly code: "folder-content-disagree"; readonly folder: string; readonly quote: string; readonly at: TextPlace };

/** 佐证材料 → 条款. */
export interface Link {
  readonly clause: string;
  /** The requirement it proves; undefined: it belongs to the clause, but the name does not say as what. */
  readonly evidence?: string;
  /** 0–100; a pin is 100. `confidentFrom` and above counts without asking. */
  readonly confidence: number;
  readonly reasons: readonly LinkReason[];
}

/** Below this a link is only a candidate, listed for a person. */
export const confidentFrom = 80;

export type MappingStatus = "matched" | "ambiguous" | "unclaimed" | "ignored";

export interface FileMapping {
  readonly file: EvidenceFile;
  readonly status: Exclude<MappingStatus, "ignored">;
  /** matched: what it proves. ambiguous: the candidates, likeliest first. */
  readonly links: readonly Link[];
  /** 成文日期 stated by a pin. */
  readonly pinnedDate?: CalendarDate;
}

export interface Mapping {
  readonly files: readonly FileMapping[];
  readonly ignored: readonly IgnoredFile[];
}
