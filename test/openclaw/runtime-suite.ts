import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import type { DemoScript } from "../../src/demo/server.ts";
import { chats, startGateway } from "./harness.ts";
import type { Version } from "./install.ts";
import { makePluginBench, onlyTheKey } from "./with-plugin.ts";

const params = { "aisa/kimi-k2.5": { params: { temperature: 0.7 } } };
const defaults = (primary: string, models = {}) => ({ agents: { defaults: { model: { primary }, models } } });

/** Requests of one turn by OpenClaw itself, with a provider block and without the plugin, as seen on the wire. */
const withoutPlugin: Record<Version, { readonly noChannel: number; readonly empty: number }> = {
  "2026.4.15": { noChannel: 12, empty: 1 },
  "2026.9.6": { noChannel: 8, empty: 2 },
};
/** Requests of one turn at most for a model without a channel; 2026.4.15 tries three times whatever a plugin says. */
const mostForNoChannel: Record<Version, number> = { "2026.4.15": 3, "2026.9.6": 1 };

async function withPlugin(version: Version, primary: string, script?: DemoScript, models = {}) {
  const gateway = await startGateway(script);
  const bench = makePluginBench(version, defaults(primary, models));
  return { gateway, turn: await bench.turn({ env: onlyTheKey(gateway) }) };
}

const noChannel: DemoScript = {
  faults: [{ when: { route: "chat" }, what: { kind: "error", error: "unknown-model" } }],
};
const empty: DemoScript = { faults: [{ when: { route: "chat" }, what: { kind: "empty-content" } }] };

/** What the plugin adds to a turn, by the requests on the wire before and after. One file runs it for each version. */
export function runtimeSuite(version: Version): void {
  describe(`OpenClaw ${version}, what the plugin adds to a turn`, () => suite(version));
}

function suite(version: Version): void {
  it.each([
    ["an alias", "aisa/qwen-plus", "qwen-plus-2025-12-01"],
    ["a wrong id", "aisa/qwen3-flash", "qwen-mt-flash"],
    ["a prefix too many", "aisa/aisa/qwen3-max", "qwen3-max"],
    ["a model that only the gateway knows", "aisa/zeta-9", "zeta-9"],
  ])("%s: %s goes over the wire as %s, and answers", async (_, reference, id) => {
    const { gateway, turn } = await withPlugin(version, reference, {
      models: [...catalog.defaults, "zeta-9"],
    });
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).map((chat) => chat.model)).toEqual([id]);
    expect(chats(gateway)[0]?.messages[0]?.role).toBe("system");
    // 2026.4.15 does not ask by itself, and then records no tokens and no costs.
    expect(chats(gateway)[0]?.stream_options).toEqual({ include_usage: true });
  });

  it("a temperature of 0.7 is kept from Kimi K2.5", async () => {
    const after = await withPlugin(version, "aisa/kimi-k2.5", {}, params);
    expect(after.turn.code, after.turn.output).toBe(0);
    expect(chats(after.gateway).map((chat) => chat.temperature)).toEqual([undefined]);
  });

  it("a model without a channel costs few requests, and is reported as not found with the nearest ids", async () => {
    const after = await withPlugin(version, "aisa/qwen3-max", noChannel);
    const requests = chats(after.gateway).length;
    expect(requests).toBeLessThanOrEqual(mostForNoChannel[version]);
    expect(requests).toBeLessThan(withoutPlugin[version].noChannel);
    expect(after.turn.output).toMatch(/model .*not found/i);
    expect(after.turn.output).toContain("aisa/qwen-plus-2025-12-01");
  });

  it("an empty answer is requested once more than by OpenClaw alone", async () => {
    const after = await withPlugin(version, "aisa/qwen3-max", empty);
    expect(chats(after.gateway).length).toBe(withoutPlugin[version].empty + 1);
  });

  it("a missing key is answered with what to do, without a request", async () => {
    const gateway = await startGateway();
    const bench = makePluginBench(version, defaults("aisa/qwen3-max"));
    const turn = await bench.turn({ env: { AISA_BASE_URL: gateway.url } });
    expect(turn.code).toBe(1);
    // OpenClaw 2026.9.6 has words of its own and asks no plugin.
    const words = version === "2026.9.6" ? "No API key found" : "Set AISA_API_KEY";
    expect(turn.output).toContain(words);
    expect(chats(gateway)).toEqual([]);
  });
}
