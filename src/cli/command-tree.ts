import type { Command } from "commander";
import type { CommandNode } from "../core/terminal/index.ts";

/** The command tree as data, for completion. */
export function describe(command: Command): CommandNode {
  return {
    name: command.name(),
    options: command.options
      .filter((option) => !option.hidden)
      .map((option) => ({
        names: [option.short, option.long].filter((name) => name !== undefined && name !== null),
        takesValue: option.required || option.optional,
        choices: option.argChoices ?? [],
      })),
    commands: command.commands.map(describe),
    arguments: command.registeredArguments.map((argument) => argument.name()),
    argumentChoices: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  };
}

/** The command that a command line names, as far as it can be followed. */
export function namedCommand(program: Command, argv: readonly string[]): Command {
  let command = program;
  for (const word of argv) {
    const next = command.commands.find((one) => one.name() === word);
    if (next === undefined && !word.startsWith("-")) break;
    command = next ?? command;
  }
  return command;
}

/** `openclaw-aisa models set`: a command as it is typed. */
export function commandLine(command: Command): string {
  return [...(command.parent ? [commandLine(command.parent)] : []), command.name()].join(" ");
}

/** `- models.mode: Invalid input`, as it is copied from OpenClaw: an option has no space before its value. */
const isText = (word: string) => /^-[^\s=]*\s/.test(word);

/** Returns the command line with texts that begin with a dash behind `--`, for a command that takes any text. */
export function withTextsLast(command: Command, argv: readonly string[]): string[] {
  const takesText = command.registeredArguments.some((argument) => argument.name() === "text");
  if (!takesText || argv.includes("--") || !argv.some(isText)) return [...argv];
  return [...argv.filter((word) => !isText(word)), "--", ...argv.filter(isText)];
}

/**
 * Returns whether a command line has global options only, and names no command: nothing, or `--profile work`. False for
 * `--help`, `--version` and `--json`, which need a command or are one.
 */
export function namesNoCommand(program: Command, argv: readonly string[]): boolean {
  for (let at = 0; at < argv.length; at += 1) {
    const [name = "", value] = (argv[at] ?? "").split("=", 2);
    const option = program.options.find((one) => one.long === name || one.short === name);
    if (option === undefined || ["--version", "--json"].includes(option.long ?? "")) return false;
    if (option.required && value === undefined) at += 1;
  }
  return true;
}
