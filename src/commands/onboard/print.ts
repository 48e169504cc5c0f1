import type { Change, FileChange } from "../../core/change/index.ts";
import { applyToValue } from "../../core/edit/index.ts";
import { type DocumentPath, formatPath, get, isObject, type JsonObject } from "../../core/json/index.ts";
import { standardInputs } from "../../core/keys/index.ts";
import { agentDefaults } from "../../core/openclaw/index.ts";
import { Failure, fail } from "../../core/problem/index.ts";
import { keyReference, keyVariable, providerPath } from "../../core/provider/index.ts";
import type { ConfigStore, Context, LiveModel, Report } from "../../ports.ts";
import { problemLines } from "../../render/problem.ts";
import { draftAll } from "../apply.ts";
import { keyInUse, referencedKey } from "../keys.ts";
import { type Look, look } from "../look.ts";
import { reportedChange } from "../reported-change.ts";
import { flaggedKey } from "./key.ts";
import { chooseModels } from "./models.ts";
import { decideBaseUrl, planChanges } from "./plan.ts";
import { type OnboardOptions, type OnboardSession, startSession } from "./session.ts";
import { planKey, type StoredKey } from "./storage.ts";
import { validateKey } from "./validate.ts";

/** Whether onboarding prints what it would write. */
export const isPrinted = ({ options }: Context, flags: OnboardOptions) =>
  Boolean(flags.print || flags.fragment || options.config === "-");

/** Throws Failure `usage` for flags that contradict printing. */
function checkFlags({ t, options }: Context, flags: OnboardOptions): void {
  const isInput = options.config === "-" && standardInputs.includes(flags.aisaApiKeyFile ?? "");
  const text = options.diff
    ? t.onboard.printAndDiff
    : isInput
      ? t.onboard.twoInputs
      : flags.keyStorage === "config"
        ? t.onboard.printedKey
        : undefined;
  if (text !== undefined) throw fail("usage", { variant: "text", text });
}

/** Most characters that standard input is read to. */
const largestInput = 1024 * 1024;

/** The same context with the config of standard input, and no other file of OpenClaw's: the result is the same everywhere. */
async function onStandardInput(context: Context): Promise<Context> {
  const text = await context.readStdin();
  const file = context.t.onboard.standardInput;
  if (text.length >= largestInput) throw fail("config-unreadable", { variant: "too-large", file, limit: 1 });
  const state = { path: file, target: file, text, hash: "", mode: 0o600 };
  const located = {
    configPath: file,
    stateDir: context.cwd,
    exists: true,
    decidedBy: "--config",
    ignored: [],
  };
  const store = async (): Promise<ConfigStore> => ({
    ...(await context.store()),
    locate: async () => located,
    read: async (path) => (path === file ? state : undefined),
  });
  return { ...context, store };
}

/** The key to check with the gateway, as far as there is one; it is never printed. */
async function keyToCheck(session: OnboardSession, found: Look): Promise<string | undefined> {
  const { options, context } = session;
  const flagged = await flaggedKey(session);
  if (flagged !== undefined) return flagged.value;
  if (options.keyRef !== undefined) return referencedKey(context, found, options.keyRef);
  return context.options.config === "-"
    ? context.env[keyVariable]?.trim() || undefined
    : keyInUse(context, found);
}

async function liveModels(
  session: OnboardSession,
  baseUrl: string,
  key: string | undefined,
): Promise<readonly LiveModel[] | undefined> {
  const { options, context } = session;
  if (key === undefined || options.offline || !options.validate) {
    await session.warn(context.t.onboard.keyUnchecked);
    return undefined;
  }
  const validation = await validateKey(session, baseUrl, key);
  if (validation.kind === "failed") throw new Failure(validation.problem);
  return validation.models;
}

/** Where the printed config takes the key from: the reference that was asked for, else what it has, else our variable. */
async function storedFor(session: OnboardSession, found: Look): Promise<StoredKey> {
  if (session.options.keyRef !== undefined)
    return planKey(session, found, { value: undefined, kind: "reference" });
  const present = get(found.config, [...providerPath, "apiKey"]);
  const apiKey = present === undefined || present === "" ? { value: keyReference, secret: false } : undefined;
  return { storage: "env", apiKey, dotenv: undefined };
}

/** An object with the values at some paths, and nothing else. */
function pick(value: unknown, paths: readonly DocumentPath[]): JsonObject {
  const changes = paths.flatMap((path): Change[] => {
    const found = get(value, path);
    return found === undefined ? [] : [{ op: "set", path, value: found }];
  });
  const picked = applyToValue({}, changes);
  return isObject(picked) ? picked : {};
}

