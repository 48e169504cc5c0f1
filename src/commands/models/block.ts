import type { Change } from "../../core/change/index.ts";
import { get, isObject } from "../../core/json/index.ts";
import { fail } from "../../core/problem/index.ts";
import { type EntryFigures, planProvider, providerBlock, providerPath } from "../../core/provider/index.ts";
import type { Context } from "../../ports.ts";
import { baseUrlInForce } from "../connection.ts";
import { keyInUse } from "../keys.ts";
import type { Look } from "../look.ts";

/** The config has no provider block and needs none: the OpenClaw plugin of this package provides the models. */
export function pluginProvides(config: unknown): boolean {
  return (
    !isObject(get(config, providerPath)) && get(config, ["plugins", "entries", "aisa", "enabled"]) === true
  );
}

/**
 * Returns changes that add entries for these models to the provider block; none if the plugin provides them. Throws
 * Failure `provider-missing` if there is neither a block nor a key to create one.
 */
export async function planEntries(
  context: Context,
  found: Look,
  models: readonly EntryFigures[],
): Promise<Change[]> {
  const { config } = found;
  if (pluginProvides(config)) return [];
  if (!isObject(get(config, providerPath)) && (await keyInUse(context, found)) === undefined)
    throw fail("provider-missing", { file: found.located.configPath });
  const present = providerBlock(config)["baseUrl"];
  const baseUrl = typeof present === "string" && present !== "" ? present : baseUrlInForce(context, config);
  return planProvider(config, { baseUrl, apiKey: undefined, models });
}
