import { appendFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import type { DemoGateway, DemoScript } from "../../src/demo/server.ts";
import { type Bench, chats, makeBench, startGateway } from "./harness.ts";
import type { Version } from "./install.ts";
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

type Turn = Awaited<ReturnType<typeof withPlugin>>;

/** Keeps what went over the wire where a folder for it is named: it is what the notes of a release quote. */
function record(version: Version, name: string, before: Turn, after: Turn): void {
  const file = process.env["OPENCLAW_WIRE_LOG"];
  if (file === undefined) return;
  const wire = (turn: Turn) =>
    chats(turn.gateway).map(({ messages: [first], ...body }) => ({
      ...body,
      tools: undefined,
      role: first?.role,
    }));
  const said = after.turn.output.trim().split("\n").at(-1);
  const line = { version, name, before: wire(before), after: wire(after), said };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
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
  });

  it("a temperature of 0.7 is kept from Kimi K2.5", async () => {
    const before = await withoutPlugin(version, "kimi-k2.5", {}, params);
    expect(chats(before.gateway).map((chat) => chat.temperature)).toContain(0.7);
    const after = await withPlugin(version, "aisa/kimi-k2.5", {}, params);
    record(version, "temperature 0.7 for kimi-k2.5", before, after);
    expect(after.turn.code, after.turn.output).toBe(0);
    expect(chats(after.gateway).map((chat) => chat.temperature)).toEqual([undefined]);
  });

  it("a model without a channel costs few requests, and is told as not found with the nearest right ids", async () => {
    const before = await withoutPlugin(version, "qwen3-max", noChannel);
    const after = await withPlugin(version, "aisa/qwen3-max", noChannel);
    record(version, "503 no available channel", before, after);
    expect(chats(after.gateway).length).toBeLessThan(chats(before.gateway).length);
    expect(after.turn.output).toMatch(/model .*not found/i);
    expect(after.turn.output).toContain("aisa/qwen-plus-2025-12-01");
  });

  it("an empty answer is asked for once more than OpenClaw does", async () => {
    const before = await withoutPlugin(version, "qwen3-max", empty);
    const after = await withPlugin(version, "aisa/qwen3-max", empty);
    record(version, "empty content", before, after);
    expect(chats(after.gateway).length).toBe(chats(before.gateway).length + 1);
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
