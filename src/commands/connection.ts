import { parseDotenv } from "../core/edit/index.ts";
import { formatPath, getString } from "../core/json/index.ts";
import type { Problem } from "../core/problem/index.ts";
import {
  defaultBaseUrl,
  hasLogin,
  normalizeBaseUrl,
  providerBlock,
  providerPath,
  withoutLogin,
  withVariables,
} from "../core/provider/index.ts";
import type { Context } from "../ports.ts";
import { keyInUse } from "./keys.ts";
import type { Look } from "./look.ts";

/** Where requests go, and with which key if there is one. */
export interface Connection {
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
  /** Why no request may be sent: the chosen base URL is invalid, and the key must not be sent elsewhere. */
  readonly problem?: Problem;
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

/** What is said of a base URL that cannot be used; what is before an @ may be a password, and is not shown. */
export const invalidUrl = (text: string, source?: string) => ({
  url: withoutLogin(text),
  ...(source === undefined ? {} : { source }),
  ...(hasLogin(text) ? ({ variant: "credentials" } as const) : {}),
});

/** What was chosen as the base URL and is none. A variable without a value counts: it leads nowhere. */
function unusable(context: Context, { config, dotenv }: Look): Problem | undefined {
  const { AISA_BASE_URL: set } = context.env;
  const present = providerBlock(config)["baseUrl"];
  const text = set || (configuredBaseUrl(context, config, dotenv) ?? present);
  if (typeof text !== "string" || text === "" || normalizeBaseUrl(text)) return undefined;
  const source = set ? "AISA_BASE_URL" : formatPath([...providerPath, "baseUrl"]);
  return { code: "invalid-base-url", params: invalidUrl(text, source) };
}

/** How this machine would talk to the gateway now: base URL and the key that OpenClaw would use. */
export async function connection(context: Context, found: Look): Promise<Connection> {
  const problem = unusable(context, found);
  return {
    baseUrl: baseUrlInForce(context, found.config, found.dotenv),
    apiKey: await keyInUse(context, found),
    ...(problem ? { problem } : {}),
  };
}
