import { parseDotenv } from "../edit/index.ts";
import { type DocumentPath, getObject, getString, isObject } from "../json/index.ts";
import type { Environment } from "../openclaw/index.ts";
import { pathsFor } from "../paths/index.ts";
import { keyVariable, providerPath } from "../provider/index.ts";
import { keyFlaws } from "./key-flaws.ts";
import { readProfiles } from "./key-profiles.ts";
import { type KeyReference, readKeyReference, secretFile, secretInFile } from "./key-reference.ts";
import type { KeyPlaces, KeySource, KeySourceKind } from "./key-source.ts";

/** What OpenClaw would send as the key. */
export type KeyInUse =
  | { readonly kind: "key"; readonly source: KeySource }
  /** A text that is no key, such as `${NAME}` of a variable that does not exist. */
  | { readonly kind: "text"; readonly text: string; readonly name: string }
  /** There is one, but we cannot see it: a profile in OpenClaw's database, a SecretRef to a program. */
  | { readonly kind: "hidden"; readonly where: string }
  | { readonly kind: "none" };

/** The whole picture of the keys on this machine. */
export interface Credentials {
  /** In OpenClaw's order of precedence; places that it never reads are last. */
  readonly sources: readonly KeySource[];
  readonly reference: KeyReference;
  /** The result of the provider block's `apiKey` alone, without profiles and plugin. */
  readonly fromBlock: KeyInUse;
  /** For `openclaw` started from this shell, in this directory. */
  readonly inUse: KeyInUse;
  /** For the background service, which has neither this shell's environment nor this directory. */
  readonly inService: KeyInUse;
}

const apiKeyPath: DocumentPath = [...providerPath, "apiKey"];

function source(
  kind: KeySourceKind,
  label: string,
  value: unknown,
  rest: Partial<KeySource> = {},
): KeySource[] {
  if (typeof value !== "string" || value.trim() === "") return [];
  return [{ ...rest, kind, label, value: value.trim(), flaws: keyFlaws(value) }];
}

/**
 * Returns the places that can set a variable, by precedence. An earlier one is never overridden (OpenClaw 2026.9.6).
 * With the plugin the variable is a known credential, which `.env` of the working directory may not set.
 */
function variableSources(places: KeyPlaces, name: string): KeySource[] {
  const inDotenv = parseDotenv(places.dotenv ?? "").get(name);
  const inWorkspace = parseDotenv(places.workspace ?? "").get(name);
  const own = places.workspaceFile !== places.dotenvFile && !places.plugin;
  const vars = getObject(places.config, ["env", "vars"])[name];
  const flat = getObject(places.config, ["env"])[name];
  const at = vars === undefined ? ["env", name] : ["env", "vars", name];
  const of = { variable: name };
  return [
    ...source("environment", name, places.env[name], of),
    ...(own
      ? source("workspace", places.workspaceFile, inWorkspace, {
          ...of,
          file: places.workspaceFile,
          path: [name],
        })
      : []),
    ...source("dotenv", places.dotenvFile, inDotenv, { ...of, file: places.dotenvFile, path: [name] }),
    ...source("config-env", at.join("."), vars ?? flat, { ...of, file: places.configFile, path: at }),
  ];
}

function secretSource(places: KeyPlaces, reference: KeyReference & { kind: "secret" }): KeySource[] {
  const file = secretFile(places.config, reference.provider);
  if (reference.source !== "file" || file === undefined || places.secretText === undefined) return [];
  const value = secretInFile(places.config, reference.provider, reference.id, places.secretText);
  return source("secret-file", file, value, { file });
}

function aisaCliSource(places: KeyPlaces): KeySource[] {
  if (places.aisaCli === undefined) return [];
  const { file, text } = places.aisaCli;
  try {
    return source("aisa-cli", file, getString(JSON.parse(text), ["apiKey"]), { file });
  } catch {
    return []; // not JSON: the other tool could not read it either
  }
}

interface Found {
  readonly reference: KeyReference;
  readonly profiles: readonly KeySource[];
  readonly hiddenProfile: string | undefined;
  readonly variables: readonly KeySource[];
  readonly block: readonly KeySource[];
}

