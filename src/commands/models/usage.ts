import { addUsage, type UsageByModel } from "../../core/models/index.ts";
import { agentFile, agentSessionsIn, agentsIn } from "../../core/openclaw/index.ts";
import type { Context } from "../../ports.ts";
import type { Look } from "../look.ts";

/** How far back usage counts: 30 days, in ms. */
const usageSpan = 30 * 24 * 3600 * 1000;

const largestSession = 64 * 1024 * 1024;

/** OpenClaw's own records of the last 30 days. */
export interface Usage {
  readonly byModel: UsageByModel;
  /** Session files that were read. */
  readonly sessions: number;
  /** There are records that only OpenClaw itself can read: newer versions keep them in a database. */
  readonly database: boolean;
}

const isSession = (name: string) => name.endsWith(".jsonl") && !name.endsWith(".trajectory.jsonl");

/** Reads the records of every agent in the state directory; nothing is written, a database is not opened. */
export async function readUsage(context: Context, found: Look): Promise<Usage> {
  const files = await context.files();
  const { stateDir } = found.located;
  const since = context.now().getTime() - usageSpan;
  const [byModel, seen]: [UsageByModel, Set<string>] = [new Map(), new Set()];
  let sessions = 0;
  let database = false;
  for (const agent of await files.list(agentsIn(stateDir))) {
    const dir = agentSessionsIn(stateDir, agent);
    for (const name of (await files.list(dir)).filter(isSession)) {
      const file = `${dir}/${name}`;
      if (((await files.stat(file))?.modified ?? 0) < since) continue;
      const text = await files.read(file, { maxBytes: largestSession, tail: true });
      if (text === undefined) continue;
      sessions += 1;
      addUsage(byModel, text, since, seen);
    }
    database ||= (await files.stat(agentFile(stateDir, agent, "openclaw-agent.sqlite"))) !== undefined;
  }
  return { byModel, sessions, database };
}
