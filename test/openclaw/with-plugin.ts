import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import type { DemoGateway } from "../../src/demo/server.ts";
import { type Bench, makeBench, type OpenClawRun } from "./harness.ts";
import type { Version } from "./install.ts";

/**
 * The flags that make an installation of the whole package go through without a terminal. 2026.4.15 knows no consent;
 * it reads the code instead, and refuses the command-line program beside the plugin, which starts OpenClaw.
 */
function installFlags(version: Version): string[] {
  return version === "2026.9.6"
    ? ["--force", "--accept-capabilities"]
    : ["--force", "--dangerously-force-unsafe-install"];
}

/** Installs our package from a folder, an archive, or `npm-pack:<archive>`, as a person without a terminal does. */
export function installPlugin(bench: Bench, source: string): Promise<OpenClawRun> {
  return bench.openclaw(["plugins", "install", source, ...installFlags(bench.version)]);
}

/** A home with the unpacked package where OpenClaw puts a plugin: as good as installed, and some seconds quicker. */
export function makePluginBench(version: Version, config: Record<string, unknown> = {}): Bench {
  const bench = makeBench(version, { plugins: { entries: { aisa: { enabled: true } } }, ...config });
  const place = join(dirname(bench.home.config), "extensions", "aisa");
  cpSync(inject("folder"), place, { recursive: true });
  return bench;
}

/** All that a user of option 1 sets; the base URL leads to the demo gateway. */
export function onlyTheKey(gateway: DemoGateway): Record<string, string> {
  return { AISA_API_KEY: gateway.key, AISA_BASE_URL: gateway.url };
}
