import { describe, expect, it } from "vitest";
import type { DemoGateway, DemoScript } from "../../src/demo/server.ts";
import { type Bench, chats, makeBench, startGateway } from "./harness.ts";
import { type Version, versions } from "./install.ts";
import { makePluginBench, onlyTheKey } from "./with-plugin.ts";

const params = { "aisa/kimi-k2.5": { params: { temperature: 0.7 } } };
const defaults = (primary: string, models = {}) => ({ agents: { defaults: { model: { primary }, models } } });

/** The same models from a provider block, without the plugin: what OpenClaw does by itself. */
function makeBlockBench(version: Version, gateway: DemoGateway, id: string, models = {}): Bench {
  const entry = { id, name: id, contextWindow: 128_000, maxTokens: 8192, reasoning: true };
  const block = { baseUrl: gateway.url, apiKey: gateway.key, api: "openai-completions", models: [entry] };
  return makeBench(version, { models: { providers: { aisa: block } }, ...defaults(`aisa/${id}`, models) });
}

async function withPlugin(version: Version, primary: string, script?: DemoScript, models = {}) {
  const gateway = await startGateway(script);
  const bench = makePluginBench(version, defaults(primary, models));
  return { gateway, turn: await bench.turn({ env: onlyTheKey(gateway) }) };
}

async function withoutPlugin(version: Version, id: string, script?: DemoScript, models = {}) {
  const gateway = await startGateway(script);
  return { gateway, turn: await makeBlockBench(version, gateway, id, models).turn() };
}

const noChannel: DemoScript = {
  faults: [{ when: { route: "chat" }, what: { kind: "error", error: "unknown-model" } }],
};
const empty: DemoScript = { faults: [{ when: { route: "chat" }, what: { kind: "empty-content" } }] };

describe.each(versions)("OpenClaw %s, what the plugin adds to a turn", (version) => {
  it.each([
    ["aisa/qwen-plus", "qwen-plus-2025-12-01"],
    ["aisa/qwen3-flash", "qwen-mt-flash"],
    ["aisa/aisa/qwen3-max", "qwen3-max"],
    ["aisa/glm-5", "glm-5"],
  ])("%s goes over the wire as %s, and answers", async (reference, id) => {
    const { gateway, turn } = await withPlugin(version, reference);
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).map((chat) => chat.model)).toEqual([id]);
    expect(chats(gateway)[0]?.messages[0]?.role).toBe("system");
  });

  it("a temperature of 0.7 is kept from Kimi K2.5", async () => {
    const before = await withoutPlugin(version, "kimi-k2.5", {}, params);
    expect(chats(before.gateway).map((chat) => chat.temperature)).toContain(0.7);
    const after = await withPlugin(version, "aisa/kimi-k2.5", {}, params);
    expect(after.turn.code, after.turn.output).toBe(0);
    expect(chats(after.gateway).map((chat) => chat.temperature)).toEqual([undefined]);
  });

  it("a model without a channel costs few requests and is told as not found", async () => {
    const before = await withoutPlugin(version, "qwen3-max", noChannel);
    const after = await withPlugin(version, "aisa/qwen3-max", noChannel);
      "503",
      version,
      chats(before.gateway).length,
      chats(after.gateway).length,
      after.turn.output.slice(-600),
    );
    expect(chats(after.gateway).length).toBeLessThan(chats(before.gateway).length);
    expect(after.turn.output).toMatch(/model .*not found/i);
  });

  it("an empty answer is asked for once more than OpenClaw does", async () => {
    const before = await withoutPlugin(version, "qwen3-max", empty);
    const after = await withPlugin(version, "aisa/qwen3-max", empty);
    expect(chats(after.gateway).length).toBe(chats(before.gateway).length + 1);
  });

  it("a missing key is answered with what to do", async () => {
    const gateway = await startGateway();
    const bench = makePluginBench(version, defaults("aisa/qwen3-max"));
    const turn = await bench.turn({ env: { AISA_BASE_URL: gateway.url } });
    expect(chats(gateway)).toEqual([]);
  });
});
