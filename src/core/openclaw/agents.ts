import { type DocumentPath, get, getArray, isObject } from "../json/index.ts";

/** Where the model setting stands: the defaults, or one agent (a list up to 2026.6, `entries` from 2026.8). */
export function modelSettingPath(config: unknown, agent?: string): DocumentPath | undefined {
  if (agent === undefined) return ["agents", "defaults", "model"];
  if (isObject(get(config, ["agents", "entries", agent]))) return ["agents", "entries", agent, "model"];
  const index = getArray(config, ["agents", "list"]).findIndex(
    (entry) => isObject(entry) && entry["id"] === agent,
  );
  return index === -1 ? undefined : ["agents", "list", index, "model"];
}

/** Ids of the agents that the config names. */
export function agentIds(config: unknown): string[] {
  const listed = getArray(config, ["agents", "list"]).map((entry) => get(entry, ["id"]));
  const entries = get(config, ["agents", "entries"]);
  return [...listed, ...(isObject(entries) ? Object.keys(entries) : [])].filter(
    (id) => typeof id === "string",
  );
}
