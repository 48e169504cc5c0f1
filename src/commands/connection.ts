import { defaultBaseUrl, normalizeBaseUrl } from "../core/base-url.ts";
import { providerBlock } from "../core/provider.ts";
import type { Context } from "../ports.ts";
import type { Look } from "./apply.ts";
import { keyInUse } from "./keys.ts";

/** Where requests go, and with which key if there is one. */
export interface Connection {
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
}

/** The base URL in force: AISA_BASE_URL, else the provider block's, else AIsa's own. */
export function baseUrlInForce(context: Context, config: unknown): string {
  const set = context.env["AISA_BASE_URL"] || providerBlock(config)["baseUrl"];
  const normal = typeof set === "string" ? normalizeBaseUrl(set) : undefined;
  return normal?.url ?? defaultBaseUrl;
}

/** How this machine would talk to the gateway now: base URL and the key that OpenClaw would use. */
export async function connection(context: Context, found: Look): Promise<Connection> {
  return {
    baseUrl: baseUrlInForce(context, found.config),
    apiKey: await keyInUse(context, found),
  };
}
