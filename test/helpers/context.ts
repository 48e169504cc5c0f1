import { createConfigStore } from "../../src/adapters/files/config-store.ts";
import { createStyle } from "../../src/adapters/terminal/terminal.ts";
import { shellCommands } from "../../src/core/terminal/index.ts";
import { en } from "../../src/i18n/en/index.ts";
import { inShell } from "../../src/i18n/index.ts";
import type { Context, GlobalOptions, Settings } from "../../src/ports.ts";
import type { Home } from "./home.ts";

/** A memory that keeps nothing. */
export const forgetful: Settings = {
  liveModels: () => undefined,
  rememberLiveModels: async () => {},
  account: () => undefined,
  rememberAccount: async () => {},
  pins: () => undefined,
  rememberPins: async () => {},
};

const shell = shellCommands("posix", "linux");
const unused = (name: string) => () => {
  throw new Error(`${name} is not needed here`);
};

/** A context for commands that only touch OpenClaw's files, for tests with too many runs for a process each. */
export function makeContext(home: Home, options: Partial<GlobalOptions> = {}): Context {
  const env = { HOME: home.path };
  const store = createConfigStore({
    env,
    dev: false,
    home: home.path,
    cwd: home.path,
    platform: process.platform,
  });
  return {
    options: {
      dev: false,
      json: false,
      quiet: true,
      verbose: false,
      yes: true,
      dryRun: false,
      check: false,
      diff: false,
      ...options,
    },
    locale: "en",
    t: inShell(en, shell),
    shell,
    env,
    home: home.path,
    platform: process.platform,
    nodeVersion: process.versions.node,
    machine: { host: "host", user: "user", uid: -1, ownHome: "/nowhere", tmp: home.path },
    hide: (text) => text,
    version: "0.0.0",
    packageRoot: "",
    style: createStyle({ columns: 80, paint: undefined }),
    interactive: false,
    now: () => new Date(),
    cwd: home.path,
    keepSecret: () => {},
    notice: () => {},
    readStdin: async () => "",
    readPasted: async () => "",
    runProgram: unused("a program"),
    readYaml: unused("YAML"),
    forProfile: unused("another profile"),
    store: async () => store,
    catalog: unused("the catalog"),
    files: unused("files"),
    records: unused("records"),
    gateway: unused("the gateway"),
    probe: unused("the probe"),
    openclaw: unused("openclaw"),
    pluginArchive: unused("the plugin"),
    settings: unused("settings"),
    prompter: unused("the prompter"),
    pageOpener: unused("the browser"),
    progress: unused("progress"),
  };
}
