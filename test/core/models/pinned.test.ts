import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/adapters/files/templates.ts";
import { pinnedProblems, pinsOf } from "../../../src/core/models/index.ts";
import { namedSessionStore, readSessionList, readSessionStore } from "../../../src/core/openclaw/index.ts";

const config = {
  models: { providers: { aisa: { models: [{ id: "qwen3-max" }, { id: "kimi-k2.5" }] } } },
  agents: {
    defaults: { model: { primary: "aisa/qwen3-max" } },
    list: [{ id: "work", model: "aisa/kimi-k2.5" }],
  },
};
const pinned = (model: string, agent = "main") => ({ key: `agent:${agent}:x`, agent, model });
const kinds = (of: object, models: readonly string[], agent?: string, hasCatalog = false) =>
  pinsOf(
    of,
    models.map((model) => pinned(model, agent)),
    { catalog },
    hasCatalog,
  ).map((pin) => pin.kind);

describe("pinsOf", () => {
  it.each([
    ["the default model", "aisa/qwen3-max", []],
    ["another model of the config", "aisa/kimi-k2.5", ["other"]],
    ["a replaced id", "aisa/qwen-plus", ["stale"]],
    ["a prefix too many", "aisa/aisa/kimi-k2.5", ["stale"]],
    ["a model without an entry", "aisa/deepseek-v3.1", ["unconfigured"]],
    ["a model of another provider", "openai/gpt-5", ["other"]],
  ])("judges a session with %s", (_, model, expected) => {
    expect(kinds(config, [model])).toEqual(expected);
  });

  it("compares with the model of the session's own agent", () => {
    expect(kinds(config, ["aisa/kimi-k2.5", "aisa/qwen3-max"], "work")).toEqual(["other"]);
  });

  it("needs no entries where the plugin has a catalog", () => {
    expect(kinds(config, ["aisa/deepseek-v3.1"], "main", true)).toEqual(["other"]);
  });

  it("leaves the sessions of another provider's default model alone, except broken ones of ours", () => {
    const theirs = { ...config, agents: { defaults: { model: "openai/gpt-5" } } };
    expect(kinds(theirs, ["openai/gpt-4", "aisa/kimi-k2.5", "aisa/qwen-plus"])).toEqual(["stale"]);
  });

  it("has nothing to say without a default model", () => {
    expect(kinds({}, ["aisa/qwen-plus"])).toEqual([]);
  });
});

describe("pinnedProblems", () => {
  it("makes one problem of each kind and names at most eight sessions", () => {
    const models = [...Array.from({ length: 10 }, () => "aisa/qwen-plus"), "aisa/kimi-k2.5"];
    const problems = pinnedProblems(
      pinsOf(
        config,
        models.map((one) => pinned(one)),
        { catalog },
        false,
      ),
    );
    expect(problems).toMatchObject([
      { code: "pinned-session", params: { variant: "stale", count: 10, model: "aisa/qwen3-max" } },
      { severity: "info", params: { variant: "other", count: 1 } },
    ]);
    expect(problems[0]?.evidence).toHaveLength(9);
    expect(problems[0]?.evidence?.at(-1)).toBe("+2");
  });
});

describe("readSessionStore and readSessionList", () => {
  const override = { providerOverride: "aisa", modelOverride: "qwen-plus" };
  it("read sessions with a model of their own only", () => {
    const store = { "agent:main:main": override, "agent:main:other": { model: "qwen3-max" }, x: null };
    expect(readSessionStore(JSON.stringify(store), "main")).toEqual([
      { key: "agent:main:main", agent: "main", model: "aisa/qwen-plus" },
    ]);
    const sessions = [{ key: "agent:work:main", ...override }, { key: "y" }, 5];
    expect(readSessionList(`Config warning\n${JSON.stringify({ sessions })}`)).toEqual([
      { key: "agent:work:main", agent: "work", model: "aisa/qwen-plus" },
    ]);
  });

  it.each([
    ["a model without a provider", { modelOverride: "qwen-plus" }, "qwen-plus"],
    ["a model that has its provider", { ...override, modelOverride: "aisa/qwen-plus" }, "aisa/qwen-plus"],
    ["a model of a router", { providerOverride: "openrouter", modelOverride: "qwen/q" }, "openrouter/qwen/q"],
  ])("keep %s as a reference", (_, entry, model) => {
    expect(readSessionStore(JSON.stringify({ k: entry }), "main")?.[0]?.model).toBe(model);
  });

  it.each(["", "[]", "{", "null"])("cannot read %j", (text) => {
    expect(readSessionStore(text, "main")).toBeUndefined();
    expect(readSessionList(text)).toBeUndefined();
  });

  it("finds the store that the config names", () => {
    const named = { session: { store: "~/s/{agentId}.json" } };
    expect(namedSessionStore(named, "work", "/home/ann")).toBe("/home/ann/s/work.json");
    expect(namedSessionStore({}, "work", "/home/ann")).toBeUndefined();
  });
});
