import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { makeHome } from "../helpers/home.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const compat = "compat: { supportsDeveloperRole: false }";
const config = `{
  // mine
  models: { providers: { aisa: {
    baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [
      { id: "qwen3-max", name: "Qwen3 Max", reasoning: true, input: ["text", "image"], contextWindow: 256000,
        maxTokens: 16384, cost: { input: 1.2, output: 4.8, cacheRead: 0, cacheWrite: 0 }, ${compat} },
      // small on purpose, and a price of my own
      { id: "kimi-k2.5", name: "Kimi K2.5", reasoning: true, input: ["text"], contextWindow: 100000,
        maxTokens: 8192, cost: { input: 0.5, output: 2, cacheRead: 0, cacheWrite: 0 }, ${compat} },
      { id: "qwen-plus", name: "qwen-plus", reasoning: true, input: ["text"], contextWindow: 1234,
        maxTokens: 16384, cost: { input: 9, output: 9, cacheRead: 0, cacheWrite: 0 }, ${compat} },
      { id: "own-gone", name: "Gone", reasoning: false, input: ["text"], contextWindow: 1000,
        maxTokens: 1000, cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 }, ${compat} },
    ],
  } } },
  agents: {
    defaults: {
      model: { primary: "aisa/qwen-plus", fallbacks: ["openai/gpt-5", "aisa/kimi-k2.5", "aisa/qwen-plus"] },
      models: { "aisa/qwen3-max": {}, "aisa/kimi-k2.5": {}, "aisa/qwen-plus": { alias: "plus" }, "aisa/own-gone": {} },
    },
    list: [{ id: "writer", model: "aisa/qwen-plus" }],
  },
}
`;
const live = ["qwen3-max", "kimi-k2.5", "qwen-plus-2025-12-01", "glm-5", "wan2.7-image"];

interface SyncData {
  moved: { from: string; to: string }[];
  vanished: string[];
  updated: { id: string; figure: string; before?: unknown; after: unknown; source: string }[];
  kept: { id: string; figure: string; before: unknown; after: unknown }[];
  added: string[];
  offered: string[];
  pending: boolean;
  changes: { op: string; path: string; after?: unknown }[];
}

const sync = ({ home, env }: Pick<Bench, "home" | "env">, ...args: string[]) =>
  run(["models", "sync", ...args], { home, env });

/** A gateway that states figures, as OpenRouter's list does. */
const stating = (entries: readonly object[]) => ({
  faults: [
    {
      when: { route: "models" as const },
      what: {
        kind: "raw" as const,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ data: entries }),
      },
    },
  ],
});

