import { describe, expect, it } from "vitest";
import { applyToValue } from "../../../src/core/edit/index.ts";
import { earlierPrimary, planPluginLeftover, planUninstall } from "../../../src/core/plans/index.ts";

const block = { baseUrl: "https://api.aisa.one/v1", models: [{ id: "qwen3-max" }, { id: "kimi-k2.5" }] };
const uninstalled = (
  config: unknown,
  { wanted = undefined as string | undefined, earlier = "", keepsKey = false } = {},
) =>
  applyToValue(config, [
    ...planUninstall(config, wanted, earlier || undefined, keepsKey).changes,
    ...planPluginLeftover(config),
  ]);

describe("uninstalling from a config", () => {
  it.each<[string, unknown, unknown]>([
    [
      "the block, and objects that would be empty",
      { models: { mode: "merge", providers: { aisa: block } } },
      {},
    ],
    [
      "the block beside another provider",
      { models: { mode: "merge", providers: { aisa: block, openai: {} } } },
      { models: { mode: "merge", providers: { openai: {} } } },
    ],
    [
      "the default model, where no other is known",
      { models: { providers: { aisa: block } }, agents: { defaults: { model: "aisa/qwen3-max" } } },
      { agents: { defaults: {} } },
    ],
    [
      "the default model, replaced by a fallback of another provider",
      {
        models: { providers: { aisa: block, openai: {} } },
        agents: {
          defaults: { model: { primary: "aisa/qwen3-max", fallbacks: ["aisa/kimi-k2.5", "openai/gpt-5"] } },
        },
      },
      { models: { providers: { openai: {} } }, agents: { defaults: { model: { primary: "openai/gpt-5" } } } },
    ],
    [
      "models of agents and the allowlist",
      {
        models: { providers: { aisa: block } },
        agents: {
          defaults: { model: "openai/gpt-5", models: { "aisa/qwen3-max": {}, "openai/gpt-5": {} } },
          list: [{ id: "a", model: "aisa/kimi-k2.5" }],
        },
      },
      {
        agents: { defaults: { model: "openai/gpt-5", models: { "openai/gpt-5": {} } }, list: [{ id: "a" }] },
      },
    ],
    [
      "keys and sign-ins",
      {
        models: { providers: { aisa: block } },
        env: { vars: { AISA_API_KEY: "sk-x", OTHER: "1" } },
        auth: {
          profiles: { "aisa:default": { provider: "aisa" }, o: { provider: "openai" } },
          order: { aisa: [] },
        },
      },
      { env: { vars: { OTHER: "1" } }, auth: { profiles: { o: { provider: "openai" } }, order: {} } },
    ],
    [
      "what OpenClaw leaves of the plugin, and objects that would be empty",
      { plugins: { entries: { aisa: { enabled: false } } } },
      {},
    ],
    [
      "what OpenClaw leaves of the plugin beside another one",
      { plugins: { allow: ["other"], entries: { aisa: { enabled: false }, other: {} } } },
      { plugins: { allow: ["other"], entries: { other: {} } } },
    ],
    [
      "nothing of a plugin that is still there",
      { plugins: { entries: { aisa: {} } } },
      { plugins: { entries: { aisa: {} } } },
    ],
    ["nothing", { gateway: { mode: "local" } }, { gateway: { mode: "local" } }],
  ])("removes %s", (_, config, expected) => {
    expect(uninstalled(config)).toEqual(expected);
  });

  const ours = { models: { providers: { aisa: block } }, agents: { defaults: { model: "aisa/qwen3-max" } } };

  it("prefers the named default model to the earlier one, and that to none", () => {
    const modelOf = (options: Parameters<typeof uninstalled>[1]) =>
      (uninstalled(ours, options) as { agents: { defaults: { model?: string } } }).agents.defaults.model;
    expect(modelOf({ wanted: "openai/a", earlier: "openai/b" })).toBe("openai/a");
    expect(modelOf({ earlier: "openai/b" })).toBe("openai/b");
    expect(planUninstall(ours, undefined, undefined, false).losesPrimary).toBe(true);
  });

  it("keeps the key if asked to", () => {
    const config = { ...ours, env: { vars: { AISA_API_KEY: "sk-x" } } };
    expect(uninstalled(config, { keepsKey: true })).toHaveProperty(["env", "vars", "AISA_API_KEY"]);
  });

  it("reports references outside the agents", () => {
    const config = { ...ours, hooks: { mappings: [{ model: "aisa/qwen3-max" }] } };
    expect(planUninstall(config, undefined, undefined, false).left).toEqual([
      ["hooks", "mappings", 0, "model"],
    ]);
  });
});

it("finds the newest default model of another provider in earlier texts", () => {
  const text = (model: string) => JSON.stringify({ agents: { defaults: { model } } });
  expect(earlierPrimary(["{ broken", text("aisa/qwen3-max"), text("openai/b"), text("openai/a")])).toBe(
    "openai/b",
  );
  expect(earlierPrimary([text("aisa/qwen3-max")])).toBe(undefined);
});
