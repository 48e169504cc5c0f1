import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { bury, type Fault, withFault } from "../helpers/faults.ts";
import { type Home, makeHome, quickFolder } from "../helpers/home.ts";

const key = "sk-demo-interrupted-0123456789abcdef";
const config = `// my agent
{
  models: { providers: { aisa: { baseUrl: 'https://api.aisa.one/v1', apiKey: '\${AISA_API_KEY}', models: [] } } },
  agents: { defaults: { params: { temperature: 0.7 }, model: { primary: 'kimi-k2.5' } } },
}
`;
const dotenv = "OTHER='stays'\nAISA_API_KEY='sk-demo-before-0123456789abcdef'\n";

interface Scenario {
  readonly args: readonly string[];
  readonly input?: string;
  /** What is run before, undisturbed. */
  readonly first?: readonly string[];
}

const onboard: Scenario = {
  args: ["onboard", "--offline", "--aisa-api-key-file", "-", "--key-storage", "dotenv"],
  input: key,
};
const scenarios: Record<string, Scenario> = {
  onboard,
  "models set": { args: ["models", "set", "qwen3-max", "--offline"] },
  "models remove": {
    args: ["models", "remove", "qwen3-max", "-y"],
    first: ["models", "add", "qwen3-max", "deepseek-v3.1", "--offline"],
  },
  "doctor --fix": { args: ["doctor", "--fix", "--offline", "-y"] },
  undo: { args: ["undo"], first: ["models", "set", "qwen3-max", "--offline"] },
};

const dirOf = (home: Home) => dirname(home.config);
const pairOf = (home: Home) => ({ config: home.read(home.config), dotenv: home.read(home.dotenv) });

