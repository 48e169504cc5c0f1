import type { Command } from "commander";
import { fail } from "../core/problem/index.ts";
import type { Messages } from "../i18n/index.ts";
import { commandLine } from "./command-tree.ts";

/** Prints the help of the command that the names lead to. Throws Failure `usage` for a name that is no command. */
function printHelp(parent: Command, names: readonly string[], { usage }: Messages["cli"]): void {
  let command = parent;
  for (const name of names) {
    const next = command.commands.find((one) => one.name() === name);
    if (next === undefined)
      throw fail("usage", { variant: "text", text: usage.unknownCommand(name), line: commandLine(command) });
    command = next;
  }
  command.outputHelp();
}

/** Adds `help [command...]` to the program and to each group; commander's own `help` follows one name only. */
export function addHelp(program: Command, words: Messages["cli"]): void {
  const groups = program.commands.filter((command) => command.commands.length > 0);
  for (const parent of [program, ...groups])
    parent
      .command("help [command...]")
      .description(words.options.helpCommand)
      .action((names: string[]) => printHelp(parent, names, words));
}
