import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { isObject } from "../../core/json/index.ts";
import { errnoOf } from "../../core/problem/index.ts";
import { isGone, startTimeOf } from "../process/process-table.ts";
import { moveToNew } from "./folder.ts";
import { moveFile, removeFile } from "./held.ts";
import { explain, temporaryName, writeWhole } from "./write-file.ts";

/** A lock file as it was seen. */
export interface Seen {
  readonly raw: string;
  readonly inode: bigint;
  /** The owner that it names, empty if unreadable. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** OpenClaw takes a lock without a pid for abandoned after this. */
const staleMs = 30_000;

/**
 * Puts a lock file in place complete,: an empty lock, as a crash between creating and writing would leave
 * it, is one that OpenClaw waits for in vain. In: the config that it guards, for words. Answers its inode, or undefined
 * when something is there already. Throws Failure `config-unwritable`, `disk-full`.
 */
export function publish(path: string, raw: string, file: string): bigint | undefined {
  const temporary = temporaryName(path);
  let inode: bigint | undefined;
  try {
    writeWhole(temporary, Buffer.from(raw, "utf8"), (descriptor) => {
      inode = fstatSync(descriptor, { bigint: true }).ino;
    });
    moveToNew(temporary, path);
    return inode;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return undefined;
    throw explain(file, error);
  } finally {
    discard(temporary);
  }
}

/** More than any lock has: a longer file names no owner, and only its start is compared. */
const longest = 64 * 1024;

function startOf(descriptor: number): string {
  const buffer = Buffer.alloc(longest);
  let length = 0;
  for (let count = 1; count > 0 && length < longest; length += count)
    count = readSync(descriptor, buffer, length, longest - length, null);
  return buffer.toString("utf8", 0, length);
}

/** The lock as it is, undefined when there is none or it is being replaced. */
export function peek(path: string): Seen | undefined {
  try {
    const descriptor = openSync(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const { ino } = fstatSync(descriptor, { bigint: true });
      const raw = startOf(descriptor);
      return { raw, inode: ino, payload: parse(raw) };
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Removed between two reads, or unreadable for us: then it is another's, and we wait.
    return undefined;
  }
}

/** The lock has not changed since it was seen. */
export function isStill(path: string, seen: { readonly raw: string; readonly inode: bigint }): boolean {
  const now = peek(path);
  return now?.raw === seen.raw && now.inode === seen.inode;
}

/** Stale by OpenClaw's rules: the pid has ended or belongs to another process now; or no pid and old. */
export function isStale(payload: Seen["payload"]): boolean {
  const { pid, createdAt, starttime } = payload;
  if (typeof pid === "number" && Number.isInteger(pid) && pid > 0) {
    const started = typeof starttime === "number" ? startTimeOf(pid) : undefined;
    return isGone(pid) || (started !== undefined && started !== starttime);
  }
  if (typeof createdAt !== "string") return false;
  const created = Date.parse(createdAt);
  return !Number.isFinite(created) || Date.now() - created > staleMs;
}

/**
 * Removes a file that was seen, and no other: it is moved aside first, which only one process can do, and looked at
 * there. Answers whether it was removed.
 */
export function removeSeen(path: string, seen: Seen): boolean {
  const aside = temporaryName(path);
  try {
    moveFile(path, aside);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return false;
    throw error;
  }
  const same = isStill(aside, seen);
  if (!same) putBack(aside, path);
  discard(aside);
  return same;
}

function putBack(aside: string, path: string): void {
  try {
    if (lstatSync(aside).isDirectory()) moveFile(aside, path);
    else moveToNew(aside, path);
  } catch {
    // A newer one exists already: it stays.
  }
}

/** Removes a file if it is there. */
export function discard(path: string): void {
  try {
    removeFile(path);
  } catch {
    // Already removed by someone else.
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
