import { describe, expect, it } from "vitest";
import { planTemperature, temperaturesReaching } from "../../../src/core/openclaw/temperature.ts";

const kimi = "kimi-k2.5";
const config = (agents: object, params?: object) => ({
  models: {
    providers: { aisa: { models: [{ id: "qwen3-max" }, { id: kimi, ...(params ? { params } : {}) }] } },
  },
  agents,
});
const own = ["agents", "defaults", "models", "aisa/kimi-k2.5", "params", "temperature"];
const global = { params: { temperature: 0.7 } };
const plan = (value: unknown, openclaw?: string) => planTemperature(value, kimi, 1, openclaw);

describe("the temperatures that reach a model", () => {
  it("come from the global one", () => {
    const found = temperaturesReaching(config({ defaults: global }), kimi);
    expect(found).toEqual([
      { path: ["agents", "defaults", "params", "temperature"], value: 0.7, reach: "all" },
    ]);
  });

  it("are the model's own if it has one, which overrides the global one", () => {
    const defaults = { ...global, models: { "aisa/kimi-k2.5": { params: { temperature: 0.3 } } } };
    expect(temperaturesReaching(config({ defaults }), kimi)).toEqual([
      { path: own, value: 0.3, reach: "model" },
    ]);
  });

  it("come from the entry if nothing else is set", () => {
    const found = temperaturesReaching(config({}, { temperature: 0.2 }), kimi);
    expect(found).toMatchObject([{ value: 0.2, reach: "model" }]);
    const over = temperaturesReaching(config({ defaults: global }, { temperature: 1 }), kimi);
    expect(over).toMatchObject([{ value: 0.7, reach: "all" }]);
  });

  it("come from an agent whose model it is, and from no other agent", () => {
    const list = [
      { id: "main", model: "aisa/kimi-k2.5", params: { temperature: 0.3 } },
      { id: "other", model: "aisa/qwen3-max", params: { temperature: 0.4 } },
    ];
    expect(temperaturesReaching(config({ list }), kimi)).toMatchObject([{ value: 0.3, reach: "agent" }]);
    const entries = { main: { params: { temperature: 0.5 } } };
    const defaults = { model: { primary: "aisa/kimi-k2.5" } };
    expect(temperaturesReaching(config({ entries, defaults }), kimi)).toMatchObject([{ value: 0.5 }]);
  });

  it("are none in an empty config", () => {
    expect(temperaturesReaching({}, kimi)).toEqual([]);
    expect(plan({})).toEqual([]);
  });
});

describe("the override for one model alone", () => {
  it("changes the model's own setting in place", () => {
    const defaults = { models: { "aisa/kimi-k2.5": { params: { temperature: 0.3 } } } };
    expect(plan(config({ defaults }))).toEqual([{ op: "set", path: own, value: 1 }]);
  });

  it("adds one to an existing allowlist", () => {
    const defaults = { ...global, models: { "aisa/qwen3-max": {} } };
    expect(plan(config({ defaults }))).toEqual([{ op: "set", path: own, value: 1 }]);
  });

  it("keeps the other models allowed without an allowlist, from 2026.8.2", () => {
    expect(plan(config({ defaults: global }), "2026.9.6")).toEqual([
      { op: "set", path: ["agents", "defaults", "modelPolicy"], value: {} },
      { op: "set", path: own, value: 1 },
    ]);
  });

  describe.each([undefined, "2026.4.15", "2026.8.1"])(
    "for OpenClaw %s, where there is no allowlist",
    (version) => {
      const allow = (reference: string) => ({
        op: "set",
        path: ["agents", "defaults", "models", reference],
        value: {},
      });

      it("allows every model of the config: those of its providers, those in use, those just added", () => {
        const list = [
          { id: "main", model: { primary: "mine/one", fallbacks: ["aisa/qwen3-max", "mine/two"] } },
        ];
        const { models, agents } = config({ defaults: global, list });
        const providers = { ...models.providers, mine: { models: [{ id: "one" }] } };
        const planned = planTemperature({ models: { providers }, agents }, kimi, 1, version, [kimi, "glm-5"]);
        const others = ["aisa/qwen3-max", "mine/one", "mine/two", "aisa/glm-5"];
        expect(planned).toEqual(
          expect.arrayContaining([...others.map(allow), { op: "set", path: own, value: 1 }]),
        );
        expect(planned).toHaveLength(others.length + 1);
      });

      it.each([
        ["in use", { defaults: { ...global, model: "openai/gpt-5" } }, {}],
        [
          "signed in to",
          { defaults: global },
          { auth: { profiles: { "openai:me": { provider: "openai" } } } },
        ],
      ])(
        "cannot be had beside a provider that is %s and lists no models in the config",
        (_, agents, rest) => {
          expect(plan({ ...config(agents), ...rest }, version)).toBeUndefined();
        },
      );
    },
  );

  it("is not needed when the temperature is the right one already", () => {
    expect(plan(config({ defaults: { params: { temperature: 1 } } }))).toEqual([]);
  });
});
