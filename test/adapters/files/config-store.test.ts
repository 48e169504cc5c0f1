import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createConfigStore } from "../../../src/adapters/files/config-store.ts";
import { Failure } from "../../../src/core/problem/problem.ts";
import type { ConfigStore } from "../../../src/ports.ts";
import { failureOf } from "../../helpers/failure.ts";
import { type Home, makeHome } from "../../helpers/home.ts";
import { mountFor, withoutRights } from "../../helpers/user.ts";

function storeOf(
  home: Home,
  env: Record<string, string> = {},
  config?: string,
  now?: () => Date,
): ConfigStore {
  return createConfigStore({
    env: { HOME: home.path, ...env },
    dev: false,
    home: home.path,
    cwd: home.path,
    platform: process.platform,
    ...(now === undefined ? {} : { now }),
    ...(config === undefined ? {} : { config }),
  });
}

/** Changes a file the way commands do: read, then commit what was made from that. */
async function change(store: ConfigStore, file: string, text: string | undefined, command = "test") {
  const before = await store.read(file);
  return store.commit(command, [
    {
      file,
      ...(before === undefined ? {} : { before: before.hash }),
      ...(text === undefined ? {} : { text }),
    },
  ]);
}

const backupsOf = (home: Home) => join(home.path, ".openclaw", "openclaw-aisa", "backups");
const modeOf = (path: string) => statSync(path).mode & 0o7777;

/** Every file below a folder with its text. */
function tree(dir: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found[path.slice(dir.length + 1)] = readFileSync(path, "utf8");
  }
  return found;
}

