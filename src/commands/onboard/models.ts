import {
  type Catalog,
  chatModelIds,
  fitToGateway,
  type Preset,
  resolveModel,
} from "../../core/models/index.ts";
import { modelRoles } from "../../core/openclaw/index.ts";
import { fail } from "../../core/problem/index.ts";
import { bareId, configuredIds, providerId } from "../../core/provider/index.ts";
import type { LiveModel } from "../../ports.ts";
import { mayAsk } from "../ask.ts";
import { askFallbacks, askModels, askPrimary } from "./questions.ts";
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

async function wishedIds(session: OnboardSession, preset: Preset | undefined, sources: ModelSources) {
  const { catalog, live } = sources;
  const wished = session.options.models ?? ["default"];
  const all = live?.map((model) => model.id) ?? catalog.models.map((model) => model.id);
  if (wished.includes("all")) return chatModelIds(catalog, all);
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

async function flaggedPrimary(session: OnboardSession, sources: ModelSources): Promise<string | undefined> {
  const flag = session.options.primary;
  return flag === undefined || flag === "none" ? undefined : resolve(session, flag, sources);
}

/** Our models among the configured fallbacks, by their bare ids. */
const currentFallbacks = (config: unknown) =>
  modelRoles(config)
    .fallbacks.filter((item) => item.startsWith(`${providerId}/`))
    .map(bareId);

/** Without questions: the flags, otherwise the preset, otherwise the default models; a default model of ours stays. */
function decidePrimary(
  ids: readonly string[],
  preset: Preset | undefined,
  { config, live }: ModelSources,
): string | undefined {
  if (preset?.primary !== undefined && ids.includes(preset.primary)) return preset.primary;
  const current = currentOwn(config);
  if (current === undefined) return ids[0];
  const served = live?.some((model) => model.id === current) ?? true;
  return ids.includes(current) || (served && configuredIds(config).includes(current)) ? current : ids[0];
}

/** The default model's bare id if it is one of ours. */
function currentOwn(config: unknown): string | undefined {
  const current = modelRoles(config).primary;
  return current?.startsWith(`${providerId}/`) ? bareId(current) : undefined;
}

/** Throws Failure `gateway-lists-nothing` where there is nothing to choose from. */
function refuseEmpty({ live, baseUrl }: ModelSources): never {
  const listed = live?.map((model) => model.id) ?? [];
  const models = listed.length > 8 ? [...listed.slice(0, 8), "…"] : listed;
  const severity = { severity: "error" } as const;
  if (listed.length === 0) throw fail("gateway-lists-nothing", { variant: "empty", url: baseUrl }, severity);
  throw fail("gateway-lists-nothing", { variant: "none-of-ours", url: baseUrl, models }, severity);
}

/** Finds out which models to set up: from the flags, else by asking, else the defaults. */
export async function chooseModels(session: OnboardSession, sources: ModelSources): Promise<ChosenModels> {
  const { options, context } = session;
  const { catalog, live, config } = sources;
  const preset = catalog.presets.find((one) => one.name === options.preset);
  const asks = mayAsk(context);
  if (live?.length === 0) refuseEmpty(sources);
  let ids = await wishedIds(session, preset, sources);
  if (asks && !options.models && !preset) {
    const all = live?.map((model) => model.id) ?? catalog.models.map((model) => model.id);
    const ticked = [...new Set([...ids, ...configuredIds(config).filter((id) => all.includes(id))])];
    ids = await askModels(session, chatModelIds(catalog, all), ticked, catalog, live);
  }
  if (ids.length === 0) refuseEmpty(sources);
  const flagged = await flaggedPrimary(session, sources);
  let primary = flagged;
  if (options.primary === undefined)
    primary =
      asks && !preset
        ? await askPrimary(session, ids, modelRoles(config).primary)
        : decidePrimary(ids, preset, sources);
  const fallbacks = await chooseFallbacks(session, sources, { ids, primary, preset, asks });
  return {
    ids: [...new Set([...ids, ...(primary ? [primary] : []), ...(fallbacks ?? [])])],
    primary,
    fallbacks,
  };
}

async function chooseFallbacks(
  session: OnboardSession,
  sources: ModelSources,
  chosen: { ids: readonly string[]; primary: string | undefined; preset: Preset | undefined; asks: boolean },
): Promise<readonly string[] | undefined> {
  const { options } = session;
  if (options.fallbacks?.includes("none")) return [];
  if (options.fallbacks) {
    const first = chosen.primary ?? currentOwn(sources.config);
    const wished = await resolveAll(session, options.fallbacks, sources);
    return wished.filter((id) => id !== first);
  }
  const rest = chosen.ids.filter((id) => id !== chosen.primary);
  if (chosen.preset) return chosen.preset.fallbacks.filter((id) => rest.includes(id));
  if (!chosen.asks || rest.length === 0 || chosen.primary === undefined) return undefined;
  const current = currentFallbacks(sources.config);
  const picked = await askFallbacks(session, rest, current);
  return picked.length === 0 && current.length === 0 ? undefined : picked;
}
