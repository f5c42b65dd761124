import type { Command } from "commander";
import type { MigrateOptions } from "../commands/criteria-migrate.ts";
import { withCommonOptions } from "../common-options.ts";
import type { Environment } from "../environment.ts";
import type { ExitCode } from "../exit-codes.ts";
import { inChinese } from "../help-in-chinese.ts";

/** Puts `criteria migrate` on the command line. */
export function addMigrate(criteria: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const each = (path: string, before: readonly string[] = []): readonly string[] => [...before, path];
  withCommonOptions(inChinese(criteria.command("migrate"), environment))
    .description("换版：把初稿上做的规则、材料、责任单位、人工对应和自评带到正式稿")
    .argument("[旧版]", "现在用的细则 YAML 文件")
    .argument("[新版]", "新版细则 YAML 文件（criteria import 读出来的）")
    .option("--write", "照方案改写（默认只看方案，什么都不写）")
    .option("--undo", "撤销上一次换版，文件恢复得一字不差")
    .option("--resume", "把中断的换版写完")
    .option("-o, --out <文件>", "把方案写成 .docx、.xlsx 或 .json，可以写几次", each)
    .option("--force", "换版以后改过的文件也撤销（改过的留一份）；-o 的文件已经有了也覆盖")
    .option("--all", "沿用的条款、不用核对的对应也列出")
    .addHelpText("after", examples)
    .action(async (old: string | undefined, next: string | undefined, options: MigrateOptions) => {
      const { criteriaMigrateCommand } = await import("../commands/criteria-migrate.ts");
      finish(await criteriaMigrateCommand(old, next, options, environment));
    });
}

const examples = `
例子：
  yingkao criteria migrate criteria/初稿.yaml criteria/正式稿.yaml
  yingkao criteria migrate criteria/初稿.yaml criteria/正式稿.yaml -o 换版对照表.docx
  yingkao criteria migrate criteria/初稿.yaml criteria/正式稿.yaml --write
  yingkao criteria migrate --undo

退出码：0 都带过来了，不用核对　1 有待核对或者无处可归的　2 输入有误
`;