describe("a commit", () => {
  it("makes folders, config and backups that only their owner reads", async () => {
    const home = makeHome();
    const store = storeOf(home);
    const done = await change(store, home.config, "{}\n");
    expect(done).toMatchObject({ files: [home.config], notices: [] });
    expect(home.read(home.config)).toBe("{}\n");
    expect(modeOf(home.config)).toBe(0o600);
    const folder = join(backupsOf(home), done.backup);
    for (const dir of [join(home.path, ".openclaw"), backupsOf(home), folder])
      expect(modeOf(dir)).toBe(0o700);
    for (const file of readdirSync(folder)) expect(modeOf(join(folder, file))).toBe(0o600);
    expect(readdirSync(join(home.path, ".openclaw")).sort()).toEqual(["openclaw-aisa", "openclaw.json"]);
  });

  it("keeps the files as they were, newest first", async () => {
    const home = makeHome("{ a: 1 } // ö\n");
    chmodSync(home.config, 0o644);
    const store = storeOf(home);
    const first = await change(store, home.config, "{ a: 2 }", "models set");
    const second = await change(store, home.dotenv, "A='1'\n", "onboard");
    const third = await change(store, home.dotenv, undefined, "undo");
    const records = await store.backups();
    expect(records.map((record) => record.id)).toEqual([third.backup, second.backup, first.backup]);
    expect(records.map((record) => record.command)).toEqual(["undo", "onboard", "models set"]);
    expect(records.every((record) => record.done)).toBe(true);
    expect(records[2]?.files).toEqual([
      {
        file: home.config,
        before: "{ a: 1 } // ö\n",
        beforeMode: 0o644,
        afterHash: (await store.read(home.config))?.hash,
      },
    ]);
    expect(records[1]?.files[0]).not.toHaveProperty("before");
    expect(records[0]?.files[0]).toMatchObject({ before: "A='1'\n", beforeMode: 0o600 });
    expect(records[0]?.files[0]).not.toHaveProperty("afterHash");
    expect(existsSync(home.dotenv)).toBe(false);
  });

  it("keeps the last ten backups of each config", async () => {
    const home = makeHome("{}");
    const store = storeOf(home);
    const other = storeOf(home, {}, join(home.path, "other.json"));
    await change(other, join(home.path, "other.json"), "{}");
    const ids: string[] = [];
    for (let count = 1; count <= 13; count++)
      ids.push((await change(store, home.config, `{ count: ${count} }`)).backup);
    expect((await store.backups()).map((record) => record.id)).toEqual(ids.slice(3).reverse());
    expect(await other.backups()).toHaveLength(1);
    expect(readdirSync(backupsOf(home))).toHaveLength(11);
  });

  it("does nothing where nothing changes", async () => {
    const home = makeHome("{}");
    const done = await change(storeOf(home), home.config, "{}");
    expect(done).toEqual({ backup: "", files: [], notices: [] });
    expect(existsSync(backupsOf(home))).toBe(false);
  });

  it("changes the mode alone", async () => {
    const home = makeHome("{}");
    chmodSync(home.config, 0o644);
    const store = storeOf(home);
    const before = await store.read(home.config);
    await store.commit("doctor", [
      { file: home.config, before: before?.hash ?? "", text: "{}", mode: 0o600 },
    ]);
    expect(modeOf(home.config)).toBe(0o600);
    expect((await store.backups())[0]?.files[0]?.beforeMode).toBe(0o644);
  });

  it("reads through links, reports the target, and keeps the link", async () => {
    const home = makeHome();
    const real = home.write("dotfiles/openclaw.json5", "{}");
    mkdirSync(join(home.path, ".openclaw"));
    symlinkSync(real, home.config);
    const store = storeOf(home);
    await change(store, home.config, "{ a: 1 }");
    expect(await store.read(home.config)).toMatchObject({
      path: home.config,
      target: real,
      text: "{ a: 1 }",
    });
    expect(lstatSync(home.config).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(home.path, "dotfiles"))).toEqual(["openclaw.json5"]);
  });

  it("removes temporary files of a killed run", async () => {
    const home = makeHome("{}");
    const stray = home.write(".openclaw/.openclaw.json.4194303.0123456789ab.tmp", "{ secret: 1 }");
    await change(storeOf(home), home.config, "{ a: 1 }");
    expect(existsSync(stray)).toBe(false);
  });

  it("serialises many simultaneous changes", async () => {
    const home = makeHome("{}");
    const add = async (name: string): Promise<void> => {
      const store = storeOf(home);
      for (;;) {
        const before = await store.read(home.config);
        const value = { ...JSON.parse(before?.text ?? "{}"), [name]: 1 };
        try {
          const text = JSON.stringify(value);
          await store.commit("test", [{ file: home.config, before: before?.hash ?? "", text }]);
          return;
        } catch (error) {
          if (!(error instanceof Failure) || error.problem.code !== "config-changed") throw error;
        }
      }
    };
    const names = Array.from({ length: 8 }, (_, at) => `name${at}`);
    await Promise.all(names.map(add));
    expect(Object.keys(JSON.parse(home.read(home.config))).sort()).toEqual(names);
  });
});

