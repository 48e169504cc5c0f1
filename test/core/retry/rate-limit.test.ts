import { describe, expect, it } from "vitest";
import { mostRetries, readRetryAfter, waitAfterLimit } from "../../../src/core/retry/index.ts";

const least = () => 0;
const most = () => 0.999999;

describe("the wait after too many requests", () => {
  it.each([
    [0, 200, 2_000],
    [1, 400, 4_000],
    [2, 800, 8_000],
    [3, 1_600, 16_000],
    [7, 1_600, 16_000],
  ])("before retry %i is between %i and %i ms", (retries, from, to) => {
    const wait = (random: () => number) => waitAfterLimit({ retries, manner: "patient" }, random);
    expect(wait(least)).toBeCloseTo(from);
    expect(wait(most)).toBeCloseTo(to, -1);
  });

  it.each([
    ["quick", 5, 5_200],
    ["patient", 60, 60_200],
  ] as const)("is never shorter than what the gateway asks a %s request for", (manner, told, from) => {
    expect(waitAfterLimit({ retries: 0, toldSeconds: told, manner }, least)).toBeCloseTo(from);
  });

  it.each([
    ["quick", mostRetries.quick, undefined],
    ["patient", mostRetries.patient, undefined],
    ["quick", 0, 7],
    ["patient", 0, 61],
    ["patient", 0, 3600],
  ] as const)(
    "ends for a %s request after %i retries, or when told to wait %s s",
    (manner, retries, told) => {
      expect(waitAfterLimit({ retries, toldSeconds: told, manner }, least)).toBeUndefined();
    },
  );
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-28T12:00:00Z");
  it.each([
    ["7", 7],
    [" 0 ", 0],
    ["1.5", 1.5],
    ["Sat, 28 Nov 2026 12:00:30 GMT", 30],
    ["Sat, 28 Nov 2026 11:00:00 GMT", 0],
    ["-5", undefined],
    ["soon", undefined],
    ["", undefined],
    [null, undefined],
  ])("of %j is %j seconds", (value, seconds) => {
    expect(readRetryAfter(value, now)).toBe(seconds);
  });
});

/** Numbers from 0 up to 1 that are the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Clients that start at one moment, each with some requests one after the other, at a gateway that admits 20 a second.
 * Out: the seconds in which requests came, how many in each, and how many clients gave up.
 */
function crowd(clients: number, needs: number, toldSeconds: number | undefined) {
  const random = chance(7);
  const waiting = Array.from({ length: clients }, () => ({ at: 0, left: needs, retries: 0 }));
  const sent = new Map<number, number>();
  const perClient = new Map<object, number>();
  let gaveUp = 0;
  while (waiting.length > 0) {
    waiting.sort((left, right) => left.at - right.at);
    const [client] = waiting;
    if (client === undefined) break;
    const second = Math.floor(client.at / 1000);
    const count = (sent.get(second) ?? 0) + 1;
    sent.set(second, count);
    perClient.set(client, (perClient.get(client) ?? 0) + 1);
    if (count <= 20) {
      client.left -= 1;
      client.retries = 0;
      client.at += 20;
      if (client.left === 0) waiting.shift();
      continue;
    }
    const wait = waitAfterLimit({ retries: client.retries, toldSeconds, manner: "patient" }, random);
    if (wait === undefined) {
      gaveUp += 1;
      waiting.shift();
      continue;
    }
    client.retries += 1;
    client.at += wait;
  }
  return { gaveUp, sent, most: Math.max(...perClient.values()), seconds: Math.max(...sent.keys()) };
}

describe("two hundred clients at a gateway that admits 20 requests a second", () => {
  it.each([
    [1, undefined],
    [2, undefined],
    [3, undefined],
    [1, 1],
    [3, 1],
    [2, 5],
  ])("all end right with %i requests each, told to wait %s s", (needs, told) => {
    const { gaveUp, sent, most: busiest, seconds } = crowd(200, needs, told);
    expect(gaveUp).toBe(0);
    // Nobody hammers: a client sends few requests, and after the first seconds the crowd is spread.
    expect(busiest).toBeLessThanOrEqual(needs * 9);
    const later = [...sent].filter(([second]) => second >= 10).map(([, count]) => count);
    expect(Math.max(...later)).toBeLessThan(100);
    expect(seconds).toBeLessThan(90);
  });
});
