import { get, getArray, getString } from "../json/index.ts";
import { modelRoles } from "../openclaw/index.ts";
import { bareId, configuredIds, providerId, providerPath, toReference } from "../provider/index.ts";
import { hasWords, searchWords } from "../text/index.ts";
import {
  type Catalog,
  type CatalogModel,
  familyOf,
  isFamily,
  type ModelKind,
  type Price,
  searchText,
} from "./catalog.ts";
import type { LiveModel } from "./live-models.ts";

/** Whether the gateway lists a model: `stale` is configured and not listed, `unchecked` where its list is not known. */
export type LiveState = "live" | "stale" | "unchecked";

/** One model in a list: what is known of it, and what this config makes of it. */
export interface ModelRow {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly kind: ModelKind | undefined;
  /** USD per 1M tokens. */
  readonly price: { readonly input: number; readonly output: number } | undefined;
  /** Tokens. */
  readonly contextWindow: number | undefined;
  /** Tokens of output. */
  readonly maxTokens: number | undefined;
  readonly vision: boolean;
  readonly reasoning: boolean;
  /** It has an entry in the provider block. */
  readonly configured: boolean;
  readonly primary: boolean;
  /** Its place among the fallbacks, counted from 1. */
  readonly fallback: number | undefined;
  readonly state: LiveState;
}

/** What a list is made from. */
export interface ListSources {
  readonly config: unknown;
  readonly catalog: Catalog;
  /** The gateway's list, undefined when it is not known. */
  readonly live: readonly LiveModel[] | undefined;
}

const amount = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined;

/** A price that the config states; entries that state 0 for both do not know it. */
function statedPrice(entry: unknown): ModelRow["price"] {
  const [input, output] = [amount(get(entry, ["cost", "input"])), amount(get(entry, ["cost", "output"]))];
  return input === undefined && output === undefined ? undefined : { input: input ?? 0, output: output ?? 0 };
}

/** The price that the config states for a provider's model, AIsa's where none is named; undefined where it states none. */
export function configuredPrice(config: unknown, id: string, provider = providerId): Price | undefined {
  const isOurs = provider === providerId;
  const entry = getArray(config, ["models", "providers", provider, "models"]).find((one) => {
    const written = getString(one, ["id"]) ?? "";
    return (isOurs ? bareId(written) : written) === id;
  });
  const cacheRead = amount(get(entry, ["cost", "cacheRead"]));
  const cacheWrite = amount(get(entry, ["cost", "cacheWrite"]));
  const price = statedPrice(entry);
  return (
    price && {
      ...price,
      ...(cacheRead === undefined ? {} : { cacheRead }),
      ...(cacheWrite === undefined ? {} : { cacheWrite }),
    }
  );
}

const accepts = (entry: unknown, kind: string) => getArray(entry, ["input"]).includes(kind);

/**
 * Makes the row of a model. Figures: the config's entry (OpenClaw counts with those), else what the gateway
 * states, else the catalog's; undefined where none knows.
 */
function makeRows(sources: ListSources): (id: string) => ModelRow {
  const { config, catalog, live } = sources;
  const entries = new Map<string, unknown>();
  for (const entry of getArray(config, [...providerPath, "models"])) {
    const id = bareId(getString(entry, ["id"]) ?? "");
    if (!entries.has(id)) entries.set(id, entry);
  }
  const listed = new Map(live?.map((model) => [model.id, model]));
  const known = new Map<string, CatalogModel>(catalog.models.map((model) => [model.id, model]));
  const { primary, fallbacks } = modelRoles(config);
  return (id) => {
    const [entry, stated, model] = [entries.get(id), listed.get(id), known.get(id)];
    const reference = toReference(id);
    const place = fallbacks.indexOf(reference);
    return {
      id,
      name: getString(entry, ["name"]) ?? model?.name ?? id,
      family: model?.family ?? familyOf(catalog, id),
      kind: model?.kind,
      price: statedPrice(entry) ?? stated?.price ?? model?.price,
      contextWindow: amount(get(entry, ["contextWindow"])) ?? stated?.contextWindow ?? model?.contextWindow,
      maxTokens: amount(get(entry, ["maxTokens"])) ?? stated?.maxTokens ?? model?.maxTokens,
      vision: entry === undefined ? (model?.input?.includes("image") ?? false) : accepts(entry, "image"),
      reasoning: entry === undefined ? (model?.reasoning ?? false) : get(entry, ["reasoning"]) === true,
      configured: entry !== undefined,
      primary: primary === reference,
      fallback: place === -1 ? undefined : place + 1,
      state: live === undefined ? "unchecked" : stated === undefined ? "stale" : "live",
    };
  };
}

