import { defineConfig } from "vitest/config";

/** The pictures in docs/pictures: real sessions on a terminal. With `--mode record` those are drawn anew that changed. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ["test/pictures/*.pictures.ts"],
    globalSetup: ["test/pictures/global-setup.ts"],
    env: { PICTURES: mode },
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
}));