/** Our part of the config: the block, the default model, and what the plan touches besides. */
function fragmentOf(value: unknown, changes: readonly Change[]): string {
  const inLists = (path: DocumentPath) => {
    const at = path.findIndex((part) => typeof part === "number");
    return at === -1 ? path : path.slice(0, at);
  };
  const isOurs = (path: DocumentPath) => providerPath.every((part, index) => path[index] === part);
  const touched = changes.map(({ path }) => inLists(path)).filter((path) => !isOurs(path));
  const paths = [providerPath, [...agentDefaults, "model"], ["secrets", "providers", "aisa"], ...touched];
  return `${JSON.stringify(pick(value, paths), null, 2)}\n`;
}

/** The places of texts that would be masked wherever they are shown. */
function secretPaths(value: unknown, hide: Context["hide"]): DocumentPath[] {
  const found: DocumentPath[] = [];
  const stack: { path: DocumentPath; value: unknown }[] = [{ path: [], value }];
  for (let one = stack.pop(); one; one = stack.pop()) {
    const { path, value: at } = one;
    if (typeof at === "string") {
      const shown = JSON.stringify({ [String(path.at(-1))]: at });
      if (hide(shown) !== shown) found.push(path);
    } else if (typeof at === "object" && at !== null) {
      const parts = Array.isArray(at) ? [...at.entries()] : Object.entries(at);
      for (const [name, member] of parts.reverse()) stack.push({ path: [...path, name], value: member });
    }
  }
  return found;
}

/** Throws Failure `key-in-output` for a text that holds a secret: masked, it would be another config. */
function assertPrintable({ hide, t }: Context, text: string, value: unknown): void {
  if (hide(text) === text) return;
  const paths = secretPaths(value, hide);
  const [first] = paths;
  const path = first === undefined ? t.onboard.inComment : formatPath(first);
  throw fail("key-in-output", { path, count: Math.max(1, paths.length) });
}

/** The new text of the config; one part of which an included file holds cannot be printed as one file. */
async function textAfter(found: Look, change: FileChange) {
  const drafts = await draftAll(found, [change]);
  const included = drafts.find((one) => one.change.file !== change.file);
  if (included) {
    const path = formatPath(change.changes[0]?.path ?? []);
    throw fail("config-include", { path, file: included.change.file, variant: "not-editable" });
  }
  return { drafts, text: drafts[0]?.after ?? found.document.text };
}

/**
 * Prints the config that onboarding would write, or our part of it, and writes nothing: for configs that are kept in a
 * repository. It asks nothing, and the key is never in it.
 */
export async function printConfig(given: Context, options: OnboardOptions): Promise<Report> {
  checkFlags(given, options);
  const quiet = { ...given, interactive: false };
  const context = given.options.config === "-" ? await onStandardInput(quiet) : quiet;
  const session = startSession(context, options);
  const found = await look(context);
  const base = await decideBaseUrl(session, found);
  const live = await liveModels(session, base.url, await keyToCheck(session, found));
  const catalog = await context.catalog();
  const models = await chooseModels(session, { config: found.config, catalog, live, baseUrl: base.url });
  const stored = await storedFor(session, found);
  const key = { value: undefined, kind: "reference", live, unproven: true } as const;
  const decided = {
    baseUrl: base.url,
    writtenUrl: base.written,
    key,
    models,
    dropped: [],
    toAsk: undefined,
    stored,
  };
  const plan = await planChanges(session, found, decided);
  const [change] = plan.changes;
  const changes = change?.changes ?? [];
  const value = applyToValue(
    found.config,
    changes.filter((one) => one.op !== "mode"),
  );
  const { drafts, text } =
    options.fragment || !change
      ? { drafts: [], text: fragmentOf(value, changes) }
      : await textAfter(found, change);
  assertPrintable(context, text, options.fragment ? JSON.parse(text) : value);
  const problems = [...session.problems, ...(stored.notices ?? []), ...plan.notices];
  const notes = stored.apiKey?.value === keyReference ? [context.t.onboard.keyElsewhere(keyVariable)] : [];
  return {
    changed: false,
    change: reportedChange({ pending: drafts.length > 0, backup: undefined, drafts }),
    data: { text },
    document: text,
    problems,
    lines: [
      ...session.lines,
      ...notes,
      ...problems.flatMap((problem) => problemLines(problem, context.t, context.style)),
    ],
  };
}
