import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnoseText } from "../../../src/core/diagnosis/diagnose.ts";
import { measure, parseLabelled } from "../../accuracy/measure.ts";
import { root } from "../../helpers/cli.ts";

const shared = join(root, "..", "shared", "corpus");
const errors = join(shared, "errors.jsonl");
const openclaw = join(shared, "openclaw-output.jsonl");

describe("real texts", () => {
  it.skipIf(!existsSync(errors))("of people's posts are named right at least 95 times in 100", () => {
    const { share, misses } = measure(parseLabelled(readFileSync(errors, "utf8")));
    expect(share, JSON.stringify(misses, null, 2)).toBeGreaterThanOrEqual(0.95);
  });

  it.skipIf(!existsSync(openclaw))("of OpenClaw name the fault, or it is among what they can be", () => {
    for (const { text, label } of parseLabelled(readFileSync(openclaw, "utf8"))) {
      const { problem, alternatives, confidence } = diagnoseText(text);
      expect(problem.params.model ?? "", text.slice(0, 300)).not.toContain("sha256");
      if (problem.code === label) continue;
      // OpenClaw hides the cause: then the words say so, and what else it can be is shown.
      expect(alternatives.map((one) => one.code).slice(0, 4), text.slice(0, 300)).toContain(label);
      expect([problem.params.variant, confidence < 0.8]).toEqual(["hidden", true]);
    }
  });
});
