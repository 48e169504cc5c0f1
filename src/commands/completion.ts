import { Failure } from "../core/problem/index.ts";
import { configuredIds } from "../core/provider/index.ts";
import { type CommandNode, completionScript, completions, type Shell } from "../core/terminal/index.ts";
import type { Context, Report } from "../ports.ts";
import { baseUrlInForce } from "./connection.ts";
import { look } from "./look.ts";

/** The arguments of `completion`. */
export interface CompletionOptions {
  /** A shell, or `words`: what the scripts themselves ask for. */
  readonly shell: Shell | "words";
  readonly words: readonly string[];
  readonly tree: CommandNode;
}

/** Every model worth offering, without a request: configured ones, the catalog, the list last seen. */
async function modelNames(context: Context): Promise<string[]> {
  const catalog = await context.catalog();
  const known = catalog.models.map((model) => model.id);
  try {
    const { config } = await look(context);
    const seen = (await context.settings()).liveModels(baseUrlInForce(context, config));
    return [...configuredIds(config), ...known, ...(seen?.models ?? []).map((model) => model.id)];
  } catch (error) {
    // A config that cannot be read must not break the shell's Tab key; doctor is the place to learn of it.
    if (error instanceof Failure) return known;
    throw error;
  }
}

/** Prints the script for a shell, or what may be next on a command line. */
export async function run(context: Context, options: CompletionOptions): Promise<Report> {
  if (options.shell !== "words") {
    const script = completionScript(options.shell);
    return {
      changed: false,
      data: { shell: options.shell, script },
      problems: [],
      lines: [script.trimEnd()],
    };
  }
  const offers = completions(options.tree, options.words, await modelNames(context));
  return { changed: false, data: { offers }, problems: [], lines: offers };
}
