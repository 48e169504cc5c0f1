import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { chooseAsked, mostOthers } from "../../src/doctor/asked.ts";

/** A config with a default model, fallbacks and other entries; `usd` is the price of 1M tokens of each. */
function configOf(
  primary: string,
  fallbacks: readonly string[],
  others: readonly string[],
  usd = 0.1,
): unknown {
  const ids = [...others, ...fallbacks, primary];
  const models = ids.map((id) => ({ id, cost: { input: usd, output: usd } }));
  const aisa = (id: string) => `aisa/${id}`;
  return {
    models: { providers: { aisa: { models } } },
    agents: { defaults: { model: { primary: aisa(primary), fallbacks: fallbacks.map(aisa) } } },
  };
}
const many = Array.from({ length: 5000 }, (_, index) => `other-${index}`);
const choose = (config: unknown, all = false) => chooseAsked(config, { catalog, config }, all);

describe("the models that doctor sends a chat to", () => {
  it("are the default model, its fallbacks, and at most ten others", () => {
    const { models, left } = choose(configOf("first", ["second", "third"], many));
    expect(models).toEqual(["first", "second", "third", ...many.slice(0, mostOthers)]);
    expect(left).toEqual(many.slice(mostOthers));
  });

  it("are all of them where all are asked for", () => {
    const { models, left } = choose(configOf("first", [], many), true);
    expect([models.length, models[0], left]).toEqual([5001, "first", []]);
  });

  it("cost a cent at most together, and the default one is always among them", () => {
    expect(choose(configOf("first", ["second"], many, 1000)).models).toEqual(["first"]);
    expect(choose(configOf("first", [], many, 5)).models.length).toBeLessThan(1 + mostOthers);
  });

  it("are estimated at the highest known price if a price is unknown", () => {
    const config = { models: { providers: { aisa: { models: many.map((id) => ({ id })) } } } };
    expect(choose(config).models.length).toBeLessThan(mostOthers);
    expect(choose(config).models.length).toBeGreaterThan(0);
  });
});
