import { defineConfig } from "vitest/config";
import { FaultTable } from "./test/faults/table.ts";

// The long form. The short one is among the tests of vitest.config.ts.
export default defineConfig({
  test: {
    include: ["test/faults/*.faults.ts"],
    env: { FAULTS: "long" },
    maxWorkers: 2,
    testTimeout: 600_000,
    reporters: ["dot", new FaultTable()],
  },
});
