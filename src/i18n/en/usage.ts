import type { Grouping, UnreadDatabase } from "../../core/usage/index.ts";
import { counted } from "./counts.ts";

/** What was used and what it cost. */
export const usage = {
  reading: "Reading OpenClaw's records",
  by: { day: "Day", week: "Week of", month: "Month", model: "Model", agent: "Agent" } as Record<
    Grouping,
    string
  >,
  answers: "Answers",
  tokens: "Tokens",
  cost: "Cost",
  vendor: "Vendor",
  total: "Total",
  anyModel: "all models",
  anyAgent: "all agents",
  atVendor: "the models' vendors",
  beside: (ours: string, theirs: string, name: string, tokens: string) =>
    `${counted(tokens, "token")} for ${ours} would cost ${theirs} at ${name}`,
  read: (sessions: number, databases: number, since: string, until: string) => {
    const files = sessions > 0 || databases === 0 ? [counted(sessions, "session file")] : [];
    const stores = databases > 0 ? [counted(databases, "session database")] : [];
    return `Read: ${[...files, ...stores].join(" and ")} of OpenClaw, ${since} to ${until}.`;
  },
  fromGateway: (since: string, until: string) =>
    `Sums of OpenClaw's gateway (openclaw gateway usage-cost), ${since} to ${until}. It does not separate models and agents; costs are as OpenClaw recorded them.`,
  uncounted: (answers: number) =>
    `${counted(answers, "answer")} recorded without a number of tokens, not included in the costs. OpenClaw 2026.4 asks for it only with the plugin, or where the model's entry has compat.supportsUsageInStreaming: true.`,
  partial: "≥ is the price of a part: for the rest of the tokens, no price is known there.",
  unpriced: (tokens: string) => `No price is known for ${counted(tokens, "token")}.`,
  broken: (lines: number) => `${counted(lines, "damaged or unfinished line")} skipped.`,
  unreadFiles: (files: number) => `${counted(files, "session file")} could not be read.`,
  unread: {
    "needs-node":
      "Not read: the database of this OpenClaw, which needs Node 24.16 or newer. Run this with the Node that OpenClaw uses.",
    "not-closed":
      "Not read: a database of sessions that is in an unfinished state. Start OpenClaw once, then try again.",
    "unknown-format":
      "Not read: a database of sessions in a format that is unknown here. Its sum, with a running gateway: openclaw gateway usage-cost --days 30",
  } as Record<UnreadDatabase, string>,
  asConfigured: "Costs use the prices in the config, or AIsa's where it has none.",
  notRecorded:
    "Requests outside OpenClaw's chats (doctor, models test, other programs) are not recorded; AIsa's bill is what counts.",
  nothing: (since: string) => `OpenClaw has recorded no answers since ${since}.`,
  badSince: (flag: string, value: string) =>
    `${flag}: "${value}" is not a date or a period; write 7d, 8w, 6m, 2026-11-01 or 2026-11`,
  badBy: (flag: string, value: string, choices: readonly string[]) =>
    `${flag}: "${value}" is unknown; write one or more of ${choices.join(", ")}, separated by commas`,
  oneFormat: (first: string, second: string) => `${first} and ${second} cannot be used together`,
};
