import { defineConfig } from "vitest/config";

/** The built program on a Windows Node, which Wine runs: both are installed into a cache outside the repository. */
export default defineConfig({
  test: {
    include: ["test/windows/**/*.test.ts"],
    globalSetup: ["test/windows/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
