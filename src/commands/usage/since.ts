import { parseSince } from "../../core/usage/index.ts";
import type { Context } from "../../ports.ts";

/** Returns the start of the day from which on the last days count, today included; ms since 1970. */
export function sinceDays(context: Context, days: number): number {
  return parseSince(`${days}d`, context.now()) ?? 0;
}
