import type { Context, Report } from "../ports.ts";

/** A command module: options in, report out. */
export interface CommandModule<Options> {
  run(context: Context, options: Options): Promise<Report>;
}

/** Runs one command with its parsed options; main does it, tests of the parsing look at it. */
export type Invoke = <Options>(
  name: string,
  options: Options,
  load: () => Promise<CommandModule<Options>>,
) => Promise<void>;

/** The parts of an option that is a comma-separated list. */
export const listed = (value: string): string[] =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
