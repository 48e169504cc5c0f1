import { type Change, type FileChange, isEdit, restrictToOwner } from "../../core/change/index.ts";
import { applyToValue, editDotenv, parseDotenv } from "../../core/edit/index.ts";
import { formatPath, get } from "../../core/json/index.ts";
import {
  apiKeyFor,
  type Credentials,
  type KeySource,
  keyRefText,
  planSecretProvider,
  readKeyRef,
} from "../../core/keys/index.ts";
import { fail, type Problem } from "../../core/problem/index.ts";
import { keyReference, keyVariable, type ProviderWish, providerPath } from "../../core/provider/index.ts";
import type { Context } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { readCredentials } from "../keys.ts";
import type { Look } from "../look.ts";
import { checkRefSupport } from "../secret-refs.ts";
import type { ObtainedKey } from "./key.ts";
import type { KeyStorage, OnboardSession } from "./session.ts";

/** What the choice of a place means for the two files. */
export interface StoredKey {
  readonly storage: KeyStorage | "reference";
  /** What `apiKey` in the provider block becomes; undefined leaves what is there. */
  readonly apiKey: ProviderWish["apiKey"];
  readonly dotenv: FileChange | undefined;
  /** Changes elsewhere in the config that a reference needs. */
  readonly providers?: readonly Change[];
  /** The `.env` that keeps a key although the config gets it. */
  readonly keyStays?: string;
  /** What there is to say about a reference. */
  readonly notices?: readonly Problem[];
}

const storageOf: Partial<Record<KeySource["kind"], KeyStorage>> = {
  environment: "env",
  dotenv: "dotenv",
  "config-env": "config",
  config: "config",
  "secret-file": "config",
};

/** Where the block now gets this very key from; undefined if it gets another one, or none. */
function keptAt({ fromBlock }: Credentials, key: ObtainedKey): KeyStorage | undefined {
  if (fromBlock.kind !== "key" || fromBlock.source.value !== key.value) return undefined;
  return storageOf[fromBlock.source.kind];
}

/** Where the variable that we refer to has this very key from; undefined where it has not. */
function variableAt({ sources }: Credentials, key: ObtainedKey): KeyStorage | undefined {
  const first = sources.find((one) => one.variable === keyVariable && one.value === key.value);
  return first && storageOf[first.kind];
}

/** Where the key goes: decided, or to be asked. */
export type StorageChoice =
  | { readonly kind: "settled"; readonly storage: KeyStorage }
  | { readonly kind: "open"; readonly possible: readonly KeyStorage[]; readonly initial: KeyStorage };

/**
 * Where the key goes: the flag; else where it already is; else `env` when OpenClaw's environment has it,
 * else the state directory's `.env`, which OpenClaw's background service reads too (OpenClaw 2026.9.6).
 * Throws Failure `usage` for a flag that cannot be followed.
 */
export function storageChoice(
  { context, options }: OnboardSession,
  found: Look,
  key: ObtainedKey,
  credentials: Credentials,
): StorageChoice {
  const variable = context.env[keyVariable]?.trim();
  const kept = keptAt(credentials, key);
  if (options.keyStorage === "env" && variable !== key.value && kept !== "env")
    throw fail("usage", { variant: "text", text: context.t.onboard.storageEnv(Boolean(variable)) });
  if (options.keyStorage) return { kind: "settled", storage: options.keyStorage };
  const stored = parseDotenv(found.dotenv?.text ?? "").get(keyVariable) === key.value;
  const initial = kept ?? (stored ? "dotenv" : variableAt(credentials, key)) ?? "dotenv";
  const settled = initial === "config" || (initial === "dotenv" && (stored || kept !== undefined));
  if (settled) return { kind: "settled", storage: initial };
  const possible: KeyStorage[] = variable === key.value ? ["env", "dotenv", "config"] : ["dotenv", "config"];
  return { kind: "open", possible, initial };
}

/** Where the key goes without a question. */
const usualStorage = (choice: StorageChoice) => (choice.kind === "settled" ? choice.storage : choice.initial);

/** The block refers to our variable already, in a form that works: `${…}` or a SecretRef. */
function refersToVariable({ reference }: Credentials): boolean {
  if (reference.kind === "variable") return reference.name === keyVariable;
  return reference.kind === "secret" && reference.source === "env" && reference.id === keyVariable;
}

