import type { RolesWish, SetupState } from "../../core/desired/index.ts";
import type { DocumentPath } from "../../core/json/index.ts";
import { type KnownModels, resolveModel } from "../../core/models/index.ts";
import { Failure, type Location } from "../../core/problem/index.ts";
import { configuredIds } from "../../core/provider/index.ts";
import type { Context, DataText, LiveModel } from "../../ports.ts";
import { meaningOf } from "../models/known.ts";

/** The models that a state names, by their bare ids. */
export interface NamedModels {
  /** Everything that is named, in the order of the file. */
  readonly ids: readonly string[];
  /** Those of them that are a default or fallback model somewhere. */
  readonly used: readonly string[];
  /** Whether `models` lists which ones there shall be. */
  readonly isExact: boolean;
  readonly roles: RolesWish;
  readonly agents: ReadonlyMap<string, RolesWish>;
}

/** Does something, and says of a Failure where in a file its cause is, unless it says that already. */
export async function placed<T>(at: Location, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || error.problem.at !== undefined) throw error;
    throw new Failure({ ...error.problem, at });
  }
}

/** What names are resolved with. `live` asks the gateway; undefined where it cannot be asked. */
export interface NameSources {
  readonly context: Context;
  readonly config: unknown;
  readonly placeOf: DataText["at"];
  live(): Promise<readonly LiveModel[] | undefined>;
}

async function resolve(sources: NameSources, text: string, path: DocumentPath): Promise<string> {
  const { context, config, placeOf } = sources;
  const known: KnownModels = { catalog: await context.catalog(), configured: configuredIds(config) };
  const live = resolveModel(text, known).kind === "none" ? await sources.live() : undefined;
  const listed = live && live.length > 0 ? { live: live.map((one) => one.id) } : {};
  const unlisted = live === undefined ? context.t.models.notAsked : undefined;
  return placed(placeOf(path, "value"), () => meaningOf(context, text, { ...known, ...listed }, unlisted));
}

async function resolveAll(sources: NameSources, texts: readonly string[], path: DocumentPath) {
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) ids.push(await resolve(sources, text, [...path, index]));
  return [...new Set(ids)];
}

async function resolveRoles(sources: NameSources, roles: RolesWish, path: DocumentPath, isPlain = false) {
  const { primary, fallbacks } = roles;
  return {
    ...(primary === undefined
      ? {}
      : { primary: await resolve(sources, primary, isPlain ? path : [...path, "primary"]) }),
    ...(fallbacks === undefined
      ? {}
      : { fallbacks: await resolveAll(sources, fallbacks, [...path, "fallbacks"]) }),
  };
}

/** Resolves the names of a state. Throws Failure `unknown-model` and `ambiguous-model` with line and column. */
export async function nameModels(
  sources: NameSources,
  state: SetupState,
  path: DocumentPath,
): Promise<NamedModels> {
  const models = await resolveAll(sources, state.models ?? [], [...path, "models"]);
  const roles = await resolveRoles(sources, state, path);
  const agents = new Map<string, RolesWish>();
  for (const [id, wish] of state.agents)
    agents.set(id, await resolveRoles(sources, wish, [...path, "agents", id], wish.isPlain));
  const used = [roles, ...agents.values()].flatMap((one) => [one.primary ?? [], one.fallbacks ?? []].flat());
  const ids = [...new Set([...models, ...used])];
  return { ids, used, isExact: state.models !== undefined, roles, agents };
}
