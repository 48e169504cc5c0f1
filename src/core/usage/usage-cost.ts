import { get, getArray, getString } from "../json/index.ts";
import { readTokens } from "./record.ts";
import type { UsageCell } from "./tally.ts";

/** What `openclaw gateway usage-cost --json` answered. */
export interface UsageCost {
  readonly cells: readonly UsageCell[];
  /** The gateway is still adding up: ask again (OpenClaw 2026.9.6 answers zeros meanwhile). */
  readonly isRefreshing: boolean;
}

const amount = (value: unknown) => (typeof value === "number" && value > 0 ? value : 0);

/** Reads the sums by day; the gateway does not separate models or agents. Undefined for any other text. */
export function readUsageCost(text: string): UsageCost | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(text.slice(Math.max(0, text.indexOf("{"))));
  } catch {
    return undefined;
  }
  if (!Array.isArray(get(answer, ["daily"]))) return undefined;
  const cells = getArray(answer, ["daily"]).flatMap((one): UsageCell[] => {
    const day = getString(one, ["date"]);
    const use = readTokens(one);
    if (day === undefined || use.input + use.output + use.cacheRead + use.cacheWrite === 0) return [];
    const recordedUsd = amount(get(one, ["totalCost"]));
    return [{ day, agent: "", reference: "", use, answers: 0, uncounted: 0, recordedUsd }];
  });
  return { cells, isRefreshing: getString(answer, ["cacheStatus", "status"]) === "refreshing" };
}
