import { describe, expect, inject, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { chats, keysSeen, makeBench, startGateway } from "./harness.ts";
import { type Version, versions } from "./install.ts";
import { installPlugin, onlyTheKey } from "./with-plugin.ts";

/** What our package can be installed from. `npm-pack:` came after 2026.4.15. */
const sources = (version: Version): [kind: string, source: string][] => [
  ["a folder", inject("folder")],
  ["an archive", inject("archive")],
  ...(version === "2026.4.15" ? [] : [["npm-pack:", `npm-pack:${inject("archive")}`] as [string, string]]),
];

/** 2026.4.15 lists a provider's models without a config entry only when it is asked for all. */
const listFlags = (version: Version) => (version === "2026.4.15" ? ["--all"] : []);

describe.each(versions)("OpenClaw %s with the plugin", (version) => {
  it.each(sources(version))("from %s: lists, sets and runs models with only the key", async (_, source) => {
    const gateway = await startGateway();
    const bench = makeBench(version);
    const env = onlyTheKey(gateway);
    const installed = await installPlugin(bench, source);
    expect(installed.code, installed.output).toBe(0);
    const list = await bench.openclaw(
      ["models", "list", "--provider", "aisa", "--plain", ...listFlags(version)],
      { env },
    );
    for (const id of catalog.defaults) expect(list.stdout).toContain(`aisa/${id}`);
    const set = await bench.openclaw(["models", "set", "aisa/qwen3-max"], { env });
    expect(set.code, set.output).toBe(0);
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).map((chat) => chat.model)).toEqual(["qwen3-max"]);
    expect(keysSeen(gateway)).toEqual([gateway.key]);
  });
});
