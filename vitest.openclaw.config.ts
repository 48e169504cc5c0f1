import { defineConfig } from "vitest/config";

/** The conformance tests: real OpenClaws, installed from npm into a cache outside the repository. */
export default defineConfig({
  test: {
    include: ["test/openclaw/**/*.test.ts"],
    globalSetup: ["test/openclaw/global-setup.ts"],
    // OpenClaw takes both cores while it starts: two files at a time, the tests of a file one after the other.
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
