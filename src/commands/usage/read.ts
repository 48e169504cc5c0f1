import { agentFile, agentSessionsIn, agentsIn } from "../../core/openclaw/index.ts";
import { within } from "../../core/paths/index.ts";
import { createTally, readUsageCost, type UnreadDatabase, type UsageCell } from "../../core/usage/index.ts";
import type { Context, SessionRecords } from "../../ports.ts";
import type { Look } from "../look.ts";

/** What was read of OpenClaw's own records, and what not. */
export interface UsageReading {
  readonly cells: readonly UsageCell[];
  /** Session files that were read. */
  readonly sessions: number;
  /** Databases of sessions that were read; newer OpenClaws keep one for each agent. */
  readonly databases: number;
  /** Why databases were not read; one for each kind of reason. */
  readonly unread: readonly UnreadDatabase[];
  /** Files that exist and could not be read. */
  readonly unreadFiles: number;
  /** Lines that are not JSON. */
  readonly broken: number;
  /** The figures are the sums of OpenClaw's gateway, which do not tell models and agents apart. */
  readonly fromGateway: boolean;
}

// A session that was reset or deleted keeps its records under such a name; OpenClaw counts these too.
const isSession = (name: string) =>
  /\.jsonl(?:\.(?:reset|deleted)\.[^/]+)?$/.test(name) && !/\.trajectory\.jsonl/.test(name);

interface Reader {
  readonly context: Context;
  readonly records: SessionRecords;
  readonly stateDir: string;
  readonly since: number;
}

/** Reads the session files and the databases of every agent; nothing is written. */
async function readOwn({ context, records, stateDir, since }: Reader): Promise<UsageReading> {
  const files = await context.files();
  const tally = createTally(since);
  const unread = new Set<UnreadDatabase>();
  let [sessions, databases, unreadFiles] = [0, 0, 0];
  for (const agent of await files.list(agentsIn(stateDir))) {
    const dir = agentSessionsIn(stateDir, agent);
    const add = (line: string) => tally.add(line, agent);
    for (const name of (await files.list(dir)).filter(isSession)) {
      const found = await files.stat(within(dir, name));
      if (found === undefined || found.directory || found.modified < since) continue;
      if (await records.lines(within(dir, name), '"usage"', add)) sessions += 1;
      else unreadFiles += 1;
    }
    const database = agentFile(stateDir, agent, "openclaw-agent.sqlite");
    if ((await files.stat(database)) === undefined) continue;
    const read = await records.events(database, since, add);
    if (read === "read") databases += 1;
    else unread.add(read);
  }
  return {
    ...{ cells: tally.cells, sessions, databases, unread: [...unread], unreadFiles },
    ...{ broken: tally.broken, fromGateway: false },
  };
}

/** Asks OpenClaw's gateway for its sums by day; undefined where there is no OpenClaw, no gateway, or another answer. */
async function askGateway(context: Context, since: number): Promise<readonly UsageCell[] | undefined> {
  const openclaw = await context.openclaw();
  if ((await openclaw.state()).kind !== "ready") return undefined;
  const days = Math.max(1, Math.ceil((context.now().getTime() - since) / (24 * 3600 * 1000)));
  const args = ["gateway", "usage-cost", "--json", "--days", String(days), "--all-agents"];
  for (let attempt = 0; attempt < 3; attempt++) {
    const answer = readUsageCost((await openclaw.run(args, { timeoutMs: 60_000 })).stdout);
    if (answer === undefined) return undefined;
    if (!answer.isRefreshing) return answer.cells;
  }
  return undefined;
}

/**
 * Reads what OpenClaw recorded since a time, ms since 1970. With `askOpenClaw`, where a database cannot be read here, the
 * gateway's own sums replace everything, because they include it.
 */
export async function readUsage(
  context: Context,
  found: Look,
  { since, askOpenClaw }: { readonly since: number; readonly askOpenClaw: boolean },
): Promise<UsageReading> {
  const records = await context.records();
  const step = (await context.progress()).step(context.t.usage.reading);
  try {
    const own = await readOwn({ context, records, stateDir: found.located.stateDir, since });
    if (!askOpenClaw || own.unread.length === 0) return own;
    const cells = await askGateway(context, since);
    return cells === undefined ? own : { ...own, cells, fromGateway: true };
  } finally {
    step.clear();
  }
}
