import { spawnSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { installWindows, type Wine, wineEnv } from "./install.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What runs programs of Windows here, or why nothing can. */
    wine: Wine;
  }
}

/** Installs what is missing, and starts the server that all programs of Windows share. */
export default async function setup(project: TestProject): Promise<void> {
  const wine = await installWindows();
  project.provide("wine", wine);
  if ("missing" in wine) {
    console.log(`Windows tests are skipped: ${wine.missing}.`);
    return;
  }
  // It ends by itself half a minute after the last program: another run of the tests may be using it too.
  const env = { ...process.env, ...wineEnv(wine.prefix) };
  spawnSync("wineserver", ["-p30"], { env, stdio: "ignore" });
  console.log(`Windows tests: ${wine.version}, ${wine.node}`);
}
