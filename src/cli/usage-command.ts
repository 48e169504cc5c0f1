import type { Command } from "commander";
import type { Messages } from "../i18n/index.ts";
import { type Invoke, listed } from "./command-module.ts";

/** Adds `usage` to the program. */
export function addUsage(program: Command, { spending }: Messages["cli"], invoke: Invoke): void {
  program
    .command("usage")
    .description(spending.description)
    .option("--since <time>", spending.since)
    .option("--by <groups>", spending.by, listed)
    .option("--csv", spending.csv)
    .action((flags) => invoke("usage", flags, () => import("../commands/usage/index.ts")));
}
