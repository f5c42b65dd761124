import { demoEvidence } from "./demo-evidence.ts";
import type { DemoFile } from "./demo-file.ts";
import { workspacePapers } from "./workspace-papers.ts";

/**
 * Everything that `yingkao init --demo` writes, in code-point order of the paths: a made-up district three weeks before its assessment.
 * `criteria`: the text of the sample 细则 shipped as criteria/sample-2024.yaml, read by the caller, so that there is one copy of it.
 * The same text gives the same bytes.
 */
export async function demoWorkspace(criteria: string): Promise<readonly DemoFile[]> {
  const texts = [["criteria/2024.yaml", criteria] as const, ...workspacePapers()];
  const evidence = await demoEvidence();
  return [
    ...texts.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
    ...evidence.map(({ path, bytes }) => ({ path: `evidence/${path}`, bytes })),
  ].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
