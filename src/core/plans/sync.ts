import type { Change } from "../change/index.ts";
import { type DocumentPath, getArray, getString, isObject } from "../json/index.ts";
import {
  type Catalog,
  chatModelIds,
  type EntryUpdate,
  type FigureChange,
  findModel,
  replacementOf,
  type SyncEntry,
  type SyncSources,
  syncLimit,
  syncPrice,
} from "../models/index.ts";
import { modelUses, planRenames, removals } from "../openclaw/index.ts";
import { bareId, fixEntry, modelEntries, providerPath } from "../provider/index.ts";

/** The result of updating the entries. */
export interface SyncPlan {
  readonly changes: readonly Change[];
  /** Ids that are out of use, with the id that took their place. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Models that are configured or used, that the gateway does not list, and that nothing is known to replace. */
  readonly vanished: readonly { readonly id: string; readonly path: DocumentPath }[];
  readonly updated: readonly FigureChange[];
  /** Figures that the user set: `before` stays, `after` is what is known. */
  readonly kept: readonly FigureChange[];
}

/** An entry under its new name: the name it is shown by changes too, unless the user gave it one. */
function renameEntry(catalog: Catalog, { value, path, id }: SyncEntry, from: string): Change[] {
  const shown = getString(value, ["name"]);
  const isOurs = shown === undefined || shown === from || shown === findModel(catalog, from)?.name;
  const name = findModel(catalog, id)?.name ?? id;
  return [
    { op: "set", path: [...path, "id"], value: id },
    ...(isOurs && shown !== name ? [{ op: "set" as const, path: [...path, "name"], value: name }] : []),
  ];
}

function syncEntry(sources: SyncSources, entry: SyncEntry, from: string): EntryUpdate[] {
  const fixed = isObject(entry.value) ? fixEntry(entry.path, entry.value, undefined) : [];
  const shape = entry.isMoved
    ? [...fixed.filter((one) => one.path.at(-1) !== "id"), ...renameEntry(sources.catalog, entry, from)]
    : fixed;
  return [
    { changes: shape },
    syncPrice(sources, entry),
    syncLimit(sources, entry, "contextWindow"),
    syncLimit(sources, entry, "maxTokens"),
  ];
}

/**
 * Plans to update every configured entry: retired ids are replaced by their successors, in the entry and in every
 * reference; prices and limits become the gateway's, otherwise the newest snapshot's. Only an entry whose new id
 * already has one is removed.
 */
export function planSync(sources: SyncSources): SyncPlan {
  const { config, catalog } = sources;
  const live = sources.live?.map((model) => model.id);
  const entries = modelEntries(config)
    .filter((one) => one.id !== "")
    .map((one) => ({ ...one, id: bareId(one.id) }));
  const ids = new Set(entries.map((one) => one.id));
  const used = modelUses(config).filter((one) => !ids.has(one.id));
  const places = new Map([...used, ...entries].map(({ id, path }) => [id, path]));
  const names = new Map<string, string>();
  const vanished: { id: string; path: DocumentPath }[] = [];
  for (const [id, path] of places) {
    const to = replacementOf(id, { catalog, live });
    if (to !== undefined && (live?.includes(to) ?? true)) names.set(id, to);
    else if (live !== undefined && !live.includes(id)) vanished.push({ id, path });
  }
  const steps: EntryUpdate[] = [];
  const twice: DocumentPath[] = [];
  for (const { value, path, id } of entries) {
    const to = names.get(id);
    if (to !== undefined && ids.has(to)) twice.push(path);
    else steps.push(...syncEntry(sources, { value, path, id: to ?? id, isMoved: to !== undefined }, id));
    ids.add(to ?? id);
  }
  return {
    changes: [...steps.flatMap((one) => one.changes), ...planRenames(config, names), ...removals(twice)],
    moved: [...names].map(([from, to]) => ({ from, to })),
    vanished,
    updated: steps.flatMap((one) => one.updated ?? []),
    kept: steps.flatMap((one) => one.kept ?? []),
  };
}

/** Models for agents that could be set up and are not: what the gateway lists, else what the catalog has in use. */
export function offeredIds({ config, catalog, live }: SyncSources, moved: SyncPlan["moved"]): string[] {
  const retired = new Set(catalog.aliases.filter((one) => one.kind === "retired").map((one) => one.name));
  const listed =
    live?.map((model) => model.id) ??
    catalog.models.map((model) => model.id).filter((id) => !retired.has(id));
  const taken = new Set([
    ...getArray(config, [...providerPath, "models"]).map((entry) => bareId(getString(entry, ["id"]) ?? "")),
    ...moved.map((one) => one.to),
  ]);
  return chatModelIds(catalog, listed).filter((id) => !taken.has(id));
}
