import {
  type Catalog,
  chatModelIds,
  entryFigures,
  type LiveModel,
  resolveModel,
} from "../core/models/index.ts";
import { bareId, type EntryFigures, modelEntry, providerApi, providerId } from "../core/provider/index.ts";
import type { PluginModel, RuntimeModel } from "./sdk.ts";

/** A model as OpenClaw is given it; the role `developer` is left to OpenAI's own models. */
export function toPluginModel(figures: EntryFigures): PluginModel {
  const { id, name, ...rest } = modelEntry(figures);
  return { id, name, api: providerApi, ...rest };
}

/** The models that the manifest names: the default ones of the catalog, in its order. */
export function defaultModels(catalog: Catalog): PluginModel[] {
  return catalog.defaults.map((id) => toPluginModel(entryFigures(catalog, id)));
}

/** What is known of the models at one moment. */
export interface Known {
  readonly catalog: Catalog;
  /** The gateway's own list, where it was asked lately. */
  readonly live: readonly LiveModel[] | undefined;
}

const liveIds = (known: Known) => (known.live ? { live: known.live.map((model) => model.id) } : {});

/**
 * Returns the id to send for what someone wrote: prefixes removed, aliases and wrong ids corrected. An unknown id is
 * unchanged.
 */
export function wireId(text: string, known: Known): string {
  const bare = bareId(text);
  if (known.live?.some((model) => model.id === bare)) return bare;
  const resolution = resolveModel(bare, { catalog: known.catalog, configured: [], ...liveIds(known) });
  return resolution.kind === "one" ? resolution.id : bare;
}

/** Whether the gateway is known to serve an id; undefined where its list is not known. */
export function isServed(id: string, known: Known): boolean | undefined {
  return known.live?.some((model) => model.id === id);
}

/** Ids to use instead of one that is not served, best first, at most three. */
export function alternatives(text: string, known: Known): string[] {
  const bare = bareId(text);
  const resolution = resolveModel(bare, { catalog: known.catalog, configured: [], ...liveIds(known) });
  const found =
    resolution.kind === "one"
      ? [resolution.id]
      : resolution.kind === "several"
        ? resolution.ids
        : resolution.nearest;
  const others = found.filter((id) => id !== bare && isServed(id, known) !== false);
  const { catalog, live = [] } = known;
  const usual = [
    ...catalog.defaults,
    ...chatModelIds(
      catalog,
      live.map((model) => model.id),
    ),
  ];
  const served = [...new Set(usual)].filter((id) => id !== bare && isServed(id, known) !== false);
  return (others.length > 0 ? others : served).slice(0, 3);
}

/** A model that the manifest does not name, ready to run. */
export function runtimeModel(id: string, baseUrl: string, known: Known): RuntimeModel {
  const live = known.live?.find((model) => model.id === id);
  return { ...toPluginModel(entryFigures(known.catalog, id, live)), provider: providerId, baseUrl };
}

/** The only temperature that a model takes, where there is such a rule (Kimi K2.5: 1). */
export function onlyTemperature(id: string, catalog: Catalog): number | undefined {
  return catalog.models.find((model) => model.id === id)?.onlyTemperature;
}
