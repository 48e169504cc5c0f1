import { largestKeyFile, readKeyFile, readKeyText, standardInputs } from "../../core/keys/index.ts";
import { Failure, fail, isAboutKey, type Problem } from "../../core/problem/index.ts";
import { keyVariable } from "../../core/provider/index.ts";
import type { LiveModel } from "../../ports.ts";
import { problemLines } from "../../render/problem.ts";
import { mayAsk } from "../ask.ts";
import { type FoundKey, findKeys, referencedKey, workspaceProblem } from "../keys.ts";
import type { Look } from "../look.ts";
import { type AfterFailure, askAfterFailure, askKey, askUseKey } from "./questions.ts";
import type { OnboardSession } from "./session.ts";
import { validateKey } from "./validate.ts";

/** A key and where it came from. */
export interface ObtainedKey {
  /** Undefined where a reference is set up whose key cannot be read here. */
  readonly value: string | undefined;
  /** `config`: it is in the config, or in a file that the config names. */
  readonly kind: FoundKey["kind"] | "argument" | "file" | "typed" | "reference";
}

/** A key with the gateway's answer to it; `live` is undefined if it was not asked, or did not answer. */
export interface CheckedKey extends ObtainedKey {
  readonly live: readonly LiveModel[] | undefined;
  /** The check failed and the user went on anyway: there is no answer to be had now. */
  readonly unproven: boolean;
}

function keyOf(text: string, isCut: boolean, source: string): string {
  const { key, flaw } = isCut ? ({ flaw: "too-large" } as const) : readKeyFile(text);
  if (key === undefined) throw fail("malformed-key", { variant: flaw, source, limit: largestKeyFile });
  return key;
}

/** The key in a file, a pipe or a device, or on standard input. */
export async function keyFromFile(
  { context }: Pick<OnboardSession, "context">,
  file: string,
): Promise<string> {
  const maxBytes = largestKeyFile * 1024;
  if (standardInputs.includes(file)) {
    const text = await context.readStdin();
    return keyOf(text, text.length > maxBytes, context.t.onboard.standardInput);
  }
  const read = await (await context.files()).readStream(file, maxBytes);
  if (read.kind !== "text")
    throw fail("usage", { variant: "text", text: context.t.onboard.noKeyFile(file, read.kind) });
  return keyOf(read.text, read.isCut, file);
}

/** The key of the flags. Throws Failure `malformed-key`, or `usage` for a file that is not there. */
export async function flaggedKey(session: OnboardSession): Promise<ObtainedKey | undefined> {
  const { options, context } = session;
  if (options.aisaApiKeyFile !== undefined)
    return { value: await keyFromFile(session, options.aisaApiKeyFile), kind: "file" };
  if (options.aisaApiKey === undefined) return undefined;
  const value = readKeyText(options.aisaApiKey);
  if (value === undefined) throw fail("malformed-key", { source: "--aisa-api-key" });
  context.keepSecret(value);
  await session.warn(context.t.onboard.argumentWarning);
  return { value, kind: "argument" };
}

/**
 * Without questions the first key found is used; on a terminal it is offered, masked. Throws Failure `workspace-key`
 * if the only one is in the working directory and there is no terminal.
 */
async function foundKey(session: OnboardSession, found: Look): Promise<ObtainedKey | undefined> {
  const { context } = session;
  const asks = mayAsk(context);
  for (const key of await findKeys(context, found)) {
    if (!asks && key.kind === "workspace") throw new Failure(workspaceProblem("not-stored", key.label));
    if (!asks || (await askUseKey(session, key))) return { value: key.value, kind: key.kind };
  }
  return undefined;
}

async function firstKey(session: OnboardSession, found: Look): Promise<ObtainedKey> {
  const { keyRef } = session.options;
  const flagged = await flaggedKey(session);
  if (keyRef !== undefined && flagged === undefined)
    return { value: await referencedKey(session.context, found, keyRef), kind: "reference" };
  const known = flagged ?? (await foundKey(session, found));
  if (known) return known;
  const { context } = session;
  if (!mayAsk(context))
    throw fail("missing-input", {
      what: context.t.onboard.ask.key,
      flag: "--aisa-api-key",
      variable: keyVariable,
    });
  return { value: await askKey(session), kind: "typed" };
}

/**
 * Gets a key and checks it with the gateway. On a terminal a rejection is explained and asked about; otherwise it is
 * thrown: Failure with exit code 3 for the key, 4 for the network.
 */
export async function obtainKey(session: OnboardSession, found: Look, baseUrl: string): Promise<CheckedKey> {
  const { context, options } = session;
  let key = await firstKey(session, found);
  if (options.offline || !options.validate) {
    await session.warn(context.t.onboard.keyUnchecked);
    return { ...key, live: undefined, unproven: false };
  }
  for (;;) {
    if (key.value === undefined) {
      await session.warn(context.t.onboard.keyUnseen);
      return { ...key, live: undefined, unproven: true };
    }
    context.keepSecret(key.value);
    const validation = await validateKey(session, baseUrl, key.value);
    if (validation.kind === "accepted") return { ...key, live: validation.models, unproven: false };
    const { problem } = validation;
    if (!mayAsk(context)) throw new Failure(problem);
    const next = await explainAndAsk(session, problem);
    if (next === "stop") throw fail("cancelled", {});
    if (next === "goOn") {
      await session.warn(context.t.onboard.keyUnchecked);
      return { ...key, live: undefined, unproven: true };
    }
    if (next === "another") key = { value: await askKey(session), kind: "typed" };
  }
}

/** Explains why the check failed and asks what to do; what would be commands elsewhere are choices here. */
async function explainAndAsk(session: OnboardSession, problem: Problem): Promise<AfterFailure> {
  const { t, style, progress } = session.context;
  (await progress()).note(problemLines(problem, t, style, { commands: false }));
  return askAfterFailure(session, isAboutKey(problem));
}
