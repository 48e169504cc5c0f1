import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import JSON5 from "json5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { getArray, getObject } from "../../src/core/json/value.ts";
import { bundleForChild } from "../helpers/child.ts";
import { cleanEnv, spawnProgram } from "../helpers/cli.ts";
import { type Bench, makeBench } from "./harness.ts";

const newest = "2026.9.6";
const ids = catalog.models.slice(0, 12).map((model) => model.id);

const config = `// what we keep until OpenClaw writes
{
  gateway: { mode: "local" },
  models: {
    providers: {
      aisa: { baseUrl: "http://127.0.0.1:9/v1", apiKey: "demo", api: "openai-completions", models: [] },
    },
  },
}
`;

const parsed = (bench: Bench): unknown => JSON5.parse(bench.home.read(bench.home.config));
const modelIds = (bench: Bench) =>
  getArray(parsed(bench), ["models", "providers", "aisa", "models"]).map(
    (entry) => getObject(entry, [])["id"],
  );
const beside = (bench: Bench) => readdirSync(dirname(bench.home.config));

/** Holds the lock for some ms and says when it has it. With "forever" it is killed with the lock in its hands. */
const holder = `
import { acquireLock } from "./src/adapters/files/lock.ts";
const lock = await acquireLock(process.env.HOME + "/.openclaw/openclaw.json");
if (process.env.HOLD_MS === "forever") process.kill(process.pid, "SIGKILL");
setTimeout(() => lock.release(), Number(process.env.HOLD_MS));
`;

let child: Awaited<ReturnType<typeof bundleForChild>>;
beforeAll(async () => {
  child = await bundleForChild(holder);
});
afterAll(() => child.remove());

describe(`OpenClaw ${newest} and we at the same file`, () => {
  it("twelve models set at once while OpenClaw writes too: no update is lost", async () => {
    const bench = makeBench(newest, config);
    const ours = Promise.all(
      ids.map((id) =>
        spawnProgram(["models", "set", id, "--offline"], { home: bench.home, env: bench.env() }),
      ),
    );
    const theirs = (async () => {
      const codes: (number | null)[] = [];
      for (const port of [18101, 18102, 18103])
        codes.push((await bench.openclaw(["config", "set", `channels.telegram.botToken`, `t${port}`])).code);
      return codes;
    })();
    const [runs, codes] = await Promise.all([ours, theirs]);
    expect(runs.map((one) => one.code + one.stderr)).toEqual(ids.map(() => "0"));
    expect(codes).toEqual([0, 0, 0]);
    expect(modelIds(bench).sort()).toEqual([...ids].sort());
    expect(getObject(parsed(bench), ["channels", "telegram"])["botToken"]).toBe("t18103");
    expect(beside(bench).filter((name) => /\.tmp$|\.lock/.test(name))).toEqual([]);
  });

  it("OpenClaw waits for our lock, then writes", async () => {
    const bench = makeBench(newest, config);
    const lock = `${bench.home.config}.lock`;
    const holding = child.run(cleanEnv(bench.home, { HOLD_MS: "8000" }));
    while (!existsSync(lock)) await new Promise((resolve) => setTimeout(resolve, 20));
    const set = bench.openclaw(["config", "set", "gateway.port", "18111"]);
    const [held, wrote] = await Promise.all([holding, set]);
    expect([held.code, wrote.code]).toEqual([0, 0]);
    expect(getObject(parsed(bench), ["gateway"])["port"]).toBe(18111);
  });

  it("OpenClaw takes over the lock of a run of ours that was killed", async () => {
    const bench = makeBench(newest, config);
    expect((await child.run(cleanEnv(bench.home, { HOLD_MS: "forever" }))).signal).toBe("SIGKILL");
    expect(existsSync(`${bench.home.config}.lock`)).toBe(true);
    expect((await bench.openclaw(["config", "set", "gateway.port", "18112"])).code).toBe(0);
    expect(existsSync(`${bench.home.config}.lock`)).toBe(false);
  });
});

describe(`an undo that makes the config small, under OpenClaw ${newest}`, () => {
  it("is kept, although OpenClaw would treat it as damage", async () => {
    const bench = makeBench(newest, { gateway: { mode: "local" } });
    expect((await bench.openclaw(["config", "set", "gateway.port", "18121"])).code).toBe(0);
    const before = bench.home.read(bench.home.config);
    const args = [
      "onboard",
      "--offline",
      "--models",
      "all",
      "--aisa-api-key-file",
      "-",
      "--key-storage",
      "dotenv",
    ];
    const env = bench.env();
    expect(
      (await spawnProgram(args, { home: bench.home, env, input: "sk-demo-0123456789abcdef" })).code,
    ).toBe(0);
    const large = bench.home.read(bench.home.config);
    expect(large.length).toBeGreaterThan(4 * before.length);
    await bench.openclaw(["models", "list"]);
    expect((await spawnProgram(["undo"], { home: bench.home, env })).code).toBe(0);
    for (let count = 0; count < 2; count++) {
      await bench.openclaw(["models", "list"]);
      expect(bench.home.read(bench.home.config)).toBe(before);
    }
  });

  it("would not have stayed without care", async () => {
    const bench = makeBench(newest, { gateway: { mode: "local" } });
    await bench.openclaw(["config", "set", "gateway.port", "18121"]);
    const before = bench.home.read(bench.home.config);
    const padding = Array.from({ length: 40 }, (_, at) => ({ id: `model-${at}`, name: `Model ${at}` }));
    const provider = { baseUrl: "http://127.0.0.1:9/v1", apiKey: "demo", models: padding };
    const large = { ...JSON.parse(before), models: { providers: { big: provider } } };
    writeFileSync(bench.home.config, JSON.stringify(large, null, 2));
    await bench.openclaw(["models", "list"]);
    writeFileSync(`${bench.home.config}.bak`, JSON.stringify(large, null, 2));
    rmSync(bench.home.config);
    writeFileSync(bench.home.config, before, { mode: 0o600 });
    await bench.openclaw(["models", "list"]);
    expect(bench.home.read(bench.home.config)).not.toBe(before);
  });
});
