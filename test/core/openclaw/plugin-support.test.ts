import { describe, expect, it } from "vitest";
import {
  inactiveSignIns,
  installFlags,
  pluginEffects,
  readPluginList,
  supportsPlugin,
} from "../../../src/core/openclaw/plugin-support.ts";

const block = (apiKey: unknown, models: unknown[] = []) => ({
  models: { providers: { aisa: { apiKey, models } } },
});

describe("which OpenClaw can use the plugin", () => {
  it.each([
    ["2026.3.13", false],
    ["2026.4.14", false],
    ["2026.4.15", true],
    ["2026.4.15-1", true],
    ["2026.9.6", true],
    ["2027.1.1", true],
  ])("%s: %s", (version, works) => {
    expect(supportsPlugin(version)).toBe(works);
  });
});

describe("the flags of an installation", () => {
  it("are those in the help of the installed OpenClaw", () => {
    expect(installFlags("  --accept-capabilities  Accept\n  --force  Confirm")).toEqual([
      "--force",
      "--accept-capabilities",
    ]);
    expect(installFlags("  --dangerously-force-unsafe-install\n  --force  Overwrite")).toEqual(["--force"]);
    expect(installFlags("  -l, --link  Link a local path")).toEqual([]);
  });
});

describe("the list of plugins", () => {
  it("distinguishes ours from other plugins that provide aisa, and from disabled ones", () => {
    const plugins = [
      { id: "aisa", enabled: true, status: "loaded", version: "1.0.0", rootDir: "/x", providerIds: ["aisa"] },
      { id: "other", enabled: true, providerIds: ["aisa", "b"] },
      { id: "off", enabled: false, providerIds: ["aisa"] },
    ];
    expect(readPluginList(`a warning\n${JSON.stringify({ plugins })}`)).toEqual({
      installed: true,
      enabled: true,
      status: "loaded",
      version: "1.0.0",
      folder: "/x",
      rivals: ["other"],
    });
  });

  it("without ours, or without a list", () => {
    expect(readPluginList('{"plugins":[]}')).toEqual({ installed: false, enabled: false, rivals: [] });
    expect(readPluginList("unknown command")).toBeUndefined();
    expect(readPluginList("{}")).toBeUndefined();
  });
});

describe("sign-ins that OpenClaw keeps and does not use", () => {
  it("are those set aside by its onboarding that the config does not name", () => {
    const profiles = ["aisa:default", "aisa:setup-1", "aisa:setup-2", "other:setup-3"].map((id) => ({
      id,
      provider: id.split(":")[0],
    }));
    const config = { auth: { profiles: { "aisa:setup-2": { provider: "aisa" } } } };
    expect(inactiveSignIns(JSON.stringify({ profiles }), config)).toEqual(["aisa:setup-1"]);
    expect(inactiveSignIns("", config)).toEqual([]);
  });
});

describe("plugin and provider block together", () => {
  it.each([
    [{}, []],
    [block("${AISA_API_KEY}"), []],
    [block("sk-of-the-block"), ["environment-beats-block"]],
    [block({ source: "env", id: "OTHER" }), ["environment-beats-block"]],
    [block("${AISA_API_KEY}", [{ id: "qwen3-max" }]), ["block-hides-catalog"]],
    [block("sk-of-the-block", [{}]), ["environment-beats-block", "block-hides-catalog"]],
  ])("%j: %j", (config, effects) => {
    expect(pluginEffects(config)).toEqual(effects);
  });
});
