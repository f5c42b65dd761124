import { Command, CommanderError } from "commander";
import { makeDate } from "../model/dates.ts";
import type { DiffOptions } from "./commands/criteria-diff.ts";
import type { ExportOptions } from "./commands/criteria-export.ts";
import type { ImportCommandOptions } from "./commands/criteria-import.ts";
import { withCommonOptions } from "./common-options.ts";
import type { BuildOptions, CheckOptions, Environment } from "./environment.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { inChinese } from "./help-in-chinese.ts";
import { addMigrate } from "./migrate/add-migrate.ts";
import { explainUsage } from "./usage-errors.ts";
import { version } from "./version.ts";

/** The whole command line: arguments in, exit code out. Never ends the process itself. */
export async function main(argv: readonly string[], environment: Environment = processEnvironment()): Promise<ExitCode> {
  let outcome: ExitCode = exitCodes.ready;
  const program = buildProgram(environment, (code) => (outcome = code));
  try {
    await program.parseAsync([...argv], { from: "user" });
    return outcome;
  } catch (error) {
    if (environment.signal.aborted) {
      environment.complain("\n已中断。没有留下写了一半的文件，重新运行即可。\n");
      return exitCodes.interrupted;
    }
    if (error instanceof CommanderError) return explainUsage(error, argv, program, environment);
    environment.complain(
      `程序内部错误，请把以下内容连同操作步骤反馈给维护人员：\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return exitCodes.bug;
  }
}

type Finish = (code: ExitCode) => void;

function buildProgram(environment: Environment, finish: Finish): Command {
  const program = inChinese(new Command("yingkao"), environment)
    .description("迎考：对照考核细则清点佐证材料，自查自评，生成自查报告、对照自查评分说明、缺项清单")
    .version(version, "-V, --version", "显示版本号")
    .addHelpText("after", examples);
  addInit(program, environment, finish);
  addCheck(program, environment, finish);
  addBuild(program, environment, finish);
  addCriteria(program, environment, finish);
  return program;
}

const examples = `
例子：
  yingkao init --demo 演示工作区      建一个带示例细则和材料的演示工作区
  yingkao check                      看还缺什么、要丢几分（失分多的在前）
  yingkao check --unit 区教育局       只看一个单位
  yingkao build                      生成全部文档
  yingkao criteria lint 细则.yaml     检查细则写得对不对、分值加不加得拢

退出码：0 已就绪　1 有缺项　2 输入有误　3 部分材料读不出　70 程序自身错误　130 被中断
`;

function addInit(program: Command, environment: Environment, finish: Finish): void {
  program
    .command("init")
    .description("新建工作区（yingkao.yaml、细则样例、材料文件夹）")
    .argument("[文件夹]", "放在哪个文件夹，默认当前文件夹")
    .option("--demo", "填入示例细则、单位和佐证材料")
    .option("-q, --quiet", "只报错误")
    .addHelpText("after", "\n例子：\n  yingkao init 迎考2024\n  yingkao init --demo 演示工作区\n")
    .action(async (dir: string | undefined, options: { demo?: boolean; quiet?: boolean }) => {
      const { initCommand } = await import("./commands/init.ts");
      finish(await initCommand(dir ?? ".", options, environment));
    });
}

function addCheck(program: Command, environment: Environment, finish: Finish): void {
  withCommonOptions(program.command("check"))
    .description("对照细则查缺项，失分多的在前")
    .option("-u, --unit <单位>", "只看一个单位（名称或简称）")
    .option("-f, --field <领域>", "只看一个领域（名称或代号）")
    .option("--all", "列出全部缺项（默认列前 30 项）")
    .addHelpText(
      "after",
      "\n例子：\n  yingkao check\n  yingkao check --unit 应急局\n  yingkao check --field 消防 --as-of 2024-12-10\n  yingkao check --json > 结果.json\n",
    )
    .action(async (options: CheckOptions) => {
      const { checkCommand } = await import("./commands/check.ts");
      finish(await checkCommand(options, environment));
    });
}

function addBuild(program: Command, environment: Environment, finish: Finish): void {
  withCommonOptions(program.command("build"))
    .description("生成自查报告、对照自查评分说明、缺项清单等全部文档")
    .option("-u, --unit <单位>", "只生成一个单位的")
    .option("-f, --field <领域>", "只生成一个领域的")
    .option("-o, --out <文件夹>", "输出到哪里（默认按 yingkao.yaml 的 output）")
    .option("--strict", "有缺项时退出码与 check 相同")
    .addHelpText("after", "\n例子：\n  yingkao build\n  yingkao build --field 消防\n  yingkao build --out D:/迎考/输出\n")
    .action(async (options: BuildOptions) => {
      const { buildCommand } = await import("./commands/build.ts");
      finish(await buildCommand(options, environment));
    });
}

function addCriteria(program: Command, environment: Environment, finish: Finish): void {
  const criteria = inChinese(program.command("criteria"), environment).description("考核细则：导入、导出、检查、比对、换版");
  addCriteriaImport(criteria, environment, finish);
  addCriteriaExport(criteria, environment, finish);
  addDiff(criteria, environment, finish);
  addMigrate(criteria, environment, finish);
  inChinese(criteria.command("lint"), environment)
    .description("检查细则写得对不对、分值加不加得拢")
    .argument("<文件>", "细则 YAML 文件")
    .option("--json", "输出一个 JSON 文档")
    .option("--strict", "有提醒也算不通过")
    .addHelpText("after", "\n例子：\n  yingkao criteria lint criteria/2024.yaml\n")
    .action(async (file: string, options: { json?: boolean; strict?: boolean }) => {
      const { criteriaLintCommand } = await import("./commands/criteria-lint.ts");
      finish(await criteriaLintCommand(file, options, environment));
    });
}

function addDiff(criteria: Command, environment: Environment, finish: Finish): void {
  const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  inChinese(criteria.command("diff"), environment)
    .description("比对细则的两个版本：新增、删去、拆分、合并、移动、改分值、改文字、改责任单位")
    .argument("<旧版>", "旧版细则 YAML 文件")
    .argument("<新版>", "新版细则 YAML 文件")
    .option("-o, --out <文件>", "写成可以会上传阅的对照表（.docx 或 .xlsx），可以写几次", each)
    .option("--force", "对照表文件已经有了也覆盖")
    .option("--json", "标准输出只输出一个 JSON 文档")
    .option("--strict", "有差别时退出码为 1")
    .option("-q, --quiet", "只报错误")
    .option("--no-color", "不用颜色")
    .addHelpText(
      "after",
      "\n例子：\n  yingkao criteria diff 初稿.yaml 正式稿.yaml\n  yingkao criteria diff 初稿.yaml 正式稿.yaml -o 对照表.docx -o 对照表.xlsx\n",
    )
    .action(async (old: string, next: string, options: DiffOptions) => {
      const { criteriaDiffCommand } = await import("./commands/criteria-diff.ts");
      finish(await criteriaDiffCommand(old, next, options, environment));
    });
}

function addCriteriaExport(criteria: Command, environment: Environment, finish: Finish): void {
  const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  inChinese(criteria.command("export"), environment)
    .description("把细则写成通行的评分表和责任分解表（.docx、.xlsx），改好后还能导入")
    .argument("[文件]", "细则 YAML 文件，默认用工作区的细则")
    .option("-o, --out <文件>", "细则和责任分解表写在一起（.docx 或 .xlsx），可以写几次", each)
    .option("--tasks <文件>", "只写责任分解表，一个单位一页（.docx 或 .xlsx），可以写几次", each)
    .option("--no-rules", "不附“评分规则（程序用）”，印发用")
    .option("-C, --workspace <文件夹>", "用哪个工作区的单位和报送时限")
    .option("--force", "文件已经有了也覆盖")
    .option("-q, --quiet", "只报错误")
    .addHelpText("after", exportExamples)
    .action(async (file: string | undefined, options: ExportOptions) => {
      const { criteriaExportCommand } = await import("./commands/criteria-export.ts");
      finish(await criteriaExportCommand(file, options, environment));
    });
}

const exportExamples = `
例子：
  yingkao criteria export -o 细则.docx -o 细则.xlsx
  yingkao criteria export --tasks 责任分解表.docx
  yingkao criteria export criteria/2024.yaml --no-rules -o 印发稿.docx
`;

function addCriteriaImport(criteria: Command, environment: Environment, finish: Finish): void {
  const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  inChinese(criteria.command("import"), environment)
    .description("把 Word、Excel 里的考核细则读成细则 YAML")
    .argument("<文件...>", "细则文件：.xlsx、.xls、.docx、.doc、.csv；几个文件合成一份细则")
    .requiredOption("-o, --output <文件>", "写到哪个 YAML 文件")
    .option("--table <序号>", "只读第几张表；几张写 1,2，或者写几次", each)
    .option("--sheet <名称>", "只读哪张工作表；可写几次", each)
    .option("--year <年份>", "考核年度，例如 2024（默认从文件里读）")
    .option("--update", "并入已有的细则：原文换新，改过的规则、材料、责任单位保留")
    .option("--force", "已有同名文件时整个重写")
    .option("--json", "标准输出只输出一个 JSON 文档")
    .addHelpText("after", importExamples)
    .action(async (files: readonly string[], options: ImportCommandOptions) => {
      const { criteriaImportCommand } = await import("./commands/criteria-import.ts");
      finish(await criteriaImportCommand(files, options, environment));
    });
}

const importExamples = `
例子：
  yingkao criteria import 考核细则.docx -o criteria/2024.yaml
  yingkao criteria import 细则.xlsx --sheet 安全生产 --sheet 消防 -o criteria/2024.yaml
  yingkao criteria import 正式稿.docx --update -o criteria/2024.yaml

拿不准的地方都列出来，也写在 YAML 的注释里（待核对），带着原文件里的位置。读不成时不写任何文件。
读成的评分规则是程序的读法，用来自评之前请对照原文逐条核对。
`;

/** Ctrl-C asks the commands to stop between two documents; a second Ctrl-C ends the process the hard way. */
function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  process.once("SIGTERM", () => controller.abort());
  return controller.signal;
}

function processEnvironment(): Environment {
  const now = new Date();
  // A reader that has seen enough (| head) closes the pipe: that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    cwd: process.cwd(),
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    showsProgress: process.stderr.isTTY,
    colours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined && process.env["TERM"] !== "dumb",
    columns: process.stdout.columns || 100,
    signal: abortOnInterrupt(),
    today: () => {
      const today = makeDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
      if (today === undefined) throw new Error(`the system clock says ${now.toISOString()}, outside the years 1900–2199`);
      return today;
    },
  };
}
