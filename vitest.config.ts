import { defineConfig } from "vitest/config";
import { FaultTable } from "./test/faults/table.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Kills of real processes are a long form (`npm run test:crash`); the tests here inject them in process.
    exclude: [
      "test/openclaw/**",
      "test/fleet/**",
      "test/windows/**",
      "test/adapters/files/write-steps.test.ts",
      "test/program/kill.test.ts",
      "node_modules/**",
    ],
    // Both cores of a small machine; by default one would be left to vitest itself, which needs little.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", new FaultTable()],
  },
});
