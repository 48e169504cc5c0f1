import { Argument, Command, Help, Option } from "commander";
import { type Shell, shells } from "../core/terminal/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { arrangeHelp, helpFooter, helpFormat } from "../render/help.ts";
import { type Invoke, listed } from "./command-module.ts";
import { commandLine, describe } from "./command-tree.ts";
import { addDesired, addKey } from "./desired-commands.ts";
import { addDoctorOptions } from "./doctor-options.ts";
import { examples } from "./examples.ts";
import { addHelp } from "./help-command.ts";
import { addPlugin, addSkill, addUninstall } from "./install-commands.ts";
import { addUsage } from "./usage-command.ts";

function addGlobalOptions(program: Command, help: Messages["cli"]): void {
  const { options } = help;
  program
    .option("--config <path>", options.config)
    .option("--profile <name>", options.profile)
    .option("--dev", options.dev)
    .addOption(new Option("--lang <locale>", options.lang).choices(["en", "zh-CN"]))
    .option("--json", options.json)
    .option("--no-color", options.noColor)
    .option("-q, --quiet", options.quiet)
    .option("--verbose", options.verbose)
    .option("-y, --yes", options.yes)
    .option("--dry-run", options.dryRun)
    .option("--check", options.check)
    .option("--diff", options.diff);
}

function addOnboard(program: Command, help: Messages["cli"], invoke: Invoke): void {
  const { onboard } = help;
  program
    .command("onboard")
    .description(onboard.description)
    .option("--aisa-api-key <key>", onboard.apiKey)
    .option("--aisa-api-key-file <path>", onboard.apiKeyFile)
    .addOption(new Option("--auth-choice <choice>", onboard.authChoice).choices(["aisa-api-key"]))
    .addOption(new Option("--key-storage <where>", onboard.keyStorage).choices(["dotenv", "env", "config"]))
    .option("--key-ref <reference>", onboard.keyRef)
    .option("--base-url <url>", help.options.baseUrl)
    .option("--models <ids>", onboard.models, listed)
    .addOption(new Option("--preset <name>", onboard.preset).choices(["production", "economy", "kimi"]))
    .option("--primary <model>", onboard.primary)
    .option("--fallbacks <models>", onboard.fallbacks, listed)
    .option("--plugin", onboard.plugin)
    .option("--no-validate", onboard.noValidate)
    .option("--no-verify", onboard.noVerify)
    .option("--offline", help.options.offline)
    .option("--print", onboard.print)
    .option("--fragment", onboard.fragment)
    .option("--non-interactive", onboard.nonInteractive)
    .option("--demo", onboard.demo)
    .action((flags) => invoke("onboard", flags, () => import("../commands/onboard/index.ts")));
}

function addModels(program: Command, help: Messages["cli"], invoke: Invoke): void {
  const models = program.command("models").description(help.models.description);
  const live = (command: Command) =>
    command.option("--offline", help.options.offline).option("--refresh", help.options.refresh);
  addModelsFacts(models, live, help, invoke);
  addModelsChanges(models, live, help, invoke);
}

/** Adds the options of commands that use the gateway's list. */
type Live = (command: Command) => Command;

const oneOf = (model: string | undefined) => (model === undefined ? [] : [model]);

function addModelsFacts(models: Command, live: Live, help: Messages["cli"], invoke: Invoke): void {
  const { models: texts, options } = help;
  live(models.command("list").description(texts.list))
    .option("--all", texts.all)
    .option("--search <text>", texts.search)
    .option("--family <name>", texts.family)
    .option("--vision", texts.vision)
    .option("--reasoning", texts.reasoning)
    .option("--max-price <usd>", texts.maxPrice)
    .addOption(new Option("--sort <key>", texts.sort).choices(["name", "price", "context"]))
    .action((flags) => invoke("models list", flags, () => import("../commands/models/list.ts")));
  live(models.command("info [model]").description(texts.info)).action((model, flags) =>
    invoke("models info", { ...flags, models: oneOf(model) }, () => import("../commands/models/info.ts")),
  );
  models
    .command("cost")
    .description(texts.cost)
    .option("--tokens <number>", texts.tokens)
    .option("--input-share <share>", texts.inputShare)
    .option("--model <models>", texts.costModel, listed)
    .option("--from-usage", texts.fromUsage)
    .option("--offline", options.offline)
    .action((flags) => invoke("models cost", flags, () => import("../commands/models/cost.ts")));
  models
    .command("test [model...]")
    .description(texts.test)
    .option("--runs <n>", texts.runs)
    .action((named, flags) =>
      invoke("models test", { ...flags, models: named }, () => import("../commands/models/test.ts")),
    );
}

