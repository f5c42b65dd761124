import type { Environment } from "../src/cli/environment.ts";
import { parseDate } from "../src/model/dates.ts";

/** A terminal that remembers: 100 columns, no colours, 10 December 2024. */
export function recordingEnvironment(cwd: string): {
  readonly environment: Environment;
  readonly printed: () => string;
  readonly complained: () => string;
} {
  const [out, err]: [string[], string[]] = [[], []];
  const today = parseDate("2024-12-10");
  if (today === undefined) throw new Error("no such day");
  return {
    environment: {
      cwd,
      print: (text) => void out.push(text),
      complain: (text) => void err.push(text),
      showsProgress: false,
      colours: false,
      columns: 100,
      today: () => today,
      signal: new AbortController().signal,
    },
    printed: () => out.join(""),
    complained: () => err.join(""),
  };
}
