import { createFiles } from "../../src/adapters/files/files.ts";
import { makeTempFolder } from "../../src/adapters/files/temp-folder.ts";
import { catalog } from "../../src/adapters/files/templates.ts";
import { createOpenClaw } from "../../src/adapters/process/openclaw.ts";
import type { Context } from "../../src/ports.ts";
import { makeContext } from "./context.ts";
import type { Home } from "./home.ts";

const step = { update: () => {}, done: () => {}, failed: () => {}, clear: () => {} };

/** A context for doctor without a network and without OpenClaw, for tests with too many runs for a process each. */
export function makeDoctorContext(home: Home, env: Record<string, string> = {}): Context {
  const context = makeContext(home);
  const tempFolder = async () => makeTempFolder(home.path, "temp");
  const place = { env: { PATH: "" }, dev: false, platform: process.platform, cwd: home.path, tempFolder };
  return {
    ...context,
    env: { ...context.env, TMPDIR: home.path, ...env },
    catalog: async () => catalog,
    files: async () => createFiles(home.path),
    openclaw: async () => createOpenClaw({ ...place, located: await (await context.store()).locate() }),
    progress: async () => ({ step: () => step, note: () => {} }),
  };
}
