import { get, getObject, getString, isObject } from "../json/index.ts";
import { defaultBaseUrl, normalizeBaseUrl } from "./base-url.ts";
import { providerId, providerPath } from "./provider.ts";

const hostOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).host : undefined);

/** Whether a base URL is AIsa's: its host, or just the base URL that was chosen in its place. */
function isOurUrl(text: string, chosen: string | undefined): boolean {
  const url = normalizeBaseUrl(text)?.url;
  const host = hostOf(url);
  if (host === undefined) return false;
  const own = hostOf(defaultBaseUrl)?.replace(/^api\./, "") ?? "";
  return host === own || host.endsWith(`.${own}`) || url === normalizeBaseUrl(chosen ?? "")?.url;
}

/**
 * Returns the name of AIsa's block where it is not called `aisa`, recognised by its base URL: OpenClaw's wizard for
 * custom providers calls it `custom-api-aisa-one`. Of several, one with a key. Undefined where there is a block `aisa`.
 * In: the base URL that a variable chose, if any.
 */
export function misnamedProvider(config: unknown, chosen?: string): string | undefined {
  if (isObject(get(config, providerPath))) return undefined;
  const blocks = Object.entries(getObject(config, ["models", "providers"]));
  const ours = blocks.filter(([, block]) => isOurUrl(getString(block, ["baseUrl"]) ?? "", chosen));
  return (ours.find(([, block]) => get(block, ["apiKey"]) !== undefined) ?? ours[0])?.[0];
}

/** Returns the config as it is with AIsa's block under its right name, for looking at it. References stay. */
export function withOwnName(config: unknown, chosen?: string): unknown {
  const name = misnamedProvider(config, chosen);
  if (name === undefined || !isObject(config)) return config;
  const models = getObject(config, ["models"]);
  const { [name]: block, ...others } = getObject(models, ["providers"]);
  return { ...config, models: { ...models, providers: { ...others, [providerId]: block } } };
}
