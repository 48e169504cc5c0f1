import { describe, expect, it } from "vitest";
import { readingVersion } from "../../../src/core/openclaw/versions.ts";

describe("the version that reads the config", () => {
  const config = { meta: { lastTouchedVersion: "2026.3.13" } };
  it.each<[string, string | undefined, unknown, string | undefined]>([
    ["the installed one", "2026.9.6", config, "2026.9.6"],
    ["the one that wrote the config last, where none is installed", undefined, config, "2026.3.13"],
    ["unknown without either", undefined, {}, undefined],
    ["unknown where the config names no version", undefined, { meta: { lastTouchedVersion: 5 } }, undefined],
  ])("is %s", (_what, installed, value, expected) => {
    expect(readingVersion(installed, value)).toBe(expected);
  });
});
