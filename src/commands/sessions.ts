import { configLimits } from "../core/edit/index.ts";
import { pluginEnabled } from "../core/keys/index.ts";
import { type CurrentIds, type Pin, pinsOf } from "../core/models/index.ts";
import {
  agentFile,
  agentSessionsIn,
  agentsIn,
  atLeast,
  firstWithSessionDatabase,
  type Located,
  namedSessionStore,
  type PinnedSession,
  readSessionList,
  readSessionStore,
} from "../core/openclaw/index.ts";
import { within } from "../core/paths/index.ts";
import type { Context, Files, OpenClaw } from "../ports.ts";
import { baseUrlInForce } from "./connection.ts";
import type { Look } from "./look.ts";

const listArguments = ["sessions", "--json", "--all-agents", "--limit", "all"];
const limit = { timeoutMs: 25_000 };

/** Whether sessions are in the database of an OpenClaw from 2026.8 on: it has the database, and is that new. */
async function usesDatabase(files: Files, openclaw: OpenClaw, agents: readonly string[], stateDir: string) {
  const databases = agents.map((agent) => files.stat(agentFile(stateDir, agent, "openclaw-agent.sqlite")));
  if ((await Promise.all(databases)).every((info) => info === undefined)) return false;
  const state = await openclaw.state();
  return state.kind === "ready" && atLeast(state.version, firstWithSessionDatabase);
}

/** Reads the `sessions.json` of every agent. Undefined where one of them cannot be understood. */
async function readStores(
  context: Context,
  config: unknown,
  agents: readonly string[],
  stateDir: string,
): Promise<PinnedSession[] | undefined> {
  const files = await context.files();
  const stores = agents.map(async (agent) => {
    const usual = within(agentSessionsIn(stateDir, agent), "sessions.json");
    const file = namedSessionStore(config, agent, context.home) ?? usual;
    const text = await files.read(file, { maxBytes: configLimits.bytes });
    return text === undefined ? [] : readSessionStore(text, agent);
  });
  const found = await Promise.all(stores);
  return found.some((one) => one === undefined) ? undefined : found.flatMap((one) => one ?? []);
}

/**
 * Returns the sessions that have a model of their own: from their files, or, where OpenClaw keeps them in a database,
 * from OpenClaw itself, which takes 2 s. Undefined where they cannot be had; `mayRun` false: OpenClaw is not asked.
 */
export async function readPinnedSessions(
  context: Context,
  config: unknown,
  { stateDir }: Pick<Located, "stateDir">,
  mayRun = true,
): Promise<readonly PinnedSession[] | undefined> {
  const files = await context.files();
  const agents = await files.list(agentsIn(stateDir));
  const openclaw = await context.openclaw();
  if (!mayRun || !(await usesDatabase(files, openclaw, agents, stateDir)))
    return readStores(context, config, agents, stateDir);
  const { code, stdout } = await openclaw.run(listArguments, limit);
  return code === 0 ? readSessionList(stdout) : undefined;
}

/** Returns the ids that are current by what this machine remembers of the gateway's list, without a request. */
async function rememberedIds(context: Context, baseUrl: string): Promise<CurrentIds> {
  const [catalog, settings] = await Promise.all([context.catalog(), context.settings()]);
  return { catalog, live: settings.liveModels(baseUrl)?.models.map((model) => model.id) };
}

/**
 * Returns the sessions that keep another model than the default one. `standardOf`: the default model of an agent, where
 * the config as it was looked at does not have it yet. Undefined where the sessions cannot be had.
 */
export async function findPins(
  context: Context,
  { config, located, dotenv }: Pick<Look, "config" | "located" | "dotenv">,
  options: { readonly standardOf?: (agent: string) => string | undefined; readonly mayRun?: boolean } = {},
): Promise<readonly Pin[] | undefined> {
  const sessions = await readPinnedSessions(context, config, located, options.mayRun);
  if (sessions === undefined || sessions.length === 0) return sessions && [];
  const current = await rememberedIds(context, baseUrlInForce(context, config, dotenv));
  return pinsOf(config, sessions, current, pluginEnabled(config), options.standardOf);
}
