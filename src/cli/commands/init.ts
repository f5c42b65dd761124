import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { displayPath } from "../../io/read-text.ts";
import { writeWhole } from "../../io/write-whole.ts";
import { pathPlace } from "../../model/place.ts";
import { refuseInput } from "../complain.ts";
import type { Environment } from "../environment.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { starterFiles, starterFolders } from "../starter.ts";

export interface InitOptions {
  readonly demo?: boolean;
  readonly quiet?: boolean;
}

/** The sample 细则 that ships with the program. */
const sampleCriteria = fileURLToPath(new URL("../../../criteria/sample-2024.yaml", import.meta.url));

const shippedSchemas = fileURLToPath(new URL("../../../criteria/schema", import.meta.url));

/** `init`: a workspace to start from; never writes into a folder that already holds something. */
export async function initCommand(dir: string, options: InitOptions, environment: Environment): Promise<ExitCode> {
  const root = resolve(environment.cwd, dir);
  const shown = displayPath(root, environment.cwd);
  if (isTaken(root))
    return refuseInput([{ severity: "error", place: pathPlace(shown), code: "folder-not-empty", path: shown }], [], environment);
  const count = options.demo === true ? await writeDemo(root, environment) : await writeStarter(root, environment);
  // Editors that know the schemas complete keys and show what they mean, also without internet.
  await cp(shippedSchemas, join(root, "criteria/schema"), { recursive: true });
  if (options.quiet !== true) environment.print(options.demo === true ? demoText(shown, count) : starterText(shown));
  return exitCodes.ready;
}

function isTaken(root: string): boolean {
  return existsSync(root) && readdirSync(root).length > 0;
}

async function writeDemo(root: string, environment: Environment): Promise<number> {
  const { demoWorkspace } = await import("../../demo/demo-workspace.ts");
  const files = await demoWorkspace(await readFile(sampleCriteria, "utf8"));
  for (const { path, bytes } of files) {
    environment.signal.throwIfAborted();
    await writePlain(join(root, path), bytes);
  }
  return files.length;
}

async function writeStarter(root: string, environment: Environment): Promise<number> {
  const files = starterFiles(environment.today());
  for (const folder of starterFolders) await mkdir(join(root, folder), { recursive: true });
  for (const [path, text] of files) await writeWhole(join(root, path), text);
  return files.length;
}

/** A new workspace holds nothing that could be lost, so the flush to disk that documents get is left out here. */
async function writePlain(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

function demoText(shown: string, count: number): string {
  return `已在 ${shown} 建好演示工作区（${String(count)} 个文件：示例细则、单位、自评表和佐证材料，均为虚构）。

下一步：
  yingkao check -C ${shown}      看缺什么、丢几分
  yingkao build -C ${shown}      生成全部文档
`;
}

function starterText(shown: string): string {
  return `已在 ${shown} 建好工作区。

下一步：
  1. 把考核细则写进 criteria/criteria.yaml（里面有一条样例和说明）；细则是 Word、Excel 表格的，用
     yingkao criteria import 考核细则.docx -o ${shown}/criteria/criteria.yaml 读进来再核对（样例没有动过的直接换掉）；
  2. 在 yingkao.yaml 的 units 里列出责任单位；
  3. 把各单位报来的材料按单位放进 evidence 下的文件夹；
  4. 运行 yingkao check -C ${shown}
`;
}