/** The plan for a reference. One that leads to the same place already stays in its form. */
async function planReference(context: Context, { config }: Look, text: string): Promise<StoredKey> {
  const ref = readKeyRef(text);
  if (ref === undefined) throw fail("internal-error", { detail: "a reference that was checked" });
  const stays = keyRefText(config, [...providerPath, "apiKey"].map(String)) === text.trim();
  const providers = planSecretProvider(config, ref);
  return {
    storage: "reference",
    apiKey: stays ? undefined : { value: apiKeyFor(ref), secret: false },
    dotenv: undefined,
    providers,
    notices: stays && providers.length === 0 ? [] : await checkRefSupport(context, config, text),
  };
}

/** The key's part of the plan: what is right already stays as it is, SecretRefs and other names included. */
export async function planKey(
  session: OnboardSession,
  found: Look,
  key: ObtainedKey,
  chosen: { readonly storage?: KeyStorage; readonly credentials?: Credentials } = {},
): Promise<StoredKey> {
  const { keyRef } = session.options;
  if (keyRef !== undefined && key.kind !== "typed") return planReference(session.context, found, keyRef);
  const { value } = key;
  if (value === undefined) return { storage: "env", apiKey: undefined, dotenv: undefined };
  const credentials = chosen.credentials ?? (await readCredentials(session.context, found));
  const storage = chosen.storage ?? usualStorage(storageChoice(session, found, key, credentials));
  const nothing = { storage, apiKey: undefined, dotenv: undefined };
  if (keptAt(credentials, key) === storage) return nothing;
  const reference = refersToVariable(credentials) ? undefined : { value: keyReference, secret: false };
  if (storage === "env") return { ...nothing, apiKey: reference };
  if (storage === "config") {
    const provided = session.options.keyStorage === undefined && variableAt(credentials, key) === "config";
    const stays = parseDotenv(found.dotenv?.text ?? "").has(keyVariable) && !provided;
    return {
      ...nothing,
      apiKey: provided ? reference : { value, secret: true },
      ...(stays ? { keyStays: found.dotenvFile } : {}),
    };
  }
  const changes: Change[] = [{ op: "set", path: [keyVariable], value, secret: true }];
  return {
    storage,
    apiKey: reference,
    dotenv: {
      file: found.dotenvFile,
      format: "dotenv",
      changes: [...changes, ...restrictToOwner(found.dotenv)],
    },
  };
}

/**
 * Warns if OpenClaw would send another key than the one that was set up, after this plan: an auth profile, or a
 * variable of the environment, overrides what we write.
 */
export async function keyConflicts(
  session: OnboardSession,
  found: Look,
  plan: readonly FileChange[],
  { key, storage }: { readonly key: string | undefined; readonly storage: StoredKey["storage"] },
): Promise<Problem[]> {
  const { context } = session;
  if (context.demo || key === undefined) return [];
  const edits = (file: string) =>
    plan
      .filter((one) => one.file === file)
      .flatMap((one) => one.changes)
      .filter(isEdit);
  const config = applyToValue(found.config, edits(found.located.configPath));
  const text = editDotenv(found.dotenv?.text ?? "", edits(found.dotenvFile));
  const { inUse } = await readCredentials(context, { ...found, config, dotenv: { text } });
  if (inUse.kind === "hidden" && isProfile(config, inUse.where))
    return [{ code: "conflicting-keys", params: { source: inUse.where, variant: "hidden" } }];
  if (inUse.kind !== "key" || inUse.source.value === key) return [];
  const { source } = inUse;
  const sources = [source.label, placeName(session, found, storage)];
  return [{ code: "conflicting-keys", params: { variant: "several", source: source.label, sources } }];
}

function placeName({ context }: OnboardSession, found: Look, storage: StoredKey["storage"]): string {
  if (storage === "dotenv") return shortPath(found.dotenvFile, context.home);
  return storage === "env" ? keyVariable : formatPath([...providerPath, "apiKey"]);
}

const isProfile = (config: unknown, name: string) => get(config, ["auth", "profiles", name]) !== undefined;
