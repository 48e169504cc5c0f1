import { type Catalog, entryFigures, type KnownModels, resolveModel } from "../../core/models/index.ts";
import { Failure, fail, type Problem, RequestError } from "../../core/problem/index.ts";
import { bareId, configuredIds, type EntryFigures } from "../../core/provider/index.ts";
import type { CachedModels, Context, LiveModel } from "../../ports.ts";
import { mayAsk } from "../ask.ts";
import { baseUrlInForce, type Connection, connection } from "../connection.ts";
import type { Look } from "../look.ts";

/** How long a list that the gateway gave counts as its present one: ten minutes, in ms. */
const freshFor = 10 * 60 * 1000;

/** Whether and when to ask the gateway. */
export interface LiveOptions {
  readonly offline?: boolean;
  readonly refresh?: boolean;
}

/** The gateway's list as far as it is known, and why it could not be asked for now. */
export interface LiveLook {
  readonly baseUrl: string;
  readonly list: CachedModels | undefined;
  readonly problem?: Problem;
  /** What of the list was ignored, where it has just been asked for. */
  readonly ignored?: readonly Problem[];
}

async function askForModels(
  context: Context,
  { baseUrl, apiKey, problem }: Connection,
  onIgnored: (problem: Problem) => void,
): Promise<LiveModel[]> {
  if (problem) throw new Failure(problem);
  if (apiKey === undefined) throw fail("missing-key", {});
  const step = (await context.progress()).step(context.t.onboard.checking(new URL(baseUrl).host));
  try {
    const gateway = await context.gateway({ baseUrl, apiKey });
    return [...(await gateway.models(onIgnored))];
  } finally {
    step.clear();
  }
}

/**
 * The gateway's model list: a fresh one from memory, else asked for, else an older one from memory together with
 * the reason. With `refresh` a failure to ask is thrown (Failure).
 */
export async function lookLive(context: Context, found: Look, options: LiveOptions): Promise<LiveLook> {
  const baseUrl = baseUrlInForce(context, found.config, found.dotenv);
  const settings = await context.settings();
  const list = settings.liveModels(baseUrl);
  const now = context.now().getTime();
  const isFresh = list !== undefined && now - list.at >= 0 && now - list.at < freshFor;
  if (options.offline || (isFresh && !options.refresh)) return { baseUrl, list };
  try {
    const ignored: Problem[] = [];
    const target = await connection(context, found);
    const models = await askForModels(context, target, (one) => ignored.push(one));
    await settings.rememberLiveModels(baseUrl, models, now);
    return { baseUrl, list: { models, at: now }, ignored };
  } catch (error) {
    const problem = await failureProblem(error);
    if (options.refresh) throw new Failure(problem);
    return { baseUrl, list, problem };
  }
}

/** Notices about the list: why it could not be requested, what was ignored in it, or that it is empty. */
export function liveProblems(live: LiveLook): Problem[] {
  const problems: Problem[] = live.problem ? [{ ...live.problem, severity: "warning" }] : [];
  problems.push(...(live.ignored ?? []));
  if (live.list?.models.length === 0)
    problems.push({ code: "gateway-lists-nothing", params: { variant: "empty", url: live.baseUrl } });
  return problems;
}

/** Returns why a request failed. Throws what is neither a RequestError nor a Failure: a bug. */
export async function failureProblem(error: unknown): Promise<Problem> {
  if (error instanceof RequestError)
    return (await import("../../core/diagnosis/index.ts")).diagnoseFailure(error.failure).problem;
  if (error instanceof Failure) return error.problem;
  throw error;
}

/** A model as it was understood. */
export interface UnderstoodModel {
  readonly id: string;
  readonly figures: EntryFigures;
  /** The spelling was not the id itself: prints the resolved id. */
  readonly resolved: boolean;
  /** What was ignored of a list that was asked for on the way. */
  readonly ignored: readonly Problem[];
}

/**
 * The id that a text means among the models known. Throws Failure `unknown-model` with the nearest names and
 * why the gateway's list is not among them, or `ambiguous-model`; on a terminal an ambiguous name is asked about.
 */
export async function meaningOf(
  context: Context,
  text: string,
  known: KnownModels,
  unlisted?: string,
): Promise<string> {
  const resolution = resolveModel(text, known);
  if (resolution.kind === "none")
    throw fail("unknown-model", {
      model: text,
      suggestions: resolution.nearest,
      ...(unlisted === undefined ? {} : { unlisted }),
    });
  return resolution.kind === "one" ? resolution.id : chooseOne(context, text, resolution.ids);
}

/**
 * Understands a model as people write it. What is configured or in the catalog is known at once; only a name
 * that is not is looked for in the gateway's list. Throws as {@link meaningOf}.
 */
export async function understandModel(
  context: Context,
  text: string,
  found: Look,
  options: LiveOptions,
): Promise<UnderstoodModel> {
  const catalog = await context.catalog();
  const known = { catalog, configured: configuredIds(found.config) };
  const isUnknown = resolveModel(text, known).kind === "none";
  const asked = isUnknown || options.refresh ? await lookLive(context, found, options) : undefined;
  const live = asked?.list;
  const among = live && live.models.length > 0 ? { ...known, live: idsOf(live) } : known;
  const id = await meaningOf(context, text, among, asked && whyUnlisted(context, asked));
  const figures = figuresOf(catalog, id, live);
  return { id, figures, resolved: bareId(text) !== id, ignored: asked?.ignored ?? [] };
}

/** Why the gateway's own list could not be looked through; undefined where it could. */
export function whyUnlisted({ t }: Context, { list, problem }: LiveLook): string | undefined {
  if (problem) return t.problems(problem).title;
  return list === undefined ? t.models.notAsked : undefined;
}

/** The ids of a list. */
export const idsOf = (list: CachedModels) => list.models.map((model) => model.id);

/** The figures for a model's entry, with those of the gateway where it states them. */
export function figuresOf(catalog: Catalog, id: string, live: CachedModels | undefined): EntryFigures {
  return entryFigures(
    catalog,
    id,
    live?.models.find((model) => model.id === id),
  );
}

/** Asks which of several models a text means. Throws Failure `ambiguous-model` without a terminal. */
export async function chooseOne(context: Context, text: string, ids: readonly string[]): Promise<string> {
  if (!mayAsk(context)) throw fail("ambiguous-model", { model: text, models: ids });
  const prompter = await context.prompter();
  return prompter.select({
    message: context.t.modelsSet.which(text),
    choices: ids.map((id) => ({ value: id, name: id })),
  });
}
