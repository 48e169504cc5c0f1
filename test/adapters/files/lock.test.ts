import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { acquireLock } from "../../../src/adapters/files/lock.ts";
import { startTimeOf } from "../../../src/adapters/process/process-table.ts";
import { paramOf } from "../../../src/core/problem/problem.ts";
import { bundleForChild } from "../../helpers/child.ts";
import { failureOf } from "../../helpers/failure.ts";
import { makeFaults } from "../../helpers/faults.ts";
import { withoutRights } from "../../helpers/user.ts";

const gone = 4_194_303;

function makeConfig(): { dir: string; file: string; lock: string } {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "openclaw-aisa-lock-")));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const file = join(dir, "openclaw.json");
  return { dir, file, lock: `${file}.lock` };
}

/** A process that lives until the test ends. */
function livingPid(): number {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "ignore" });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child.pid ?? 0;
}

/** Takes the lock eight times at once: how many held it together at the most. */
async function mostAtOnce(file: string): Promise<number> {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const held = await acquireLock(file);
      inside++;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
      held.release();
    }),
  );
  return most;
}

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

describe("the lock", () => {
  it("is a complete regular file with our pid, removed on release", async () => {
    const { dir, file, lock } = makeConfig();
    const held = await acquireLock(file);
    expect(held.path).toBe(lock);
    const stat = lstatSync(lock);
    expect([stat.isFile(), stat.mode & 0o777, stat.nlink]).toEqual([true, 0o600, 1]);
    const payload = JSON.parse(readFileSync(lock, "utf8"));
    expect(payload).toMatchObject({ pid: process.pid });
    expect(payload.starttime).toBe(startTimeOf(process.pid));
    expect(Date.parse(payload.createdAt)).toBeGreaterThan(Date.now() - 60_000);
    held.release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it("is created next to the link, in the real folder", async () => {
    const { dir, file, lock } = makeConfig();
    mkdirSync(join(dir, "elsewhere"));
    symlinkSync(join(dir, "elsewhere", "real.json"), file);
    symlinkSync(dir, `${dir}-link`);
    onTestFinished(() => rmSync(`${dir}-link`, { force: true }));
    const held = await acquireLock(join(`${dir}-link`, "openclaw.json"));
    expect(existsSync(lock)).toBe(true);
    held.release();
  });

  it("admits one at a time", async () => {
    const { file } = makeConfig();
    expect(await mostAtOnce(file)).toBe(1);
  });

  it("waits for a living owner and continues after release", async () => {
    const { file, lock } = makeConfig();
    writeFileSync(lock, JSON.stringify({ pid: livingPid(), createdAt: ago(60_000) }));
    setTimeout(() => rmSync(lock), 200);
    const held = await acquireLock(file);
    held.release();
    expect(existsSync(lock)).toBe(false);
  });
});

describe("a lock that stays", () => {
  it.each<[string, () => string]>([
    ["a living pid", () => JSON.stringify({ pid: livingPid(), createdAt: ago(3_600_000) })],
    [
      "a living pid with its start time",
      () => {
        const pid = livingPid();
        return JSON.stringify({ pid, createdAt: ago(3_600_000), starttime: startTimeOf(pid) });
      },
    ],
    ["nothing in it, years old", () => ""],
    ["no owner and no age", () => "{}"],
    ["no owner, but fresh", () => JSON.stringify({ createdAt: ago(1_000) })],
    ["not JSON", () => "pid 12"],
  ])("%s: waits, then names it and leaves it", async (_, content) => {
    const { dir, file, lock } = makeConfig();
    const text = content();
    writeFileSync(lock, text);
    utimesSync(lock, 1_000_000_000, 1_000_000_000);
    const problem = await failureOf(acquireLock(file, 300));
    expect(problem).toMatchObject({ code: "config-locked", params: { file, variant: "held", lock } });
    expect(paramOf(problem, "pid")).toBe(text.startsWith("{") ? JSON.parse(text).pid : undefined);
    expect(readFileSync(lock, "utf8")).toBe(text);
    expect(readdirSync(dir)).toEqual(["openclaw.json.lock"]);
  });

  it("a folder: fails at once, as OpenClaw does", async () => {
    const { file, lock } = makeConfig();
    mkdirSync(lock);
    expect(await failureOf(acquireLock(file))).toMatchObject({
      code: "config-locked",
      params: { lock, variant: "not-a-file" },
    });
  });

  it("the guard of another who reclaims", async () => {
    const { file, lock } = makeConfig();
    mkdirSync(`${lock}.reclaim`);
    expect((await failureOf(acquireLock(file, 300))).code).toBe("config-locked");
    rmSync(`${lock}.reclaim`, { recursive: true });
    const text = JSON.stringify({ pid: livingPid(), createdAt: ago(3_600_000) });
    writeFileSync(`${lock}.reclaim`, text);
    expect((await failureOf(acquireLock(file, 300))).code).toBe("config-locked");
    expect(readFileSync(`${lock}.reclaim`, "utf8")).toBe(text);
  });
});

describe("a stale lock", () => {
  it.each<[string, () => object]>([
    ["a dead pid", () => ({ pid: gone, createdAt: ago(1_000) })],
    ["a pid given to another process", () => ({ pid: process.pid, createdAt: ago(1_000), starttime: 1 })],
    ["no owner, half a minute old", () => ({ createdAt: ago(31_000) })],
    ["no owner and a date that is none", () => ({ createdAt: "yesterday" })],
  ])("%s: is taken over", async (_, payload) => {
    const { dir, file, lock } = makeConfig();
    writeFileSync(lock, JSON.stringify(payload()));
    const held = await acquireLock(file, 1_000);
    expect(JSON.parse(readFileSync(lock, "utf8")).pid).toBe(process.pid);
    held.release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it("is taken over by exactly one of many", async () => {
    const { dir, file, lock } = makeConfig();
    writeFileSync(lock, JSON.stringify({ pid: gone, createdAt: ago(1_000) }));
    expect(await mostAtOnce(file)).toBe(1);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("an old guard folder, as OpenClaw makes them, no longer guards", async () => {
    const { dir, file, lock } = makeConfig();
    mkdirSync(`${lock}.reclaim`);
    const then = Date.now() / 1000 - 11;
    utimesSync(`${lock}.reclaim`, then, then);
    (await acquireLock(file, 300)).release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it("a takeover killed at any step blocks nobody", async () => {
    const { dir, file, lock } = makeConfig();
    const child = await bundleForChild(`
      import { acquireLock } from "./src/adapters/files/lock.ts";
      (await acquireLock(${JSON.stringify(file)}, 5_000)).release();
    `);
    onTestFinished(() => child.remove());
    const faults = makeFaults(dir);
    const left = new Set<string>();
    for (let step = 1; ; step++) {
      writeFileSync(lock, JSON.stringify({ pid: gone, createdAt: ago(1_000) }));
      const run = await child.run({ ...faults(step, "kill"), PATH: "" });
      if (run.signal === null) break;
      for (const name of readdirSync(dir)) left.add(name.replace(/\d+\.[0-9a-f]{12}/, "*"));
      (await acquireLock(file, 2_000)).release();
      expect(readdirSync(dir).filter((name) => !name.endsWith(".tmp"))).toEqual([]);
    }
    expect([...left].sort()).toEqual([
      ".openclaw.json.lock.*.tmp",
      ".openclaw.json.lock.reclaim.*.tmp",
      "openclaw.json.lock",
      "openclaw.json.lock.reclaim",
    ]);
  });

  it("a guard of a dead owner is removed by exactly one of many", async () => {
    const { dir, file, lock } = makeConfig();
    for (const path of [lock, `${lock}.reclaim`])
      writeFileSync(path, JSON.stringify({ pid: gone, createdAt: ago(1_000) }));
    expect(await mostAtOnce(file)).toBe(1);
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe("releasing", () => {
  it("leaves a lock that is no longer ours", async () => {
    const { file, lock } = makeConfig();
    const held = await acquireLock(file);
    rmSync(lock);
    writeFileSync(lock, "{}");
    held.release();
    expect(readFileSync(lock, "utf8")).toBe("{}");
  });

  it("leaves the process as it was", async () => {
    const { file } = makeConfig();
    const counts = () => ["exit", "SIGINT", "SIGTERM", "SIGHUP"].map((name) => process.listenerCount(name));
    const before = counts();
    const held = await acquireLock(file);
    held.release();
    expect(counts()).toEqual(before);
  });
});

describe("a folder that cannot be written", () => {
  it("is an unwritable config, not a locked one", async () => {
    const { dir, file } = makeConfig();
    chmodSync(dir, 0o555);
    const problem = await withoutRights(() => failureOf(acquireLock(file, 300)));
    expect(problem).toMatchObject({ code: "config-unwritable", params: { file } });
  });
});
