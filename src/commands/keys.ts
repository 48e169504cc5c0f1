import { parseDotenv } from "../core/edit/index.ts";
import { get, getString, isObject } from "../core/json/index.ts";
import {
  type Credentials,
  findCredentials,
  type KeyRef,
  type KeySourceKind,
  largestKeyFile,
  pluginEnabled,
  readKeyFile,
  readKeyRef,
  readKeyText,
  storedKey,
  usedKey,
  valueAt,
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
  return storedKey(credentials)?.value;
}

/**
 * The key that a reference such as `env:NAME` leads to, as far as it can be read here: a program is not run, and a
 * file may be another user's. Kept secret.
 */
export async function referencedKey(
  context: Context,
  found: Look,
  text: string,
): Promise<string | undefined> {
  const ref = readKeyRef(text);
  if (ref === undefined || ref.kind === "exec") return undefined;
  const value = ref.kind === "env" ? variableIn(context, found, ref.name) : await keyInFile(context, ref);
  const key = readKeyText(value ?? "");
  if (key !== undefined) context.keepSecret(key);
  return key;
}

/** A variable as OpenClaw would read it: from the environment, the state directory's `.env`, or `env.vars`. */
function variableIn({ env }: Context, { config, dotenv }: Look, name: string): string | undefined {
  return env[name] ?? parseDotenv(dotenv?.text ?? "").get(name) ?? getString(config, ["env", "vars", name]);
}

async function keyInFile(
  context: Context,
  { path, id }: KeyRef & { kind: "file" },
): Promise<string | undefined> {
  const file = path.replace(/^~(?=\/)/, context.home);
  const read = await (await context.files()).readStream(file, largestKeyFile * 1024);
  if (read.kind !== "text" || read.isCut) return undefined;
  return id === "value" ? readKeyFile(read.text).key : valueAt(read.text, id);
}
