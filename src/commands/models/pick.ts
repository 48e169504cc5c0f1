import { chatModelIds, configuredRows, offerableIds } from "../../core/models/index.ts";
import { modelRoles } from "../../core/openclaw/index.ts";
import { removableIds } from "../../core/plans/index.ts";
import { fail } from "../../core/problem/index.ts";
import { bareId, configuredIds } from "../../core/provider/index.ts";
import type { Context, Report } from "../../ports.ts";
import { mayAsk } from "../ask.ts";
import { type Look, look } from "../look.ts";
import { modelChoices } from "../onboard/model-choices.ts";
import { type LiveOptions, lookLive } from "./known.ts";

/** The commands that offer a list where no model is named. */
export type PickingCommand = "set" | "info" | "test" | "add" | "remove";

/** What such a command is given. */
export interface PickingOptions extends LiveOptions {
  /** As they were named; empty where none was. */
  readonly models: readonly string[];
}

/** The models to choose from, and those that are ticked at the start. */
interface Offer {
  readonly ids: readonly string[];
  readonly ticked: readonly string[];
}

function offerFor(
  command: PickingCommand,
  { config }: Look,
  catalog: Parameters<typeof offerableIds>[0],
  all: readonly string[],
): Offer {
  const configured = configuredIds(config);
  const fresh = offerableIds(catalog, all).filter((id) => !configured.includes(id));
  switch (command) {
    case "set":
      return { ids: [...chatModelIds(catalog, configured), ...fresh], ticked: [] };
    case "info":
      return { ids: [...new Set([...configured, ...all])], ticked: [] };
    case "add":
      return { ids: fresh, ticked: [] };
    case "remove":
      return { ids: removableIds(config, configured), ticked: [] };
    case "test": {
      const used = configuredRows({ config, catalog, live: undefined }).map((row) => row.id);
      const ids = chatModelIds(catalog, used);
      return { ids, ticked: ids };
    }
  }
}

/** Asks for models in a list with what is known of each. Out: bare ids; none where there is nothing to choose from. */
async function pick(
  context: Context,
  command: PickingCommand,
  options: PickingOptions,
): Promise<readonly string[]> {
  const found = await look(context);
  const { list } = await lookLive(context, found, options);
  const catalog = await context.catalog();
  const all = (list?.models ?? catalog.models).map((model) => model.id);
  const offer = offerFor(command, found, catalog, all);
  if (offer.ids.length === 0) return [];
  const { models, onboard } = context.t;
  const question = {
    message: models.pick[command],
    note: onboard.ask.modelsNote,
    help: models.pickHelp,
    choices: modelChoices(context, offer, catalog, list?.models),
  };
  const prompter = await context.prompter();
  if (command !== "set" && command !== "info") return prompter.pick({ ...question, required: true });
  const current = bareId(modelRoles(found.config).primary ?? "");
  return [await prompter.select({ ...question, initial: current })];
}

const flags = ["agent", "sessions", "primary", "runs", "offline"] as const;

/** The command that does the same without a question, for scripts. */
function commandFor(
  { shell }: Context,
  command: PickingCommand,
  models: readonly string[],
  options: Readonly<Partial<Record<(typeof flags)[number], unknown>>>,
): string {
  const given = flags.flatMap((name) => {
    const value = options[name];
    if (value === true) return [`--${name}`];
    return typeof value === "string" ? [`--${name}`, shell.argument(value)] : [];
  });
  const words = ["openclaw-aisa", "models", command, ...models.map(shell.argument), ...given];
  return words.join(" ");
}

/**
 * Runs a command with the models that were named; where none was, they are chosen in a list on a terminal, and the
 * report ends with the command that does the same. Without a terminal `models test` has a meaning of its own, and the
 * others throw Failure `usage`.
 */
export async function withPicked<Options extends PickingOptions>(
  context: Context,
  command: PickingCommand,
  options: Options,
  run: (context: Context, options: Options) => Promise<Report>,
): Promise<Report> {
  if (options.models.length > 0) return run(context, options);
  const models = mayAsk(context) ? await pick(context, command, options) : [];
  if (models.length === 0) {
    if (command === "test") return run(context, options);
    const text = context.t.cli.usage.missingArgument("model");
    throw fail("usage", { variant: "text", text, line: `openclaw-aisa models ${command}` });
  }
  const report = await run(context, { ...options, models });
  const { primary } = (report.data ?? {}) as { readonly primary?: unknown };
  const asked = command === "remove" && typeof primary === "string" ? { primary } : {};
  const line = commandFor(context, command, models, { ...options, ...asked });
  const { style, t } = context;
  return { ...report, lines: [...report.lines, "", style.dim(t.models.pick.asCommand(line))] };
}
