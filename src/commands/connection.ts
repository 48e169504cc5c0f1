import { defaultBaseUrl, normalizeBaseUrl, withVariables } from "../core/base-url.ts";
import { parseDotenv } from "../core/dotenv.ts";
import { providerBlock } from "../core/provider.ts";
import { getString } from "../core/value.ts";
import type { Context } from "../ports.ts";
import type { Look } from "./apply.ts";
import { keyInUse } from "./keys.ts";

/** Where requests go, and with which key if there is one. */
export interface Connection {
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
}

/**
 * The base URL of the provider block with its variables filled in, from the environment, the state directory's `.env`
 * and `env.vars`; undefined without one, or where a variable has no value.
 */
export function configuredBaseUrl(
  context: Context,
  config: unknown,
  dotenv?: { readonly text: string },
): string | undefined {
  const present = providerBlock(config)["baseUrl"];
  if (typeof present !== "string" || present === "") return undefined;
  const stored = parseDotenv(dotenv?.text ?? "");
  return withVariables(
    present,
    (name) => context.env[name] ?? stored.get(name) ?? getString(config, ["env", "vars", name]),
  );
}

/** The base URL in force: AISA_BASE_URL, else the provider block's, else AIsa's own. */
export function baseUrlInForce(
  context: Context,
  config: unknown,
  dotenv?: { readonly text: string },
): string {
  const set = context.env["AISA_BASE_URL"] || configuredBaseUrl(context, config, dotenv);
  return (set === undefined ? undefined : normalizeBaseUrl(set)?.url) ?? defaultBaseUrl;
}

/** How this machine would talk to the gateway now: base URL and the key that OpenClaw would use. */
export async function connection(context: Context, found: Look): Promise<Connection> {
  return {
    baseUrl: baseUrlInForce(context, found.config, found.dotenv),
    apiKey: await keyInUse(context, found),
  };
}
