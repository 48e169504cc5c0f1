import type { Change } from "../change/index.ts";
import {
  type DocumentPath,
  get,
  getArray,
  getObject,
  getString,
  isObject,
  type JsonObject,
} from "../json/index.ts";

/** The provider's id in OpenClaw's config and in model references. */
export const providerId = "aisa";
/** Where the provider block is. */
export const providerPath: DocumentPath = ["models", "providers", providerId];
/** How the key is referred to in the config; OpenClaw substitutes `${[A-Z_][A-Z0-9_]*}` only. */
export const keyReference = "${AISA_API_KEY}";
/** The environment variable that holds the key. */
export const keyVariable = "AISA_API_KEY";
/** The gateway's API; without it OpenClaw may use `openai-responses`. */
export const providerApi = "openai-completions";

/** What is known of a model when its entry is written. */
export interface EntryFigures {
  readonly id: string;
  readonly name: string;
  readonly reasoning: boolean;
  readonly input: readonly ("text" | "image")[];
  /** Tokens. */
  readonly contextWindow: number;
  /** Tokens of output. */
  readonly maxTokens: number;
  /** USD per 1M tokens. */
  readonly cost: {
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheWrite: number;
  };
}

/** What is written as a new entry. A type, not an interface, so that it is a JSON object to the compiler as well. */
export type NewModelEntry = Pick<EntryFigures, keyof EntryFigures> & {
  readonly compat?: { readonly supportsDeveloperRole: boolean };
};

const openAiOwn = /^(?:gpt-|chatgpt-|o\d)/;

/** Whether a model takes the role `developer`: OpenAI's own do, the others answer 400. */
export function supportsDeveloperRole(id: string): boolean {
  return openAiOwn.test(id);
}

/**
 * Returns a model entry of `models.providers.aisa.models`: only keys that every OpenClaw from 2026.1.30 to 2026.9.6
 * accepts, and the bare id, which is sent to the gateway.
 */
export function modelEntry(figures: EntryFigures): NewModelEntry {
  return {
    id: figures.id,
    name: figures.name,
    reasoning: figures.reasoning,
    input: figures.input,
    cost: figures.cost,
    contextWindow: figures.contextWindow,
    maxTokens: figures.maxTokens,
    ...(supportsDeveloperRole(figures.id) ? {} : { compat: { supportsDeveloperRole: false } }),
  };
}

/** An entry's id without the provider's prefix, however often it was put in front. */
export function bareId(id: string): string {
  let bare = id.trim();
  while (bare.startsWith(`${providerId}/`)) bare = bare.slice(providerId.length + 1);
  return bare;
}

/** A model entry of the provider block. */
export interface ModelEntry {
  readonly path: DocumentPath;
  /** As it is written. */
  readonly id: string;
  readonly value: unknown;
}

// Every check asks for the entries of the same config.
const entriesOf = new WeakMap<object, readonly ModelEntry[]>();

/** Returns the entries of the provider block that have an id, in their order. */
export function modelEntries(config: unknown): readonly ModelEntry[] {
  const path = [...providerPath, "models"];
  const list = getArray(config, path);
  const known = entriesOf.get(list);
  if (known !== undefined) return known;
  const entries = list.flatMap((value, index) => {
    const id = getString(value, ["id"]);
    return id === undefined ? [] : [{ path: [...path, index], id, value }];
  });
  entriesOf.set(list, entries);
  return entries;
}

/** Returns the ids of the entries in the provider block, bare, in their order. */
export function configuredIds(config: unknown): string[] {
  return modelEntries(config).map((entry) => bareId(entry.id));
}

/** Changes that make one existing entry acceptable to OpenClaw; what is right in it stays as it is. */
export function fixEntry(path: DocumentPath, entry: JsonObject, figures: EntryFigures | undefined): Change[] {
  const changes: Change[] = [];
  const id = getString(entry, ["id"]) ?? "";
  if (id !== bareId(id)) changes.push({ op: "set", path: [...path, "id"], value: bareId(id) });
  const misplaced = entry["supportsDeveloperRole"];
  if (misplaced !== undefined) changes.push({ op: "remove", path: [...path, "supportsDeveloperRole"] });
  const wanted = typeof misplaced === "boolean" ? misplaced : supportsDeveloperRole(bareId(id));
  if (get(entry, ["compat", "supportsDeveloperRole"]) === undefined && !wanted)
    changes.push({ op: "set", path: [...path, "compat", "supportsDeveloperRole"], value: false });
  if (!figures) return changes;
  for (const [key, value] of Object.entries(modelEntry(figures))) {
    if (entry[key] === undefined && key !== "compat" && key !== "id")
      changes.push({ op: "set", path: [...path, key], value });
  }
  return changes;
}

/** What the provider block shall hold. */
export interface ProviderWish {
  readonly baseUrl: string;
  /** The text for `apiKey`; undefined keeps an existing one. */
  readonly apiKey: { readonly value: string | JsonObject; readonly secret: boolean } | undefined;
  readonly models: readonly EntryFigures[];
}

function planEntries(config: unknown, wanted: readonly EntryFigures[]): Change[] {
  const path = [...providerPath, "models"];
  const entries = getArray(config, path);
  const changes: Change[] = [];
  const present = new Set<string>();
  entries.forEach((entry, index) => {
    if (!isObject(entry)) return;
    const id = bareId(getString(entry, ["id"]) ?? "");
    present.add(id);
    changes.push(
      ...fixEntry(
        [...path, index],
        entry,
        wanted.find((figures) => figures.id === id),
      ),
    );
  });
  for (const figures of wanted) {
    if (!present.has(figures.id)) changes.push({ op: "append", path, value: modelEntry(figures) });
  }
  return changes;
}

/**
 * Changes that bring `models.providers.aisa` to the wish. A block that is there is merged into:
 * the user's own models, headers and settings survive, only what would not work is corrected.
 */
export function planProvider(config: unknown, wish: ProviderWish): Change[] {
  const block = get(config, providerPath);
  if (!isObject(block)) {
    const value = {
      baseUrl: wish.baseUrl,
      apiKey: wish.apiKey?.value ?? keyReference,
      api: providerApi,
      models: wish.models.map(modelEntry),
    };
    return [{ op: "set", path: providerPath, value, ...(wish.apiKey?.secret ? { secret: true } : {}) }];
  }
  const changes: Change[] = [];
  const set = (key: string, value: unknown, secret = false) => {
    if (block[key] !== value)
      changes.push({ op: "set", path: [...providerPath, key], value, ...(secret ? { secret } : {}) });
  };
  set("baseUrl", wish.baseUrl);
  if (wish.apiKey) set("apiKey", wish.apiKey.value, wish.apiKey.secret);
  set("api", providerApi);
  if (!Array.isArray(block["models"])) set("models", wish.models.map(modelEntry));
  else changes.push(...planEntries(config, wish.models));
  return changes;
}

/** The provider block as found, or an empty object. */
export function providerBlock(config: unknown): JsonObject {
  return getObject(config, providerPath);
}

/** `qwen3-max` -> `aisa/qwen3-max`. A reference is the provider, the first slash, and the id. */
export function toReference(id: string): string {
  return `${providerId}/${id}`;
}
