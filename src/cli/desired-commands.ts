import type { Command } from "commander";
import type { Messages } from "../i18n/index.ts";
import type { Invoke } from "./command-module.ts";

/** Adds the commands of the desired state. */
export function addDesired(
  program: Command,
  { apply, export: texts, onboard, options }: Messages["cli"],
  invoke: Invoke,
): void {
  program
    .command("apply <file>")
    .description(apply)
    .option("--no-validate", onboard.noValidate)
    .option("--no-verify", onboard.noVerify)
    .option("--offline", options.offline)
    .action((file, flags) =>
      invoke("apply", { ...flags, file }, () => import("../commands/desired/apply.ts")),
    );
  program
    .command("export [file]")
    .description(texts.description)
    .option("--all-profiles", texts.allProfiles)
    .action((file: string | undefined, flags) =>
      invoke(
        "export",
        { ...flags, ...(file === undefined ? {} : { file }) },
        () => import("../commands/desired/export.ts"),
      ),
    );
}

/** Adds the commands of the key. */
export function addKey(program: Command, { key, onboard, options }: Messages["cli"], invoke: Invoke): void {
  program
    .command("key")
    .description(key.description)
    .command("rotate")
    .description(key.rotate)
    .option("--aisa-api-key <key>", onboard.apiKey)
    .option("--aisa-api-key-file <path>", key.apiKeyFile)
    .option("--no-validate", onboard.noValidate)
    .option("--offline", options.offline)
    .action((flags) => invoke("key rotate", flags, () => import("../commands/key/rotate.ts")));
}
