import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measure, parseLabelled } from "../../accuracy/measure.ts";
import { root } from "../../helpers/cli.ts";

const shareOf = (name: string) =>
  measure(parseLabelled(readFileSync(join(root, "test/accuracy/cases", `${name}.jsonl`), "utf8")));

describe("the project's own cases", () => {
  // The rules were never written for the ones that are held back: what these show is what a new text can expect.
  it.each([
    ["errors", 0.95],
    ["errors-held", 0.85],
  ] as const)("%s are named right in at least %d of the texts", (name, least) => {
    const { share, misses } = shareOf(name);
    expect(share, JSON.stringify(misses, null, 2)).toBeGreaterThanOrEqual(least);
  });

  it.each(["nobodys", "nobodys-held"])("%s are named in at most 3 of 100 texts", (name) => {
    const { share, misses } = shareOf(name);
    expect(share, JSON.stringify(misses, null, 2)).toBeGreaterThanOrEqual(0.97);
  });
});
