import { defineConfig } from "vitest/config";

/** Many machines: the role, the containers, the formats, and two hundred at once, each with the tools of others. */
export default defineConfig({
  test: {
    include: ["test/fleet/**/*.test.ts"],
    globalSetup: ["test/fleet/global-setup.ts"],
    // One file after the other: two hundred at once, and Ansible's forks, need both cores for themselves.
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
