import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/adapters/files/templates.ts";
import { modelToRemove, resolveModel } from "../../../src/core/models/model-ref.ts";

const understand = (text: string, configured: readonly string[] = [], live?: readonly string[]) =>
  resolveModel(text, { catalog, configured, ...(live ? { live } : {}) });

describe("a model as people write it", () => {
  it.each([
    ["qwen3-max", "qwen3-max", "exact"],
    ["aisa/qwen3-max", "qwen3-max", "exact"],
    ["aisa/aisa/qwen3-max", "qwen3-max", "exact"],
    ["  kimi-k2.5 ", "kimi-k2.5", "exact"],
    ["Qwen3 Max", "qwen3-max", "spelling"],
    ["KIMI_K2.5", "kimi-k2.5", "spelling"],
    ["minimax-m3", "MiniMax-M3", "spelling"],
    ["kimi", "kimi-k2.5", "alias"],
    ["doubao-seed-1.8", "seed-1-8-251228", "alias"],
    ["Qwen Plus", "qwen-plus-2025-12-01", "retired"],
    ["qwen-plus", "qwen-plus-2025-12-01", "retired"],
    ["qwen3-plus", "qwen-plus-2025-12-01", "retired"],
    ["qwen-plus-latest", "qwen-plus-2025-12-01", "retired"],
    ["qwen3-flash", "qwen-mt-flash", "retired"],
    ["qwen-turbo", "qwen-mt-flash", "retired"],
    ["deepseek-v3-0324", "deepseek-v3", "retired"],
    ["Doubao Seed 2.0 Lite", "seed-2-0-lite-260228", "name"],
    ["glm", "glm-5", "start"],
    ["千问max", "qwen3-max", "alias"],
    ["通义千问 Plus", "qwen-plus-2025-12-01", "retired"],
    ["通义千问3-max", "qwen3-max", "spelling"],
    ["月之暗面", "kimi-k2.5", "alias"],
    ["智谱", "glm-5", "start"],
    ["豆包 1.8", "seed-1-8-251228", "start"],
    ["豆包2.0 Pro", "seed-2-0-pro-260328", "start"],
  ])("%s means %s (%s)", (text, id, via) => {
    expect(understand(text)).toEqual({ kind: "one", id, via });
  });

  it("may mean several: they are named, without image models and ids out of use", () => {
    const meaning = understand("deepseek");
    expect(meaning.kind).toBe("several");
    expect(meaning).toMatchObject({ ids: expect.arrayContaining(["deepseek-v3.1", "deepseek-v3.2"]) });
    expect(meaning).not.toMatchObject({ ids: expect.arrayContaining(["deepseek-v3-0324"]) });
    expect(understand("gpt")).not.toMatchObject({ ids: expect.arrayContaining(["gpt-image-2"]) });
  });

  it("means the configured one, where one of them is configured", () => {
    expect(understand("deepseek", ["deepseek-v3.1"])).toEqual({
      kind: "one",
      id: "deepseek-v3.1",
      via: "start",
    });
  });

  it.each([
    ["qwem3-max", "qwen3-max"],
    ["kimi-k25-turbo", "kimi-k2.5"],
    ["depseek-v3.1", "deepseek-v3.1"],
    ["qwen3 max 0123", "qwen3-max"],
  ])("%s is no model; %s comes near", (text, near) => {
    const meaning = understand(text);
    expect(meaning.kind).toBe("none");
    expect(meaning).toMatchObject({ nearest: expect.arrayContaining([near]) });
  });

  it("has no neighbours when nothing resembles it", () => {
    expect(understand("zzzz")).toEqual({ kind: "none", nearest: [] });
    expect(understand("天气")).toEqual({ kind: "none", nearest: [] });
  });
});

describe("with the gateway's list", () => {
  it("trusts the gateway: an id that it lists is right, whatever the table says", () => {
    expect(understand("qwen-plus", [], ["qwen-plus", "qwen3-max"])).toMatchObject({
      id: "qwen-plus",
      via: "exact",
    });
  });

  it("resolves only to listed ids", () => {
    expect(understand("qwen-plus", [], ["qwen3-max"])).toMatchObject({ kind: "none" });
    expect(understand("qwen3-max", [], ["kimi-k2.5"])).toMatchObject({ kind: "none" });
  });

  it("resolves models that the catalog lacks", () => {
    expect(understand("Qwen9 Ultra", [], ["qwen9-ultra"])).toMatchObject({
      id: "qwen9-ultra",
      via: "spelling",
    });
  });
});

describe("a model to remove", () => {
  const set = ["qwen3-max", "kimi-k2.5", "deepseek-v3.1", "deepseek-v3.2", "MiniMax-M3", "own/model:free"];
  const one = (id: string) => ({ kind: "one", id });
  const guess = (...ids: string[]) => ({ kind: "guess", ids });

  it.each([
    ["qwen3-max", one("qwen3-max")],
    ["aisa/qwen3-max", one("qwen3-max")],
    ["aisa/aisa/kimi-k2.5", one("kimi-k2.5")],
    ["Qwen3 Max", one("qwen3-max")],
    ["minimax_m3", one("MiniMax-M3")],
    ["Own/Model:Free", one("own/model:free")],
    // Known, and not set up: itself, so that there is nothing to do.
    ["glm-5", one("glm-5")],
    ["deepseek-v3", one("deepseek-v3")],
    // Out of use: itself, never what replaced it.
    ["qwen3-max-2026-01-23", one("qwen3-max-2026-01-23")],
    ["qwen-plus", one("qwen-plus")],
    ["Qwen-Turbo", one("Qwen-Turbo")],
    // A nickname or a beginning: only what it may mean.
    ["kimi", guess("kimi-k2.5")],
    ["qwen3-m", guess("qwen3-max")],
    ["deepseek", guess("deepseek-v3.1", "deepseek-v3.2")],
    // Neither: nothing to take away, whatever comes near.
    ["kimmi-k2.55", { kind: "none", nearest: ["kimi-k2.5"] }],
    ["zzzz", { kind: "none", nearest: [] }],
    ["", { kind: "none", nearest: [] }],
  ])("%j: %j", (text, meaning) => {
    expect(modelToRemove(text, set, catalog)).toEqual(meaning);
  });

  it("means the one with that very id where two differ in spelling alone, and is asked about otherwise", () => {
    const twins = ["a-b", "a_b"];
    expect(modelToRemove("a_b", twins, catalog)).toEqual(one("a_b"));
    expect(modelToRemove("A B", twins, catalog)).toEqual(guess(...twins));
  });

  it("never resolves a missing model to one that is configured", () => {
    const everyName = [
      ...catalog.models.map((model) => model.id),
      ...catalog.aliases.map((alias) => alias.name),
    ];
    for (const name of everyName) {
      const others = catalog.defaults.filter((id) => id !== name);
      const meaning = modelToRemove(name, others, catalog);
      const isKnownAs = catalog.aliases.some((alias) => alias.name === name && alias.kind === "alias");
      if (!isKnownAs) expect([name, meaning]).toEqual([name, one(name)]);
      else expect(meaning.kind === "one" && others.includes(meaning.id), name).toBe(false);
    }
  });
});
