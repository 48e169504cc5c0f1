import { describe, expect, it } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { entryIds, fiveModels, type OnboardData, onboard, settles, valueIn } from "../helpers/onboard.ts";

const primary = ["agents", "defaults", "model", "primary"];
const fallbacks = ["agents", "defaults", "model", "fallbacks"];
const setting = ["agents", "defaults", "model"];

const withModel = (model: string, models = "") => `{
  models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}",
    api: "openai-completions", models: [${models}] } } },
  agents: { defaults: { model: ${model} } },
}
`;

describe("which models are set up", () => {
  it("the five, with their figures, by default", async () => {
    const bench = await makeBench();
    expect((await onboard(bench)).code).toBe(0);
    expect(entryIds(bench.home)).toEqual(fiveModels);
    expect(valueIn(bench.home, primary)).toBe("aisa/qwen3-max");
    expect(valueIn(bench.home, fallbacks)).toBeUndefined();
    expect(valueIn(bench.home, ["models", "providers", "aisa", "models", 3])).toEqual({
      id: "deepseek-v3.1",
      name: "DeepSeek V3.1",
      reasoning: true,
      input: ["text"],
      cost: { input: 0.27, output: 1.1, cacheRead: 0.07, cacheWrite: 0 },
      contextWindow: 131072,
      maxTokens: 8192,
      compat: { supportsDeveloperRole: false },
    });
    expect(valueIn(bench.home, ["models", "mode"])).toBeUndefined();
    expect(valueIn(bench.home, ["agents", "defaults", "models"])).toBeUndefined();
    await settles(bench);
  });

  it("--models: accepts names as people write them, and prints the resolved ids", async () => {
    const bench = await makeBench();
    const args = ["--models", "aisa/aisa/qwen3-max, Kimi,qwen3-flash,GLM 5"];
    const done = await onboard(bench, args);
    expect([done.code, entryIds(bench.home)]).toEqual([
      0,
      ["qwen3-max", "kimi-k2.5", "qwen-mt-flash", "glm-5"],
    ]);
    expect(done.stdout).toContain("Kimi resolves to kimi-k2.5");
    expect(done.stdout).toContain("qwen3-flash resolves to qwen-mt-flash");
    await settles(bench, args);
  });

  it("--models all: every chat model that the gateway lists, none that draws pictures", async () => {
    const bench = await makeBench();
    expect((await onboard(bench, ["--models", "all"])).code).toBe(0);
    const ids = entryIds(bench.home);
    expect(ids).toHaveLength(50);
    expect(ids).not.toContain("wan2.7-image");
    const entries = valueIn(bench.home, ["models", "providers", "aisa", "models"]) as { id: string }[];
    const gpt = entries.find((entry) => entry.id === "gpt-5");
    expect(gpt).not.toHaveProperty("compat");
    expect(entries.find((entry) => entry.id === "glm-5")).toMatchObject({
      compat: { supportsDeveloperRole: false },
    });
  });

  it("--models default and more", async () => {
    const bench = await makeBench();
    expect((await onboard(bench, ["--models", "default,glm-5"])).code).toBe(0);
    expect(entryIds(bench.home)).toEqual([...fiveModels, "glm-5"]);
  });

  it.each([
    ["production", "aisa/qwen3-max", ["aisa/qwen-mt-flash", "aisa/deepseek-v3.1"]],
    ["economy", "aisa/qwen-mt-flash", ["aisa/qwen-plus-2025-12-01"]],
    ["kimi", "aisa/kimi-k2.5", ["aisa/qwen3-max", "aisa/deepseek-v3.1"]],
  ])("--preset %s", async (name, first, rest) => {
    const bench = await makeBench();
    const args = ["--preset", name];
    expect((await onboard(bench, args)).code).toBe(0);
    expect([valueIn(bench.home, primary), valueIn(bench.home, fallbacks)]).toEqual([first, rest]);
    await settles(bench, args);
  });

  it("a default model that the gateway lists under another name uses that one, with a notice", async () => {
    const models = ["qwen3-max", "qwen3-plus-x", "kimi-k2.5", "qwen-mt-flash", "deepseek-v3.2"];
    const bench = await makeBench({ models });
    const done = await onboard(bench);
    expect([done.code, entryIds(bench.home)]).toEqual([0, ["qwen3-max", "qwen-mt-flash", "kimi-k2.5"]]);
    expect(done.stdout).toMatch(/▲ qwen-plus-2025-12-01 is not available at this gateway; skipped/);
    expect(done.stdout).toMatch(/▲ deepseek-v3\.1 .*skipped/);
    const wished = await makeBench({ models: ["qwen3-max", "deepseek-v3"] });
    const replaced = await onboard(wished, ["--models", "qwen3-max,deepseek-v3-0324"]);
    expect([replaced.code, entryIds(wished.home)]).toEqual([0, ["qwen3-max", "deepseek-v3"]]);
    expect(replaced.stdout).toContain("deepseek-v3-0324 resolves to deepseek-v3");
  });

  it("none of the requested ones listed: exit 1, the listed ones named, nothing written", async () => {
    const bench = await makeBench({ models: ["glm-5", "MiniMax-M3"] });
    const done = await onboard(bench);
    expect([done.code, bench.home.exists(bench.home.config)]).toEqual([1, false]);
    expect(done.stderr).toContain("glm-5");
    expect(done.stderr).toContain("--models");
    const preset = await onboard(bench, ["--preset", "kimi"]);
    expect(preset.code).toBe(1);
    expect((await onboard(bench, ["--models", "all"])).code).toBe(0);
  });

  it("a gateway that lists nothing: exit 1, nothing written", async () => {
    const bench = await makeBench({ models: [] });
    const done = await onboard(bench, ["--json"]);
    expect([done.code, bench.home.exists(bench.home.config)]).toEqual([1, false]);
    expect(done.json().problems).toMatchObject([{ code: "gateway-lists-nothing", severity: "error" }]);
  });

  it.each([
    ["--models", "qwen3-mxa", "unknown-model", "qwen3-max"],
    ["--models", "qwen", "ambiguous-model", "qwen3-max"],
    ["--primary", "qwen3-mxa", "unknown-model", "qwen3-max"],
    ["--fallbacks", "nosuchmodelatall", "unknown-model", ""],
  ])("%s %s: exit 2, nothing written", async (flag, value, code, named) => {
    const bench = await makeBench();
    const done = await onboard(bench, [flag, value, "--json"]);
    expect([done.code, bench.home.exists(bench.home.config)]).toEqual([2, false]);
    expect(done.json().problems).toMatchObject([{ code }]);
    expect(done.json().problems[0]?.detail).toContain(named);
  });

  it.each([
    ["--models", ""],
    ["--models", " , "],
    ["--fallbacks", ","],
    ["--preset", "luxury"],
    ["--key-storage", "cloud"],
    ["--auth-choice", "openai-api-key"],
    ["--primary", ""],
  ])("%s %j: exit 2, and the flag named", async (flag, value) => {
    const bench = await makeBench();
    const done = await onboard(bench, [flag, value]);
    expect([done.code, bench.home.exists(bench.home.config)]).toEqual([2, false]);
    expect(done.stderr).toContain(flag);
  });
});

