import { describe, expect, it } from "vitest";
import type { LocateOptions } from "../../../src/core/openclaw/environment.ts";
import { locate } from "../../../src/core/openclaw/locate.ts";
import { Failure } from "../../../src/core/problem/problem.ts";

const standard: LocateOptions = { dev: false, home: "/home/ann", cwd: "/work", platform: "linux" };

/** Locates among files given by path and text; a folder exists when something lies in it. */
function find(
  files: Record<string, string>,
  env: Record<string, string | undefined> = {},
  options: Partial<LocateOptions> = {},
) {
  const names = Object.keys(files);
  const exists = (path: string) => names.some((name) => name === path || name.startsWith(`${path}/`));
  return locate({ HOME: "/home/ann", ...env }, { ...standard, ...options }, exists, (path) => files[path]);
}

const current = { "/home/ann/.openclaw/openclaw.json": "{}" };

interface Row {
  readonly files?: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly options?: Partial<LocateOptions>;
  readonly config: string;
  readonly state: string;
  readonly by: string;
}

const rows: Record<string, Row> = {
  "nothing at all": {
    config: "/home/ann/.openclaw/openclaw.json",
    state: "/home/ann/.openclaw",
    by: "default",
  },
  "the usual place": {
    files: current,
    config: "/home/ann/.openclaw/openclaw.json",
    state: "/home/ann/.openclaw",
    by: "default",
  },
  "only the legacy folder": {
    files: { "/home/ann/.clawdbot/clawdbot.json": "{}" },
    config: "/home/ann/.clawdbot/clawdbot.json",
    state: "/home/ann/.clawdbot",
    by: "legacy",
  },
  "a legacy config beside an empty new folder": {
    files: { "/home/ann/.clawdbot/clawdbot.json": "{}", "/home/ann/.openclaw/agents/x": "" },
    config: "/home/ann/.clawdbot/clawdbot.json",
    state: "/home/ann/.openclaw",
    by: "legacy",
  },
  "a legacy name in the new folder": {
    files: { "/home/ann/.openclaw/clawdbot.json": "{}" },
    config: "/home/ann/.openclaw/clawdbot.json",
    state: "/home/ann/.openclaw",
    by: "legacy",
  },
  "moltbot, which is no longer read": {
    files: { "/home/ann/.moltbot/moltbot.json": "{}" },
    config: "/home/ann/.openclaw/openclaw.json",
    state: "/home/ann/.openclaw",
    by: "default",
  },
  "a state directory": {
    files: { ...current, "/srv/oc/openclaw.json": "{}" },
    env: { OPENCLAW_STATE_DIR: "/srv/oc" },
    config: "/srv/oc/openclaw.json",
    state: "/srv/oc",
    by: "OPENCLAW_STATE_DIR",
  },
  "an empty state directory": {
    files: current,
    env: { OPENCLAW_STATE_DIR: "~/oc" },
    config: "/home/ann/oc/openclaw.json",
    state: "/home/ann/oc",
    by: "OPENCLAW_STATE_DIR",
  },
  "a legacy name in a state directory": {
    files: { "/srv/oc/clawdbot.json": "{}" },
    env: { OPENCLAW_STATE_DIR: " /srv/oc/ " },
    config: "/srv/oc/clawdbot.json",
    state: "/srv/oc",
    by: "OPENCLAW_STATE_DIR",
  },
  "a config path above a state directory": {
    files: current,
    env: { OPENCLAW_CONFIG_PATH: "conf/oc.json5", OPENCLAW_STATE_DIR: "/srv/oc" },
    config: "/work/conf/oc.json5",
    state: "/srv/oc",
    by: "OPENCLAW_CONFIG_PATH",
  },
  "blank variables": {
    files: current,
    env: { OPENCLAW_CONFIG_PATH: "  ", OPENCLAW_STATE_DIR: "", OPENCLAW_HOME: " " },
    config: "/home/ann/.openclaw/openclaw.json",
    state: "/home/ann/.openclaw",
    by: "default",
  },
  "another home": {
    env: { OPENCLAW_HOME: "~/alt" },
    config: "/home/ann/alt/.openclaw/openclaw.json",
    state: "/home/ann/alt/.openclaw",
    by: "OPENCLAW_HOME",
  },
  "a tilde under another home": {
    env: { OPENCLAW_HOME: "/alt", OPENCLAW_CONFIG_PATH: "~/c.json" },
    config: "/alt/c.json",
    state: "/alt/.openclaw",
    by: "OPENCLAW_CONFIG_PATH",
  },
  "a profile": {
    files: current,
    options: { profile: "work" },
    config: "/home/ann/.openclaw-work/openclaw.json",
    state: "/home/ann/.openclaw-work",
    by: "--profile",
  },
  "the default profile by name": {
    files: { "/home/ann/.clawdbot/clawdbot.json": "{}" },
    options: { profile: "Default" },
    config: "/home/ann/.openclaw/openclaw.json",
    state: "/home/ann/.openclaw",
    by: "--profile",
  },
  "a profile under another home": {
    env: { OPENCLAW_HOME: "/alt" },
    options: { profile: "work" },
    config: "/alt/.openclaw-work/openclaw.json",
    state: "/alt/.openclaw-work",
    by: "--profile",
  },
  "a state directory above a profile": {
    env: { OPENCLAW_STATE_DIR: "/srv/oc" },
    options: { profile: "work" },
    config: "/srv/oc/openclaw.json",
    state: "/srv/oc",
    by: "OPENCLAW_STATE_DIR",
  },
  "a config path above a profile": {
    env: { OPENCLAW_CONFIG_PATH: "/srv/c.json" },
    options: { profile: "work" },
    config: "/srv/c.json",
    state: "/home/ann/.openclaw-work",
    by: "OPENCLAW_CONFIG_PATH",
  },
  "a profile chosen inside another profile": {
    env: {
      OPENCLAW_PROFILE: "home",
      OPENCLAW_STATE_DIR: "/home/ann/.openclaw-home",
      OPENCLAW_CONFIG_PATH: "/home/ann/.openclaw-home/openclaw.json",
    },
    options: { profile: "work" },
    config: "/home/ann/.openclaw-work/openclaw.json",
    state: "/home/ann/.openclaw-work",
    by: "--profile",
  },
  "the dev profile": {
    options: { dev: true },
    config: "/home/ann/.openclaw-dev/openclaw.json",
    state: "/home/ann/.openclaw-dev",
    by: "--dev",
  },
  "the dev profile, said twice": {
    options: { dev: true, profile: "dev" },
    config: "/home/ann/.openclaw-dev/openclaw.json",
    state: "/home/ann/.openclaw-dev",
    by: "--dev",
  },
  "OPENCLAW_PROFILE alone": {
    env: { OPENCLAW_PROFILE: "work" },
    config: "/home/ann/.openclaw/openclaw.json",
    state: "/home/ann/.openclaw",
    by: "default",
  },
  "our own option above everything": {
    env: { OPENCLAW_CONFIG_PATH: "/srv/c.json", OPENCLAW_STATE_DIR: "/srv/oc" },
    options: { config: "~/mine.json", profile: "work" },
    config: "/home/ann/mine.json",
    state: "/srv/oc",
    by: "--config",
  },
  "a .env of the state directory that sets a config path": {
    files: { "/home/ann/.openclaw/.env": "OPENCLAW_CONFIG_PATH='/srv/c.json'\n" },
    config: "/srv/c.json",
    state: "/home/ann/.openclaw",
    by: "OPENCLAW_CONFIG_PATH",
  },
  "a .env that sets a state directory whose .env sets a config path": {
    files: {
      "/home/ann/.openclaw/.env": "OPENCLAW_STATE_DIR=/srv/oc\n",
      "/srv/oc/.env": "OPENCLAW_CONFIG_PATH=/srv/c.json\n",
    },
    config: "/srv/oc/openclaw.json",
    state: "/srv/oc",
    by: "OPENCLAW_STATE_DIR",
  },
  "the gateway's own environment file": {
    files: { "/home/ann/.config/openclaw/gateway.env": "OPENCLAW_CONFIG_PATH=/srv/c.json\n" },
    config: "/home/ann/.openclaw/openclaw.json",
    state: "/home/ann/.openclaw",
    by: "default",
  },
  "a .env that names another home": {
    files: { "/home/ann/.openclaw/.env": "OPENCLAW_HOME=/alt\n" },
    config: "/alt/.openclaw/openclaw.json",
    state: "/alt/.openclaw",
    by: "OPENCLAW_HOME",
  },
  "a .env in the legacy folder": {
    files: { "/home/ann/.clawdbot/.env": "OPENCLAW_CONFIG_PATH=/srv/c.json\n" },
    config: "/srv/c.json",
    state: "/home/ann/.clawdbot",
    by: "OPENCLAW_CONFIG_PATH",
  },
  "a .env under a variable that is set already": {
    files: { "/srv/oc/.env": "OPENCLAW_STATE_DIR=/other\nOPENCLAW_CONFIG_PATH=/other/c.json\n" },
    env: { OPENCLAW_STATE_DIR: "/srv/oc", OPENCLAW_CONFIG_PATH: "" },
    config: "/srv/oc/openclaw.json",
    state: "/srv/oc",
    by: "OPENCLAW_STATE_DIR",
  },
  "a .env of the working directory": {
    files: { "/work/.env": "OPENCLAW_CONFIG_PATH=/srv/c.json\n" },
    config: "/home/ann/.openclaw/openclaw.json",
    state: "/home/ann/.openclaw",
    by: "default",
  },
  "no HOME": {
    env: { HOME: "undefined" },
    options: { home: "/root" },
    config: "/root/.openclaw/openclaw.json",
    state: "/root/.openclaw",
    by: "default",
  },
};

