import type { Change } from "../change/index.ts";
import { type DocumentPath, get, isObject } from "../json/index.ts";
import type { EntryFigures } from "../provider/index.ts";
import { type Catalog, conservative, entryFigures, findModel, type Price, type Source } from "./catalog.ts";
import type { LiveModel } from "./live-models.ts";

/** What entries are brought up to: the catalog, and the gateway's list where it is known. */
export interface SyncSources {
  readonly config: unknown;
  readonly catalog: Catalog;
  readonly live: readonly LiveModel[] | undefined;
}

/** A figure that an entry states and that ages. */
export type Figure = "price" | "contextWindow" | "maxTokens";

/** A price without its cached share, USD per 1M tokens. */
export type Pair = Pick<Price, "input" | "output">;

/** What a figure is and what it should be: tokens, or a price; `before` is undefined where the entry does not state it. */
export interface FigureChange {
  readonly id: string;
  readonly figure: Figure;
  readonly before: number | Pair | undefined;
  readonly after: number | Pair;
  /** The dated snapshot, or undefined for the gateway itself. */
  readonly source: Source | undefined;
}

interface Target<Value> {
  readonly value: Value;
  readonly source: Source | undefined;
}

/** All that is known of one figure: what it should be, and every value that we may have written once. */
interface Known<Value> {
  readonly target: Target<Value> | undefined;
  readonly values: readonly Value[];
}

function knownLimit(sources: SyncSources, id: string, figure: "contextWindow" | "maxTokens"): Known<number> {
  const model = findModel(sources.catalog, id);
  const stated = sources.live?.find((one) => one.id === id)?.[figure];
  const snapshots = [model?.later, model].flatMap((one) => {
    const value = one?.[figure];
    return one && value !== undefined ? [{ value, source: one.source }] : [];
  });
  const target = stated === undefined ? snapshots[0] : { value: stated, source: undefined };
  return { target, values: [...snapshots.map((one) => one.value), conservative[figure]] };
}

function knownPrice(sources: SyncSources, id: string): Known<Price> {
  const model = findModel(sources.catalog, id);
  const stated = sources.live?.find((one) => one.id === id)?.price;
  const snapshots = [model?.later, model].flatMap((one) =>
    one?.price ? [{ value: one.price, source: one.source }] : [],
  );
  const target = stated ? { value: stated, source: undefined } : snapshots[0];
  return { target, values: snapshots.map((one) => one.value) };
}

/** An entry of the provider block, and the id that it is to have. */
export interface SyncEntry {
  readonly value: unknown;
  readonly path: DocumentPath;
  readonly id: string;
  /** The id was a different one: the entry's figures belong to that model, not to this one. */
  readonly isMoved: boolean;
}

/** A change of one figure, or the word that it is the user's own. */
export interface EntryUpdate {
  readonly changes: readonly Change[];
  readonly updated?: FigureChange;
  readonly kept?: FigureChange;
}

const nothing: EntryUpdate = { changes: [] };

/**
 * Updates one limit. A value that no snapshot ever had is the user's own: if it is smaller than the gateway's it is
 * kept, since it is never rejected; a larger one is replaced. Without a value from the gateway, every own value is
 * kept.
 */
export function syncLimit(
  sources: SyncSources,
  entry: SyncEntry,
  figure: "contextWindow" | "maxTokens",
): EntryUpdate {
  const { target, values } = knownLimit(sources, entry.id, figure);
  const current = get(entry.value, [figure]);
  if (target === undefined || current === target.value) return nothing;
  const isStated = typeof current === "number";
  const before = isStated ? current : undefined;
  const told = { id: entry.id, figure, before, after: target.value, source: target.source };
  const isOwn = isStated && !entry.isMoved && !values.includes(current);
  if (isOwn && (target.source !== undefined || current < target.value)) return { changes: [], kept: told };
  return { changes: [{ op: "set", path: [...entry.path, figure], value: target.value }], updated: told };
}

const pair = ({ input, output }: Pair): Pair => ({ input, output });
const samePrice = (one: Pair, other: Pair) => one.input === other.input && one.output === other.output;

function pairOf(cost: unknown): Pair {
  const [input, output] = [get(cost, ["input"]), get(cost, ["output"])];
  return {
    input: typeof input === "number" ? input : 0,
    output: typeof output === "number" ? output : 0,
  };
}

/**
 * Brings the price up to date. What the gateway states it bills: it replaces any other. A snapshot replaces only prices that a snapshot
 * had, and the zeros of an entry that does not know its price.
 */
export function syncPrice(sources: SyncSources, entry: SyncEntry): EntryUpdate {
  const { target, values } = knownPrice(sources, entry.id);
  if (target === undefined) return nothing;
  const cost = get(entry.value, ["cost"]);
  const current = pairOf(cost);
  const isUnknown = current.input === 0 && current.output === 0;
  const { source } = target;
  const before = isUnknown ? undefined : current;
  const told = { id: entry.id, figure: "price" as const, before, after: pair(target.value), source };
  const isOurs = [...values, target.value].some((one) => samePrice(current, one));
  if (source && !isUnknown && !isOurs && !entry.isMoved) return { changes: [], kept: told };
  const wanted = source ? { cacheRead: 0, cacheWrite: 0, ...target.value } : target.value;
  const path = [...entry.path, "cost"];
  if (!isObject(cost)) return { changes: [{ op: "set", path, value: wanted }], updated: told };
  const changes = Object.entries(wanted)
    .filter(([key, value]) => cost[key] !== value)
    .map(([key, value]): Change => ({ op: "set", path: [...path, key], value }));
  return samePrice(current, target.value) ? { changes } : { changes, updated: told };
}

/** The figures for a new entry: what the gateway states, else the newest snapshot, so that they are up to date at once. */
export function newestFigures(catalog: Catalog, id: string, live: LiveModel | undefined): EntryFigures {
  const written = entryFigures(catalog, id, live);
  const later = findModel(catalog, id)?.later;
  const price = live?.price ? undefined : later?.price;
  return {
    ...written,
    contextWindow: live?.contextWindow ?? later?.contextWindow ?? written.contextWindow,
    maxTokens: live?.maxTokens ?? later?.maxTokens ?? written.maxTokens,
    cost: price ? { cacheRead: 0, cacheWrite: 0, ...price } : written.cost,
  };
}