/** A home in which a scenario can be started again and again. Out: it, and the pair before and after the scenario. */
async function prepare({ args, input, first }: Scenario) {
  const home = makeHome(config, quickFolder);
  home.write(".openclaw/.env", dotenv);
  if (first) expect((await run(first, { home })).code).toBe(0);
  const saved = join(home.path, "saved");
  cpSync(dirOf(home), saved, { recursive: true, preserveTimestamps: true });
  const reset = () => {
    rmSync(dirOf(home), { recursive: true, force: true });
    cpSync(saved, dirOf(home), { recursive: true, preserveTimestamps: true });
  };
  const start = () => run(args, { home, patience: 0, ...(input ? { input } : {}) });
  const before = pairOf(home);
  await start();
  const after = pairOf(home);
  expect(after).not.toEqual(before);
  return { home, reset, start, before, after };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** Runs a scenario with one fault after the other. Out: how many there were. */
async function atEveryStep(
  { home, reset, start }: Prepared,
  kind: Fault,
  check: (done: Awaited<ReturnType<typeof start>> | undefined, where: string) => Promise<void> | void,
  only: readonly string[] = [],
): Promise<number> {
  for (let at = 1; ; at++) {
    reset();
    const { control, result } = await withFault({ kind, under: dirOf(home), at, only }, start);
    if (control.fired === "") return at - 1;
    if (kind === "kill") bury(dirOf(home));
    await check(result, `${at} ${control.fired}`);
    expect(at).toBeLessThan(1_000);
  }
}

describe("a kill at every step of onboard, which writes the config and the key", () => {
  it("undo, run next, restores the pair from before", async () => {
    const prepared = await prepare(onboard);
    const { home, before, after } = prepared;
    const steps = await atEveryStep(prepared, "kill", async (_, where) => {
      const half = pairOf(home);
      const isHalf = (half.config === before.config) !== (half.dotenv === before.dotenv);
      const done = await run(["undo"], { home, patience: 0 });
      expect([where, done.code, pairOf(home)]).toEqual([where, 0, before]);
      if (isHalf) expect(done.stderr).toContain("interrupted-change");
      // What was undone stays so, and the same change can be made.
      await prepared.start();
      expect(pairOf(home)).toEqual(after);
    });
    expect(steps).toBeGreaterThan(30);
  });

  it.each([
    ["models set", ["models", "set", "deepseek-v3.1", "--offline"]],
    ["doctor", ["doctor", "--offline"]],
  ])("%s, run next, leaves no half of it and no key in a temporary file", async (_, args) => {
    const prepared = await prepare(onboard);
    const { home, before, after } = prepared;
    let halves = 0;
    await atEveryStep(prepared, "kill", async (__, where) => {
      const half = pairOf(home);
      const isHalf = (half.config === before.config) !== (half.dotenv === before.dotenv);
      const done = await run([...args, "--json"], { home, patience: 0 });
      const { problems } = done.json();
      expect(done.stdout + done.stderr).not.toContain(key);
      const codes = problems.map((problem) => problem.code);
      if (isHalf) {
        halves += 1;
        expect([where, codes]).toEqual([where, expect.arrayContaining(["interrupted-change"])]);
      }
      const isBack = home.read(home.dotenv) === before.dotenv;
      expect(isBack || home.read(home.dotenv) === after.dotenv).toBe(true);
      if (args[0] === "doctor") expect(home.read(home.config)).toBe(isBack ? before.config : after.config);
      expect(readdirSync(dirOf(home)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    });
    expect(halves).toBeGreaterThan(0);
  });
});

/** The newest backup that holds the texts from before, if the change has one. */
function backedUp(home: Home, text: string): boolean {
  const folder = join(dirOf(home), "openclaw-aisa", "backups");
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some((id) =>
    readdirSync(join(folder, id)).some((name) => readFileSync(join(folder, id, name), "utf8") === text),
  );
}

describe.each(Object.entries(scenarios))("an error at every step of %s", (name, scenario) => {
  // EFBIG has words of its own; which command meets it makes no difference. More kinds are in test/faults.
  const kinds: readonly Fault[] = name === "models set" ? ["EIO", "EFBIG"] : ["EIO"];
  it.each(kinds)("%s: the old pair and a failure, or the new pair, and never a bug", async (kind) => {
    const prepared = await prepare(scenario);
    const { home, before, after } = prepared;
    const steps = await atEveryStep(prepared, kind, (done, where) => {
      const pair = pairOf(home);
      const isOld = pair.config === before.config && pair.dotenv === before.dotenv;
      const isNew = pair.config === after.config && pair.dotenv === after.dotenv;
      // A check that cannot read what it needs leaves its own fix out: each of doctor's fixes stands alone.
      if (scenario.args[0] === "doctor")
        expect([where, isOld || backedUp(home, before.config)]).toEqual([where, true]);
      else expect([where, isOld || isNew]).toEqual([where, true]);
      expect([where, done?.code]).not.toEqual([where, 70]);
      const said = (done?.stdout ?? "") + (done?.stderr ?? "");
      expect(said).not.toMatch(/internal-error|injected, \w+Sync\n\s+at /);
      if (isNew) expect([where, backedUp(home, before.config)]).toEqual([where, true]);
      else if (scenario.args[0] !== "doctor") expect([where, done?.code]).toEqual([where, 5]);
      if (kind === "EFBIG" && said.includes("config-unwritable"))
        expect(said).not.toContain("Make the file and its folder writable");
    });
    expect(steps).toBeGreaterThan(20);
  });
});

const reads = [
  "readSync",
  "fstatSync",
  "lstatSync",
  "statSync",
  "readdirSync",
  "readFileSync",
  "readlinkSync",
];

describe("an error of every read", () => {
  it.each(["onboard", "doctor --fix", "undo"])("%s: a named cause, never a bug", async (name) => {
    const prepared = await prepare(scenarios[name] ?? onboard);
    const check = (done: { code: number | null; stderr: string } | undefined, where: string) => {
      expect([where, done?.code]).not.toEqual([where, 70]);
      expect(done?.stderr).not.toContain("internal-error");
    };
    expect(await atEveryStep(prepared, "EIO", check, reads)).toBeGreaterThan(20);
  });
});

describe("a backups folder that cannot be read", () => {
  it.each([["undo"], ["undo", "--list"]])(
    "%s %s: exit 5 and the folder's name, not a bug of ours",
    async (...args) => {
      const { home } = await prepare(scenarios["models set"] ?? onboard);
      const folder = join(dirOf(home), "openclaw-aisa", "backups");
      for (const kind of ["EACCES", "EIO", "EMFILE"] as const) {
        const fault = { kind, under: folder, only: ["readdirSync"], at: 1, always: true };
        const { result } = await withFault(fault, () => run(args, { home }));
        expect([result?.code, result?.stderr]).toEqual([5, expect.stringContaining("openclaw-aisa/backups")]);
      }
    },
  );
});
