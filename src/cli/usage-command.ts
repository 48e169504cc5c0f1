import type { Command } from "commander";
import type { Messages } from "../i18n/index.ts";
import type { Invoke } from "./invocation.ts";

/** Splits the value of an option that takes several, separated by commas. */
export const list = (value: string) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** Adds `usage` to the program. */
export function addUsage(program: Command, { spending }: Messages["cli"], invoke: Invoke): void {
  program
    .command("usage")
    .description(spending.description)
    .option("--since <time>", spending.since)
    .option("--by <groups>", spending.by, list)
    .option("--csv", spending.csv)
    .action((flags) => invoke("usage", flags, () => import("../commands/usage/index.ts")));
}
