import { join } from "node:path";
import { startDemoGateway } from "./server.ts";

/** The embedded gateway with a home of its own. */
export interface Demo {
  readonly key: string;
  readonly baseUrl: string;
  readonly home: string;
  /** The environment to run with: nothing in it leads to the real home, key or proxy. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Stops the gateway. */
  close(): Promise<void>;
}

const leadsElsewhere = /^(?:OPENCLAW_|CLAWDBOT_|AISA_|XDG_)|_proxy$/i;

/**
 * Starts a demo. In: the environment, of which everything is kept that does not lead to the user's own files, and an
 * empty folder, its home. Rejects when no port can be had.
 */
export async function startDemo(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): Promise<Demo> {
  const gateway = await startDemoGateway();
  const kept = Object.entries(env).filter(([name]) => !leadsElsewhere.test(name));
  return {
    key: gateway.key,
    baseUrl: gateway.url,
    home,
    env: {
      ...Object.fromEntries(kept),
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: join(home, ".config"),
      AISA_BASE_URL: gateway.url,
    },
    close: gateway.close,
  };
}
