import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { run as doctor } from "../../src/commands/doctor/index.ts";
import { run as explain } from "../../src/commands/explain.ts";
import { run as addModels } from "../../src/commands/models/add.ts";
import { run as removeModels } from "../../src/commands/models/remove.ts";
import { run as setModel } from "../../src/commands/models/set.ts";
import { run as onboard } from "../../src/commands/onboard/index.ts";
import type { Context } from "../../src/ports.ts";
import { soundConfig } from "../helpers/config-faults.ts";
import { forgetful } from "../helpers/context.ts";
import { makeDoctorContext } from "../helpers/doctor-context.ts";
import { makeHome } from "../helpers/home.ts";

const env = { AISA_API_KEY: "sk-aisa-3f9c1b7e5d2a4860" };
const profiles = ".openclaw/agents/main/agent/auth-profiles.json";

/** A home with a config, a `.env` and an agent, and a context that counts how often each file is read. */
function counted(text: string) {
  const home = makeHome(text);
  home.write(".openclaw/.env", "OTHER=1\n");
  home.write(profiles, "{}");
  const reads: Record<string, number> = {};
  const count = (file: string) => {
    reads[basename(file)] = (reads[basename(file)] ?? 0) + 1;
  };
  const base = makeDoctorContext(home, env);
  const context: Context = {
    ...base,
    settings: async () => forgetful,
    store: async () => {
      const store = await base.store();
      const read: typeof store.read = (file) => {
        count(file);
        return store.read(file);
      };
      return { ...store, read };
    },
    files: async () => {
      const files = await base.files();
      const read: typeof files.read = (file, options) => {
        count(file);
        return files.read(file, options);
      };
      return { ...files, read };
    },
  };
  return { context, reads, home };
}

const sound = JSON.stringify(soundConfig);
const offline = { offline: true };

describe("one run reads each file once", () => {
  it.each<[string, (context: Context) => Promise<unknown>]>([
    ["models set", (context) => setModel(context, { ...offline, models: ["kimi-k2.5"] })],
    ["models add", (context) => addModels(context, { ...offline, models: ["qwen-mt-flash"] })],
    ["models remove", (context) => removeModels(context, { ...offline, models: ["kimi-k2.5"] })],
  ])("in %s", async (_name, command) => {
    const { context, reads } = counted(sound);
    expect(await command(context)).toMatchObject({ changed: true });
    expect([reads["openclaw.json"], reads[".env"]]).toEqual([1, 1]);
  });

  it("in explain", async () => {
    const { context, reads } = counted(sound);
    await explain(context, { text: ["503 No available channel for model qwen-plus"] });
    // The state directory's `.env`, and that of the working directory.
    expect(reads).toMatchObject({ "openclaw.json": 1, ".env": 2, "auth-profiles.json": 1 });
  });

  it("in onboard, and the written files again to prove them", async () => {
    const { context, reads } = counted("{}");
    const options = { ...offline, validate: false, verify: false, plugin: false };
    expect(await onboard(context, options)).toMatchObject({ changed: true });
    expect([reads["openclaw.json"], reads["auth-profiles.json"]]).toEqual([2, 1]);
  });

  it("plans again when another program wrote the file meanwhile", async () => {
    const { context, reads, home } = counted(sound);
    const store = await context.store();
    let isFirst = true;
    const commit: typeof store.commit = (command, writes) => {
      if (isFirst) home.write(".openclaw/openclaw.json", sound.replace("{", "{ // theirs\n"));
      isFirst = false;
      return store.commit(command, writes);
    };
    const disturbed = { ...context, store: async () => ({ ...store, commit }) };
    await setModel(disturbed, { ...offline, models: ["kimi-k2.5"] });
    expect(reads["openclaw.json"]).toBe(2);
    expect(home.read(home.config)).toMatch(/\/\/ theirs[\s\S]*"primary":\s?"aisa\/kimi-k2\.5"/);
  });
});

describe("doctor --fix", () => {
  it.each<[string, string, number]>([
    ["once where nothing can be fixed", sound, 1],
    // The examination, the change's own look, one round of fixes, and the examination of what was written.
    ["for each state of the files", sound.replace('"aisa/qwen3-max"', '"qwen3-max"'), 4],
  ])("reads the config %s", async (_what, text, expected) => {
    const { context, reads } = counted(text);
    await doctor(context, { ...offline, fix: true });
    expect(reads["openclaw.json"]).toBe(expected);
  });
});
