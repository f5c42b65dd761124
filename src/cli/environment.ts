import type { CalendarDate } from "../model/dates.ts";

/** The world as the commands see it: everything that is not an argument comes in here. */
export interface Environment {
  readonly cwd: string;
  readonly print: (text: string) => void;
  /** Standard error: diagnostics and progress. */
  readonly complain: (text: string) => void;
  /** Progress lines may be drawn over: standard error is a terminal. */
  readonly showsProgress: boolean;
  /** Colours are wanted on standard output. */
  readonly colours: boolean;
  readonly columns: number;
  readonly today: () => CalendarDate;
  /** Aborted when the user interrupts: commands look at it between two steps. */
  readonly signal: AbortSignal;
}

/** Flags that every command that reads a workspace takes. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  /** Judge by names alone, read no file. */
  readonly namesOnly?: boolean;
  /** Recognise scans; a text is the folder of the add-on. */
  readonly ocr?: boolean | string;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

export interface CheckOptions extends CommonOptions {
  readonly unit?: string;
  readonly field?: string;
  readonly all?: boolean;
}
export interface BuildOptions extends CommonOptions {
  readonly unit?: string;
  readonly field?: string;
  readonly out?: string;
  readonly strict?: boolean;
}
