import type { Change } from "../change/index.ts";
import { applyToValue } from "../edit/index.ts";
import { type DocumentPath, get, getArray, getString, isObject } from "../json/index.ts";
import {
  agentIdAt,
  agentPaths,
  agentDefaults as defaults,
  findAllowlist,
  type ModelUse,
  modelRoles,
  modelUses,
  removals,
} from "../openclaw/index.ts";
import { bareId, providerPath, toReference } from "../provider/index.ts";
import { planPrimary } from "./plan.ts";

/** The result of removing models. */
export interface Removal {
  readonly changes: readonly Change[];
  /** Ids of the agents whose own model was removed: they use the default model then. */
  readonly agents: readonly string[];
  /** The allowlist held nothing else: then every model may be used. */
  readonly opensAllowlist: boolean;
  /** Places that still name one, because nothing is known of what OpenClaw needs there. */
  readonly left: readonly DocumentPath[];
}

const isAt = (path: DocumentPath, ...start: DocumentPath) =>
  start.every((part, index) => path[index] === part);

/** The id of the agent whose own model a reference is; undefined for any other reference. */
function agentOf(config: unknown, { path, key }: ModelUse): string | undefined {
  const agent = agentPaths(config).find((one) => isAt(path, ...one));
  if (key || agent === undefined || path[3] !== "model" || path.includes("fallbacks")) return undefined;
  return agentIdAt(config, agent) ?? String(agent.at(-1));
}

const isPrimary = ({ path }: ModelUse) =>
  isAt(path, ...defaults, "model") && (path.length === 3 || (path.length === 4 && path[3] === "primary"));

/** A setting that would become `{}` is removed entirely. */
function widest(config: unknown, path: DocumentPath): DocumentPath {
  const around = path.slice(0, -1);
  const value = get(config, around);
  const isSetting = path.at(-1) === "primary" && isObject(value);
  return isSetting && Object.keys(value).length === 1 ? around : path;
}

/** Removing every item of `modelPolicy.allow` removes the list: an empty one would let no model through. */
function withoutEmptyPolicy(config: unknown, paths: readonly DocumentPath[]): DocumentPath[] {
  const allow: DocumentPath = [...defaults, "modelPolicy", "allow"];
  const items = paths.filter((path) => isAt(path, ...allow));
  if (items.length === 0 || items.length < getArray(config, allow).length) return [...paths];
  return [...paths.filter((path) => !items.includes(path)), allow];
}

/** Whether these models cannot go before another default model is named: one is it, or an agent would fall back to none. */
export function needsPrimary(config: unknown, ids: readonly string[]): boolean {
  const uses = modelUses(config).filter((use) => ids.includes(use.id));
  const hasDefault = modelRoles(config).primary !== undefined;
  return uses.some(isPrimary) || (!hasDefault && uses.some((use) => agentOf(config, use) !== undefined));
}

/**
 * Plans to remove models: their entries and every reference under `agents`. In: bare ids, and the reference that
 * becomes the default model if {@link needsPrimary}. References elsewhere are kept and reported.
 */
export function planRemoval(config: unknown, ids: readonly string[], primary: string | undefined): Removal {
  const entries = getArray(config, [...providerPath, "models"]).flatMap((entry, index): DocumentPath[] =>
    ids.includes(bareId(getString(entry, ["id"]) ?? "")) ? [[...providerPath, "models", index]] : [],
  );
  const uses = modelUses(config).filter((use) => ids.includes(use.id));
  const inAgents = uses.filter((use) => isAt(use.path, "agents") && !isPrimary(use));
  const gone = withoutEmptyPolicy(
    config,
    inAgents.map(({ path }) => widest(config, path)),
  );
  const changes: Change[] = [
    ...(primary === undefined ? [] : planPrimary(config, [...defaults, "model"], primary)),
    ...removals(gone),
    ...removals(entries),
  ];
  const after = applyToValue(config, changes);
  return {
    changes,
    agents: [...new Set(inAgents.flatMap((use) => agentOf(config, use) ?? []))],
    opensAllowlist: findAllowlist(config).kind !== "none" && findAllowlist(after).kind === "none",
    left: uses.filter((use) => !isAt(use.path, "agents")).map(({ path }) => path),
  };
}

/** Ids that can be removed: the entries', and those that are only referred to. */
export function removableIds(config: unknown, configured: readonly string[]): string[] {
  return [...new Set([...configured, ...modelUses(config).map((use) => use.id)])];
}

/** Whether a reference of another provider can be meant: the config has that provider, or names the model already. */
export function isForeignReference(config: unknown, text: string): boolean {
  const provider = text.split("/")[0] ?? "";
  if (!text.includes("/") || text.startsWith(toReference(""))) return false;
  const { primary, fallbacks } = modelRoles(config);
  return isObject(get(config, ["models", "providers", provider])) || [primary, ...fallbacks].includes(text);
}