describe("a commit that fails", () => {
  it.each(["OPENCLAW_CONFIG_READONLY", "OPENCLAW_NIX_MODE"])("by %s", async (name) => {
    const home = makeHome("{}");
    const before = tree(home.path);
    const problem = await failureOf(change(storeOf(home, { [name]: "1" }), home.config, "{ a: 1 }"));
    expect(problem).toMatchObject({ code: "config-readonly", params: { variable: name } });
    expect(tree(home.path)).toEqual(before);
    await change(storeOf(home, { [name]: "1" }), home.dotenv, "A=1\n");
    await change(storeOf(home, { [name]: "0" }), home.config, "{ a: 1 }");
  });

  it("by a variable in OpenClaw's .env", async () => {
    const home = makeHome("{}");
    home.write(".openclaw/.env", "OPENCLAW_CONFIG_READONLY=1\n");
    expect((await failureOf(change(storeOf(home), home.config, "{ a: 1 }"))).code).toBe("config-readonly");
  });

  it("because a file changed: no file is written", async () => {
    const home = makeHome("{}");
    const store = storeOf(home);
    const hash = (await store.read(home.config))?.hash ?? "";
    writeFileSync(home.config, "{ theirs: 1 }");
    const before = tree(home.path);
    const writes = [
      { file: home.dotenv, text: "A='1'\n" },
      { file: home.config, before: hash, text: "{ ours: 1 }" },
    ];
    expect((await failureOf(store.commit("test", writes))).code).toBe("config-changed");
    expect(tree(home.path)).toEqual(before);
    expect(await store.backups()).toEqual([]);
  });

  it("because a file came or went meanwhile", async () => {
    const home = makeHome("{}");
    const store = storeOf(home);
    const hash = (await store.read(home.config))?.hash ?? "";
    expect((await failureOf(store.commit("test", [{ file: home.config, text: "{}" }]))).code).toBe(
      "config-changed",
    );
    rmSync(home.config);
    const problem = await failureOf(
      store.commit("test", [{ file: home.config, before: hash, text: "{ a: 1 }" }]),
    );
    expect(problem.code).toBe("config-changed");
    expect(existsSync(home.config)).toBe(false);
  });

  it("at the second file, whose folder is read-only: neither is changed", async () => {
    const home = makeHome("{}");
    const locked = home.write("locked/included.json5", "{}");
    chmodSync(join(home.path, "locked"), 0o555);
    const store = storeOf(home);
    const [first, second] = [await store.read(home.config), await store.read(locked)];
    const writes = [
      { file: home.config, before: first?.hash ?? "", text: "{ a: 1 }" },
      { file: locked, before: second?.hash ?? "", text: "{ b: 1 }" },
    ];
    for (const path of [home.path, join(home.path, ".openclaw")]) chmodSync(path, 0o777);
    chmodSync(home.config, 0o666);
    const before = tree(home.path);
    const problem = await withoutRights(() => failureOf(store.commit("test", writes)));
    chmodSync(join(home.path, "locked"), 0o755);
    expect(problem.code).toBe("config-unwritable");
    expect(tree(home.path)).toEqual(before);
  });

  it("on a full disk: nothing has changed and nothing is left", async (test) => {
    const home = makeHome();
    const dir = join(home.path, ".openclaw");
    const reason = mountFor(dir, "-t", "tmpfs", "-o", "size=64k,mode=0700", "tmpfs");
    if (reason !== undefined) return test.skip(reason);
    const store = storeOf(home);
    await change(store, home.config, `{ note: "${"x".repeat(9_000)}" }`);
    const before = tree(home.path);
    const outcomes = new Set<string>();
    for (let size = 1_000; size <= 60_000; size += 1_000) {
      const writes = [
        { file: home.dotenv, text: `A='${"z".repeat(size / 4)}'\n` },
        {
          file: home.config,
          before: (await store.read(home.config))?.hash ?? "",
          text: `{ note: "${"y".repeat(size)}" }`,
        },
      ];
      try {
        const { backup } = await store.commit("test", writes);
        outcomes.add("written");
        rmSync(home.dotenv);
        writeFileSync(home.config, before[".openclaw/openclaw.json"] ?? "");
        rmSync(join(backupsOf(home), backup), { recursive: true });
      } catch (error) {
        expect((error as Failure).problem.code).toBe("disk-full");
        outcomes.add("full");
      }
      expect(tree(home.path)).toEqual(before);
    }
    expect([...outcomes].sort()).toEqual(["full", "written"]);
  });

  it("in a home that cannot be written: no folder is left", async () => {
    const home = makeHome();
    chmodSync(home.path, 0o555);
    const problem = await withoutRights(() => failureOf(change(storeOf(home), home.config, "{}")));
    expect(problem).toMatchObject({
      code: "config-unwritable",
      params: { detail: expect.stringMatching(/permission denied/) },
    });
    expect(readdirSync(home.path)).toEqual([]);
  });

  it("in a folder that did not exist: it is removed again", async () => {
    const home = makeHome();
    const store = storeOf(home);
    const problem = await failureOf(
      store.commit("test", [{ file: home.config, before: "0".repeat(64), text: "{}" }]),
    );
    expect(problem.code).toBe("config-changed");
    expect(readdirSync(home.path)).toEqual([]);
  });
});

