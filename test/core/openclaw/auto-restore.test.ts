import { describe, expect, it } from "vitest";
import { looksDamaged } from "../../../src/core/openclaw/auto-restore.ts";

const padding = "x".repeat(600);
const whole = `{ meta: {}, gateway: { mode: "local" }, note: "${padding}" }`;

describe("looksDamaged", () => {
  it.each([
    ["the same", whole, [whole], false],
    ["half the bytes and less", '{ meta: {}, gateway: { mode: "local" } }', [whole], true],
    ["a small base", "{}", ['{ note: "xxxxxxxxxxxxxxxxxxxxxxxxxx" }'], false],
    ["meta gone", `{ gateway: { mode: "local" }, note: "${padding}" }`, [whole], true],
    ["the gateway's mode gone", `{ meta: {}, gateway: {}, note: "${padding}" }`, [whole], true],
    ["a blank mode", `{ meta: {}, gateway: { mode: " " }, note: "${padding}" }`, [whole], true],
    ["smaller than an older base only", `{ note: "${padding}" }`, [`{ note: "${padding}" }`, whole], true],
    ["no base", "{}", [], false],
    ["a base that cannot be parsed", "{}", [`{ note: "${padding}`], false],
    ["a new text that cannot be parsed", "{", [whole], false],
  ])("%s", (_, text, baselines, expected) => {
    expect(looksDamaged(text, baselines)).toBe(expected);
  });

  it("counts bytes, not characters", () => {
    expect(looksDamaged(`{ note: "${"字".repeat(110)}" }`, [`{ note: "${padding}" }`])).toBe(false);
    expect(looksDamaged(`{ note: "${"x".repeat(110)}" }`, [`{ note: "${padding}" }`])).toBe(true);
  });
});
