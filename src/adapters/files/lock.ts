import { lstatSync, realpathSync, rmdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errnoOf, fail } from "../../core/problem/index.ts";
import { spread } from "../../core/retry/index.ts";
import { startTimeOf } from "../process/process-table.ts";
import { randomHex } from "./crypto.ts";
import { removeFile } from "./held.ts";
import { discard, isStale, isStill, peek, publish, removeSeen, type Seen } from "./lock-file.ts";
import { explain } from "./write-file.ts";

/** A lock that is held. */
export interface Lock {
  readonly path: string;
  /** Removes the lock file if it is still ours. Never throws. */
  release(): void;
}

/** How long to wait for a lock, ms: the same patience as OpenClaw's. */
export const lockPatienceMs = 20_000;
/**
 * A guard folder, which names no owner, is stale at this age: reclaiming takes milliseconds. Less than the patience
 * above, so that the run that finds it still succeeds.
 */
const abandonedGuardMs = 10_000;

const held = new Set<Lock>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Takes the lock that OpenClaw takes (2026.5 and newer) before it writes `file`: `<real folder>/<name>.lock`, a
 * regular file with the owner's pid, creation time and process start time. Waits up to `patienceMs`.
 * Throws Failure `config-locked` naming the owner's pid, `config-unwritable`, `disk-full`.
 */
export async function acquireLock(file: string, patienceMs = lockPatienceMs): Promise<Lock> {
  // From here on: a signal between the lock's first byte and its being ours must leave nothing behind either.
  guard();
  try {
    return await waitForLock(file, patienceMs);
  } finally {
    unguard();
  }
}

async function waitForLock(file: string, patienceMs: number): Promise<Lock> {
  const path = lockPathOf(file);
  const guard = `${path}.reclaim`;
  const deadline = Date.now() + patienceMs;
  let pause = 25;
  for (;;) {
    const lock = guardStands(guard) ? undefined : tryLock(path, file);
    if (lock !== undefined) return lock;
    const owner = readLock(path, file);
    if (owner !== undefined && isStale(owner.payload)) {
      const reclaimed = reclaim(path, guard, owner, file);
      if (reclaimed !== undefined) return reclaimed;
    }
    if (Date.now() > deadline) throw locked(file, path, owner);
    await sleep(spread(pause, Math.random));
    pause = Math.min(pause * 1.2, 250);
  }
}

/** The lock file for a config: next to the path as given, not next to a link's target. */
function lockPathOf(file: string): string {
  const whole = resolve(file);
  return `${join(realpathSync.native(dirname(whole)), basename(whole))}.lock`;
}

function locked(file: string, path: string, owner: Seen | undefined): Error {
  const pid = owner?.payload["pid"];
  return fail("config-locked", {
    file,
    variant: "held",
    lock: path,
    ...(typeof pid === "number" ? { pid } : {}),
  });
}

function tryLock(path: string, file: string): Lock | undefined {
  const raw = ownerText();
  const inode = publish(path, raw, file);
  return inode === undefined ? undefined : hold(path, raw, inode);
}

/** What OpenClaw writes into a lock, and a token that makes ours unlike any other. */
function ownerText(): string {
  const started = startTimeOf(process.pid);
  const payload = {
    pid: process.pid,
    createdAt: new Date().toISOString(),
    ...(started === undefined ? {} : { starttime: started }),
    owner: `openclaw-aisa ${randomHex(8)}`,
  };
  return `${JSON.stringify(payload, null, 2)}\n`;
}

function hold(path: string, raw: string, inode: bigint): Lock {
  const lock: Lock = {
    path,
    release: () => {
      // A signal ends us at once after unguard: the file is removed first.
      const wasHeld = held.delete(lock);
      if (isStill(path, { raw, inode })) discard(path);
      if (wasHeld) unguard();
    },
  };
  guard();
  held.add(lock);
  return lock;
}

function releaseAll(): void {
  for (const lock of [...held]) lock.release();
}

/** Ends as the signal would have ended us, once the locks are removed. */
function onSignal(signal: NodeJS.Signals): void {
  releaseAll();
  stopListening();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

/** How many locks are held or waited for: as long as there are some, no signal ends us without our doing. */
let guarded = 0;

function guard(): void {
  guarded += 1;
  if (guarded > 1) return;
  process.on("exit", releaseAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unguard(): void {
  guarded -= 1;
  if (guarded === 0) stopListening();
}

function stopListening(): void {
  process.off("exit", releaseAll);
  for (const signal of signals) process.off(signal, onSignal);
}

/**
 * Takes over a stale lock behind the guard that OpenClaw respects, so that only one process does. OpenClaw's own
 * guard is an empty folder; ours is a file that names us, so that a guard of a killed owner can be recognised.
 */
function reclaim(path: string, guardPath: string, seen: Seen, file: string): Lock | undefined {
  const raw = ownerText();
  const inode = publish(guardPath, raw, file);
  if (inode === undefined) return undefined;
  try {
    if (isStill(path, seen)) removeFile(path);
    return tryLock(path, file);
  } catch (error) {
    throw errnoOf(error) === "" ? error : explain(file, error);
  } finally {
    if (isStill(guardPath, { raw, inode })) discard(guardPath);
  }
}

function guardStands(guardPath: string): boolean {
  const stat = lstatSync(guardPath, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  try {
    if (stat.isFile()) {
      const seen = peek(guardPath);
      return seen === undefined || !isStale(seen.payload) || !removeSeen(guardPath, seen);
    }
    if (!stat.isDirectory() || Date.now() - stat.mtimeMs <= abandonedGuardMs) return true;
    rmdirSync(guardPath);
    return false;
  } catch {
    // Not empty, or not ours to remove: it keeps guarding.
    return true;
  }
}

function readLock(path: string, file: string): Seen | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile())
    throw fail("config-locked", { file, lock: path, variant: "not-a-file" });
  return peek(path);
}
