import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCodeOf, firstError, isAboutKey, problemOf } from "../../../src/core/problem/index.ts";

const source = join(import.meta.dirname, "..", "..", "..", "src");
const rejected = problemOf("invalid-key", {});
const quota = problemOf("insufficient-quota", {});
const unlisted = problemOf("openclaw-missing", {});

describe("the exit code", () => {
  it.each([
    [undefined, 0],
    ["failed", 1],
    [rejected, 3],
    [quota, 1],
    [problemOf("network-dns", {}), 4],
    [problemOf("config-locked", { variant: "held", file: "a", lock: "a.lock" }), 5],
    [problemOf("internal-error", { detail: "bug" }), 70],
    [problemOf("cancelled", {}), 130],
  ] as const)("%j gives %i", (outcome, code) => {
    expect(exitCodeOf(outcome)).toBe(code);
  });

  it("comes from the first error, ignoring warnings and errors downgraded by context", () => {
    expect(firstError([unlisted, { ...rejected, severity: "warning" }, quota, rejected])).toBe(quota);
    expect(firstError([unlisted])).toBeUndefined();
  });

  it("distinguishes problems of the key from others", () => {
    expect([rejected, quota].map(isAboutKey)).toEqual([true, false]);
  });

  it("is read from the table of problems in one folder", () => {
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const readers = files.filter(
      (file) =>
        !file.startsWith(join("core", "problem")) &&
        /\bproblemTable\b|\bexit: [1-9]/.test(readFileSync(join(source, file), "utf8")),
    );
    expect(readers).toEqual([]);
  });
});
