import { agentIds, profilesIn } from "../core/openclaw/index.ts";
import { Failure, problemCodes } from "../core/problem/index.ts";
import { configuredIds } from "../core/provider/index.ts";
import {
  type CommandNode,
  completionScript,
  completions,
  offersAt,
  type Shell,
  type ValueKind,
} from "../core/terminal/index.ts";
import type { Context, Report } from "../ports.ts";
import { baseUrlInForce } from "./connection.ts";
import { look } from "./look.ts";

/** The arguments of `completion`. */
export interface CompletionOptions {
  /** A shell, `words` for what the scripts themselves ask for, or what to do with the script. */
  readonly shell: Shell | "words" | "install" | "uninstall";
  readonly words: readonly string[];
  readonly tree: CommandNode;
}

/** Every value of a kind that is worth offering, without a request. */
const lookUps: Readonly<Record<ValueKind, (context: Context) => Promise<readonly string[]>>> = {
  models: async (context) => {
    const { models } = await context.catalog();
    const { config } = await look(context);
    const seen = (await context.settings()).liveModels(baseUrlInForce(context, config));
    return [...configuredIds(config), ...[...models, ...(seen?.models ?? [])].map((model) => model.id)];
  },
  agents: async (context) => agentIds((await look(context)).config),
  profiles: async (context) => {
    const names = await (await context.files()).list(context.home);
    return profilesIn(names).flatMap(({ name }) => name ?? []);
  },
  codes: async () => problemCodes(),
  backups: async (context) => (await (await context.store()).backups()).map(({ id }) => id),
};

/** A config that cannot be read must not break the shell's Tab key: then the catalog's models are what is left. */
async function valuesOf(context: Context, kind: ValueKind): Promise<readonly string[]> {
  try {
    return await lookUps[kind](context);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return kind === "models" ? (await context.catalog()).models.map((model) => model.id) : [];
  }
}

/** Prints the script for a shell, or what may be next on a command line; installs or removes the script. */
export async function run(context: Context, options: CompletionOptions): Promise<Report> {
  const { shell, words } = options;
  if (shell === "install" || shell === "uninstall") {
    const { run: settle } = await import("./completion-install.ts");
    return settle(context, { action: shell, shell: words[0] });
  }
  if (shell !== "words") {
    const script = completionScript(shell);
    return { changed: false, data: { shell, script }, problems: [], lines: [script.trimEnd()] };
  }
  const at = offersAt(options.tree, words);
  const values = await Promise.all(at.kinds.map((kind) => valuesOf(context, kind)));
  const offers = completions(at, values.flat());
  return { changed: false, data: { offers }, problems: [], lines: offers };
}
