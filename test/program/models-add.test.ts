import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { makeHome } from "../helpers/home.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const entry = `{ id: "qwen3-max", name: "Qwen3 Max", reasoning: true, input: ["text"], contextWindow: 256000,
        maxTokens: 16384, cost: { input: 1.2, output: 4.8, cacheRead: 0, cacheWrite: 0 },
        compat: { supportsDeveloperRole: false } }`;
const config = (rest = "") => `{
  // mine
  models: { providers: { aisa: {
    baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [
      // the flagship
      ${entry}, // dear
    ],
  } } },
  agents: { defaults: { model: { primary: "aisa/qwen3-max" }${rest} } },
}
`;

interface AddData {
  models: { id: string; present: boolean; unknown: string[] }[];
  pending: boolean;
  backup: string | null;
  changes: { op: string; path: string; after?: unknown }[];
}

const add = ({ home, env }: Pick<Bench, "home" | "env">, ...args: string[]) =>
  run(["models", "add", ...args], { home, env });

describe("models add", () => {
  it("shows what it adds, and which figures are unknown", async () => {
    const bench = await makeBench({}, config());
    const args = ["models", "add", "GLM 5", "aisa/deepseek-v3.1", "wan2.7-image", "--dry-run"];
    await expectTranscript("models-add", [args], bench);
    await expectTranscript("models-add-narrow", [args], { ...bench, columns: 60 });
    expect(bench.home.read(bench.home.config)).toBe(config());
  });

  it("appends several at once, and nothing the second time", async () => {
    const bench = await makeBench({ models: ["qwen3-max", "kimi-k2.5", "vendor/new-1"] }, config());
    const done = await add(bench, "kimi,vendor/new-1", "qwen3-max", "--json");
    expect([done.code, done.json().ok, done.json().changed]).toEqual([0, true, true]);
    const { data } = done.json<AddData>();
    expect(data.models).toEqual([
      { id: "kimi-k2.5", reference: "aisa/kimi-k2.5", present: false, unknown: [] },
      {
        id: "vendor/new-1",
        reference: "aisa/vendor/new-1",
        present: false,
        unknown: ["contextWindow", "maxTokens", "price", "input", "reasoning"],
      },
      { id: "qwen3-max", reference: "aisa/qwen3-max", present: true, unknown: [] },
    ]);
    const text = bench.home.read(bench.home.config);
    const [before = "", after = ""] = config().split("// dear\n");
    expect(text.startsWith(`${before}// dear\n`)).toBe(true);
    expect(text.endsWith(after)).toBe(true);
    const cautious = data.changes.find((one) => JSON.stringify(one.after ?? null).includes("vendor/new-1"));
    expect(cautious?.after).toEqual({
      id: "vendor/new-1",
      name: "vendor/new-1",
      reasoning: false,
      input: ["text"],
      cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
      contextWindow: 32_768,
      maxTokens: 4096,
      compat: { supportsDeveloperRole: false },
    });
    const again = await add(bench, "kimi-k2.5", "vendor/new-1");
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("nothing to change")]);
    expect(bench.home.read(bench.home.config)).toBe(text);
    expect(bench.gateway.requests.filter((one) => one.path === "/v1/models").length).toBe(1);
    expect((await run(["undo"], bench)).code).toBe(0);
    expect(bench.home.read(bench.home.config)).toBe(config());
  });

  it("extends an existing allowlist, old form and new, and creates none", async () => {
    const rows = [
      [', models: { "aisa/qwen3-max": {} }', '"aisa/kimi-k2.5": {}'],
      [', modelPolicy: { allow: ["aisa/qwen3-max"] }', 'allow: ["aisa/qwen3-max", "aisa/kimi-k2.5"]'],
    ] as const;
    for (const [list, expected] of rows) {
      const bench = await makeBench({}, config(list));
      expect((await add(bench, "kimi-k2.5")).code).toBe(0);
      expect(bench.home.read(bench.home.config)).toContain(expected);
    }
    const open = await makeBench({}, config(', modelPolicy: { allow: ["aisa/*"] }'));
    const { data } = (await add(open, "kimi-k2.5", "--json")).json<AddData>();
    expect(data.changes.map((one) => one.path)).toEqual(["models.providers.aisa.models"]);
  });

  it("overrides a temperature that Kimi rejects", async () => {
    const bench = await makeBench(
      {},
      config(', models: { "aisa/qwen3-max": {} }, params: { temperature: 0.3 }'),
    );
    const { data } = (await add(bench, "kimi-k2.5", "--json")).json<AddData>();
    expect(data.changes.at(-1)).toMatchObject({
      path: 'agents.defaults.models["aisa/kimi-k2.5"].params.temperature',
      after: 1,
    });
  });

  it("suggests the nearest names for an unknown one, and uses the catalog offline", async () => {
    const bench = await makeBench({}, config());
    const wrong = await add(bench, "kimi-k2.7x", "--json");
    expect([wrong.code, wrong.json().problems[0]?.code]).toEqual([2, "unknown-model"]);
    expect(wrong.json().problems[0]?.detail).toContain("kimi-k2.5");
    const ambiguous = await add(bench, "seed", "--json");
    expect([ambiguous.code, ambiguous.json().problems[0]?.code]).toEqual([2, "ambiguous-model"]);
    expect((await add(bench)).code).toBe(2);
    const offline = makeHome(config());
    const done = await run(["models", "add", "deepseek-v3.1", "--offline"], { home: offline });
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(offline.read(offline.config)).toContain("deepseek-v3.1");
    expect(bench.home.read(bench.home.config)).toBe(config());
  });

  it("reports an empty or unreachable list, and uses the catalog", async () => {
    const empty = await makeBench({ models: [] }, config());
    const listsNothing = await add(empty, "kimi", "--json");
    expect(listsNothing.code).toBe(0);
    expect(listsNothing.json().problems.map((one) => one.code)).toEqual(["gateway-lists-nothing"]);
    const down = await makeBench({ faults: [{ what: { kind: "refuse" } }] }, config());
    const refused = await add(down, "kimi", "--json");
    expect(refused.json()).toMatchObject({ ok: true, changed: true, problems: [{ severity: "warning" }] });
  });

  it("writes no entries where the plugin provides the models, and needs AIsa to be set up otherwise", async () => {
    const plugin = `{ plugins: { entries: { aisa: { enabled: true } } } }`;
    const bench = await makeBench({}, plugin);
    const done = await add(bench, "kimi");
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining("plugin provides")]);
    expect(bench.home.read(bench.home.config)).toBe(plugin);
    const none = await run(["models", "add", "kimi", "--offline", "--json"], { home: makeHome("{}") });
    expect([none.code, none.json().problems[0]?.code]).toEqual([1, "provider-missing"]);
  });
});
