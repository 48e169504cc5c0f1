import { get, getString, shortJson } from "../json/index.ts";
import { clean } from "../text/index.ts";

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
  /** Entries left out because their id is none that could be sent back or shown: cleaned and cut. */
  readonly skipped: readonly string[];
}

/** More entries than this are not taken for a model list. */
export const mostModels = 20_000;

// No chat model in use takes or gives fewer; OpenClaw could send nothing within them.
const fewestTokens = 256;

const modelId = /^[A-Za-z0-9][\w.:/@+-]{0,199}$/;

/**
 * Reads the parsed body of `GET /v1/models`; undefined when it is no model list, or when it has entries
 * and none of them has a usable id. The list of new-api and AIsa has ids and owners only; limits and
 * prices are read in the form OpenRouter gives them, should the gateway begin to state them.
 */
export function readModelList(body: unknown): ModelListing | undefined {
  const entries = get(body, ["data"]);
  if (!Array.isArray(entries) || get(body, ["success"]) === false) return undefined;
  const models = new Map<string, LiveModel>();
  const skipped: string[] = [];
  for (const entry of entries as unknown[]) {
    const id = get(entry, ["id"]);
    if (typeof id === "string" && modelId.test(id)) {
      if (!models.has(id)) models.set(id, readModel(id, entry));
    } else skipped.push(clean(typeof id === "string" ? id : shortJson(id ?? entry)).slice(0, 80));
  }
  if (entries.length > 0 && models.size === 0) return undefined;
  return { models: [...models.values()], skipped };
}

function readModel(id: string, entry: unknown): LiveModel {
  const owner = getString(entry, ["owned_by"]);
  const types = get(entry, ["supported_endpoint_types"]);
  const contextWindow = tokens(get(entry, ["context_length"]) ?? get(entry, ["context_window"]));
  const maxTokens = tokens(
    get(entry, ["top_provider", "max_completion_tokens"]) ?? get(entry, ["max_output_tokens"]),
  );
  const input = perMillion(get(entry, ["pricing", "prompt"]));
  const output = perMillion(get(entry, ["pricing", "completion"]));
  return {
    id,
    ...(owner === undefined ? {} : { ownedBy: clean(owner).slice(0, 80) }),
    ...(Array.isArray(types) ? { endpointTypes: readTypes(types) } : {}),
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(input === undefined || output === undefined ? {} : { price: { input, output } }),
  };
}

function readTypes(types: readonly unknown[]): readonly string[] {
  const texts = types.filter((type) => typeof type === "string");
  return texts.slice(0, 20).map((type) => clean(type).slice(0, 40));
}

function tokens(value: unknown): number | undefined {
  const isSane =
    typeof value === "number" && Number.isInteger(value) && value >= fewestTokens && value <= 1e9;
  return isSane ? value : undefined;
}

// USD per token, as a decimal text or a number; more than 10 USD for 1,000 tokens is no price.
function perMillion(value: unknown): number | undefined {
  const perToken = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof perToken !== "number" || !(perToken >= 0 && perToken <= 0.01)) return undefined;
  return Math.round(perToken * 1e12) / 1e6;
}
