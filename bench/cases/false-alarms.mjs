import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { attempt } from "./attempt.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Sound papers (test/checking/clean-corpus.ts): how many findings there are, and how many papers are not counted. Every one is a false alarm. */
export async function* falseAlarmRows({ work }) {
  const compiled = compile(join(work, "false-alarms"));
  const { cleanCorpus } = await load(compiled, "test/checking/clean-corpus.js");
  const { checkPapers } = await load(compiled, "test/checking/read-papers.js");
  const { describeFileProblem } = await load(compiled, "src/messages/file-problems.js");
  const row = { what: `核对，没有毛病的材料 ${cleanCorpus.length} 份，误报`, baseline: "人工标注", limit: 0, unit: " 处" };
  yield attempt(row, () => {
    const { problems, admissions } = checkPapers(cleanCorpus);
    const said = [...problems].flatMap(([path, found]) => found.map((problem) => `${path}：${describeFileProblem(problem)}`));
    const refused = admissions.filter(({ verdict }) => verdict !== "counts");
    for (const line of said) process.stderr.write(`  ${line}\n`);
    const kinds = new Set(cleanCorpus.map(({ format = "docx" }) => format)).size;
    const detail = `${kinds} 种格式，有话说的 ${new Set(said.map((line) => line.split("：")[0])).size} 份，不算数的 ${refused.length} 份`;
    return { ratio: said.length, low: said.length, high: said.length, detail };
  });
}

/** The corpus is TypeScript and lies with the tests; it is compiled together with the sources that it is checked by. */
function compile(folder) {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "tsconfig.json");
  const files = ["test/checking/clean-corpus.ts", "test/checking/read-papers.ts", "src/messages/file-problems.ts"].map((name) =>
    join(root, name),
  );
  const compilerOptions = { noEmit: false, outDir: join(folder, "out"), rootDir: root, declaration: false, sourceMap: false };
  writeFileSync(config, JSON.stringify({ extends: join(root, "tsconfig.json"), compilerOptions, files, include: [] }));
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", config], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  return join(folder, "out");
}

function load(folder, path) {
  return import(pathToFileURL(join(folder, path)).href);
}
