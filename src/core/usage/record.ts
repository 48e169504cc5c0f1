import { get, getString } from "../json/index.ts";
import type { TokenUse } from "../models/index.ts";

/** Why a database of sessions was not read: this Node cannot, its writer crashed, or its format is another one. */
export type UnreadDatabase = "needs-node" | "not-closed" | "unknown-format";

/** One answer of a model in OpenClaw's records. */
export interface UsageRecord {
  readonly id: string | undefined;
  /** ms since 1970. */
  readonly time: number;
  /** `provider/model`. */
  readonly reference: string;
  readonly use: Required<TokenUse>;
  /** The price that OpenClaw recorded, in USD; 0 where it knew none. */
  readonly usd: number;
}

const count = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;

function timeOf(event: unknown): number {
  const time = get(event, ["timestamp"]) ?? get(event, ["message", "timestamp"]);
  if (typeof time === "number") return time;
  return typeof time === "string" ? Date.parse(time) : Number.NaN;
}

/** The tokens and the price in a usage object, by the names that OpenClaw gives them. */
export function readTokens(usage: unknown): Required<TokenUse> {
  return {
    input: count(get(usage, ["input"])),
    output: count(get(usage, ["output"])),
    cacheRead: count(get(usage, ["cacheRead"])),
    cacheWrite: count(get(usage, ["cacheWrite"])),
  };
}

/**
 * Reads one event of a session: a line of a `*.jsonl` (OpenClaw 2026.1.30 to 2026.6.11) or an event of the database
 * (from 2026.8). Out: the answer in it, undefined for any other event, `broken` for what is not JSON: the last line
 * of a session that is being written, or a damaged one.
 */
export function readUsageRecord(line: string): UsageRecord | "broken" | undefined {
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return "broken";
  }
  const message = get(event, ["message"]);
  const [provider, model] = [getString(message, ["provider"]), getString(message, ["model"])];
  const usage = get(message, ["usage"]);
  const time = timeOf(event);
  if (getString(message, ["role"]) !== "assistant" || typeof usage !== "object" || usage === null)
    return undefined;
  if (provider === undefined || model === undefined || Number.isNaN(time)) return undefined;
  return {
    id: getString(event, ["id"]),
    time,
    reference: `${provider}/${model}`,
    use: readTokens(usage),
    usd: count(get(usage, ["cost", "total"])),
  };
}
