import type { TokenUse } from "../models/index.ts";
import { dayOf } from "./calendar.ts";
import { readUsageRecord } from "./record.ts";

/** What one agent used of one model on one day. */
export interface UsageCell {
  /** Local day, `2026-11-28`. */
  readonly day: string;
  /** Id of the agent; empty where the record does not tell. */
  readonly agent: string;
  /** `provider/model`; empty where the record does not tell. */
  readonly reference: string;
  use: Required<TokenUse>;
  answers: number;
  /** Answers that were recorded without a number of tokens. */
  uncounted: number;
  /** The price that OpenClaw recorded, USD. */
  recordedUsd: number;
}

/** Adds up usage line by line, so that its size is that of the days, models and agents, and not of the records. */
export interface Tally {
  /** In: an event of a session, and the session's agent. */
  add(line: string, agent: string): void;
  readonly cells: readonly UsageCell[];
  /** Lines that are not JSON. */
  readonly broken: number;
}

/** Adds the tokens of two uses. */
export function addTokens(left: TokenUse, right: TokenUse): Required<TokenUse> {
  return {
    input: left.input + right.input,
    output: left.output + right.output,
    cacheRead: left.cacheRead + right.cacheRead,
    cacheWrite: (left.cacheWrite ?? 0) + (right.cacheWrite ?? 0),
  };
}

/** No tokens. */
export const noTokens: Required<TokenUse> = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

/** Begins a tally of the answers from a time on, ms since 1970. A session that branches off repeats its beginning: each answer counts once. */
export function createTally(since: number): Tally {
  const cells = new Map<string, UsageCell>();
  const seen = new Set<string>();
  let broken = 0;
  return {
    add(line, agent) {
      const record = readUsageRecord(line);
      if (record === "broken") broken += 1;
      if (record === undefined || record === "broken" || record.time < since) return;
      if (record.id !== undefined) {
        const key = `${record.id} ${record.time}`;
        if (seen.has(key)) return;
        seen.add(key);
      }
      const day = dayOf(record.time);
      const { reference, use, usd } = record;
      const key = JSON.stringify([day, agent, reference]);
      const cell = cells.get(key) ?? {
        ...{ day, agent, reference },
        ...{ use: noTokens, answers: 0, uncounted: 0, recordedUsd: 0 },
      };
      cells.set(key, cell);
      cell.use = addTokens(cell.use, use);
      cell.answers += 1;
      if (use.input + use.output + use.cacheRead + use.cacheWrite === 0) cell.uncounted += 1;
      cell.recordedUsd += usd;
    },
    get cells() {
      return [...cells.values()];
    },
    get broken() {
      return broken;
    },
  };
}
