import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { cleanEnv, program, run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { makeFaults } from "../helpers/faults.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { entryIds, valueIn } from "../helpers/onboard.ts";
import { mountFor } from "../helpers/user.ts";

const config = `// my agent
{
  models: { providers: { aisa: { baseUrl: 'https://api.aisa.one/v1', apiKey: '\${AISA_API_KEY}', models: [] } } },
  note: "mine", // keep
}
`;

/** What stays of it, whatever is set. */
const mine = /^\/\/ my agent\n[\s\S]*note: "mine", \/\/ keep\n/;

const strays = (home: Home) =>
  readdirSync(dirname(home.config)).filter((name) => /\.tmp$|\.lock|reclaim/.test(name));
const endOf = (child: ChildProcess) =>
  new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );

describe("twelve models set at once", () => {
  it("each adds its entry, and one of them is the default model", async () => {
    const home = makeHome(config);
    const ids = catalog.models.slice(0, 12).map((model) => model.id);
    const runs = await Promise.all(ids.map((id) => run(["models", "set", id, "--offline"], { home })));
    expect(runs.map((one) => one.code + one.stderr)).toEqual(ids.map(() => "0"));
    expect(entryIds(home).sort()).toEqual([...ids].sort());
    expect(ids.map((id) => `aisa/${id}`)).toContain(
      valueIn(home, ["agents", "defaults", "model", "primary"]),
    );
    expect(home.read(home.config)).toMatch(mine);
    expect(strays(home)).toEqual([]);
  });
});

/** Writes into a file until the disk has no room for another byte. */
function fill(file: string): void {
  for (let size = 4096; size > 0; size >>= 1)
    try {
      for (;;) writeFileSync(file, "x".repeat(size), { flag: "a" });
    } catch (error) {
      expect(error).toMatchObject({ code: "ENOSPC" });
    }
}

describe("a full disk", () => {
  it.for([
    ["models", "set", "kimi", "--offline"],
    ["onboard", "--offline", "--key-storage", "dotenv"],
  ])("%s %s: exit 5, every file as before, and it works once there is room", async (args, ctx) => {
    const home = makeHome();
    const dir = dirname(home.config);
    const reason = mountFor(dir, "-t", "tmpfs", "-o", "size=256k,mode=0700", "tmpfs");
    if (reason !== undefined) return ctx.skip(reason);
    const env = { AISA_API_KEY: "sk-demo-full-disk-0123456789abcdef" };
    home.write(".openclaw/openclaw.json", config.replace("mine", "x".repeat(20_000)));
    const before = home.read(home.config);
    const ballast = join(dir, "ballast");
    fill(ballast);
    const failed = await run(args, { home, env });
    expect([failed.code, failed.stderr]).toEqual([5, expect.stringContaining("disk-full")]);
    expect(failed.stdout + failed.stderr).not.toMatch(/^\s+at /m);
    expect(home.read(home.config)).toBe(before);
    expect(readdirSync(dir).sort()).toEqual(["ballast", "openclaw.json"]);
    rmSync(ballast);
    expect((await run(args, { home, env })).code).toBe(0);
    expect(home.read(home.config)).not.toBe(before);
  });
});

describe("a signal in the middle", () => {
  it.each([
    ["SIGINT", 1, { code: 130, signal: null }],
    ["SIGTERM", 4, { code: null, signal: "SIGTERM" }],
    ["SIGHUP", 7, { code: null, signal: "SIGHUP" }],
  ] as const)(
    "%s, at steps of the write: the old config or the new one, as it says, and nothing left beside it",
    async (signal, first, end) => {
      const faults = makeFaults(dirname(makeHome().path));
      // Together they meet every third step.
      for (let step: number = first; step <= 75; step += 9) {
        const home = makeHome(config);
        const env = cleanEnv(home, { ...faults(step, signal), FAULT_UNDER: home.path });
        const child = spawn(process.execPath, [program, "models", "set", "kimi", "--offline"], { env });
        let said = "";
        child.stdout.on("data", (chunk: Buffer) => {
          said += chunk.toString("utf8");
        });
        const ended = await endOf(child);
        const isNew = home.read(home.config) !== config;
        // One that comes while all is being written waits for the end of that.
        if (ended.code === 0) expect([isNew, said]).toEqual([true, expect.stringContaining("Written")]);
        else expect(ended).toEqual(end);
        expect(entryIds(home)).toEqual(isNew ? ["kimi-k2.5"] : []);
        expect(home.read(home.config)).toMatch(mine);
        expect(strays(home)).toEqual([]);
      }
    },
  );

  it.each([
    ["SIGINT", { code: 130, signal: null }],
    ["SIGTERM", { code: null, signal: "SIGTERM" }],
  ] as const)("%s while the gateway keeps us waiting: nothing is written", async (signal, end) => {
    const bench = await makeBench({ faults: [{ what: { kind: "hang" } }] }, config);
    const child = spawn(process.execPath, [program, "onboard", "--non-interactive"], {
      env: cleanEnv(bench.home, bench.env),
      stdio: "ignore",
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ended = endOf(child);
    while (bench.gateway.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    expect(await ended).toEqual(end);
    expect(bench.home.read(bench.home.config)).toBe(config);
    expect(readdirSync(dirname(bench.home.config))).toEqual(["openclaw.json"]);
  });
});
