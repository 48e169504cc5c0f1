import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { counted } from "../../src/i18n/en/counts.ts";
import { en } from "../../src/i18n/en/index.ts";

const english = join(import.meta.dirname, "..", "..", "src", "i18n", "en");

describe("a count in English", () => {
  it.each([
    [0, "0 models"],
    [1, "1 model"],
    [2, "2 models"],
    [20_001, "20,001 models"],
    ["1", "1 model"],
    ["1.2M", "1.2M models"],
  ])("%s agrees with its noun", (value, text) => {
    expect(counted(value, "model")).toBe(text);
  });

  it.each([
    en.onboard.keyAccepted(1, undefined),
    en.models.list.asked("host", 1, "just now"),
    en.modelsChange.sync.byGateway("host", 1, "just now"),
    en.models.list.count(1),
    en.models.cost.fromUsage(1, 1),
    en.usage.read(1, 1, "", ""),
    en.usage.uncounted(1),
    en.usage.broken(1),
    en.usage.unreadFiles(1),
    en.surroundings.left(1),
    en.doctor.summary(1, 0, [], "1.0"),
    en.doctor.counts(1, 1, 1),
    en.modelsTest.someFailed(1, 1, "timeout"),
    en.models.cost.tokensOf("1", "20"),
    en.models.cost.used("1"),
    en.modelsTest.cost("$0.01", "1", "1"),
    en.doctor.note({ kind: "streamed", model: "m", pieces: 1, overMs: 20 }),
    en.plan.items(1),
    en.plan.members(1),
    en.plan.provider(1, undefined),
  ])("%s: is singular at one", (text) => {
    expect(text).not.toMatch(/\b1 [a-z]+s\b/);
  });

  it("is formed by one helper only", () => {
    const files = readdirSync(english, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && file !== "counts.ts",
    );
    const own = files.flatMap((file) =>
      readFileSync(join(english, file), "utf8")
        .split("\n")
        .filter((line) =>
          /=== 1 \? "\w+" : "\w+s"|\$\{(?:\w+\.)*(?:count|length|models|runs|tokens|pieces|input)\} \w+s\b/.test(
            line,
          ),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(own).toEqual([]);
  });
});
