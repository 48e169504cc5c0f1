import { describe, expect, it } from "vitest";
import { isHeld, type Waiting, whileHeld } from "../../../src/adapters/files/held.ts";

/** A clock that only pauses move. */
function fakeWaiting(platform: string) {
  let time = 1_000;
  const pauses: number[] = [];
  const waiting: Waiting = {
    platform,
    now: () => time,
    pause: (ms) => {
      pauses.push(ms);
      time += ms;
    },
  };
  return { waiting, pauses, waited: () => time - 1_000 };
}

const errorOf = (code: string) => Object.assign(new Error(`${code}: rename`), { code });

/** Fails as often as told, then answers how often it was tried. */
function failing(times: number, code: string) {
  let tries = 0;
  return {
    attempt: () => {
      tries += 1;
      if (tries <= times) throw errorOf(code);
      return tries;
    },
    tries: () => tries,
  };
}

describe("a file that another program holds open", () => {
  it.each(["EPERM", "EACCES", "EBUSY"])("on Windows, %s is met with patience until it is closed", (code) => {
    const { waiting, pauses } = fakeWaiting("win32");
    const { attempt } = failing(4, code);
    expect(whileHeld(attempt, waiting)).toBe(5);
    expect(pauses).toEqual([10, 20, 40, 80]);
  });

  it("is given up after five seconds, with the system's own error", () => {
    const { waiting, pauses, waited } = fakeWaiting("win32");
    const { attempt } = failing(Number.POSITIVE_INFINITY, "EBUSY");
    expect(() => whileHeld(attempt, waiting)).toThrow("EBUSY: rename");
    expect(waited()).toBeGreaterThanOrEqual(5_000);
    expect(waited()).toBeLessThan(5_500);
    expect(Math.max(...pauses)).toBe(250);
  });

  it.each([
    ["win32", "ENOSPC"],
    ["win32", "EEXIST"],
    ["win32", "ENOENT"],
    ["linux", "EBUSY"],
    ["linux", "EACCES"],
    ["darwin", "EPERM"],
  ])("on %s, %s is no such thing and fails at once", (platform, code) => {
    const { waiting, pauses } = fakeWaiting(platform);
    const { attempt, tries } = failing(1, code);
    expect(() => whileHeld(attempt, waiting)).toThrow(code);
    expect([tries(), pauses]).toEqual([1, []]);
    expect(isHeld(errorOf(code), platform)).toBe(false);
  });
});
