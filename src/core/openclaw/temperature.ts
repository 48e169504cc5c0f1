import type { Change } from "../change/index.ts";
import { type DocumentPath, get, getArray, getString } from "../json/index.ts";
import { bareId, providerPath, toReference } from "../provider/index.ts";
import { agentDefaults, agentPaths, primaryOf } from "./agents.ts";
import { findAllowlist } from "./allowlist.ts";
import { everyModel } from "./references.ts";
import { atLeast } from "./versions.ts";

/** A temperature that OpenClaw would send for a model, and where it is. */
export interface Temperature {
  readonly path: DocumentPath;
  readonly value: number;
  /**
   * `model`: set for this model; `all`: for every model; `agent`: for one agent, above both; `agent-fallback`: for one
   * agent that uses the model behind another one only.
   */
  readonly reach: "model" | "all" | "agent" | "agent-fallback";
}

const parameter = ["params", "temperature"];

function read(config: unknown, path: DocumentPath, reach: Temperature["reach"]): Temperature | undefined {
  const value = get(config, path);
  return typeof value === "number" ? { path, value, reach } : undefined;
}

/** The other models that an agent falls back to, or uses for its subagents; its own settings override the defaults. */
function othersOf(config: unknown, agent: DocumentPath): unknown[] {
  const own = (path: DocumentPath) =>
    get(config, [...agent, ...path]) ?? get(config, [...agentDefaults, ...path]);
  const subagents = own(["subagents", "model"]);
  return [
    ...getArray(own(["model"]), ["fallbacks"]),
    primaryOf(subagents),
    ...getArray(subagents, ["fallbacks"]),
  ];
}

function ofAgents(config: unknown, reference: string): Temperature[] {
  return agentPaths(config).flatMap((path) => {
    const forModel = read(config, [...path, "models", reference, ...parameter], "model");
    if (forModel) return [forModel];
    const setting = get(config, [...path, "model"]) ?? get(config, [...agentDefaults, "model"]);
    const isPrimary = primaryOf(setting) === reference;
    if (!isPrimary && !othersOf(config, path).includes(reference)) return [];
    return read(config, [...path, ...parameter], isPrimary ? "agent" : "agent-fallback") ?? [];
  });
}

/**
 * Returns the temperatures that reach a model. An agent's own overrides the model's, which overrides the global one;
 * those in a model entry, or for the whole provider, apply only if nothing else is set (OpenClaw 2026.4.15 and
 * 2026.9.6, seen on the wire). In: the config's value and the model's bare id.
 */
export function temperaturesReaching(config: unknown, id: string): Temperature[] {
  const reference = toReference(id);
  const index = getArray(config, [...providerPath, "models"]).findIndex(
    (entry) => bareId(getString(entry, ["id"]) ?? "") === id,
  );
  const shared =
    read(config, [...agentDefaults, "models", reference, ...parameter], "model") ??
    read(config, [...agentDefaults, ...parameter], "all") ??
    (index === -1 ? undefined : read(config, [...providerPath, "models", index, ...parameter], "model")) ??
    read(config, [...providerPath, ...parameter], "all");
  return [...(shared ? [shared] : []), ...ofAgents(config, reference)];
}

/** Whether an entry in `agents.defaults.models` for one model would be an allowlist that the others are not on. */
function shutsOutOthers(config: unknown): boolean {
  return (
    findAllowlist(config).kind === "none" &&
    get(config, [...agentDefaults, "modelPolicy"]) === undefined &&
    get(config, ["meta", "migrations", "modelPolicyAllowlist"]) !== true
  );
}

/** Whether the version of OpenClaw decides what {@link planTemperature} plans. */
export function needsVersion(config: unknown, id: string, only: number): boolean {
  const isWrong = temperaturesReaching(config, id).some((one) => one.reach === "all" && one.value !== only);
  return isWrong && shutsOutOthers(config);
}

/**
 * Changes that make `only` the temperature of one model and leave every other model as it is. Where there is no
 * allowlist yet, an entry in `agents.defaults.models` for one model shuts out the others: 2026.8.2 and newer need
 * `modelPolicy` beside it, older ones an entry for each of the others (run: 2026.1.30 to 2026.9.6). `used`: bare ids
 * that the same plan sets up.
 * Out: undefined where it cannot be done without shutting out models: an older OpenClaw, or an unknown one, with
 * providers whose models are not in the config.
 */
export function planTemperature(
  config: unknown,
  id: string,
  only: number,
  openclaw: string | undefined,
  used: readonly string[] = [],
): Change[] | undefined {
  const wrong = temperaturesReaching(config, id).filter(
    (one) => one.value !== only && one.reach !== "agent-fallback",
  );
  const changes: Change[] = wrong
    .filter((one) => one.reach !== "all")
    .map((one) => ({ op: "set", path: one.path, value: only }));
  if (!wrong.some((one) => one.reach === "all")) return changes;
  const own: Change = {
    op: "set",
    path: [...agentDefaults, "models", toReference(id), ...parameter],
    value: only,
  };
  if (!shutsOutOthers(config)) return [...changes, own];
  if (openclaw !== undefined && atLeast(openclaw, "2026.8.2"))
    return [...changes, { op: "set", path: [...agentDefaults, "modelPolicy"], value: {} }, own];
  const others = everyModel(config)
    ?.concat(used.map(toReference))
    .filter((one) => one !== toReference(id));
  if (others === undefined) return undefined;
  const allowed = [...new Set(others)].map(
    (one): Change => ({ op: "set", path: [...agentDefaults, "models", one], value: {} }),
  );
  return [...changes, ...allowed, own];
}
