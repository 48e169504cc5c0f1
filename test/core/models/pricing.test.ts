import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/adapters/files/templates.ts";
import { findModel } from "../../../src/core/models/catalog.ts";
import {
  compareCosts,
  costOf,
  overallSaving,
  parseShare,
  parseTokens,
  splitTokens,
  usualInputShare,
} from "../../../src/core/models/pricing.ts";

describe("tokens as people write them", () => {
  it.each([
    ["500M", 500e6],
    ["2.5B", 2.5e9],
    ["1_000_000", 1e6],
    ["800,000", 8e5],
    ["12k", 12e3],
    ["5亿", 5e8],
    ["20 万", 2e5],
    [" 3m tokens ", 3e6],
    ["1t", 1e12],
    ["7", 7],
  ])("%s", (text, tokens) => {
    expect(parseTokens(text)).toBe(tokens);
  });

  it.each(["", "M", "abc", "-5M", "0", "5MM", "1e9", "0x10", "5 million", "1.2.3", "NaN", "9999T", "½"])(
    "%j is none",
    (text) => {
      expect(parseTokens(text)).toBeUndefined();
    },
  );
});

describe("a share as people write it", () => {
  it.each([
    ["0.2", 0.2],
    [".5", 0.5],
    ["20%", 0.2],
    ["100 %", 1],
    ["0", 0],
    ["1", 1],
  ])("%s", (text, share) => {
    expect(parseShare(text)).toBe(share);
  });
  it.each(["20", "-0.1", "half", "", "1.01", "101%"])("%j is none", (text) => {
    expect(parseShare(text)).toBeUndefined();
  });
});

function compare(id: string, tokens = 500e6) {
  const model = findModel(catalog, id);
  if (!model?.price) throw new Error(`${id} has no price`);
  return compareCosts(
    { price: model.price, source: model.source },
    model,
    splitTokens(tokens, usualInputShare),
  );
}

describe("the documented table", () => {
  it("matches to the dollar for 500M tokens a month of Qwen3 Max", () => {
    const costs = compare("qwen3-max");
    const month = (provider: string) =>
      costs.elsewhere.find((one) => one.provider === provider)?.month.map(Math.round);
    expect(Math.round(costs.aisa.month[0])).toBe(2040);
    expect(month("bailian")).toEqual([3400, 3400]);
    expect(month("openrouter")?.[1]).toBe(4250);
    expect(overallSaving(costs)?.year.map(Math.round)).toEqual([16_320, 26_520]);
  });

  // "about 50 / 25 / 40 / 20 % below the official price"
  it.each([
    ["qwen-plus-2025-12-01", "bailian", 0.25],
    ["qwen3-max", "bailian", 0.4],
    ["kimi-k2.5", "moonshot", 0.2],
  ])("saves what it says for %s", (id, provider, share) => {
    const saving = compare(id).elsewhere.find((one) => one.provider === provider)?.saving;
    expect(saving?.share[0]).toBeCloseTo(share, 5);
  });

  it("has every price that it prints", () => {
    const prices = Object.fromEntries(
      ["qwen-mt-flash", "qwen-plus-2025-12-01", "qwen3-max", "kimi-k2.5"].map((id) => {
        const model = findModel(catalog, id);
        const rows = model?.elsewhere.map((one) => [one.provider, ...one.input, ...one.output]);
        return [id, [[model?.price?.input, model?.price?.output], ...(rows ?? [])]];
      }),
    );
    expect(prices).toEqual({
      "qwen-mt-flash": [
        [0.05, 0.3],
        ["bailian", 0.1, 0.1, 0.4, 0.4],
        ["openrouter", 0.11, 0.13, 0.45, 0.5],
      ],
      "qwen-plus-2025-12-01": [
        [0.3, 0.9],
        ["bailian", 0.4, 0.4, 1.2, 1.2],
        ["openrouter", 0.45, 0.5, 1.35, 1.5],
      ],
      "qwen3-max": [
        [1.2, 4.8],
        ["bailian", 2, 2, 8, 8],
        ["openrouter", 2.2, 2.5, 9, 10],
      ],
      "kimi-k2.5": [
        [0.6, 2.4],
        ["moonshot", 0.75, 0.75, 3, 3],
      ],
    });
  });
});

describe("the arithmetic", () => {
  it("counts cached input at its own price, otherwise at the input price", () => {
    const use = { input: 0, output: 0, cacheRead: 2e6 };
    expect(costOf({ input: 3, output: 9, cacheRead: 0.5 }, use)).toBe(1);
    expect(costOf({ input: 3, output: 9, cacheRead: 0 }, use)).toBe(6);
  });
  it("splits tokens without losing one", () => {
    const use = splitTokens(1_000_003, 0.333);
    expect(use.input + use.output).toBe(1_000_003);
  });
  it("reports no savings if nothing can be compared", () => {
    expect(overallSaving(compare("deepseek-v3.1"))).toBeUndefined();
  });
});
