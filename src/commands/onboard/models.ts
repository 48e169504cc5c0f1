import {
  type Catalog,
  chatModelIds,
  fitToGateway,
  offerableIds,
  type Preset,
  resolveModel,
} from "../../core/models/index.ts";
import { modelRoles } from "../../core/openclaw/index.ts";
import { fail } from "../../core/problem/index.ts";
import { bareId, configuredIds, providerId } from "../../core/provider/index.ts";
import type { LiveModel } from "../../ports.ts";
import type { OnboardSession } from "./session.ts";

/** Which models to set up, by bare id. */
export interface ChosenModels {
  readonly ids: readonly string[];
  /** Undefined leaves the default model as it is. */
  readonly primary: string | undefined;
  /** Undefined leaves the fallbacks as they are. */
  readonly fallbacks: readonly string[] | undefined;
}

/** What the choice is made from. */
export interface ModelSources {
  readonly config: unknown;
  readonly catalog: Catalog;
  readonly live: readonly LiveModel[] | undefined;
  readonly baseUrl: string;
}

/** What the flags ask for, by bare ids that are there; undefined is what no flag says. */
export interface Wish {
  readonly ids: readonly string[];
  readonly preset: Preset | undefined;
  readonly primary: string | undefined;
  readonly fallbacks: readonly string[] | undefined;
}

/**
 * One model from the command line. Throws Failure `unknown-model` with the nearest names, or `ambiguous-model`.
 * Prints the resolved id of another spelling.
 */
async function resolve(session: OnboardSession, text: string, sources: ModelSources): Promise<string> {
  const live = sources.live?.map((model) => model.id);
  const known = {
    catalog: sources.catalog,
    configured: configuredIds(sources.config),
    ...(live ? { live } : {}),
  };
  const resolution = resolveModel(text, known);
  if (resolution.kind === "several") throw fail("ambiguous-model", { model: text, models: resolution.ids });
  if (resolution.kind === "none")
    throw fail("unknown-model", { model: text, suggestions: resolution.nearest });
  if (bareId(text) !== resolution.id)
    await session.say(`  ${session.context.t.onboard.resolved(text, resolution.id)}`);
  return resolution.id;
}

async function resolveAll(session: OnboardSession, texts: readonly string[], sources: ModelSources) {
  const ids: string[] = [];
  for (const text of texts) ids.push(await resolve(session, text, sources));
  return [...new Set(ids)];
}

/** The ids that the gateway lists; where that is not known, those of the catalog. */
const allIds = ({ live, catalog }: ModelSources) => (live ?? catalog.models).map((model) => model.id);

async function wishedIds(session: OnboardSession, preset: Preset | undefined, sources: ModelSources) {
  const { catalog, live } = sources;
  const wished = session.options.models ?? ["default"];
  if (wished.includes("all")) return chatModelIds(catalog, allIds(sources));
  const named = wished.filter((id) => id !== "default");
  const explicit = await resolveAll(session, named, sources);
  if (!wished.includes("default")) return explicit;
  const fitted = fitToGateway(preset?.models ?? catalog.defaults, {
    catalog,
    live: live?.map((model) => model.id),
  });
  for (const { from, to } of fitted.replaced)
    await session.warn(session.context.t.onboard.replaced(from, to));
  for (const id of fitted.leftOut) await session.warn(session.context.t.onboard.leftOut(id));
  return [...new Set([...fitted.ids, ...explicit])];
}

/** The ids that the list offers: what is configured, and what can be a new choice. */
export function offeredIds(sources: ModelSources): string[] {
  const all = allIds(sources);
  const configured = new Set(configuredIds(sources.config));
  const fit = new Set(offerableIds(sources.catalog, all));
  return all.filter((id) => fit.has(id) || configured.has(id));
}

/** Throws Failure `gateway-lists-nothing` where there is nothing to choose from. */
function refuseEmpty({ live, baseUrl }: ModelSources): never {
  const listed = live?.map((model) => model.id) ?? [];
  const models = listed.length > 8 ? [...listed.slice(0, 8), "…"] : listed;
  const severity = { severity: "error" } as const;
  if (listed.length === 0) throw fail("gateway-lists-nothing", { variant: "empty", url: baseUrl }, severity);
  throw fail("gateway-lists-nothing", { variant: "none-of-ours", url: baseUrl, models }, severity);
}

/**
 * Reads what the flags ask for, else the default models. Throws Failure `gateway-lists-nothing`, and for names that
 * mean no model.
 */
