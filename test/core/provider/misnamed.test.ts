import { describe, expect, it } from "vitest";
import { misnamedProvider, withOwnName } from "../../../src/core/provider/index.ts";

const configOf = (providers: Record<string, object>) => ({ models: { providers, mode: "merge" }, other: 1 });
const aisa = { baseUrl: "https://api.aisa.one/v1" };

describe("misnamedProvider", () => {
  it.each([
    ["AIsa's own URL", { AIsa: aisa }, "AIsa"],
    ["AIsa's URL without /v1", { "aisa-api": { baseUrl: "https://api.aisa.one" } }, "aisa-api"],
    ["another host of AIsa", { x: { baseUrl: "https://eu.aisa.one/v1" } }, "x"],
    ["a block of our name beside it", { aisa, AIsa: aisa }, undefined],
    ["the one with a key of two", { a: aisa, b: { ...aisa, apiKey: "sk-x" } }, "b"],
    ["a host that only ends like it", { x: { baseUrl: "https://notaisa.one/v1" } }, undefined],
    ["a host that begins like it", { x: { baseUrl: "https://api.aisa.one.evil.test/v1" } }, undefined],
    ["no URL", { x: {}, y: { baseUrl: 5 } }, undefined],
    ["the URL that was chosen", { x: { baseUrl: "http://gw.test/v1" } }, "x"],
    ["another path of the chosen host", { x: { baseUrl: "http://gw.test/other/v1" } }, undefined],
  ])("of %s", (_, providers, expected) => {
    expect(misnamedProvider(configOf(providers), "http://gw.test")).toBe(expected);
  });

  it("is looked at under its own name, the rest as it is", () => {
    const block = { ...aisa, models: [] };
    const theirs = { baseUrl: "https://other.test" };
    expect(withOwnName(configOf({ AIsa: block, theirs }))).toEqual(configOf({ theirs, aisa: block }));
    const fine = configOf({ aisa });
    expect(withOwnName(fine)).toBe(fine);
  });
});
