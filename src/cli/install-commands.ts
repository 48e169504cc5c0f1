import type { Command } from "commander";
import type { Messages } from "../i18n/index.ts";
import type { Invoke } from "./command-module.ts";

/** Adds the commands of the OpenClaw plugin. */
export function addPlugin(program: Command, help: Messages["cli"], invoke: Invoke): void {
  const plugin = program.command("plugin").description(help.plugin.description);
  plugin
    .command("install")
    .description(help.plugin.install)
    .action((flags) => invoke("plugin install", flags, () => import("../commands/plugin/install.ts")));
  plugin
    .command("status")
    .description(help.plugin.status)
    .action((flags) => invoke("plugin status", flags, () => import("../commands/plugin/status.ts")));
  plugin
    .command("remove")
    .description(help.plugin.remove)
    .action((flags) => invoke("plugin remove", flags, () => import("../commands/plugin/remove.ts")));
}

/** Adds the command that removes everything again. */
export function addUninstall(program: Command, help: Messages["cli"], invoke: Invoke): void {
  program
    .command("uninstall")
    .description(help.uninstall.description)
    .option("--primary <reference>", help.uninstall.primary)
    .option("--keep-key", help.uninstall.keepKey)
    .action((flags) => invoke("uninstall", flags, () => import("../commands/uninstall.ts")));
}

/** Adds the commands of the skill for agents. */
export function addSkill(program: Command, help: Messages["cli"], invoke: Invoke): void {
  const skill = program.command("skill").description(help.skill.description);
  skill
    .command("install")
    .description(help.skill.install)
    .action((flags) => invoke("skill install", flags, () => import("../commands/skill/install.ts")));
  skill
    .command("remove")
    .description(help.skill.remove)
    .action((flags) => invoke("skill remove", flags, () => import("../commands/skill/remove.ts")));
}
