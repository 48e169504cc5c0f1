import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { entryFigures, findModel } from "../../src/core/models/catalog.ts";
import { defaultBaseUrl } from "../../src/core/provider/base-url.ts";
import { root } from "../helpers/cli.ts";

const read = (path: string) => JSON.parse(readFileSync(join(root, "templates", path), "utf8"));

describe("the templates", () => {
  it.each(["catalog", "prices", "aliases", "provider"])("%s.json matches its schema", (name) => {
    const validate = new Ajv({ allErrors: true, formats: { uri: true } }).compile(
      read(`schema/${name}.schema.json`),
    );
    expect(validate(read(`${name}.json`)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("list every model once and nothing else", () => {
    const ids = catalog.models.map((model) => model.id);
    expect(new Set(ids).size).toBe(ids.length);
    const prices = read("prices.json");
    const named = [
      ...catalog.defaults,
      ...catalog.presets.flatMap((preset) => [...preset.models, preset.primary, ...preset.fallbacks]),
      ...catalog.aliases.map((alias) => alias.id),
      ...Object.values<object>(prices.aisa).flatMap((snapshot) => Object.keys(snapshot)),
      ...Object.values<{ prices: object }>(prices.elsewhere).flatMap((one) => Object.keys(one.prices)),
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("give every model a source and known regions", () => {
    for (const model of catalog.models) {
      expect(model.source.date, model.id).toMatch(/^20\d\d-\d\d/);
      for (const region of model.regions ?? []) expect(catalog.provider.regions).toHaveProperty(region);
    }
    expect(catalog.provider.baseUrl).toBe(defaultBaseUrl);
  });

  it("include the primary and fallbacks of a preset in its models", () => {
    for (const preset of catalog.presets)
      for (const id of [preset.primary, ...preset.fallbacks])
        expect(preset.models, preset.name).toContain(id);
  });
});

describe("the five default models", () => {
  // The figures that the provider's skill document promises its users, February 2026.
  it.each([
    ["qwen3-max", ["text", "image"], 256000, 16384, 1.2, 4.8, 0],
    ["qwen-plus-2025-12-01", ["text", "image"], 256000, 16384, 0.3, 0.9, 0],
    ["qwen-mt-flash", ["text"], 256000, 8192, 0.05, 0.3, 0],
    ["deepseek-v3.1", ["text"], 131072, 8192, 0.27, 1.1, 0.07],
    ["kimi-k2.5", ["text"], 131072, 8192, 0.6, 2.4, 0],
  ] as const)("%s is written with the document's figures", (id, input, contextWindow, maxTokens, ...cost) => {
    expect(catalog.defaults).toContain(id);
    expect(entryFigures(catalog, id)).toMatchObject({
      reasoning: true,
      input,
      contextWindow,
      maxTokens,
      cost: { input: cost[0], output: cost[1], cacheRead: cost[2], cacheWrite: 0 },
    });
  });

  it("have the figures of the later snapshot too", () => {
    expect(findModel(catalog, "qwen3-max")?.later).toMatchObject({
      source: { date: "2026-06-04" },
      contextWindow: 262144,
      price: { input: 0.72, output: 3.6 },
    });
  });

  it("have Kimi's only temperature", () => {
    expect(findModel(catalog, "kimi-k2.5")?.onlyTemperature).toBe(1);
  });
});

it("figures of the gateway override the catalog; unknown models get safe defaults", () => {
  const live = { id: "qwen3-max", contextWindow: 300_000, maxTokens: 20_000, price: { input: 1, output: 2 } };
  expect(entryFigures(catalog, "qwen3-max", live)).toMatchObject({
    contextWindow: 300_000,
    maxTokens: 20_000,
    cost: { input: 1, output: 2 },
  });
  expect(entryFigures(catalog, "someone-elses-model")).toMatchObject({
    reasoning: false,
    input: ["text"],
    contextWindow: 32_768,
    maxTokens: 4096,
  });
});
