import type { Change } from "../change/index.ts";
import { applyToValue, parseValue } from "../edit/index.ts";
import { type DocumentPath, get, getArray, getObject, getString } from "../json/index.ts";
import { agentDefaults as defaults, modelRoles } from "../openclaw/index.ts";
import { configuredIds, keyVariable, providerId, providerPath, toReference } from "../provider/index.ts";
import {
  isForeignReference,
  needsPrimary,
  planRemoval,
  type Removal,
  removableIds,
} from "./remove-models.ts";

/** The result of removing the provider from a config. */
export interface Uninstall extends Omit<Removal, "opensAllowlist"> {
  /** The reference that becomes the default model; undefined if it stays, or if OpenClaw's own default applies. */
  readonly primary: string | undefined;
  /** No other model is configured: OpenClaw's own default applies. */
  readonly losesPrimary: boolean;
}

const remove = (path: DocumentPath): Change => ({ op: "remove", path });

/** The provider block, with the objects around it that would be empty without it. */
function blockPath(config: unknown): DocumentPath {
  const models = getObject(config, ["models"]);
  const isOnly = Object.keys(getObject(config, ["models", "providers"])).every((name) => name === providerId);
  if (!isOnly) return providerPath;
  return Object.keys(models).every((name) => name === "providers" || name === "mode")
    ? ["models"]
    : ["models", "providers"];
}

/**
 * Plans to remove what OpenClaw leaves of the plugin when it uninstalls it, `enabled: false`, with the objects around it
 * that would be empty without it.
 */
export function planPluginLeftover(config: unknown): Change[] {
  const path = ["plugins", "entries", providerId];
  if (get(config, [...path, "enabled"]) !== false) return [];
  const isOnly = (parent: DocumentPath) => Object.keys(getObject(config, parent)).length === 1;
  if (!isOnly(["plugins", "entries"])) return [remove(path)];
  return [remove(isOnly(["plugins"]) ? ["plugins"] : ["plugins", "entries"])];
}

/** The places in the config, besides the block, that contain the key or refer to a sign-in of the provider. */
function keyPaths(config: unknown): DocumentPath[] {
  const profiles = getObject(config, ["auth", "profiles"]);
  const ours = Object.keys(profiles).filter((name) => getString(profiles, [name, "provider"]) === providerId);
  const paths: DocumentPath[] = [
    ["env", "vars", keyVariable],
    ["env", keyVariable],
    ["auth", "order", providerId],
    ...ours.map((name) => ["auth", "profiles", name]),
  ];
  return paths.filter((path) => get(config, path) !== undefined);
}

/** Lists of fallback models that hold nothing any more, with the setting around one that was all it had. */
function emptied(before: unknown, after: unknown): Change[] {
  const agents = getArray(before, ["agents", "list"]).map(
    (_, index): DocumentPath => ["agents", "list", index],
  );
  return [defaults, ...agents]
    .flatMap((agent) => ["model", "imageModel"].map((name): DocumentPath => [...agent, name]))
    .flatMap((setting) => {
      const path = [...setting, "fallbacks"];
      if (getArray(before, path).length === 0 || get(after, path) === undefined) return [];
      if (getArray(after, path).length > 0) return [];
      return [remove(Object.keys(getObject(after, setting)).length === 1 ? setting : path)];
    });
}

/** The new default model is no longer its own fallback. */
function withoutTwin(config: unknown, primary: string | undefined): Change[] {
  const path: DocumentPath = [...defaults, "model", "fallbacks"];
  const fallbacks = getArray(config, path);
  if (primary === undefined || !fallbacks.includes(primary)) return [];
  const others = fallbacks.filter((one) => one !== primary);
  return [others.length === 0 ? remove(path) : { op: "set", path, value: others }];
}

/**
 * Returns the default model of another provider that a config had last. In: earlier texts of the config, newest first.
 * A text that does not parse has none.
 */
export function earlierPrimary(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const { primary } = modelRoles(readable(text));
    if (primary?.includes("/") && !primary.startsWith(toReference(""))) return primary;
  }
  return undefined;
}

function readable(text: string): unknown {
  try {
    return parseValue(text);
  } catch {
    // A backup of a broken config, which doctor corrected.
    return undefined;
  }
}

/**
 * Plans to remove the provider: its block, its key in the config, and every reference to its models under `agents`.
 * In: the reference that becomes the default model, and the one that was it before; without either the first fallback of
 * another provider does.
 */
export function planUninstall(
  config: unknown,
  wanted: string | undefined,
  earlier: string | undefined,
  keepsKey: boolean,
): Uninstall {
  const ids = removableIds(config, configuredIds(config));
  const block = get(config, providerPath) === undefined ? [] : [remove(blockPath(config))];
  const keys = keepsKey ? [] : keyPaths(config).map(remove);
  const rest = applyToValue(config, block);
  const isNeeded = needsPrimary(rest, ids);
  const { primary: current, fallbacks } = modelRoles(rest);
  const primary = isNeeded
    ? (wanted ?? earlier ?? fallbacks.find((one) => isForeignReference(rest, one)))
    : wanted;
  const { changes, agents, left } = planRemoval(rest, ids, primary);
  const losesPrimary = isNeeded && primary === undefined && current !== undefined;
  const model = losesPrimary
    ? [remove([...defaults, "model"])]
    : withoutTwin(applyToValue(rest, changes), primary);
  const settled = [...changes, ...model];
  return {
    changes: [...settled, ...emptied(rest, applyToValue(rest, settled)), ...block, ...keys],
    agents,
    left,
    primary,
    losesPrimary,
  };
}