function addModelsChanges(models: Command, live: Live, help: Messages["cli"], invoke: Invoke): void {
  const { models: texts, options } = help;
  live(models.command("set [model]").description(texts.set))
    .option("--agent <id>", texts.agent)
    .option("--sessions", texts.sessions)
    .action((model, flags) =>
      invoke("models set", { ...flags, models: oneOf(model) }, () => import("../commands/models/set.ts")),
    );
  live(models.command("add [model...]").description(texts.add)).action((named, flags) =>
    invoke("models add", { ...flags, models: named }, () => import("../commands/models/add.ts")),
  );
  models
    .command("remove [model...]")
    .description(texts.remove)
    .option("--primary <model>", texts.primary)
    .option("--offline", options.offline)
    .action((named, flags) =>
      invoke("models remove", { ...flags, models: named }, () => import("../commands/models/remove.ts")),
    );
  models
    .command("sync")
    .description(texts.sync)
    .option("--offline", texts.syncOffline)
    .action((flags) => invoke("models sync", flags, () => import("../commands/models/sync.ts")));
}

function addStatus(program: Command, help: Messages["cli"], invoke: Invoke): void {
  program
    .command("status")
    .description(help.status)
    .action((flags) => invoke("status", flags, () => import("../commands/status/index.ts")));
}

function addDoctor(program: Command, help: Messages["cli"], invoke: Invoke): void {
  const command = program.command("doctor").description(help.doctor.description);
  addDoctorOptions(command, help).action((flags) =>
    invoke("doctor", flags, () => import("../commands/doctor/index.ts")),
  );
}

function addExplain(program: Command, help: Messages["cli"], invoke: Invoke): void {
  program
    .command("explain [text...]")
    .description(help.explain)
    .action((text: string[], flags) =>
      invoke("explain", { ...flags, text }, () => import("../commands/explain.ts")),
    );
}

function addUndo(program: Command, help: Messages["cli"], invoke: Invoke): void {
  program
    .command("undo [id]")
    .description(help.undo.description)
    .option("--list", help.undo.list)
    .action((id: string | undefined, flags) =>
      invoke("undo", { ...flags, ...(id === undefined ? {} : { id }) }, () => import("../commands/undo.ts")),
    );
}

function addCompletion(program: Command, help: Messages["cli"], invoke: Invoke): void {
  program
    .command("completion")
    .description(help.completion)
    .addArgument(new Argument("<shell>").choices([...shells, "install", "uninstall", "words"]))
    .argument("[words...]")
    .usage("install|uninstall|<shell> [shell]")
    .action((shell: Shell | "install" | "uninstall" | "words", words: string[]) =>
      invoke(
        "completion",
        { shell, words, tree: describe(program) },
        () => import("../commands/completion.ts"),
      ),
    );
}

/**
 * Builds the whole command tree. In: the words and their look, the version, the handler of a parsed command, and the
 * output of help. `isWhole`: help describes the global options too. Parsing throws CommanderError and prints nothing but help.
 */
export function createProgram(
  help: Messages["cli"],
  style: Style,
  version: string,
  invoke: Invoke,
  print: (text: string) => void,
  isWhole = false,
): Command {
  const program: Command = new Command("openclaw-aisa")
    .description(help.description)
    .version(version, "-V, --version", help.options.version)
    .helpOption("-h, --help", help.options.help)
    .helpCommand(false)
    .configureHelp({
      ...helpFormat(help, style),
      formatHelp: (command, helper) => {
        const name = commandLine(command);
        return arrangeHelp(new Help().formatHelp(command, helper), help, style, {
          examples: examples[name.split(" ").slice(1).join(" ")] ?? [],
          globals: program.options.flatMap(({ long }) => (long === "--version" ? [] : (long ?? []))),
          allHelp: isWhole ? undefined : `${name} --help --all`,
        });
      },
    })
    .configureOutput({
      writeOut: print,
      writeErr: () => {},
      getOutHelpWidth: () => style.columns,
      getOutHasColors: () => true, // the style has decided
    })
    .showSuggestionAfterError(true)
    .exitOverride()
    .addHelpText("after", () => `\n${helpFooter(help.after, style)}`);
  addGlobalOptions(program, help);
  addOnboard(program, help, invoke);
  addModels(program, help, invoke);
  addDesired(program, help, invoke);
  addKey(program, help, invoke);
  addUsage(program, help, invoke);
  addStatus(program, help, invoke);
  addDoctor(program, help, invoke);
  addExplain(program, help, invoke);
  addUndo(program, help, invoke);
  addPlugin(program, help, invoke);
  addSkill(program, help, invoke);
  addUninstall(program, help, invoke);
  addCompletion(program, help, invoke);
  addHelp(program, help);
  return program;
}
