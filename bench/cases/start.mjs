import { sideBySide } from "../measure.mjs";
import { attempt, timesDetail } from "./attempt.mjs";

/** What a clerk waits for before the first word appears. */
export function* startRows({ cli, rounds }) {
  yield attempt({ what: "yingkao --help 的启动", baseline: "node -e 0", limit: 2 }, () => {
    const result = sideBySide(
      { command: process.execPath, args: [cli, "--help"] },
      { command: process.execPath, args: ["-e", "0"] },
      rounds * 4,
    );
    return { ...result, detail: timesDetail(result) };
  });
}
