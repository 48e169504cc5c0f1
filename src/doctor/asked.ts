import { isObject } from "../core/json/index.ts";
import { pluginEnabled } from "../core/keys/index.ts";
import { freeSpendingUsd, highestPrice, knownPrice, type PriceSources } from "../core/models/index.ts";
import { isUse, modelReferences, modelRoles } from "../core/openclaw/index.ts";
import { bareId, modelEntries, providerId } from "../core/provider/index.ts";

/** Models besides the default one and its fallbacks that are asked without `--all`. */
export const mostOthers = 10;

/** Maximum tokens of a chat; an empty first answer causes a second one. */
const tokens = {
  other: { input: 2 * 80, output: 2 * 64 },
  // A longer answer, and the probes for a tool call and for the role `developer`.
  first: { input: 2 * 80 + 2 * 200, output: 2 * 256 + 2 * 256 },
} as const;

/** The models that get a live chat, by the ids that OpenClaw would send. */
export interface Asked {
  /** The default one first. */
  readonly models: readonly string[];
  /** Those that are left out. */
  readonly left: readonly string[];
}

/** Every model that OpenClaw may ask for: the default one, its fallbacks, and the rest in the order of the config. */
function candidates(config: unknown): {
  readonly important: readonly string[];
  readonly others: readonly string[];
} {
  const ids = modelEntries(config)
    .filter((one) => isObject(one.value))
    .map((one) => one.id);
  const named = modelReferences(config).filter((one) => one.text.startsWith(`${providerId}/`));
  // With the plugin, the models are in its catalog: only references name those in use.
  const all = [...new Set(pluginEnabled(config) ? [...ids, ...named.map((one) => bareId(one.text))] : ids)];
  const byBareId = new Map(all.map((id) => [bareId(id), id]));
  const { primary, fallbacks } = modelRoles(config);
  const roles = [primary, ...fallbacks].filter((text) => text?.startsWith(`${providerId}/`));
  const first =
    roles.length > 0
      ? roles
      : named
          .filter(isUse)
          .slice(0, 1)
          .map((one) => one.text);
  const important = [...new Set(first.flatMap((text) => byBareId.get(bareId(text ?? "")) ?? []))];
  const isImportant = new Set(important);
  return { important, others: all.filter((id) => !isImportant.has(id)) };
}

/**
 * Chooses the models that doctor sends a chat to: the default one, its fallbacks, and at most ten others, as far as
 * the chats cost a cent at most together; with `all` every one. The default model is always asked.
 */
export function chooseAsked(config: unknown, sources: PriceSources, all: boolean): Asked {
  const { important, others } = candidates(config);
  if (all) return { models: [...important, ...others], left: [] };
  const highest = highestPrice(sources.catalog);
  const models: string[] = [];
  let usd = 0;
  for (const id of [...important, ...others.slice(0, mostOthers)]) {
    const { input, output } = models.length === 0 ? tokens.first : tokens.other;
    const price = knownPrice(bareId(id), sources) ?? highest;
    const cost = (input * price.input + output * price.output) / 1e6;
    if (models.length > 0 && usd + cost > freeSpendingUsd) continue;
    usd += cost;
    models.push(id);
  }
  const isAsked = new Set(models);
  return { models, left: [...important, ...others].filter((id) => !isAsked.has(id)) };
}
