import { type KeyText, largestKeyFile, readKey, readKeyFile, standardInputs } from "../../core/keys/index.ts";
import { Failure, fail } from "../../core/problem/index.ts";
import { keyVariable } from "../../core/provider/index.ts";
import type { LiveModel } from "../../ports.ts";
import { type FoundKey, referencedKey, workspaceProblem } from "../keys.ts";
import type { Look } from "../look.ts";
import type { OnboardSession } from "./session.ts";
import { validateKey } from "./validate.ts";

/** A key and where it came from. */
export interface ObtainedKey {
  /** Undefined where a reference is set up whose key cannot be read here. */
  readonly value: string | undefined;
  /** `config`: it is in the config, or in a file that the config names. */
  readonly kind: FoundKey["kind"] | "argument" | "file" | "typed" | "reference";
  /** What people call its place; undefined for one that was typed. */
  readonly label?: string;
}

/** A key with the gateway's answer to it; `live` is undefined if it was not asked, or did not answer. */
export interface CheckedKey extends ObtainedKey {
  readonly live: readonly LiveModel[] | undefined;
  /** The check failed and the user went on anyway: there is no answer to be had now. */
  readonly unproven: boolean;
}

/** Says what was removed around a key. Out: the key. */
export async function sayCleaned(session: OnboardSession, { key, removed }: KeyText): Promise<string> {
  session.context.keepSecret(key);
  if (removed.length > 0) await session.done(session.context.t.onboard.keyCleaned(removed));
  return key;
}

function keyOf(text: string, isCut: boolean, source: string): KeyText {
  const read = isCut ? ({ flaw: "too-large" } as const) : readKeyFile(text);
  if (read.flaw !== undefined)
    throw fail("malformed-key", { variant: read.flaw, source, limit: largestKeyFile });
  return read;
}

/** The key in a file, a pipe or a device, or on standard input. In: where the file is named, for the message. */
export async function keyFromFile(
  { context }: Pick<OnboardSession, "context">,
  file: string,
  place = "--aisa-api-key-file",
): Promise<KeyText> {
  const maxBytes = largestKeyFile * 1024;
  if (standardInputs.includes(file)) {
    const text = await context.readStdin();
    return keyOf(text, text.length > maxBytes, context.t.onboard.standardInput);
  }
  const read = await (await context.files()).readStream(file, maxBytes);
  if (read.kind !== "text")
    throw fail("usage", { variant: "text", text: context.t.onboard.noKeyFile(place, file, read.kind) });
  return keyOf(read.text, read.isCut, file);
}

/** The key of the flags. Throws Failure `malformed-key`, or `usage` for a file that is not there. */
export async function flaggedKey(session: OnboardSession): Promise<ObtainedKey | undefined> {
  const { options, context } = session;
  if (options.aisaApiKeyFile !== undefined)
    return {
      value: await sayCleaned(session, await keyFromFile(session, options.aisaApiKeyFile)),
      kind: "file",
      label: options.aisaApiKeyFile,
    };
  if (options.aisaApiKey === undefined) return undefined;
  const read = readKey(options.aisaApiKey);
  if (read === undefined) {
    const source = "--aisa-api-key";
    const isEmpty = options.aisaApiKey.trim() === "";
    throw fail("malformed-key", isEmpty ? { variant: "empty", source, limit: largestKeyFile } : { source });
  }
  const value = await sayCleaned(session, read);
  await session.warn(context.t.onboard.argumentWarning);
  return { value, kind: "argument", label: "--aisa-api-key" };
}

/**
 * The key of the flags, `--key-ref` included; without a value where only OpenClaw can read it. Throws as
 * {@link flaggedKey}.
 */
export async function givenKey(session: OnboardSession, found: Look): Promise<ObtainedKey | undefined> {
  const flagged = await flaggedKey(session);
  const { keyRef } = session.options;
  if (flagged !== undefined || keyRef === undefined) return flagged;
  return { value: await referencedKey(session.context, found, keyRef), kind: "reference", label: keyRef };
}

/**
 * Without questions: the first key found. Throws Failure `workspace-key` where the only one is in the working
 * directory, `missing-input` where there is none.
 */
export function decideKey({ context }: OnboardSession, [key]: readonly FoundKey[]): ObtainedKey {
  if (key?.kind === "workspace") throw new Failure(workspaceProblem("not-stored", key.label));
  if (key) return key;
  throw fail("missing-input", {
    what: context.t.onboard.ask.key,
    flag: "--aisa-api-key",
    variable: keyVariable,
  });
}

/** Whether the gateway is to check the key: `--offline` and `--no-validate` skip that. */
export const isChecked = ({ options }: OnboardSession): boolean => options.validate && !options.offline;

/** A key that is used unchecked, which is said. `unproven`: the check failed. */
export async function useUnchecked(
  session: OnboardSession,
  key: ObtainedKey,
  unproven: boolean,
): Promise<CheckedKey> {
  await session.warn(session.context.t.onboard.keyUnchecked);
  return { ...key, live: undefined, unproven };
}

/** A key that only OpenClaw can read, which is said. */
export async function useUnseen(session: OnboardSession, key: ObtainedKey): Promise<CheckedKey> {
  await session.warn(session.context.t.onboard.keyUnseen);
  return { ...key, live: undefined, unproven: true };
}

/**
 * Without questions: has the gateway check a key. Throws Failure with exit code 3 for the key, 4 for the network.
 */
export async function checkKey(
  session: OnboardSession,
  key: ObtainedKey,
  baseUrl: string,
): Promise<CheckedKey> {
  if (!isChecked(session)) return useUnchecked(session, key, false);
  if (key.value === undefined) return useUnseen(session, key);
  session.context.keepSecret(key.value);
  const validation = await validateKey(session, baseUrl, key.value, { from: key.label });
  if (validation.kind === "accepted") return { ...key, live: validation.models, unproven: false };
  throw new Failure(validation.problem);
}
