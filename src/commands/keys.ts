import { get, isObject } from "../core/json/index.ts";
import {
  type Credentials,
  findCredentials,
  type KeySourceKind,
  pluginEnabled,
  readKeyText,
  usedKey,
} from "../core/keys/index.ts";
import type { Problem } from "../core/problem/index.ts";
import { providerPath } from "../core/provider/index.ts";
import type { Context } from "../ports.ts";
import { shortPath } from "../render/plan.ts";
import type { Look } from "./look.ts";

/** Where keys are searched: the config, and the `.env` next to it. */
type Places = Pick<Look, "config" | "located" | "dotenvFile" | "keyFiles"> & {
  readonly dotenv: { readonly text: string } | undefined;
};

/** A key that can be offered, cleaned, with what people call its place. */
export interface FoundKey {
  readonly value: string;
  readonly label: string;
  /** `workspace`: in the `.env` of the working directory, which someone else may have put there. */
  readonly kind: "environment" | "workspace" | "dotenv" | "config" | "other";
}

/** Finds every key for the provider in the places that can hold one, and which one OpenClaw would use. */
export async function readCredentials(context: Context, found: Places): Promise<Credentials> {
  const { profiles, aisaCli, secret, workspaceFile, workspace } = await found.keyFiles();
  const credentials = findCredentials({
    env: context.env,
    config: found.config,
    configFile: found.located.configPath,
    dotenvFile: found.dotenvFile,
    dotenv: found.dotenv?.text,
    workspaceFile,
    workspace,
    profiles,
    secretText: secret?.text,
    plugin: pluginEnabled(found.config),
    ...(aisaCli ? { aisaCli } : {}),
  });
  for (const source of credentials.sources) context.keepSecret(source.value);
  return credentials;
}

/** Returns the notices about a key in the working directory's `.env`: that it is not stored, or that it is used. */
export function workspaceProblem(variant: "not-stored" | "used", file: string): Problem {
  const problem = { code: "workspace-key", params: { variant, file } } as const;
  return variant === "used" ? { ...problem, severity: "warning" } : problem;
}

const kinds: Partial<Record<KeySourceKind, FoundKey["kind"]>> = {
  environment: "environment",
  workspace: "workspace",
  dotenv: "dotenv",
  config: "config",
  "config-env": "config",
  "secret-file": "config",
};

/**
 * Returns the usable keys on this machine, the one in use first, each value once. A key that is only in the working
 * directory is last, whatever OpenClaw would use: nobody has chosen it.
 */
export async function findKeys(context: Context, found: Look): Promise<FoundKey[]> {
  if (context.demo) return [{ value: context.demo.key, label: context.t.onboard.demoKey, kind: "other" }];
  const credentials = await readCredentials(context, found);
  const used = usedKey(credentials);
  const ordered = [...credentials.sources].sort(
    (a, b) =>
      Number(a.kind === "workspace") - Number(b.kind === "workspace") ||
      Number(b.value === used) - Number(a.value === used),
  );
  const keys = new Map<string, FoundKey>();
  for (const source of ordered) {
    const value = readKeyText(source.value);
    if (value === undefined || keys.has(value)) continue;
    const kind = kinds[source.kind] ?? "other";
    const label = kind === "workspace" ? source.label : shortPath(source.label, context.home);
    keys.set(value, { value, label, kind });
  }
  return [...keys.values()];
}

/**
 * The key that OpenClaw would use now; without a provider block, the one that a block would refer to.
 * Undefined where there is none or it cannot be seen. A key of the working directory is used as OpenClaw would use
 * it there, and the report names its file.
 */
export async function keyInUse(context: Context, found: Places): Promise<string | undefined> {
  return context.demo
    ? context.demo.key
    : keyAmong(context, found.config, await readCredentials(context, found));
}

/** The key of {@link keyInUse} among those that were found. */
export function keyAmong(context: Context, config: unknown, credentials: Credentials): string | undefined {
  const { inUse } = credentials;
  if (inUse.kind === "key" && inUse.source.kind === "workspace")
    context.notice(workspaceProblem("used", inUse.source.label));
  if (isObject(get(config, providerPath))) return usedKey(credentials);
  const variable = credentials.sources.find((one) => one.kind === "environment" || one.kind === "dotenv");
  return usedKey(credentials) ?? variable?.value;
}
