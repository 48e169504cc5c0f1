import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startDemoGateway } from "./server.ts";

/** The embedded gateway with a home of its own. */
export interface Demo {
  readonly key: string;
  readonly baseUrl: string;
  readonly home: string;
  /** The environment to run with: nothing in it leads to the real home, key or proxy. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Stops the gateway and removes the home. */
  close(): Promise<void>;
  /** Removes the home at once, for a process that is about to end. */
  discard(): void;
}

const leadsElsewhere = /^(?:OPENCLAW_|CLAWDBOT_|AISA_|XDG_)|_proxy$/i;

/**
 * Starts a demo. In: the environment, of which everything is kept that does not lead to the user's own files, and the
 * folder for temporary files.
 */
export async function startDemo(
  env: Readonly<Record<string, string | undefined>>,
  tmp: string,
): Promise<Demo> {
  const gateway = await startDemoGateway();
  const home = mkdtempSync(join(tmp, "openclaw-aisa-demo-"));
  const discard = () => rmSync(home, { recursive: true, force: true });
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
    async close() {
      await gateway.close();
      discard();
    },
    discard,
  };
}
