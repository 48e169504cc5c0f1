import { describe, expect, it } from "vitest";
import { bounds } from "../../src/core/models/index.ts";
import { run } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { makeHome } from "../helpers/home.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const config = `{
  // two of ours, one of them gone from the gateway
  models: { providers: { aisa: {
    baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [
      { id: "qwen3-max", name: "Qwen3 Max", reasoning: true, input: ["text", "image"], contextWindow: 256000,
        maxTokens: 16384, cost: { input: 1.2, output: 4.8, cacheRead: 0, cacheWrite: 0 } },
      { id: "aisa/kimi-k2.5", name: "Kimi K2.5", reasoning: true, input: ["text"], contextWindow: 131072,
        maxTokens: 8192, cost: { input: 0.6, output: 2.4, cacheRead: 0, cacheWrite: 0 } },
      { id: "qwen-gone", name: "通义千问（已下线）" },
    ],
  } } },
  agents: { defaults: { model: { primary: "aisa/qwen3-max", fallbacks: ["openai/gpt-5", "aisa/kimi-k2.5"] } } },
}`;

const list = ({ home, env }: Pick<Bench, "home" | "env">, ...args: string[]) =>
  run(["models", "list", ...args], { home, env });

interface ListData {
  models: { id: string; family: string; state: string; price: { input: number; output: number } | null }[];
  total: number;
  gateway: { models: number | null; askedAt: string | null; ageSeconds: number | null };
}

describe("models list", () => {
  it("shows what is configured, with its part and whether the gateway has it", async () => {
    const bench = await makeBench({ models: ["qwen3-max", "kimi-k2.5", "glm-5"] }, config);
    await expectTranscript(
      "models-list",
      [
        ["models", "list"],
        ["models", "list", "--all"],
      ],
      bench,
    );
    await expectTranscript("models-list-narrow", [["models", "list"]], { ...bench, columns: 60 });
  });

  it("keeps to the width, wide characters counted as two", async () => {
    const bench = await makeBench({ models: ["qwen3-max", `vendor/${"long".repeat(20)}`] }, config);
    for (const columns of [60, 80, 120])
      for (const LANG of ["en_US.UTF-8", "zh_CN.UTF-8"]) {
        const env = { ...bench.env, COLUMNS: String(columns), LANG };
        const { stdout } = await run(["models", "list", "--all"], { home: bench.home, env });
        const wide = /[\u2e80-\uffef]/g;
        for (const line of stdout.split("\n"))
          expect(line.length + (line.match(wide)?.length ?? 0), line).toBeLessThanOrEqual(columns);
      }
  });

  it("--json contains everything", async () => {
    const bench = await makeBench({}, config);
    const done = await list(bench, "--json");
    const { data, ok } = done.json<ListData>();
    expect([done.code, ok, data.total, data.gateway.models]).toEqual([0, true, 3, 52]);
    expect(data.models.map((model) => [model.id, model.state])).toEqual([
      ["qwen3-max", "live"],
      ["kimi-k2.5", "live"],
      ["qwen-gone", "stale"],
    ]);
    expect(data.models[0]).toMatchObject({
      primary: true,
      fallback: null,
      price: { input: 1.2, output: 4.8 },
    });
    expect(data.models[1]).toMatchObject({ primary: false, fallback: 2, vision: false, reasoning: true });
    expect(data.models[2]).toMatchObject({ price: null, contextWindow: null, configured: true });
  });

  it("groups all models by family, and filters and sorts them", async () => {
    const bench = await makeBench({}, config);
    const ids = async (...args: string[]) => {
      const { data } = (await list(bench, "--all", "--json", ...args)).json<ListData>();
      return data.models;
    };
    const all = await ids();
    expect(all.length).toBe(53);
    const families = all.map((model) => model.family).filter((family, at, row) => family !== row[at - 1]);
    expect(new Set(families).size).toBe(families.length);
    const deepseek = await ids("--family", "deepseek");
    expect(deepseek.length).toBeGreaterThan(4);
    expect(deepseek.every((model) => model.id.startsWith("deepseek"))).toBe(true);
    const cheap = await ids("--max-price", "2.4", "--sort", "price");
    const prices = cheap.map(({ price }) => (price?.input ?? 99) + (price?.output ?? 99));
    expect(prices.length).toBeGreaterThan(2);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(cheap.every(({ price }) => price && price.input <= 2.4 && price.output <= 2.4)).toBe(true);
    const names = (await ids("--search", "Qwen max", "--sort", "name")).map((model) => model.id);
    expect(names).toContain("qwen3-max");
    expect(names).toEqual([...names].sort());
    expect((await ids("--vision")).every((model) => "vision" in model && model.vision === true)).toBe(true);
    expect((await ids("--reasoning")).length).toBeGreaterThan(1);
  });

  it("reads the string form of `model`, and a default model that has no entry", async () => {
    const text = `{ agents: { defaults: { model: "aisa/glm-5" } } }`;
    const home = makeHome(text);
    const done = await list({ home, env: {} }, "--offline", "--json");
    expect(done.json<ListData>().data.models).toMatchObject([
      { id: "glm-5", primary: true, configured: false, state: "unchecked" },
    ]);
  });

  it("without a config, or without AIsa in it, names the command that sets it up", async () => {
    for (const home of [makeHome(), makeHome("{}\n")])
      for (const [LANG, words] of [
        ["en_US.UTF-8", "No AIsa models are configured"],
        ["zh_CN.UTF-8", "尚未配置"],
      ] as const) {
        const done = await list({ home, env: { LANG } }, "--offline");
        expect([done.code, done.stderr]).toEqual([0, ""]);
        expect(done.stdout).toContain("openclaw-aisa onboard");
        expect(done.stdout).toContain(words);
      }
  });

  it("rejects an invalid limit and names the flag", async () => {
    const bench = await makeBench({}, config);
    const done = await list(bench, "--max-price", "cheap");
    expect([done.code, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toContain("--max-price");
    expect((await list(bench, "--sort", "colour")).code).toBe(2);
  });
});

describe("the gateway's list", () => {
  it("is requested once in ten minutes, and again with --refresh", async () => {
    const bench = await makeBench({}, config);
    const asked = () => bench.gateway.requests.length;
    await list(bench);
    expect((await list(bench)).code).toBe(0);
    expect(asked()).toBe(1);
    await list(bench, "--refresh");
    expect(asked()).toBe(2);
    const offline = await list(bench, "--offline");
    expect(asked()).toBe(2);
    expect(offline.stdout).toContain("lists 52 models, checked just now");
  });

  it("is shown as unknown or outdated if it cannot be requested", async () => {
    const home = makeHome(config);
    const offline = await list({ home, env: {} }, "--offline");
    expect([offline.code, offline.stderr]).toEqual([0, ""]);
    expect(offline.stdout).toContain("the list of api.aisa.one is unknown");
    expect(offline.stdout).toContain("not checked");
    const bench = await makeBench({}, config);
    await list(bench);
    const file = `${bench.home.path}/.config/openclaw-aisa/settings.json`;
    const aged = JSON.parse(bench.home.read(file));
    aged.liveModels[bench.gateway.url].at -= 3 * 24 * 3600 * 1000;
    bench.home.write(".config/openclaw-aisa/settings.json", JSON.stringify(aged));
    expect((await list(bench, "--offline")).stdout).toContain("checked 3 days ago");
    bench.gateway.script = { faults: [{ what: { kind: "refuse" } }] };
    const failed = await list(bench);
    expect(failed.code).toBe(0);
    expect(failed.stdout).toMatch(/^▲ /m);
    expect(failed.stdout).toContain("checked 3 days ago");
    const refreshed = await list(bench, "--refresh", "--json");
    expect([refreshed.code, refreshed.json().ok]).toEqual([4, false]);
  });

  it("is reported as empty when it is", async () => {
    const bench = await makeBench({ models: [] }, config);
    const done = await list(bench, "--json");
    expect(done.json<ListData>().problems.map((problem) => problem.code)).toEqual(["gateway-lists-nothing"]);
    expect((await list(bench)).stdout).toContain("lists no models");
    expect((await list(bench, "--all")).code).toBe(0);
  });

  it("with more models than are supported is called too long, and the base URL is not blamed", async () => {
    const models = Array.from({ length: bounds.models.most + 1 }, (_, index) => `m${index}`);
    const bench = await makeBench({ models }, config);
    const { code, stdout } = await list(bench, "--refresh", "--json");
    expect([code, JSON.parse(stdout).problems]).toEqual([
      4,
      [
        expect.objectContaining({
          code: "too-large-answer",
          title: expect.stringContaining("lists 10,001 models; at most 10,000 are supported"),
          remedy: { text: expect.not.stringContaining("base URL"), commands: [] },
        }),
      ],
    ]);
  });

  it("is not asked for with a wrong key twice, and the key is not shown", async () => {
    const bench = await makeBench({}, config);
    const env = { ...bench.env, AISA_API_KEY: "sk-wrong-0123456789abcdef" };
    const done = await list({ ...bench, env });
    expect(done.code).toBe(0);
    expect(done.stdout).toMatch(/^▲ /m);
    expect(done.stdout + done.stderr).not.toContain("sk-wrong-0123456789abcdef");
  });
});
