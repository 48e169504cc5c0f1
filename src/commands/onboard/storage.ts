import type { FileChange } from "../../core/change.ts";
import { parseDotenv } from "../../core/dotenv.ts";
import { fail, type Problem } from "../../core/problem.ts";
import { keyReference, keyVariable, providerBlock } from "../../core/provider.ts";
import { isObject } from "../../core/value.ts";
import type { Look } from "../apply.ts";
import { mayAsk } from "../ask.ts";
import type { ObtainedKey } from "./key.ts";
import { askStorage } from "./questions.ts";
import type { KeyStorage, OnboardSession } from "./session.ts";

/** What the choice of a place means for the two files. */
export interface StoredKey {
  readonly storage: KeyStorage;
  /** The text for `apiKey` in the provider block; undefined leaves what is there. */
  readonly apiKey: { readonly value: string; readonly secret: boolean } | undefined;
  readonly dotenv: FileChange | undefined;
}

/**
 * Where the key goes: the flag; else where it already is; else `env` when OpenClaw's environment has it,
 * else the state directory's `.env`, which OpenClaw's background service reads too (OpenClaw 2026.9.6).
 */
export async function chooseStorage(
  session: OnboardSession,
  found: Look,
  key: ObtainedKey,
): Promise<KeyStorage> {
  const { context, options } = session;
  const inEnvironment = context.env[keyVariable]?.trim() === key.value;
  if (options.keyStorage === "env" && !inEnvironment && context.env[keyVariable] === undefined)
    throw fail("usage", { detail: context.t.onboard.storageEnvEmpty });
  if (options.keyStorage) return options.keyStorage;
  const stored = parseDotenv(found.dotenv?.text ?? "").get(keyVariable) === key.value;
  const initial: KeyStorage = key.kind === "config" ? "config" : inEnvironment && !stored ? "env" : "dotenv";
  if (!mayAsk(context) || key.kind === "config" || stored) return initial;
  const possible: KeyStorage[] = inEnvironment ? ["env", "dotenv", "config"] : ["dotenv", "config"];
  return askStorage(session, found.dotenvFile, possible, initial);
}

/** The key's part of the plan. A SecretRef, or another reference that gives this very key, stays. */
export function planKey(found: Look, key: ObtainedKey, storage: KeyStorage): StoredKey {
  const present = providerBlock(found.config)["apiKey"];
  const keeps = key.kind === "config" && (isObject(present) || typeof present === "string");
  if (storage === "config")
    return { storage, apiKey: keeps ? undefined : { value: key.value, secret: true }, dotenv: undefined };
  const apiKey = { value: keyReference, secret: false };
  if (storage === "env") return { storage, apiKey, dotenv: undefined };
  return {
    storage,
    apiKey,
    dotenv: {
      file: found.dotenvFile,
      format: "dotenv",
      changes: [{ op: "set", path: [keyVariable], value: key.value, secret: true }],
    },
  };
}

/** Things worth knowing about where the key is now. */
export function keyWarnings(session: OnboardSession, stored: StoredKey, key: ObtainedKey): Problem[] {
  const inEnvironment = session.context.env[keyVariable]?.trim();
  if (stored.storage !== "dotenv" || !inEnvironment || inEnvironment === key.value) return [];
  return [
    {
      code: "conflicting-keys",
      params: { sources: [keyVariable, ".env"], source: keyVariable, variant: "environment-wins" },
    },
  ];
}
