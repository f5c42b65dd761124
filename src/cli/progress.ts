import type { CommonOptions, Environment } from "./environment.ts";

export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly end: () => void;
}

/** One line on standard error that is drawn over, only on a terminal and not under --quiet or --json. */
export function progress(environment: Environment, options: CommonOptions): ProgressLine {
  if (!environment.showsProgress || options.quiet === true || options.json === true) return { show: () => undefined, end: () => undefined };
  let shown = "";
  return {
    show: (text) => {
      if (text === shown) return;
      shown = text;
      environment.complain(`\r\u001b[2K${text}`);
    },
    end: () => {
      if (shown !== "") environment.complain("\r\u001b[2K");
      shown = "";
    },
  };
}
