import { getArray, getString, isObject } from "../json/index.ts";

/** A session that has a model of its own, which overrides the default model. */
export interface PinnedSession {
  /** As OpenClaw names it: `agent:main:main`. */
  readonly key: string;
  readonly agent: string;
  /** As a reference, or as it is stored where no provider is. */
  readonly model: string;
}

/** The agent in a session's key; `main` where the key names none. */
const agentIn = (key: string) => /^agent:([^:]+):/.exec(key)?.[1] ?? "main";

function pinnedAs(key: string, agent: string, entry: unknown): PinnedSession[] {
  const model = getString(entry, ["modelOverride"])?.trim();
  const provider = getString(entry, ["providerOverride"])?.trim();
  if (!model) return [];
  const isWhole = !provider || model.startsWith(`${provider}/`);
  return [{ key, agent, model: isWhole ? model : `${provider}/${model}` }];
}

/**
 * Returns the sessions with a model of their own in one agent's `sessions.json`, which OpenClaw keeps up to 2026.6
 * (run: 2026.4.15, 2026.6.11). Undefined for a text that is no such store.
 */
export function readSessionStore(text: string, agent: string): PinnedSession[] | undefined {
  try {
    const store: unknown = JSON.parse(text);
    if (!isObject(store)) return undefined;
    return Object.entries(store).flatMap(([key, entry]) => pinnedAs(key, agent, entry));
  } catch {
    return undefined; // half-written or cut: nothing can be said of it
  }
}

/**
 * Returns the sessions with a model of their own in what `openclaw sessions --json --all-agents` prints (run: 2026.4.15
 * to 2026.9.6). Undefined for an output that is no such list.
 */
export function readSessionList(output: string): PinnedSession[] | undefined {
  try {
    const list: unknown = JSON.parse(output.slice(output.indexOf("{")));
    if (!isObject(list) || !Array.isArray(list["sessions"])) return undefined;
    return getArray(list, ["sessions"]).flatMap((entry) => {
      const key = getString(entry, ["key"]);
      if (key === undefined) return [];
      return pinnedAs(key, getString(entry, ["agentId"]) ?? agentIn(key), entry);
    });
  } catch {
    return undefined; // prose of an older or a failing OpenClaw
  }
}

/** The first OpenClaw that keeps sessions in a database, which nobody else may write. */
export const firstWithSessionDatabase = "2026.8.0";

/** Returns the file of an agent's sessions that the config names by `session.store`; undefined where it names none. */
export function namedSessionStore(config: unknown, agent: string, home: string): string | undefined {
  const named = getString(config, ["session", "store"])?.trim();
  return named?.replaceAll("{agentId}", agent).replace(/^~(?=[\\/]|$)/, () => home);
}

/** Reads what was kept of pinned sessions: the agents and models; their names were not kept. */
export function readKeptPins(value: unknown): PinnedSession[] {
  return getArray(value, ["sessions"]).flatMap((one) => {
    const [agent, model] = [getString(one, ["agent"]), getString(one, ["model"])];
    return agent === undefined || model === undefined ? [] : [{ key: `agent:${agent}:…`, agent, model }];
  });
}
