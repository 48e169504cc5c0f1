/** What was used: OpenClaw's records of answers, added up, grouped and priced. */

export { dayOf, parseSince } from "./calendar.ts";
export {
  type Amount,
  type Grouping,
  groupings,
  groupUsage,
  type UsageGroup,
  type UsagePrices,
  type UsageSum,
} from "./groups.ts";
export type { UnreadDatabase } from "./record.ts";
export { addTokens, createTally, noTokens, type UsageCell } from "./tally.ts";
export { readUsageCost } from "./usage-cost.ts";
