import type { Command, CommanderError } from "commander";
import { nearest } from "../written/nearest.ts";
import type { Environment } from "./environment.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** What commander refused, in Chinese and with the nearest right word. Help and version are no errors. */
export function explainUsage(error: CommanderError, argv: readonly string[], program: Command, environment: Environment): ExitCode {
  if (error.exitCode === 0) return exitCodes.ready;
  const command = commandOf(argv, program);
  if (error.code === "commander.help") {
    environment.complain(command.helpInformation());
    return exitCodes.wrongInput;
  }
  const offender = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  environment.complain(`错误：${sentence(error.code, offender, command, argv)}\n用法见：${path(command)} --help\n`);
  return exitCodes.wrongInput;
}

function sentence(code: string, offender: string, command: Command, argv: readonly string[]): string {
  switch (code) {
    case "commander.unknownCommand":
      return `没有「${offender}」这个命令。${suggestion(
        offender,
        command.commands.map((sub) => sub.name()),
      )}`;
    case "commander.unknownOption":
      return `没有「${offender}」这个选项。${suggestion(
        offender,
        command.options.flatMap((option) => (offender.startsWith("--") ? [option.long ?? ""] : [option.long ?? "", option.short ?? ""])),
      )}`;
    case "commander.optionMissingArgument":
      return `选项「${offender}」后面要跟一个值。`;
    case "commander.missingMandatoryOptionValue":
      return `少了选项「${offender}」。`;
    case "commander.missingArgument":
      return `少了参数「${offender}」。`;
    case "commander.excessArguments":
      return excess(argv, command);
    default:
      return `命令写得不对（${offender === "" ? argv.join(" ") : offender}）。`;
  }
}

/** An unknown word after the program name is reported by commander as a surplus argument when the program has none. */
function excess(argv: readonly string[], command: Command): string {
  const word = argv.find((argument) => !argument.startsWith("-") && argument !== command.name()) ?? "";
  return command.commands.length > 0
    ? `没有「${word}」这个命令。${suggestion(
        word,
        command.commands.map((sub) => sub.name()),
      )}`
    : "参数太多，请检查是否漏了引号（含空格的路径要加引号）。";
}

function suggestion(written: string, known: readonly string[]): string {
  const words = known.filter((word) => word !== "");
  const close = nearest(written, words);
  return close === undefined ? `可用的有：${words.filter((word) => word.length > 2).join("、")}。` : `是不是要写「${close}」？`;
}

/** The deepest command that the arguments name. */
function commandOf(argv: readonly string[], program: Command): Command {
  let current = program;
  for (const argument of argv) {
    const next = current.commands.find((sub) => sub.name() === argument);
    if (next === undefined) break;
    current = next;
  }
  return current;
}

function path(command: Command): string {
  return command.parent === null ? command.name() : `${path(command.parent)} ${command.name()}`;
}