export async function readWish(session: OnboardSession, sources: ModelSources): Promise<Wish> {
  const { options } = session;
  const preset = sources.catalog.presets.find((one) => one.name === options.preset);
  if (sources.live?.length === 0) refuseEmpty(sources);
  const ids = await wishedIds(session, preset, sources);
  const { primary, fallbacks } = options;
  const isNamed = primary !== undefined && primary !== "none";
  return {
    ids,
    preset,
    primary: isNamed ? await resolve(session, primary, sources) : undefined,
    fallbacks: fallbacks?.includes("none")
      ? []
      : fallbacks && (await resolveAll(session, fallbacks, sources)),
  };
}

/** Our models among the configured fallbacks, by their bare ids. */
export const currentFallbacks = (config: unknown): string[] =>
  modelRoles(config)
    .fallbacks.filter((item) => item.startsWith(`${providerId}/`))
    .map(bareId);

/** The default model's bare id where it is one of ours. */
export function currentOwn(config: unknown): string | undefined {
  const current = modelRoles(config).primary;
  return current?.startsWith(`${providerId}/`) ? bareId(current) : undefined;
}

/** The default model where it is another provider's. */
export function foreignDefault(config: unknown): string | undefined {
  const current = modelRoles(config).primary;
  return current === undefined || currentOwn(config) !== undefined ? undefined : current;
}

/** The models among the chosen ones that can be the default one, the one that suits best first. */
export function defaultCandidates(ids: readonly string[], { catalog }: ModelSources): string[] {
  const fit = offerableIds(catalog, ids);
  return fit.length > 0 ? fit : chatModelIds(catalog, ids);
}

/** Without questions: the preset's default model, else the one of ours that there is, else the first that suits. */
function decidePrimary(
  { ids, preset }: Wish,
  sources: ModelSources,
  { models }: Pick<OnboardSession["options"], "models">,
): string | undefined {
  const { config, live, catalog } = sources;
  if (preset?.primary !== undefined && ids.includes(preset.primary)) return preset.primary;
  const current = currentOwn(config);
  const fit = defaultCandidates(ids, sources);
  const first = models?.includes("all") ? catalog.defaults.find((id) => fit.includes(id)) : undefined;
  if (current === undefined) return first ?? fit[0];
  const served = live?.some((model) => model.id === current) ?? true;
  const stays = ids.includes(current) || (served && configuredIds(config).includes(current));
  return stays ? current : (first ?? fit[0]);
}

/** Completes a choice: the default model and the fallbacks are set up too. */
export function completeChoice({ ids, primary, fallbacks }: ChosenModels): ChosenModels {
  const all = [...new Set([...ids, ...(primary ? [primary] : []), ...(fallbacks ?? [])])];
  return { ids: all, primary, fallbacks };
}

/** Decides without questions. Throws Failure `gateway-lists-nothing`. */
export function decideModels(
  wish: Wish,
  sources: ModelSources,
  options: OnboardSession["options"],
): ChosenModels {
  const { ids, preset } = wish;
  if (ids.length === 0) refuseEmpty(sources);
  const primary = options.primary === undefined ? decidePrimary(wish, sources, options) : wish.primary;
  return completeChoice({ ids, primary, fallbacks: fallbacksFor(wish, { ids, primary }, sources, preset) });
}

/** Chooses without questions. Throws as {@link readWish} and {@link decideModels}. */
export async function chooseModels(session: OnboardSession, sources: ModelSources): Promise<ChosenModels> {
  return decideModels(await readWish(session, sources), sources, session.options);
}

/** The fallbacks that the flags or the preset say, without the default model; undefined leaves them as they are. */
export function fallbacksFor(
  wish: Wish,
  { ids, primary }: Pick<ChosenModels, "ids" | "primary">,
  { config }: ModelSources,
  preset: Preset | undefined,
): readonly string[] | undefined {
  const first = primary ?? currentOwn(config);
  if (wish.fallbacks) return wish.fallbacks.filter((id) => id !== first);
  return preset?.fallbacks.filter((id) => ids.includes(id) && id !== primary);
}

/** The configured models that a choice leaves out, of those that were offered and can go. */
export function droppableIds(
  ids: readonly string[],
  sources: ModelSources,
  options: Pick<OnboardSession["options"], "primary">,
): string[] {
  const offered = new Set(offeredIds(sources));
  const kept = options.primary === "none" ? currentOwn(sources.config) : undefined;
  return configuredIds(sources.config).filter((id) => offered.has(id) && !ids.includes(id) && id !== kept);
}
