import { type DocumentPath, get, getArray, getObject, getString, isObject } from "../json/index.ts";

/** The path of the settings that all agents share. */
export const agentDefaults: DocumentPath = ["agents", "defaults"];

/** Returns the paths of the agents that the config names: `agents.list` up to 2026.6, `agents.entries` from 2026.8. */
export function agentPaths(config: unknown): DocumentPath[] {
  const listed = getArray(config, ["agents", "list"]).map((_, index) => ["agents", "list", index]);
  const entries = Object.keys(getObject(config, ["agents", "entries"]));
  return [...listed, ...entries.map((id) => ["agents", "entries", id])];
}

/** Returns the id of the agent at one of the {@link agentPaths}; undefined for a list item without an id. */
export function agentIdAt(config: unknown, agent: DocumentPath): string | undefined {
  return agent[1] === "entries" ? String(agent[2]) : getString(config, [...agent, "id"]);
}

/** Returns the ids of the agents that the config names. */
export function agentIds(config: unknown): string[] {
  return agentPaths(config).flatMap((path) => agentIdAt(config, path) ?? []);
}

/** Returns the path of the model setting: of the defaults, or of one agent; undefined for an unknown agent. */
export function modelSettingPath(config: unknown, agent?: string): DocumentPath | undefined {
  if (agent === undefined) return [...agentDefaults, "model"];
  const found = agentPaths(config)
    .filter((path) => isObject(get(config, path)) && agentIdAt(config, path) === agent)
    .sort((left, right) => Number(right[1] === "entries") - Number(left[1] === "entries"));
  return found[0] && [...found[0], "model"];
}

/** Returns the model that a model setting names first, as a reference; undefined where it names none. */
export function primaryOf(setting: unknown): string | undefined {
  return typeof setting === "string" ? setting : getString(setting, ["primary"]);
}

/** Returns the default model and its fallbacks, as references such as `aisa/qwen3-max`. */
export function modelRoles(config: unknown): {
  readonly primary: string | undefined;
  readonly fallbacks: readonly string[];
} {
  const setting = get(config, [...agentDefaults, "model"]);
  const fallbacks = getArray(setting, ["fallbacks"]).filter((item) => typeof item === "string");
  return { primary: primaryOf(setting), fallbacks };
}
