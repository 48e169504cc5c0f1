import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fail } from "../core/problem.ts";
import { isObject } from "../core/value.ts";
import { isGone, startTimeOf } from "./process-table.ts";
import { errnoOf } from "./read-file.ts";
import { explain, temporaryName, writeWhole } from "./write-file.ts";

/** A lock that is held. */
export interface Lock {
  readonly path: string;
  /** Removes the lock file if it is still ours. Never throws. */
  release(): void;
}

/** The same patience as OpenClaw's. */
const defaultPatienceMs = 20_000;
/** OpenClaw takes a lock without a pid for abandoned after this. */
const staleMs = 30_000;
/** A guard that is this old was left behind: reclaiming takes milliseconds. */
const abandonedGuardMs = 5 * 60_000;

interface Seen {
  readonly raw: string;
  readonly inode: bigint;
  readonly payload: Readonly<Record<string, unknown>>;
}

const held = new Set<Lock>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Takes the lock that OpenClaw takes (2026.5 and newer) before it writes `file`: `<real folder>/<name>.lock`, a
 * regular file with the owner's pid, creation time and process start time. Waits up to `patienceMs`.
 * Throws Failure `config-locked` naming the owner's pid, `config-unwritable`, `disk-full`.
 */
export async function acquireLock(file: string, patienceMs = defaultPatienceMs): Promise<Lock> {
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
    await sleep(pause * (1 + Math.random()));
    pause = Math.min(pause * 1.2, 250);
  }
}

/** The lock file for a config: beside the path as it is named, not beside what a link points to. */
export function lockPathOf(file: string): string {
  const whole = resolve(file);
  return `${join(realpathSync.native(dirname(whole)), basename(whole))}.lock`;
}

function locked(file: string, path: string, owner: Seen | undefined): Error {
  const pid = owner?.payload["pid"];
  return fail("config-locked", { file, source: path, ...(typeof pid === "number" ? { pid } : {}) });
}

function tryLock(path: string, file: string): Lock | undefined {
  const started = startTimeOf(process.pid);
  const payload = {
    pid: process.pid,
    createdAt: new Date().toISOString(),
    ...(started === undefined ? {} : { starttime: started }),
    owner: `openclaw-aisa ${randomBytes(8).toString("hex")}`,
  };
  const raw = `${JSON.stringify(payload, null, 2)}\n`;
  const inode = publish(path, raw, file);
  return inode === undefined ? undefined : hold(path, raw, inode);
}

/**
 * Puts the lock file in place complete, by a link: an empty lock, as a crash between creating and writing would leave
 * it, is one that OpenClaw waits for in vain. Answers its inode, or undefined when there is a lock already.
 */
function publish(path: string, raw: string, file: string): bigint | undefined {
  const temporary = temporaryName(path);
  try {
    writeWhole(temporary, Buffer.from(raw, "utf8"));
    try {
      linkSync(temporary, path);
    } catch (error) {
      if (errnoOf(error) === "EEXIST") return undefined;
      if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errnoOf(error))) throw error;
      writeWhole(path, Buffer.from(raw, "utf8"));
    }
    return lstatSync(path, { bigint: true }).ino;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return undefined;
    throw explain(file, error);
  } finally {
    discard(temporary);
  }
}

function hold(path: string, raw: string, inode: bigint): Lock {
  const lock: Lock = {
    path,
    release: () => {
      held.delete(lock);
      if (held.size === 0) unguard();
      const now = peek(path);
      if (now?.raw === raw && now.inode === inode) discard(path);
    },
  };
  if (held.size === 0) guard();
  held.add(lock);
  return lock;
}

function releaseAll(): void {
  for (const lock of [...held]) lock.release();
}

/** Ends as the signal would have ended us, once the locks are gone. */
function onSignal(signal: NodeJS.Signals): void {
  releaseAll();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function guard(): void {
  process.on("exit", releaseAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unguard(): void {
  process.off("exit", releaseAll);
  for (const signal of signals) process.off(signal, onSignal);
}

/** Takes over a lock whose owner is gone, behind the same guard folder as OpenClaw's, so that only one does. */
function reclaim(path: string, guardPath: string, seen: Seen, file: string): Lock | undefined {
  try {
    mkdirSync(guardPath);
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return undefined;
    throw explain(file, error);
  }
  try {
    const now = peek(path);
    if (now?.raw === seen.raw && now.inode === seen.inode) unlinkSync(path);
    return tryLock(path, file);
  } finally {
    rmdirSync(guardPath);
  }
}

function guardStands(guardPath: string): boolean {
  const stat = lstatSync(guardPath, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (Date.now() - stat.mtimeMs > abandonedGuardMs && stat.isDirectory()) {
    try {
      rmdirSync(guardPath);
      return false;
    } catch {
      // Not empty, or not ours to remove: it goes on guarding.
    }
  }
  return true;
}

/** Abandoned by the rules of OpenClaw: the pid is gone or was given to another process; or no pid and old. */
function isStale(payload: Seen["payload"]): boolean {
  const { pid, createdAt, starttime } = payload;
  if (typeof pid === "number" && Number.isInteger(pid) && pid > 0) {
    const started = typeof starttime === "number" ? startTimeOf(pid) : undefined;
    return isGone(pid) || (started !== undefined && started !== starttime);
  }
  if (typeof createdAt !== "string") return false;
  const created = Date.parse(createdAt);
  return !Number.isFinite(created) || Date.now() - created > staleMs;
}

function readLock(path: string, file: string): Seen | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile())
    throw fail("config-locked", { file, source: path, variant: "not-a-file" });
  return peek(path);
}

/** The lock as it stands, undefined when there is none or it is being replaced. */
function peek(path: string): Seen | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    const { ino } = fstatSync(descriptor, { bigint: true });
    const raw = readFileSync(descriptor, "utf8");
    return { raw, inode: ino, payload: parse(raw) };
  } catch {
    // Gone between two looks, or not readable for us: then it is another's, and we wait.
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function parse(raw: string): Seen["payload"] {
  try {
    const value: unknown = JSON.parse(raw);
    return isObject(value) ? value : {};
  } catch {
    // An empty or cut lock names no owner; without one it is never taken over, as in OpenClaw.
    return {};
  }
}

function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already: somebody else cleaned up.
  }
}
