import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import { demoWorkspace } from "../../src/demo/demo-workspace.ts";
import { parseDate } from "../../src/model/dates.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { Scorecard } from "../../src/model/scorecard.ts";
import { assess } from "../../src/pipeline.ts";
import { type DocumentRead, readDocument } from "../../src/reading/read-document.ts";
import { parseJudgements } from "../../src/workspace/parse-judgements.ts";
import { parsePins } from "../../src/workspace/parse-pins.ts";
import { parseReturn } from "../../src/workspace/parse-return.ts";
import { parseWorkspace } from "../../src/workspace/parse-workspace.ts";

/** The demo assessed with everything that its files say: what `yingkao check` sees, without disk, cache and workers. `byNames`: nothing is read. */
export async function checkedDemo(byNames = false): Promise<Scorecard> {
  const text = readFileSync(new URL("../../criteria/sample-2024.yaml", import.meta.url), "utf8");
  const criteria = accepted(parseCriteria({ path: "criteria/2024.yaml", text }));
  const files = await demoWorkspace(text);
  const source = (path: string) => ({ path, text: new TextDecoder().decode(files.find((file) => file.path === path)?.bytes) });
  const workspace = accepted(parseWorkspace(source("yingkao.yaml")));
  const evidence = files
    .filter(({ path }) => path.startsWith("evidence/"))
    .map(({ path, bytes }) => ({ path: path.slice("evidence/".length), bytes }));
  const read = new Map<string, DocumentRead>();
  for (const { path, bytes } of evidence)
    if (bytes.length > 0 && !byNames) read.set(path, await readDocument(bytes, path.slice(path.lastIndexOf("/") + 1)));
  const listed = evidence.map(({ path, bytes }) => ({
    path,
    bytes: bytes.length,
    kind: "file" as const,
    contentHash: createHash("sha256").update(bytes).digest("hex"),
  }));
  const asOf = parseDate("2024-12-10");
  if (asOf === undefined) throw new Error("2024-12-10 is a day");
  const matches = (pattern: string): readonly string[] => listed.map(({ path }) => path).filter((path) => path.startsWith(pattern));
  const papers = {
    returns: files
      .filter(({ path }) => path.startsWith("returns/"))
      .map(({ path }) => accepted(parseReturn(source(path), criteria, workspace))),
    judgements: accepted(parseJudgements(source("judgements.yaml"), criteria)),
    pins: accepted(parsePins(source("mapping.yaml"), criteria, matches)),
  };
  const listing = { files: listed, emptyFolders: [], topFolders: [...new Set(listed.map(({ path }) => path.split("/")[0] ?? ""))] };
  const readings = { of: (path: string) => read.get(path)?.reading, textOf: (path: string) => read.get(path)?.text };
  return assess({ workspace, criteria, papers, listing, isIgnored: () => false, readings, asOf }).scorecard;
}

function accepted<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.errors.map((error) => error.code).join("、"));
  return outcome.value;
}
