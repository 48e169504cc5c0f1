import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleForChild, type ChildRun } from "../../helpers/child.ts";
import { cleanEnv } from "../../helpers/cli.ts";
import { type Fault, makeFaults } from "../../helpers/faults.ts";
import { type Home, makeHome } from "../../helpers/home.ts";

const oldConfig = `{ // old\n  note: "${"o".repeat(20_000)}" }\n`;
const newConfig = `{ // new\n  note: "${"n".repeat(30_000)}" }\n`;
const oldDotenv = "A='old'\n";
const newDotenv = "A='new'\n";

/** Replaces two files in one commit, as `onboard` does, and prints what came of it. */
const source = `
import { createConfigStore } from "./src/adapters/files/config-store.ts";
const { HOME: home } = process.env;
const store = createConfigStore({ env: { HOME: home }, dev: false, home, cwd: home, platform: process.platform });
const { faults } = globalThis;
const wanted = faults?.at ?? 0;
if (faults) faults.at = 0;
const config = home + "/.openclaw/openclaw.json";
const dotenv = home + "/.openclaw/.env";
await store.recover();
const [first, second] = [await store.read(dotenv), await store.read(config)];
if (faults) Object.assign(faults, { count: 0, at: wanted });
let result;
try {
  const done = await store.commit("test", [
    { file: dotenv, before: first.hash, text: ${JSON.stringify(newDotenv)} },
    { file: config, before: second.hash, text: ${JSON.stringify(newConfig)} },
  ]);
  result = { notices: done.notices.map((notice) => notice.code) };
} catch (error) {
  result = { failure: error.problem?.code ?? String(error.stack) };
}
console.log(JSON.stringify({ ...result, fired: faults?.fired ?? "" }));
`;

let child: Awaited<ReturnType<typeof bundleForChild>>;
beforeAll(async () => {
  child = await bundleForChild(source);
});
afterAll(() => child.remove());

interface Outcome {
  readonly failure?: string;
  readonly notices?: readonly string[];
  readonly fired: string;
}

const outcomeOf = (run: ChildRun): Outcome => JSON.parse(run.stdout);

function reset(home: Home): void {
  rmSync(join(home.path, ".openclaw"), { recursive: true, force: true });
  home.write(".openclaw/openclaw.json", oldConfig);
  home.write(".openclaw/.env", oldDotenv);
  chmodSync(dirname(home.config), 0o700);
}

const strays = (home: Home) => readdirSync(dirname(home.config)).filter((name) => /\.tmp$|\.lock/.test(name));
const stateOf = (home: Home) => {
  const [dotenv, config] = [home.read(home.dotenv), home.read(home.config)];
  expect([oldDotenv, newDotenv]).toContain(dotenv);
  expect([oldConfig, newConfig]).toContain(config);
  return `${dotenv === oldDotenv ? "old" : "new"} ${config === oldConfig ? "old" : "new"}`;
};

/** Every readable backup holds the old texts, whole. */
function checkBackups(home: Home): number {
  const folder = join(dirname(home.config), "openclaw-aisa", "backups");
  if (!existsSync(folder)) return 0;
  const complete = readdirSync(folder).filter((id) => existsSync(join(folder, id, "done")));
  for (const id of complete) {
    expect(readFileSync(join(folder, id, "1-.env"), "utf8")).toBe(oldDotenv);
    expect(readFileSync(join(folder, id, "2-openclaw.json"), "utf8")).toBe(oldConfig);
  }
  return complete.length;
}

/** Puts the fault at the first, second, … operation of a commit, until it is past the last one. */
async function atEveryStep(
  kind: Fault,
  check: (home: Home, run: ChildRun, step: number) => void | Promise<void>,
) {
  const home = makeHome();
  const faults = makeFaults(dirname(home.config));
  for (let step = 1; ; step++) {
    reset(home);
    const run = await child.run(cleanEnv(home, faults(step, kind)));
    if (run.signal === null && outcomeOf(run).fired === "") return step - 1;
    await check(home, run, step);
  }
}

describe("a fault at every step of a commit", () => {
  it("SIGKILL: each file is the whole old or the whole new one, and the next run succeeds", async () => {
    const seen = new Set<string>();
    const steps = await atEveryStep("kill", async (home, run) => {
      expect(run.signal).toBe("SIGKILL");
      seen.add(stateOf(home));
      const again = outcomeOf(await child.run(cleanEnv(home)));
      // A kill after the last rename leaves the new files: then there is nothing left to write.
      expect(again.failure).toBeUndefined();
      expect(stateOf(home)).toBe("new new");
      expect(strays(home)).toEqual([]);
    });
    expect(steps).toBeGreaterThan(30);
    expect([...seen].sort()).toEqual(["new new", "new old", "old old"]);
  });

  it.each(["EIO", "ENOSPC"] as const)("%s: all files old and a failure, or all new", async (kind) => {
    const outcomes = new Set<string>();
    const steps = await atEveryStep(kind, (home, run) => {
      const { failure, fired } = outcomeOf(run);
      const state = stateOf(home);
      expect(`${fired}: ${state}`).toBe(`${fired}: ${failure === undefined ? "new new" : "old old"}`);
      expect(failure ?? "").toMatch(/^$|^config-unwritable$|^config-unreadable$|^disk-full$/);
      expect(checkBackups(home)).toBeLessThanOrEqual(failure === undefined ? 1 : 0);
      outcomes.add(failure ?? "written");
    });
    expect(steps).toBeGreaterThan(30);
    expect([...outcomes]).toEqual(
      expect.arrayContaining(["written", kind === "EIO" ? "config-unwritable" : "disk-full"]),
    );
  });

  it("a short write is continued", async () => {
    const steps = await atEveryStep("short", (home, run) => {
      expect(outcomeOf(run)).toEqual({ notices: [], fired: "writeSync" });
      expect(stateOf(home)).toBe("new new");
      expect(strays(home)).toEqual([]);
    });
    expect(steps).toBeGreaterThanOrEqual(7);
  });

  it("a write that loses bytes and claims it did not is noticed before it counts", async () => {
    const steps = await atEveryStep("cut", (home, run) => {
      expect(outcomeOf(run)).toEqual({ failure: "disk-full", fired: "writeSync" });
      expect(stateOf(home)).toBe("old old");
      expect(strays(home)).toEqual([]);
      expect(checkBackups(home)).toBe(0);
    });
    expect(steps).toBeGreaterThanOrEqual(7);
  });
});
