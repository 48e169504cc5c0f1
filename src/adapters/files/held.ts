import { renameSync, unlinkSync } from "node:fs";
import { errnoOf } from "../../core/problem/index.ts";

/** How to wait: on which system, by which clock (ms), and how to pause without letting anything else run. */
export interface Waiting {
  readonly platform: string;
  now(): number;
  pause(ms: number): void;
}

const cell = new Int32Array(new SharedArrayBuffer(4));

const systemWaiting: Waiting = {
  platform: process.platform,
  now: () => Date.now(),
  pause: (ms) => {
    Atomics.wait(cell, 0, 0, ms);
  },
};

/** How long to wait for another program to close a file, ms: a virus scanner or a sync client is done by then. */
const heldPatienceMs = 5_000;
const longestPauseMs = 250;

/** What Windows says of a file that another program holds open, or of one that is being deleted. */
const heldCodes = new Set(["EBUSY", "EPERM", "EACCES"]);

/** Whether an error can mean that another program has the file open, which only Windows refuses. */
export function isHeld(error: unknown, platform: string = process.platform): boolean {
  return platform === "win32" && heldCodes.has(errnoOf(error));
}

/**
 * Does something with a file, again and again on Windows as long as another program holds it open. In: what to do, which
 * must be all or nothing. Throws its last error.
 */
export function whileHeld<T>(attempt: () => T, waiting: Waiting = systemWaiting): T {
  const deadline = waiting.now() + heldPatienceMs;
  for (let pause = 10; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return attempt();
    } catch (error) {
      if (!isHeld(error, waiting.platform) || waiting.now() >= deadline) throw error;
      waiting.pause(pause);
    }
  }
}

/** Renames a file over another, or to a new name. Throws errors of fs. */
export const moveFile = (from: string, to: string): void => whileHeld(() => renameSync(from, to));
/** Removes a file. Throws errors of fs. */
export const removeFile = (path: string): void => whileHeld(() => unlinkSync(path));
