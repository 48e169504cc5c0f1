import type { SetupState } from "../../core/desired/index.ts";
import { type DocumentPath, formatPath } from "../../core/json/index.ts";
import { readKeyRef } from "../../core/keys/index.ts";
import { Failure, fail } from "../../core/problem/index.ts";
import type { Context, DataText, LiveModel, Report } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { type Applied, change, missingChanges } from "../apply.ts";
import { keyInUse, referencedKey } from "../keys.ts";
import { type Look, look } from "../look.ts";
import { changeLines } from "../models/change-report.ts";
import { keyFromFile, sayCleaned } from "../onboard/key.ts";
import { decideBaseUrl } from "../onboard/plan.ts";
import { judge } from "../onboard/proof.ts";
import { type OnboardOptions, type OnboardSession, startSession } from "../onboard/session.ts";
import { keyConflicts, planKey, type StoredKey } from "../onboard/storage.ts";
import { validateKey } from "../onboard/validate.ts";
import { reportedChange } from "../reported-change.ts";
import { nameModels, placed } from "./models.ts";
import { planState, type StatePlan } from "./plan.ts";
import { settlePlugin } from "./plugin.ts";

/** The flags of `apply`. */
export interface StateOptions {
  readonly offline?: boolean;
  readonly validate: boolean;
  readonly verify: boolean;
}

/** A state of one profile, and where it is written. */
export interface Wanted {
  readonly state: SetupState;
  readonly file: string;
  readonly path: DocumentPath;
  readonly placeOf: DataText["at"];
}

function onboardOptions({ key, baseUrl }: SetupState, options: StateOptions): OnboardOptions {
  return {
    ...options,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(key?.kind === "reference" ? { keyRef: key.reference } : {}),
    ...(key?.kind === "stored" ? { keyStorage: key.store } : {}),
  };
}

/** The key that the state leads to, or that is in use; one that is to be stored must be there to be read. */
async function findKey(session: OnboardSession, found: Look, { state, path, placeOf }: Wanted) {
  const { context } = session;
  const { key } = state;
  if (key === undefined) return keyInUse(context, found);
  if (key.kind === "reference") return referencedKey(context, found, key.reference);
  const [, kind, place = ""] = /^(env|file):(.+)$/.exec(key.from) ?? [];
  const at = [...path, "key", "from"];
  return placed(placeOf(at, "value"), async () => {
    if (kind === "file") return sayCleaned(session, await keyFromFile(session, place, formatPath(at)));
    const value = await referencedKey(context, found, key.from);
    if (value !== undefined) return value;
    throw fail("missing-key", {});
  });
}

/** Says that a reference leads to no key here, as far as this can be seen: what a program prints is not known. */
async function sayMissing(session: OnboardSession, { key }: SetupState): Promise<void> {
  if (key?.kind !== "reference" || readKeyRef(key.reference)?.kind === "exec") return;
  const place = key.reference.replace(/^(?:env|file):/, "");
  await session.warn(session.context.t.desired.keyNotHere(place));
}

const untouched: StoredKey = { storage: "env", apiKey: undefined, dotenv: undefined };

/** Asks the gateway for its models once, at the latest before something is written. */
function askOnce(session: OnboardSession, baseUrl: string, key: string | undefined) {
  const { offline, validate } = session.options;
  let asked: Promise<readonly LiveModel[] | undefined> | undefined;
  const ask = async () => {
    if (key === undefined || offline || !validate) return undefined;
    const validation = await validateKey(session, baseUrl, key);
    if (validation.kind === "accepted") return validation.models;
    throw new Failure(validation.problem);
  };
  return () => {
    asked ??= ask();
    return asked;
  };
}

/**
 * Brings one profile to a state: reads, plans, shows, writes with one backup, and has the installed OpenClaw judge it.
 * The gateway is asked only where something changes, or a model is not known otherwise. Throws Failure with line and
 * column where the file is the cause.
 */
export async function applySetup(context: Context, wanted: Wanted, options: StateOptions): Promise<Report> {
  const { state, path, placeOf } = wanted;
  const session = startSession(context, onboardOptions(state, options), "apply");
  const found = await look(context);
  const base = await placed(placeOf([...path, "baseUrl"], "value"), () => decideBaseUrl(session, found));
  const value = await findKey(session, found, wanted);
  if (value === undefined) await sayMissing(session, state);
  const live = askOnce(session, base.url, value);
  const models = await nameModels({ context, config: found.config, placeOf, live }, state, path);
  const keyPlan = (now: Look) =>
    state.key === undefined ? untouched : planKey(session, now, { value, kind: "file" });
  const applied = await change(context, {
    command: "apply",
    confirm: true,
    found,
    build: async (now): Promise<StatePlan> => {
      const stored = await keyPlan(now);
      const understood = { ...wanted, writtenUrl: base.written, stored, models };
      const plan = await planState(context, now, { ...understood, live: undefined });
      if ((await missingChanges(now, plan)).length === 0) return plan;
      const settled = await planState(context, now, { ...understood, live: await live() });
      const conflicts = await keyConflicts(session, now, settled.changes, {
        key: state.key === undefined ? undefined : value,
        storage: stored.storage,
      });
      return { ...settled, notices: [...conflicts, ...settled.notices] };
    },
  });
  const judged = applied.changed ? await judge(session, applied) : { applied };
  return reportOf(session, wanted, {
    ...applied,
    ...judged.applied,
    plan: applied.plan,
  } as Applied<StatePlan>);
}

async function reportOf(
  session: OnboardSession,
  { state }: Wanted,
  applied: Applied<StatePlan>,
): Promise<Report> {
  const { context } = session;
  const { t } = context;
  const plugin = await settlePlugin(context, state.plugin);
  const problems = [...session.problems, ...applied.plan.notices, ...applied.notices, ...plugin.problems];
  const change = reportedChange(applied);
  const { profile } = context.options;
  const { keyStays } = applied.plan;
  return {
    changed: applied.changed || plugin.changed,
    change: {
      ...change,
      pending: change.pending || plugin.pending,
      changes: [...change.changes, ...plugin.changes],
    },
    data: { profile: profile ?? null, plugin: plugin.state },
    problems,
    lines: [
      ...session.lines,
      ...changeLines(context, applied, {
        before: [],
        done: [t.desired.done],
        nothing: plugin.changed || plugin.pending || plugin.state === "failed" ? [] : [t.desired.nothing],
        notes: [
          ...applied.plan.agents.map(t.desired.agentFallsBack),
          ...(keyStays === undefined ? [] : [t.onboard.keyStays(shortPath(keyStays, context.home))]),
        ],
        problems,
        confirmed: true,
      }),
      ...plugin.lines,
    ],
  };
}
