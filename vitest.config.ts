import { defineConfig } from "vitest/config";
import { FaultTable } from "./test/faults/table.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/openclaw/**", "node_modules/**"],
    // Both cores of a small machine; by default one would be left to vitest itself, which needs little.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", new FaultTable()],
  },
});