/** The row of one model, by its bare id. */
export function rowOf(id: string, sources: ListSources): ModelRow {
  return makeRows(sources)(id);
}

/** The models that the config uses: the provider's entries, then default and fallbacks that have none. */
export function configuredRows(sources: ListSources): ModelRow[] {
  const { primary, fallbacks } = modelRoles(sources.config);
  const used = [...(primary === undefined ? [] : [primary]), ...fallbacks]
    .filter((reference) => reference.startsWith(`${providerId}/`))
    .map((reference) => reference.slice(providerId.length + 1));
  return [...new Set([...configuredIds(sources.config), ...used])].map(makeRows(sources));
}

/** Every model: what the gateway lists (where that is not known, the catalog), and what is configured besides. */
export function allRows(sources: ListSources): ModelRow[] {
  const offered = (sources.live ?? sources.catalog.models).map((model) => model.id);
  const ids = new Set([...offered, ...configuredIds(sources.config)]);
  return groupByFamily([...ids].map(makeRows(sources)), sources.catalog);
}

/** Families together, in the catalog's order, those that it does not know behind them by name. */
function groupByFamily(rows: readonly ModelRow[], catalog: Catalog): ModelRow[] {
  const order = [...new Set(catalog.models.map((model) => model.family))];
  const groups = new Map<string, ModelRow[]>();
  for (const row of rows) {
    const group = groups.get(row.family);
    if (group) group.push(row);
    else groups.set(row.family, [row]);
  }
  const place = (family: string) => {
    const index = order.indexOf(family);
    return index === -1 ? order.length : index;
  };
  return [...groups.keys()]
    .sort((a, b) => place(a) - place(b) || compare(a, b))
    .flatMap((family) => groups.get(family) ?? []);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Which rows to show. */
export interface RowFilter {
  /** Every word of it must be in the id, the name or the family. */
  readonly search?: string;
  readonly family?: string;
  readonly vision?: boolean;
  readonly reasoning?: boolean;
  /** USD per 1M tokens that neither input nor output may exceed. */
  readonly maxPrice?: number;
}

/** The rows that a filter lets through; a model whose price is not known passes no price limit. */
export function filterRows(rows: readonly ModelRow[], filter: RowFilter, catalog: Catalog): ModelRow[] {
  const words = searchWords(filter.search ?? "");
  const { family, maxPrice } = filter;
  return rows.filter((row) => {
    return (
      hasWords(searchText(catalog, row), words) &&
      (family === undefined || isFamily(catalog, row.family, family)) &&
      (!filter.vision || row.vision) &&
      (!filter.reasoning || row.reasoning) &&
      (maxPrice === undefined ||
        (row.price !== undefined && row.price.input <= maxPrice && row.price.output <= maxPrice))
    );
  });
}

/** The orders that a list can be put in. */
export const sortKeys = ["name", "price", "context"] as const;
/** One of {@link sortKeys}. */
export type SortKey = (typeof sortKeys)[number];

/** Sorts rows: by name, by price (input and output together, cheapest first), by context (largest first); unknown last. */
export function sortRows(rows: readonly ModelRow[], key: SortKey): ModelRow[] {
  const name = (a: ModelRow, b: ModelRow) => compare(a.id.toLowerCase(), b.id.toLowerCase());
  const cost = ({ price }: ModelRow) => (price ? price.input + price.output : Number.MAX_VALUE);
  if (key === "price") return [...rows].sort((a, b) => cost(a) - cost(b) || name(a, b));
  if (key === "context")
    return [...rows].sort((a, b) => (b.contextWindow ?? 0) - (a.contextWindow ?? 0) || name(a, b));
  return [...rows].sort(name);
}