describe("models sync", () => {
  it("shows renamed ids, figures before and after, and the user's own figures", async () => {
    const bench = await makeBench({ models: live }, config);
    const args = ["models", "sync", "--dry-run"];
    await expectTranscript("models-sync", [args], bench);
    await expectTranscript("models-sync-narrow", [args], { ...bench, columns: 60 });
    expect(bench.home.read(bench.home.config)).toBe(config);
  });

  it("does it in one write, and nothing the second time", async () => {
    const bench = await makeBench({ models: live }, config);
    const done = await sync(bench, "--json");
    const { data, changed, problems } = done.json<SyncData>();
    expect([done.code, changed]).toEqual([1, true]);
    expect(data.moved).toEqual([{ from: "qwen-plus", to: "qwen-plus-2025-12-01" }]);
    expect(problems.map((one) => [one.code, one.severity])).toEqual([["model-not-found", "warning"]]);
    expect(data.kept.map((one) => [one.id, one.figure, one.before])).toEqual([
      ["kimi-k2.5", "price", { input: 0.5, output: 2 }],
      ["kimi-k2.5", "contextWindow", 100_000],
    ]);
    expect(data.offered).toEqual(["glm-5"]);
    const text = bench.home.read(bench.home.config);
    expect(text).toContain("// small on purpose, and a price of my own");
    expect(text).toContain('primary: "aisa/qwen-plus-2025-12-01"');
    expect(text).toContain('"aisa/qwen-plus-2025-12-01": { alias: "plus" }');
    expect(text).toContain('{ id: "writer", model: "aisa/qwen-plus-2025-12-01" }');
    expect(text).toContain('id: "qwen-plus-2025-12-01", name: "Qwen Plus"');
    expect(text).toContain("cost: { input: 0.72, output: 3.6, cacheRead: 0.72, cacheWrite: 0 }");
    expect(text).not.toContain('"aisa/qwen-plus"');
    expect(text).toContain("own-gone");
    const again = await sync(bench, "--json");
    expect([again.code, again.json().changed, again.json<SyncData>().data.changes]).toEqual([1, false, []]);
    expect(bench.home.read(bench.home.config)).toBe(text);
    expect((await run(["undo"], bench)).code).toBe(0);
    expect(bench.home.read(bench.home.config)).toBe(config);
  });

  it("prefers the gateway's figures, except to a smaller limit set by the user", async () => {
    const bench = await makeBench(
      stating([
        { id: "qwen3-max", context_length: 300_000, pricing: { prompt: "0.000001", completion: "0.000002" } },
        { id: "kimi-k2.5", context_length: 90_000, pricing: { prompt: "0.0000004", completion: "0.000002" } },
        { id: "own-gone", context_length: 5000, max_output_tokens: 500 },
        { id: "qwen-plus-2025-12-01", context_length: 400_000 },
      ]),
      config,
    );
    const { data } = (await sync(bench, "--json")).json<SyncData>();
    const gateway = data.updated.filter((one) => one.source === "gateway");
    expect(gateway.map((one) => [one.id, one.figure, one.before, one.after])).toEqual([
      ["qwen3-max", "price", { input: 1.2, output: 4.8 }, { input: 1, output: 2 }],
      ["qwen3-max", "contextWindow", 256_000, 300_000],
      ["kimi-k2.5", "price", { input: 0.5, output: 2 }, { input: 0.4, output: 2 }],
      ["kimi-k2.5", "contextWindow", 100_000, 90_000],
      ["qwen-plus-2025-12-01", "contextWindow", 1234, 400_000],
      ["own-gone", "maxTokens", 1000, 500],
    ]);
    expect(data.kept.map((one) => [one.id, one.figure, one.before, one.after])).toEqual([
      ["own-gone", "contextWindow", 1000, 5000],
    ]);
  });

  it("uses the catalog offline, or the cached list if there is one", async () => {
    const home = makeHome(config);
    const offline = await run(["models", "sync", "--offline", "--json"], { home });
    const { data } = offline.json<SyncData>();
    expect([offline.code, data.vanished, data.moved.length]).toEqual([0, [], 1]);
    const bench = await makeBench({ models: live }, config);
    await run(["models", "list"], bench);
    const seen = await sync(bench, "--offline", "--dry-run");
    expect(seen.code).toBe(1);
    expect(seen.stdout).toContain("checked just now");
    expect(bench.gateway.requests.length).toBe(1);
  });

  it("removes an entry whose new name exists, and lists no model twice", async () => {
    const text = `{ models: { providers: { aisa: { baseUrl: "x", apiKey: "\${AISA_API_KEY}", api: "openai-completions", models: [
  { id: "qwen-plus", name: "Old", ${compat} }, // old
  { id: "qwen-plus-2025-12-01", name: "New", ${compat} },
] } } }, agents: { defaults: { model: { primary: "aisa/qwen-plus", fallbacks: ["aisa/qwen-plus-2025-12-01", "aisa/qwen-turbo"] },
  models: { "aisa/qwen-plus": {}, "aisa/qwen-plus-2025-12-01": {}, "aisa/qwen-mt-flash": {} } } } }
`;
    const bench = await makeBench({ models: ["qwen-plus-2025-12-01", "qwen-mt-flash"] }, text);
    expect((await sync(bench)).code).toBe(0);
    const after = bench.home.read(bench.home.config);
    expect(after).not.toMatch(/"(?:aisa\/)?qwen-(?:plus|turbo)"/);
    expect(after.match(/id: "qwen-plus-2025-12-01"/g)?.length).toBe(1);
    expect(after).toContain('fallbacks: ["aisa/qwen-plus-2025-12-01", "aisa/qwen-mt-flash"]');
    // The fallback was out of use and had no entry: the model that took its place gets one.
    expect(after).toMatch(/id: "qwen-mt-flash"/);
  });

  it("offers what is new on a terminal, and writes after one question", async () => {
    const bench = await makeBench({ models: live }, config);
    const terminal = startOnTerminal(["models", "sync"], bench);
    await terminal.shows("More models to set up");
    expect(terminal.screen()).toContain("glm-5");
    terminal.type(keys.space + keys.enter);
    await terminal.shows("Write it?");
    expect(terminal.screen()).toContain("qwen-plus is no longer available");
    expect(bench.home.read(bench.home.config)).toBe(config);
    terminal.type(keys.enter);
    expect(await terminal.ended()).toBe(1);
    const text = bench.home.read(bench.home.config);
    expect(text).toContain('"aisa/glm-5": {}');
    expect(text).toContain('id: "glm-5"');
    const again = await sync(bench, "--json");
    expect(again.json<SyncData>().data.changes).toEqual([]);
    expect(again.json<SyncData>().data.offered).toEqual([]);
  });

  it("changes nothing when the gateway lists nothing, rejects the key or is unreachable", async () => {
    const bench = await makeBench({ models: [] }, config);
    const empty = await sync(bench, "--json");
    expect([empty.code, empty.json().problems[0]?.code]).toEqual([1, "gateway-lists-nothing"]);
    bench.gateway.script = { key: "sk-another" };
    expect((await sync(bench)).code).toBe(3);
    bench.gateway.script = { faults: [{ what: { kind: "refuse" } }] };
    expect((await sync(bench)).code).toBe(4);
    expect(bench.home.read(bench.home.config)).toBe(config);
  });

  it("reports that nothing is configured", async () => {
    const bench = await makeBench({}, "{}");
    const done = await sync(bench);
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining("nothing to update")]);
    expect(bench.home.read(bench.home.config)).toBe("{}");
  });
});