describe("the default model and its fallbacks", () => {
  it("--primary none leaves them as they are", async () => {
    const config = `{ agents: { defaults: { model: { primary: "openai/gpt-5", fallbacks: ["x/y"] } } } }\n`;
    const bench = await makeBench({}, config);
    const args = ["--primary", "none"];
    const done = await onboard(bench, [...args, "--json"]);
    expect([done.code, done.json<OnboardData>().data.primary]).toEqual([0, null]);
    expect(valueIn(bench.home, setting)).toEqual({ primary: "openai/gpt-5", fallbacks: ["x/y"] });
    expect(entryIds(bench.home)).toEqual(fiveModels);
    await settles(bench, args);
  });

  it("--primary adds its entry where it is missing", async () => {
    const bench = await makeBench();
    const args = ["--models", "qwen3-max", "--primary", "glm-5"];
    expect((await onboard(bench, args)).code).toBe(0);
    expect([entryIds(bench.home), valueIn(bench.home, primary)]).toEqual([
      ["qwen3-max", "glm-5"],
      "aisa/glm-5",
    ]);
    await settles(bench, args);
  });

  it("--fallbacks: ours first, then those of other providers, never the default model itself", async () => {
    const config = `{ agents: { defaults: { model: { primary: "openai/gpt-5", fallbacks: ["x/y", "aisa/glm-5"], other: 1 } } } }\n`;
    const bench = await makeBench({}, config);
    const args = ["--fallbacks", "qwen3-max,kimi,DeepSeek V3.1"];
    expect((await onboard(bench, args)).code).toBe(0);
    expect(valueIn(bench.home, setting)).toEqual({
      primary: "aisa/qwen3-max",
      fallbacks: ["aisa/kimi-k2.5", "aisa/deepseek-v3.1", "x/y"],
      other: 1,
    });
    await settles(bench, args);
    expect((await onboard(bench, ["--fallbacks", "none"])).code).toBe(0);
    expect(valueIn(bench.home, fallbacks)).toEqual(["x/y"]);
  });

  it("the string form stays one, and becomes an object only for fallbacks", async () => {
    const bench = await makeBench({}, withModel('"openai/gpt-5"'));
    expect((await onboard(bench)).code).toBe(0);
    expect(valueIn(bench.home, setting)).toBe("aisa/qwen3-max");
    const args = ["--fallbacks", "kimi", "--models", "default,glm-5"];
    expect((await onboard(bench, args)).code).toBe(0);
    expect(valueIn(bench.home, setting)).toEqual({
      primary: "aisa/qwen3-max",
      fallbacks: ["aisa/kimi-k2.5"],
    });
    expect(entryIds(bench.home)).toEqual([...fiveModels, "glm-5"]);
    await settles(bench, args);
  });

  it("the string form with fallbacks and --primary none", async () => {
    const bench = await makeBench({}, withModel('"openai/gpt-5"'));
    const args = ["--fallbacks", "kimi", "--primary", "none"];
    expect((await onboard(bench, args)).code).toBe(0);
    expect(valueIn(bench.home, setting)).toEqual({ primary: "openai/gpt-5", fallbacks: ["aisa/kimi-k2.5"] });
    await settles(bench, args);
  });

  it("one of ours that was chosen before stays the default model", async () => {
    const bench = await makeBench({}, withModel('{ primary: "aisa/glm-5" }', '{ id: "glm-5", name: "GLM" }'));
    expect((await onboard(bench)).code).toBe(0);
    expect(valueIn(bench.home, primary)).toBe("aisa/glm-5");
    expect(entryIds(bench.home)).toEqual(["glm-5", ...fiveModels]);
  });

  it("a default model that the gateway no longer lists is replaced by the first of our defaults", async () => {
    const bench = await makeBench(
      {},
      withModel('{ primary: "aisa/qwen3-plus" }', '{ id: "qwen3-plus", name: "Q" }'),
    );
    expect((await onboard(bench)).code).toBe(0);
    expect(valueIn(bench.home, primary)).toBe("aisa/qwen3-max");
  });
});
