import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { run } from "../../src/commands/doctor/index.ts";
import { get } from "../../src/core/json/value.ts";
import { entryFigures } from "../../src/core/models/catalog.ts";
import { modelEntry } from "../../src/core/provider/provider.ts";
import { soundConfig } from "../helpers/config-faults.ts";
import { makeDoctorContext } from "../helpers/doctor-context.ts";
import { makeHome } from "../helpers/home.ts";
import { inMemory } from "../helpers/memory-store.ts";

const env = { AISA_API_KEY: "sk-aisa-3f9c1b7e5d2a4860" };
const setting = ["openclaw-missing", "key-not-visible-to-gateway"];
const current = "aisa/qwen-plus-2025-12-01";
const replacement = modelEntry(entryFigures(catalog, "qwen-plus-2025-12-01"));

/** Runs `doctor --fix` on the sound config with more members; gives what it found, what is left, and the config. */
async function fix(more: Record<string, unknown>, entries: readonly string[] = []) {
  const { aisa } = soundConfig.models.providers;
  const models = [...aisa.models, ...entries.map((id) => ({ ...replacement, id }))];
  const config = { ...soundConfig, models: { providers: { aisa: { ...aisa, models } } }, ...more };
  const home = makeHome();
  const { context, text } = inMemory(makeDoctorContext(home, env), home.config, JSON.stringify(config));
  const look = async (options: { fix: boolean }) =>
    (await run(context, { offline: true, ...options })).problems
      .filter((one) => !setting.includes(one.code))
      .map((one) => [one.code, (one.params as { path?: string }).path]);
  const found = await look({ fix: false });
  const left = await look({ fix: true });
  return { found, left, config: JSON.parse(text()) as Record<string, unknown> };
}

/** Where a model can be named outside the default model: how it is written there, and its path. */
const places: readonly (readonly [string, (model: string) => Record<string, unknown>])[] = [
  ["hooks.mappings[0].model", (model) => ({ hooks: { mappings: [{ model }] } })],
  ["hooks.gmail.model", (model) => ({ hooks: { gmail: { model } } })],
  [
    'channels.modelByChannel.telegram["-100"]',
    (model) => ({ channels: { modelByChannel: { telegram: { "-100": model } } } }),
  ],
  [
    "channels.telegram.modelByChannel.general",
    (model) => ({ channels: { telegram: { modelByChannel: { general: model } } } }),
  ],
  [
    "agents.entries.night.heartbeat.model",
    (model) => ({ agents: { ...soundConfig.agents, entries: { night: { heartbeat: { model } } } } }),
  ],
  [
    "agents.list[0].subagents.model.fallbacks[0]",
    (model) => ({
      agents: {
        ...soundConfig.agents,
        list: [{ id: "main", subagents: { model: { fallbacks: [model] } } }],
      },
    }),
  ],
  [
    "agents.list[0].imageModel",
    (imageModel) => ({ agents: { ...soundConfig.agents, list: [{ id: "main", imageModel }] } }),
  ],
];

describe("doctor --fix on a reference", () => {
  it.each(places)("replaces a stale id at %s together with its entry", async (path, at) => {
    const { found, left, config } = await fix(at("aisa/qwen-plus"), ["qwen-plus"]);
    expect(found).toContainEqual(["stale-model-id", path]);
    expect(left).toEqual([]);
    expect(config).toMatchObject(at(current));
    expect(JSON.stringify(config)).not.toContain('qwen-plus"');
  });

  it.each(places)("adds the prefix at %s", async (path, at) => {
    const { found, config } = await fix(at("kimi-k2.5"));
    expect(found).toContainEqual(["missing-prefix", path]);
    expect(config).toMatchObject(at("aisa/kimi-k2.5"));
  });

  it.each(places)("reports a model without an entry at %s", async (path, at) => {
    const { found } = await fix(at("aisa/no-such-model"));
    expect(found).toContainEqual(["reference-without-entry", path]);
  });

  it.each(places)("leaves another provider's model and a nickname alone at %s", async (_path, at) => {
    for (const model of ["openai/gpt-5", "gpt-5", "kimi"]) {
      const { found, config } = await fix(at(model));
      expect(found.filter(([code]) => /prefix|stale|reference/.test(code ?? ""))).toEqual([]);
      expect(config).toMatchObject(at(model));
    }
  });
});

describe("doctor --fix on a heartbeat's model", () => {
  it.each<[string, unknown, unknown]>([
    ["an object with a primary", { primary: "aisa/kimi-k2.5" }, "aisa/kimi-k2.5"],
    ["an object with a bare, stale id", { model: "qwen-plus", fallbacks: [] }, current],
    ["an object without a model", { every: "30m" }, undefined],
    ["a number", 5, undefined],
  ])("makes a text of %s, which every OpenClaw rejects", async (_what, model, expected) => {
    const heartbeat = { every: "30m", model };
    const agents = { ...soundConfig.agents, entries: { night: { heartbeat } } };
    const { found, left, config } = await fix({ agents }, ["qwen-plus"]);
    expect(found).toContainEqual(["config-schema", "agents.entries.night.heartbeat.model"]);
    expect(left).toEqual([]);
    expect(config).toMatchObject({ agents: { entries: { night: { heartbeat: { every: "30m" } } } } });
    expect(get(config, ["agents", "entries", "night", "heartbeat", "model"])).toBe(expected);
  });
});
