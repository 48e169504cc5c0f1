import { getArray, getObject, getString, isObject } from "../json/index.ts";
import { providerBlock, providerId } from "../provider/index.ts";
import { atLeast } from "./versions.ts";

/** The first OpenClaw in which the plugin does something: 2026.3.13 loads it, and it stays inert. */
export const firstWithPlugin = "2026.4.15";

/** Whether the plugin is of use to an OpenClaw of this version. */
export function supportsPlugin(version: string): boolean {
  return atLeast(version, firstWithPlugin);
}

/** What makes an installation go through without a terminal: to overwrite, and to agree to what a plugin may do. */
const consent = ["--force", "--accept-capabilities"];

/** The flags for `plugins install` that this OpenClaw knows, by its own `plugins install --help`. */
export function installFlags(help: string): string[] {
  return consent.filter((flag) => new RegExp(`(?:^|\\s)${flag}(?![\\w-])`).test(help));
}

/** OpenClaw's state of our plugin, and of others that claim the same provider. */
export interface PluginState {
  readonly installed: boolean;
  readonly enabled: boolean;
  /** OpenClaw's own word, `loaded` when all is well. */
  readonly status?: string;
  readonly version?: string;
  readonly folder?: string;
  /** Why it did not load, in OpenClaw's words. */
  readonly error?: string;
  /** Ids of other plugins that provide `aisa`. */
  readonly rivals: readonly string[];
}

/** The first JSON object in what a program printed; undefined where there is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf("{")));
  } catch {
    return undefined;
  }
}

const providesAisa = (record: unknown) =>
  ["providerIds", "providers"].some((key) => getArray(record, [key]).includes(providerId));

/** Reads `openclaw plugins list --json`. Undefined where it cannot be read. */
export function readPluginList(text: string): PluginState | undefined {
  const list = readJson(text);
  if (!isObject(list) || !Array.isArray(list["plugins"])) return undefined;
  const records = getArray(list, ["plugins"]).filter(isObject);
  const ours = records.find((record) => record["id"] === providerId);
  const member = (name: string, key: string) => {
    const value = getString(ours, [key]);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    installed: ours !== undefined,
    enabled: ours?.["enabled"] === true,
    ...member("status", "status"),
    ...member("version", "version"),
    ...member("folder", "rootDir"),
    ...member("error", "error"),
    rivals: records
      .filter((record) => record !== ours && record["enabled"] === true && providesAisa(record))
      .map((record) => getString(record, ["id"]) ?? "?"),
  };
}

/**
 * Ids of AIsa sign-ins that OpenClaw saved and does not use. From 2026.8 on, where a model is configured already,
 * `onboard` keeps a new credential aside until it is activated; then the config names it. In: what
 * `models auth list --json` printed, and the config.
 */
export function inactiveSignIns(text: string, config: unknown): string[] {
  const active = Object.keys(getObject(config, ["auth", "profiles"]));
  return getArray(readJson(text), ["profiles"])
    .filter((profile) => getString(profile, ["provider"]) === providerId)
    .map((profile) => getString(profile, ["id"]) ?? "")
    .filter((id) => id.startsWith(`${providerId}:setup-`) && !active.includes(id));
}

/**
 * What plugin and provider block together mean: the environment's key beats the block's, and the block's list hides
 * the plugin's catalog (both seen on OpenClaw 2026.4.15 and 2026.9.6).
 */
export type PluginEffect = "environment-beats-block" | "block-hides-catalog";

/** The effects that the plugin has, or would have, with this config. */
export function pluginEffects(config: unknown): PluginEffect[] {
  const block = providerBlock(config);
  const key = block["apiKey"];
  const ownKey = isObject(key) || (typeof key === "string" && !/^\$\{?AISA_API_KEY\}?$/.test(key.trim()));
  return [
    ...(ownKey ? (["environment-beats-block"] as const) : []),
    ...(getArray(block, ["models"]).length > 0 ? (["block-hides-catalog"] as const) : []),
  ];
}
