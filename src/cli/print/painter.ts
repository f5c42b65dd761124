import pc from "picocolors";
import type { CommonOptions, Environment } from "../environment.ts";

/** What colours mean here; plain text when the terminal or the user wants none. */
export interface Painter {
  readonly heading: (text: string) => string;
  readonly lost: (text: string) => string;
  readonly open: (text: string) => string;
  readonly good: (text: string) => string;
  readonly faint: (text: string) => string;
}

export function painter(environment: Environment, options: CommonOptions): Painter {
  const colours = pc.createColors(environment.colours && options.color !== false);
  return { heading: colours.bold, lost: colours.red, open: colours.yellow, good: colours.green, faint: colours.dim };
}

/** How the answer of `check` is to be written out. */
export interface CheckTextOptions {
  readonly all: boolean;
  readonly paint: Painter;
  readonly columns: number;
}
