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
  readingVersion,
  readSessionList,
  readSessionStore,
} from "../core/openclaw/index.ts";
import { within } from "../core/paths/index.ts";
import type { Context } from "../ports.ts";
import { baseUrlInForce } from "./connection.ts";
import type { Look } from "./look.ts";

const listArguments = ["sessions", "--json", "--all-agents", "--limit", "all"];
const looking = { timeoutMs: 25_000, readOnly: true };

/** The version of the OpenClaw that keeps the sessions; without running it, that of the one which wrote the config. */
async function versionOf(context: Context, config: unknown, mayRun: boolean): Promise<string | undefined> {
  const state = mayRun ? await (await context.openclaw()).state() : undefined;
  return readingVersion(state?.kind === "ready" ? state.version : undefined, config);
}

/** Asks OpenClaw for the sessions in its database; where it cannot be asked, they are as they were last seen. */
async function askForSessions(context: Context, stateDir: string, mayRun: boolean) {
  const [openclaw, settings] = [await context.openclaw(), await context.settings()];
  if (!mayRun || (await openclaw.state()).kind !== "ready") return settings.pins(stateDir);
  const { code, stdout } = await openclaw.run(listArguments, looking);
  const sessions = code === 0 ? readSessionList(stdout) : undefined;
  if (sessions === undefined) return settings.pins(stateDir);
  await settings.rememberPins(stateDir, sessions, context.now().getTime());
  return { sessions };
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

/** The sessions that have a model of their own. `at`: when they were seen, in ms since 1970, where that was not now. */
export interface SeenSessions {
  readonly sessions: readonly PinnedSession[];
  readonly at?: number;
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
): Promise<SeenSessions | undefined> {
  const files = await context.files();
  const agents = await files.list(agentsIn(stateDir));
  const databases = agents.map((agent) => files.stat(agentFile(stateDir, agent, "openclaw-agent.sqlite")));
  if ((await Promise.all(databases)).some((info) => info !== undefined)) {
    const version = await versionOf(context, config, mayRun);
    if (version !== undefined && atLeast(version, firstWithSessionDatabase))
      return askForSessions(context, stateDir, mayRun);
  }
  const sessions = await readStores(context, config, agents, stateDir);
  return sessions && { sessions };
}

/** Returns the ids that are current by what this machine remembers of the gateway's list, without a request. */
async function rememberedIds(context: Context, baseUrl: string): Promise<CurrentIds> {
  const [catalog, settings] = await Promise.all([context.catalog(), context.settings()]);
  return { catalog, live: settings.liveModels(baseUrl)?.models.map((model) => model.id) };
}

/**
 * Returns the sessions that keep another model than the default one. `standardOf`: the default model of an agent.
 * Undefined where the sessions cannot be had.
 */
export async function findPins(
  context: Context,
  { config, located, dotenv }: Pick<Look, "config" | "located" | "dotenv">,
  standardOf: (agent: string) => string | undefined,
): Promise<readonly Pin[] | undefined> {
  const seen = await readPinnedSessions(context, config, located);
  if (seen === undefined || seen.sessions.length === 0) return seen && [];
  const current = await rememberedIds(context, baseUrlInForce(context, config, dotenv));
  return pinsOf(config, seen.sessions, current, pluginEnabled(config), standardOf);
}
