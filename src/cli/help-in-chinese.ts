import { type Argument, type Command, Help } from "commander";
import type { Environment } from "./environment.ts";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** Commander speaks English by itself; this turns headings, built-in options and error output to Chinese. */
export function inChinese(command: Command, environment: Environment): Command {
  return command
    .helpOption("-h, --help", "显示帮助")
    .helpCommand("help [命令]", "显示某个命令的帮助")
    .configureHelp({
      visibleCommands: (sub) => (sub.commands.length === 0 ? [] : new Help().visibleCommands(sub)),
      styleTitle: (title) => titles[title] ?? title,
      helpWidth: environment.columns,
      displayWidth,
      subcommandTerm: (sub) => `${sub.name()} ${sub.registeredArguments.map(placeholder).join(" ")}`.trim(),
      commandUsage: (sub) => usageLine(sub),
    })
    .configureOutput({ writeOut: (text) => environment.print(text), writeErr: () => undefined })
    .exitOverride()
    .showSuggestionAfterError(false);
}

/** Columns on a terminal: a Han character or full-width mark takes two. Kept tiny, because --help must start at once. */
function displayWidth(text: string): number {
  return Array.from(text, (character): number => (character >= "\u2e80" ? 2 : 1)).reduce((sum, width) => sum + width, 0);
}

function usageLine(command: Command): string {
  const names: string[] = [];
  for (let current: Command | null = command; current !== null; current = current.parent) names.unshift(current.name());
  const details = [
    command.options.length > 0 ? "[选项]" : "",
    command.commands.length > 0 ? "<命令>" : "",
    ...command.registeredArguments.map(placeholder),
  ];
  return [...names, ...details.filter((part) => part !== "")].join(" ");
}

function placeholder(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "…" : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
