import { get, getArray, getString, shortJson } from "../json/index.ts";
import { clean, redact } from "../text/index.ts";
import { type Bound, bounds, isWithin } from "./bounds.ts";

/** One entry of `GET /v1/models`, checked and cleaned. */
export interface LiveModel {
  readonly id: string;
  readonly ownedBy?: string;
  readonly endpointTypes?: readonly string[];
  /** Tokens, where the gateway states it. */
  readonly contextWindow?: number;
  /** Tokens, where the gateway states it. */
  readonly maxTokens?: number;
  /** USD per 1M tokens, where the gateway states it. */
  readonly price?: { readonly input: number; readonly output: number };
}

/** What an answer of `GET /v1/models` holds. */
export interface ModelListing {
  /** In the gateway's order, every id once. */
  readonly models: readonly LiveModel[];
  /** What was ignored: ids that cannot be used, and figures out of their bounds. Cleaned, cut, without secrets. */
  readonly ignored: readonly string[];
}

const modelId = /^[A-Za-z0-9][\w.:/@+-]*$/;

/** Texts of the gateway for showing and keeping: `safe` is undefined for one that shows a secret. */
interface Reader {
  shown(value: unknown, most: number): string;
  safe(text: string, most: number): string | undefined;
  ignore(what: string): void;
}

/**
 * Reads the parsed body of `GET /v1/models`; undefined if it is no model list, or if it has entries and none of them
 * a usable id. The lists of new-api and AIsa have only ids and owners; limits and prices are read in OpenRouter's
 * form, in case the gateway starts to state them. Texts that contain one of the secrets are dropped.
 */
export function readModelList(body: unknown, secrets: readonly string[]): ModelListing | undefined {
  const entries = get(body, ["data"]);
  if (!Array.isArray(entries) || get(body, ["success"]) === false) return undefined;
  const models = new Map<string, LiveModel>();
  const ignored: string[] = [];
  // One search of all texts is much quicker than one of each, and finds something in hardly any list.
  const texts = entries.flatMap(textsIn).join("\n");
  const areSafe = redact(texts, secrets) === texts;
  const reader: Reader = {
    shown: (value, most) => redact(clean(textOf(value)), secrets).slice(0, most),
    safe: (text, most) =>
      areSafe || redact(text, secrets) === text ? clean(text).slice(0, most) : undefined,
    ignore: (what) => ignored.push(what),
  };
  for (const entry of entries as unknown[]) {
    const id = get(entry, ["id"]);
    if (!isUsableId(id) || reader.safe(id, id.length) === undefined)
      reader.ignore(reader.shown(id ?? entry, 80));
    else if (!models.has(id)) models.set(id, readModel(id, entry, reader));
  }
  if (entries.length > 0 && models.size === 0) return undefined;
  return { models: [...models.values()], ignored };
}

/** The texts of an entry that are kept. */
function textsIn(entry: unknown): string[] {
  const texts = [
    get(entry, ["id"]),
    get(entry, ["owned_by"]),
    ...getArray(entry, ["supported_endpoint_types"]),
  ];
  return texts.filter((text) => typeof text === "string");
}

const textOf = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : shortJson(value);

/** Whether a value is an id that can be sent, shown and written. */
export function isUsableId(id: unknown): id is string {
  return typeof id === "string" && isWithin(id.length, bounds.idLength) && modelId.test(id);
}

function readModel(id: string, entry: unknown, reader: Reader): LiveModel {
  const ignore = (what: string, ...values: readonly unknown[]) =>
    reader.ignore(`${id}: ${what} ${values.map((value) => reader.shown(value ?? "", 40)).join(" / ")}`);
  const tokens = (what: string, value: unknown, bound: Bound): number | undefined => {
    if (value === undefined || value === null || isWithin(value, bound)) return value ?? undefined;
    ignore(what, value);
    return undefined;
  };
  const window = get(entry, ["context_length"]) ?? get(entry, ["context_window"]);
  const contextWindow = tokens("context window", window, bounds.contextWindow);
  // The output is a part of the window.
  const mostOutput = { ...bounds.maxTokens, most: contextWindow ?? bounds.maxTokens.most };
  const output = get(entry, ["top_provider", "max_completion_tokens"]) ?? get(entry, ["max_output_tokens"]);
  const maxTokens = tokens("output", output, mostOutput);
  const price = priceOf(get(entry, ["pricing"]), ignore);
  const ownedBy = ownerOf(entry, reader, ignore);
  const types = get(entry, ["supported_endpoint_types"]);
  return {
    id,
    ...(ownedBy === undefined ? {} : { ownedBy }),
    ...(Array.isArray(types) ? { endpointTypes: readTypes(types, reader) } : {}),
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(price === undefined ? {} : { price }),
  };
}

type Ignore = (what: string, ...values: readonly unknown[]) => void;

function ownerOf(entry: unknown, reader: Reader, ignore: Ignore): string | undefined {
  const owner = getString(entry, ["owned_by"]);
  const safe = owner === undefined ? undefined : reader.safe(owner, 80);
  if (owner !== undefined && safe === undefined) ignore("owner", owner);
  return safe;
}

function readTypes(types: readonly unknown[], reader: Reader): readonly string[] {
  const texts = types.filter((type) => typeof type === "string").slice(0, 20);
  return texts.flatMap((type) => reader.safe(type, 40) ?? []);
}

function priceOf(pricing: unknown, ignore: Ignore): LiveModel["price"] {
  const [prompt, completion] = [get(pricing, ["prompt"]), get(pricing, ["completion"])];
  if (prompt === undefined && completion === undefined) return undefined;
  const [input, output] = [perMillion(prompt), perMillion(completion)];
  if (isWithin(input, bounds.price) && isWithin(output, bounds.price)) return { input, output };
  ignore("price", prompt, completion);
  return undefined;
}

// USD per token, as a decimal text or a number.
function perMillion(value: unknown): number {
  const perToken = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof perToken === "number" ? Math.round(perToken * 1e12) / 1e6 : Number.NaN;
}