describe("locate", () => {
  it.each(Object.entries(rows))("%s", (_, { files, env, options, config, state, by }) => {
    const located = find(files ?? {}, env, options);
    expect(located).toMatchObject({ configPath: config, stateDir: state, decidedBy: by });
    expect(located.exists).toBe(files?.[config] !== undefined);
  });

  it("names the .env file that decided", () => {
    const located = find({ "/home/ann/.openclaw/.env": "OPENCLAW_CONFIG_PATH=/srv/c.json\n" });
    expect(located.decidedIn).toBe("/home/ann/.openclaw/.env");
    expect(find(current)).not.toHaveProperty("decidedIn");
  });

  it("lists the files that other versions would read", () => {
    const files = {
      ...current,
      "/home/ann/.moltbot/moltbot.json": "{}",
      "/home/ann/.clawdbot/clawdbot.json": "{}",
      "/srv/old/clawdbot.json": "{}",
      "/srv/older.json": "{}",
      "/srv/dotenv.json": "{}",
      "/work/.env": "OPENCLAW_CONFIG_PATH=/srv/dotenv.json\n",
    };
    const env = { CLAWDBOT_STATE_DIR: "/srv/old", CLAWDBOT_CONFIG_PATH: "/srv/older.json" };
    expect([...find(files, env).ignored].sort()).toEqual([
      "/home/ann/.clawdbot/clawdbot.json",
      "/home/ann/.moltbot/moltbot.json",
      "/srv/dotenv.json",
      "/srv/old/clawdbot.json",
      "/srv/older.json",
    ]);
  });

  it("lists what a variable hides, and nothing when an option decided", () => {
    const hidden = find(current, { OPENCLAW_CONFIG_PATH: "/srv/c.json" });
    expect(hidden.ignored).toEqual(["/home/ann/.openclaw/openclaw.json"]);
    expect(find(current, {}, { config: "/srv/c.json" }).ignored).toEqual([]);
    expect(find(current, {}, { profile: "work" }).ignored).toEqual([]);
  });

  it.each([
    [{ profile: "../x" }, "bad-profile"],
    [{ profile: "" }, "bad-profile"],
    [{ profile: "a".repeat(65) }, "bad-profile"],
    [{ profile: "work", dev: true }, "dev-with-profile"],
    [{ config: " " }, "empty-path"],
  ])("refuses %j", (options, variant) => {
    expect(() => find({}, {}, options)).toThrow(Failure);
    try {
      find({}, {}, options);
    } catch (error) {
      expect((error as Failure).problem).toMatchObject({ code: "usage", params: { variant } });
    }
  });

  it("uses the separators of Windows", () => {
    const located = locate(
      { USERPROFILE: "C:\\Users\\ann", OPENCLAW_STATE_DIR: "~\\oc" },
      { dev: false, home: "", cwd: "C:\\", platform: "win32" },
      () => false,
      () => undefined,
    );
    expect(located.configPath).toBe("C:\\Users\\ann\\oc\\openclaw.json");
  });
});

describe("looking for the config", () => {
  it("reads no file twice", () => {
    const read: string[] = [];
    const files: Record<string, string> = { ...current, "/home/ann/.openclaw/.env": "OTHER=1\n" };
    locate(
      { HOME: "/home/ann" },
      standard,
      (path) => Object.keys(files).some((name) => name.startsWith(path)),
      (path) => {
        read.push(path);
        return files[path];
      },
    );
    expect(read).toContain("/home/ann/.openclaw/.env");
    expect(read.toSorted()).toEqual([...new Set(read)].toSorted());
  });
});