describe("a change that OpenClaw would treat as damage", () => {
  const big = `{ meta: {}, gateway: { mode: "local" }, note: "${"x".repeat(2_000)}" }`;
  const small = '{ meta: {}, gateway: { mode: "local" } }';

  it("rotates OpenClaw's backups and writes the new text to .bak", async () => {
    const home = makeHome(big);
    const ring = ["", ".1", ".2", ".3", ".4"].map((suffix) => `.openclaw/openclaw.json.bak${suffix}`);
    ring.forEach((file, at) => {
      home.write(file, `{ generation: ${at} }`);
    });
    await change(storeOf(home), home.config, small);
    const texts = ring.map((file) => home.read(join(home.path, file)));
    expect(texts).toEqual([small, ...[0, 1, 2, 3].map((at) => `{ generation: ${at} }`)]);
    expect(modeOf(join(home.path, ring[0] ?? ""))).toBe(0o600);
    expect(home.read(home.config)).toBe(small);
  });

  it("is also detected from what OpenClaw saved", async () => {
    const home = makeHome('{ note: "a few bytes less each time" }');
    const saved = home.write(".openclaw/openclaw.json.bak", big);
    await change(storeOf(home), home.config, "{ note: 1 }");
    expect(home.read(saved)).toBe("{ note: 1 }");
  });

  it("keeps OpenClaw's backups if it would restore nothing, and for every other change", async () => {
    const home = makeHome(big);
    await change(storeOf(home), home.config, small);
    expect(existsSync(`${home.config}.bak`)).toBe(false);
    writeFileSync(home.config, big);
    home.write(".openclaw/openclaw.json.bak", big);
    await change(storeOf(home), home.config, big.replace("local", "remote"));
    expect(home.read(`${home.config}.bak`)).toBe(big);
    expect(existsSync(`${home.config}.bak.1`)).toBe(false);
  });
});

describe("a backup that a crash cut short", () => {
  it("is not offered", async () => {
    const home = makeHome("{}");
    // Both changes fall into one second.
    const store = storeOf(home, {}, undefined, () => new Date("2026-11-23T23:51:07Z"));
    const { backup } = await change(store, home.config, "{ a: 1 }");
    const broken = join(backupsOf(home), `${backup}.2`);
    mkdirSync(broken);
    writeFileSync(join(broken, "1-openclaw.json"), "{}");
    const cut = join(backupsOf(home), `${backup}.3`);
    mkdirSync(cut);
    writeFileSync(join(cut, "manifest.json"), '{ "command": "models s');
    expect((await store.backups()).map((record) => record.id)).toEqual([backup]);
    expect((await change(store, home.config, "{ a: 2 }")).backup).toBe(`${backup}.4`);
  });
});

describe("locating", () => {
  it("does not treat a linked folder as a second config", async () => {
    const home = makeHome("{}");
    symlinkSync(join(home.path, ".openclaw"), join(home.path, ".clawdbot"));
    expect(await storeOf(home).locate()).toMatchObject({
      configPath: home.config,
      exists: true,
      ignored: [],
    });
    const moltbot = home.write(".moltbot/moltbot.json", "{}");
    expect((await storeOf(home).locate()).ignored).toEqual([moltbot]);
  });

  it("passes over a .env that OpenClaw could not read", async () => {
    const home = makeHome("{}");
    home.write(".openclaw/.env", Buffer.from([0x41, 0x3d, 0xff, 0x0a]));
    expect(await storeOf(home).locate()).toMatchObject({ configPath: home.config });
  });
});