/** Returns the result of the block's `apiKey`; `visible` leaves out what a background service does not see. */
function fromBlock(found: Found, visible: (source: KeySource) => boolean): KeyInUse {
  const { reference, block, variables } = found;
  const value = (name: string) => variables.find((one) => one.variable === name && visible(one));
  switch (reference.kind) {
    case "literal":
      return block[0] ? { kind: "key", source: block[0] } : { kind: "none" };
    case "variable": {
      const got = value(reference.name);
      return got
        ? { kind: "key", source: got }
        : { kind: "text", text: reference.text, name: reference.name };
    }
    case "secret": {
      const got = reference.source === "env" ? value(reference.id) : block[0];
      if (got) return { kind: "key", source: got };
      return reference.source === "env" || reference.source === "file"
        ? { kind: "none" }
        : { kind: "hidden", where: `${reference.source}:${reference.provider}` };
    }
    case "profile":
      return { kind: "hidden", where: reference.name };
    case "unresolved":
      return { kind: "text", text: reference.text, name: reference.name };
    default:
      return { kind: "none" };
  }
}

/** Profile before all; then the environment and the block, in the order that the plugin decides. */
function decide(found: Found, plugin: boolean, visible: (source: KeySource) => boolean): KeyInUse {
  const profile = found.profiles[0];
  if (profile) return { kind: "key", source: profile };
  if (found.hiddenProfile !== undefined) return { kind: "hidden", where: found.hiddenProfile };
  const variable = found.variables.find((one) => one.variable === keyVariable && visible(one));
  if (plugin && variable) return { kind: "key", source: variable };
  return fromBlock(found, visible);
}

const everywhere = () => true;
const outsideShell = (one: KeySource) => one.kind !== "environment" && one.kind !== "workspace";

/**
 * Finds every key on the machine and the one that OpenClaw would send. Source: OpenClaw 2026.1.30 to 2026.9.6, run:
 * an auth profile is first; without the plugin the block's `apiKey` decides and the bare variable is ignored, with it
 * the environment overrides the block.
 */
export function findCredentials(places: KeyPlaces): Credentials {
  const reference = readKeyReference(places.config, apiKeyPath);
  const names = new Set([keyVariable]);
  if (reference.kind === "variable" || reference.kind === "unresolved") names.add(reference.name);
  if (reference.kind === "secret" && reference.source === "env") names.add(reference.id);
  const variables = [...names].flatMap((name) => variableSources(places, name));
  const { sources: profiles, hidden: hiddenProfile } = readProfiles(places, variables);
  const block =
    reference.kind === "literal"
      ? source("config", apiKeyPath.join("."), reference.text, { file: places.configFile, path: apiKeyPath })
      : reference.kind === "secret"
        ? secretSource(places, reference)
        : [];
  const found: Found = { reference, profiles, hiddenProfile, variables, block };
  const ordered = places.plugin ? [...variables, ...block] : [...block, ...variables];
  return {
    sources: [...profiles, ...ordered, ...aisaCliSource(places)],
    reference,
    fromBlock: fromBlock(found, everywhere),
    inUse: decide(found, places.plugin, everywhere),
    inService: decide(found, places.plugin, outsideShell),
  };
}

/** The key that OpenClaw would send, cleaned of nothing; undefined where there is none, or it cannot be seen. */
export function usedKey(credentials: Credentials): string | undefined {
  return credentials.inUse.kind === "key" ? credentials.inUse.source.value : undefined;
}

/** The key that a block of ours would take: the one in use, else the first in a variable. Undefined where there is none. */
export function storedKey(credentials: Credentials | undefined): KeySource | undefined {
  if (credentials?.inUse.kind === "key") return credentials.inUse.source;
  return credentials?.sources.find((one) => one.kind === "environment" || one.kind === "dotenv");
}

/** True when the provider plugin is enabled in the config. */
export function pluginEnabled(config: unknown): boolean {
  const entry = getObject(config, ["plugins", "entries", "aisa"]);
  return isObject(entry) && entry["enabled"] === true && getObject(config, ["plugins"])["enabled"] !== false;
}

/**
 * Where the vendor's `aisa` tool (npm `@aisa-one/cli` 0.2, its `conf` store "aisa-cli") keeps its key.
 * In: environment, home, Node's name of the platform.
 */
export function aisaCliFile(env: Environment, home: string, platform: string): string {
  const folder = "aisa-cli-nodejs";
  const { join } = pathsFor(platform);
  if (platform === "darwin") return join(home, "Library", "Preferences", folder, "config.json");
  if (platform === "win32")
    return join(env["APPDATA"] || join(home, "AppData", "Roaming"), folder, "Config", "config.json");
  return join(env["XDG_CONFIG_HOME"] || join(home, ".config"), folder, "config.json");
}
