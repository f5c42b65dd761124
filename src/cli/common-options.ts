import type { Command } from "commander";

/** Flags that every command that reads a workspace takes. */
export function withCommonOptions(command: Command): Command {
  return command
    .option("-C, --workspace <文件夹>", "工作区（默认从当前文件夹往上找 yingkao.yaml）")
    .option("--as-of <日期>", "以哪一天为准，如 2024-12-10（默认按 yingkao.yaml，再默认今天）")
    .option("--names-only", "只看名称，不读内容")
    .option("--ocr [文件夹]", "识别扫描件（要先装识别组件；文件夹：组件不在程序里时在哪里）")
    .option("--no-ocr", "这一次不识别扫描件")
    .option("--json", "标准输出只输出一个 JSON 文档")
    .option("-q, --quiet", "只报错误")
    .option("--no-color", "不用颜色");
}
