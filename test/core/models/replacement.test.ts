import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/adapters/files/templates.ts";
import { currentId, fitToGateway, replacementOf } from "../../../src/core/models/replacement.ts";

describe("the id that replaces another one", () => {
  it.each<[string, string, readonly string[] | undefined, string | undefined]>([
    ["an id out of use, by the alias table", "qwen-plus", undefined, "qwen-plus-2025-12-01"],
    ["a nickname", "kimi", undefined, "kimi-k2.5"],
    ["another spelling", "Qwen3-MAX", undefined, "qwen3-max"],
    ["nothing for a current id", "qwen3-max", undefined, undefined],
    ["nothing for an unknown id", "no-such-model", undefined, undefined],
    ["nothing for a beginning, which may mean another model", "deepseek", undefined, undefined],
    ["nothing for an id that the gateway lists, retired or not", "qwen-plus", ["qwen-plus"], undefined],
    ["the spelling that the gateway lists", "minimax-m2.5", ["MiniMax-M2.5"], "MiniMax-M2.5"],
    ["an id out of use, where the gateway lists neither", "qwen-plus", ["glm-5"], "qwen-plus-2025-12-01"],
    ["nothing for a catalog model that the gateway does not list", "qwen3-max", ["glm-5"], undefined],
  ])("is %s", (_what, id, live, expected) => {
    expect(replacementOf(id, { catalog, live })).toBe(expected);
    expect(currentId(`aisa/aisa/${id}`, { catalog, live })).toBe(expected ?? id);
  });
});

describe("requested models", () => {
  it("are used unchanged while the gateway's list is unknown", () => {
    expect(fitToGateway(["qwen-plus", "qwen-plus"], { catalog })).toEqual({
      ids: ["qwen-plus"],
      replaced: [],
      leftOut: [],
    });
  });

  it("are replaced or left out where the gateway does not list them", () => {
    const live = ["qwen3-max", "qwen-plus-2025-12-01"];
    expect(fitToGateway(["qwen3-max", "qwen-plus", "kimi-k2.5"], { catalog, live })).toEqual({
      ids: live,
      replaced: [{ from: "qwen-plus", to: "qwen-plus-2025-12-01" }],
      leftOut: ["kimi-k2.5"],
    });
  });
});
