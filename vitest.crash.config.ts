import { defineConfig } from "vitest/config";

/** The long forms: kills of real processes at each step and at a hundred random moments, every pair of faults, every config of other people. */
export default defineConfig({
  test: {
    include: [
      "test/program/kill.test.ts",
      "test/adapters/files/write-steps.test.ts",
      "test/commands/doctor-fix.test.ts",
      "test/commands/onboard-corpus.test.ts",
      "test/adapters/files/undo-corpus.test.ts",
    ],
    env: { TEST_LONG: "1" },
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
