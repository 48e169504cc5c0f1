import { type Catalog, entryFigures } from "../../core/catalog.ts";
import { resolveModel } from "../../core/model-ref.ts";
import { RequestError } from "../../core/outcome.ts";
import { fail } from "../../core/problem.ts";
import { bareId, configuredIds, type EntryFigures } from "../../core/provider.ts";
import type { CachedModels, Context } from "../../ports.ts";
import type { Look } from "../apply.ts";
import { connection } from "../connection.ts";

/** How long a list that the gateway gave counts as its present one: ten minutes, in ms. */
export const freshFor = 10 * 60 * 1000;

/** Whether and when to ask the gateway. */
export interface LiveOptions {
  readonly offline?: boolean;
  readonly refresh?: boolean;
}

/**
 * The gateway's model list: a fresh one from memory, else asked for, else an older one from memory.
 * Undefined without any. With `refresh` a failure to ask is thrown (RequestError); else the old list has to do.
 */
export async function liveModels(
  context: Context,
  found: Look,
  options: LiveOptions,
): Promise<CachedModels | undefined> {
  const target = await connection(context, found);
  const settings = await context.settings();
  const cached = settings.liveModels(target.baseUrl);
  const now = context.now().getTime();
  if (options.offline) return cached;
  if (cached && !options.refresh && now - cached.at < freshFor) return cached;
  if (target.apiKey === undefined) return cached;
  try {
    const gateway = await context.gateway({ baseUrl: target.baseUrl, apiKey: target.apiKey });
    const models = await gateway.models();
    settings.rememberLiveModels(target.baseUrl, models, now);
    return { models, at: now };
  } catch (error) {
    if (options.refresh || !(error instanceof RequestError)) throw error;
    return cached;
  }
}

/** A model as it was understood. */
export interface UnderstoodModel {
  readonly id: string;
  readonly figures: EntryFigures;
  /** The spelling was not the id itself: say what it was taken for. */
  readonly resolved: boolean;
}

/**
 * Understands a model as people write it. What is configured or in the catalog is known at once; only a name
 * that is not is looked for in the gateway's list. Throws Failure `unknown-model` or `ambiguous-model`;
 * on a terminal an ambiguous name is asked about.
 */
export async function understandModel(
  context: Context,
  text: string,
  found: Look,
  options: LiveOptions,
): Promise<UnderstoodModel> {
  const catalog = await context.catalog();
  const configured = configuredIds(found.config);
  let live: CachedModels | undefined;
  let resolution = resolveModel(text, { catalog, configured });
  if (resolution.kind === "none" || options.refresh) {
    live = await liveModels(context, found, options);
    const ids = live?.models.map((model) => model.id);
    resolution = resolveModel(text, { catalog, configured, ...(ids ? { live: ids } : {}) });
  }
  if (resolution.kind === "none")
    throw fail("unknown-model", { model: text, suggestions: resolution.nearest });
  const id = resolution.kind === "one" ? resolution.id : await chooseOne(context, text, resolution.ids);
  return { id, figures: figuresOf(catalog, id, live), resolved: bareId(text) !== id };
}

function figuresOf(catalog: Catalog, id: string, live: CachedModels | undefined): EntryFigures {
  return entryFigures(
    catalog,
    id,
    live?.models.find((model) => model.id === id),
  );
}

async function chooseOne(context: Context, text: string, ids: readonly string[]): Promise<string> {
  if (!context.interactive) throw fail("ambiguous-model", { model: text, models: ids });
  const prompter = await context.prompter();
  return prompter.select({
    message: context.t.modelsSet.which(text),
    choices: ids.map((id) => ({ value: id, name: id })),
  });
}
