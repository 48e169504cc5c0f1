import { lstatSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { entryIds, fiveModels, modeOf, onboard, valueIn } from "../helpers/onboard.ts";

const primary = ["agents", "defaults", "model", "primary"];
const dotenv = ["--key-storage", "dotenv", "--no-verify"];

describe("a config that is not there", () => {
  it("is created with its folder, both for their owner alone", async () => {
    const bench = await makeBench();
    expect((await onboard(bench, dotenv)).code).toBe(0);
    expect([modeOf(bench.home.config), modeOf(join(bench.home.path, ".openclaw"))]).toEqual([0o600, 0o700]);
    expect(bench.home.read(bench.home.config)).toMatch(/^\{\n {2}"models": \{\n[\s\S]*\n\}\n$/);
  });

  it("an empty file has its own message: exit 5", async () => {
    const bench = await makeBench({}, "");
    const done = await onboard(bench);
    expect([done.code, bench.home.read(bench.home.config)]).toEqual([5, ""]);
    expect(done.stderr).toContain("openclaw.json");
    expect(done.stderr).toMatch(/empty/i);
  });
});

describe("where the files are", () => {
  it.each([
    ["--profile work", ["--profile", "work"], {}, ".openclaw-work", "openclaw --profile work"],
    ["--dev", ["--dev"], {}, ".openclaw-dev", "openclaw --dev"],
    ["OPENCLAW_STATE_DIR", [], { OPENCLAW_STATE_DIR: "~/state" }, "state", "openclaw"],
    ["OPENCLAW_HOME", [], { OPENCLAW_HOME: "~/other" }, "other/.openclaw", "openclaw"],
    ["OPENCLAW_STATE_DIR over --profile", ["--profile", "x"], { OPENCLAW_STATE_DIR: "~/s" }, "s", "openclaw"],
  ])("%s", async (_name, args, env, folder, command) => {
    const bench = await makeBench();
    const done = await onboard(bench, [...args, ...dotenv], { env });
    expect(done.code, done.stderr).toBe(0);
    const dir = join(bench.home.path, folder);
    expect(entryIds(bench.home, join(dir, "openclaw.json"))).toEqual(fiveModels);
    expect(bench.home.read(join(dir, ".env"))).toContain(bench.gateway.key);
    expect(bench.home.exists(bench.home.config)).toBe(false);
    expect(done.stdout).toContain(`  ${command} `);
  });

  it("--config and OPENCLAW_CONFIG_PATH: that file; the key stays with the state directory", async () => {
    const bench = await makeBench();
    const file = bench.home.write("elsewhere/mine.json5", "// mine\n{}\n");
    const done = await onboard(bench, ["--config", file, ...dotenv]);
    expect([done.code, done.stdout.includes("OPENCLAW_CONFIG_PATH=~/elsewhere/mine.json5 openclaw")]).toEqual(
      [0, true],
    );
    expect(entryIds(bench.home, file)).toEqual(fiveModels);
    expect(bench.home.read(file)).toContain("// mine");
    expect(bench.home.read(bench.home.dotenv)).toContain(bench.gateway.key);
    expect(bench.home.exists(bench.home.config)).toBe(false);
    const other = await makeBench();
    const path = join(other.home.path, "new", "openclaw.json");
    expect((await onboard(other, dotenv, { env: { OPENCLAW_CONFIG_PATH: path } })).code).toBe(0);
    expect(valueIn(other.home, primary, path)).toBe("aisa/qwen3-max");
  });

  it("OPENCLAW_CONFIG_PATH in the state directory's .env", async () => {
    const bench = await makeBench();
    const path = join(bench.home.path, "new.json");
    bench.home.write(".openclaw/.env", `OPENCLAW_CONFIG_PATH=${path}\n`);
    expect((await onboard(bench, dotenv)).code).toBe(0);
    expect(valueIn(bench.home, primary, path)).toBe("aisa/qwen3-max");
    expect(bench.home.read(bench.home.dotenv)).toContain(`OPENCLAW_CONFIG_PATH=${path}\n`);
  });

  it("the legacy folder, where nothing newer is", async () => {
    const bench = await makeBench();
    const file = bench.home.write(".clawdbot/clawdbot.json", "{}\n");
    expect((await onboard(bench, dotenv)).code).toBe(0);
    expect(valueIn(bench.home, primary, file)).toBe("aisa/qwen3-max");
    expect(bench.home.exists(bench.home.config)).toBe(false);
  });

  it("a symbolic link is kept, and its target is written", async () => {
    const bench = await makeBench();
    const target = bench.home.write("dotfiles/openclaw.json", "// in git\n{}\n", 0o640);
    mkdirSync(join(bench.home.path, ".openclaw"), { recursive: true });
    symlinkSync(target, bench.home.config);
    expect((await onboard(bench, dotenv)).code).toBe(0);
    expect(lstatSync(bench.home.config).isSymbolicLink()).toBe(true);
    expect(bench.home.read(target)).toContain("// in git");
    expect([valueIn(bench.home, primary, target), modeOf(target)]).toEqual(["aisa/qwen3-max", 0o640]);
  });

  it.each([
    ["--profile with --dev", ["--profile", "x", "--dev"], "--dev"],
    ["a profile that is no name", ["--profile", "a/b"], "--profile"],
    ["an empty --config", ["--config", ""], "--config"],
  ])("%s: exit 2, and the flag named", async (_name, args, flag) => {
    const bench = await makeBench();
    const done = await onboard(bench, args);
    expect([done.code, done.stderr.includes(flag)]).toEqual([2, true]);
    expect(bench.gateway.requests).toEqual([]);
  });
});

describe("places that must not be written", () => {
  it.each(["OPENCLAW_CONFIG_READONLY", "OPENCLAW_NIX_MODE"])(
    "%s=1: exit 5, with the reason",
    async (name) => {
      const bench = await makeBench({}, "{}\n");
      const done = await onboard(bench, dotenv, { env: { [name]: "1" } });
      expect(done.code).toBe(5);
      expect(done.stderr).toContain(name);
      expect([bench.home.read(bench.home.config), bench.home.exists(bench.home.dotenv)]).toEqual([
        "{}\n",
        false,
      ]);
    },
  );
});
