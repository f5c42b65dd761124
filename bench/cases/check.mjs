import { join } from "node:path";
import { makeWorkspace } from "../make-workspace.mjs";
import { sideBySide } from "../measure.mjs";
import { attempt, timesDetail } from "./attempt.mjs";

/** `check` exits 1 when there are gaps and 3 when a file could not be read: both are measurements. */
const okCodes = [0, 1, 3];

/** A clerk's check of 20,000 files against reading them all once, which is what any tool that compares contents has to do. */
export function* checkRows({ work, quick, cli, rounds }) {
  const files = quick ? 2_000 : 20_000;
  // A notice is 30 KB, a scan or a photo one to three megabytes: a mean of 256 KB is still less than what units hand in.
  const meanBytes = 256 * 1024;
  for (const [sizes, limit, label] of [
    ["own", 0.3, "大小大多不同"],
    ["shared", 1.3, "大小和开头都相同，须读完全部内容"],
  ]) {
    const row = { what: `check --names-only，${files} 份材料，${label}`, baseline: "find | xargs -P2 sha256sum", limit };
    yield attempt(row, () => {
      const root = makeWorkspace(work, { name: `check-${sizes}-${files}`, clauses: 200, units: 40, files, sizes, meanBytes });
      const ours = { command: process.execPath, args: [cli, "check", "-C", root, "--quiet", "--names-only"], okCodes };
      const command = `find '${join(root, "evidence")}' -type f -print0 | xargs -0 -P2 sha256sum`;
      const result = sideBySide(ours, { command: "sh", args: ["-c", command] }, rounds);
      return { ...result, detail: timesDetail(result) };
    });
  }
}
