import { readKeyText } from "../../core/keys/index.ts";
import type { Plan, Rotation } from "../../core/plans/index.ts";
import { Failure, fail } from "../../core/problem/index.ts";
import { keyVariable } from "../../core/provider/index.ts";
import { maskKey } from "../../core/text/index.ts";
import type { Context, Report } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { change } from "../apply.ts";
import { mayAsk } from "../ask.ts";
import { baseUrlInForce } from "../connection.ts";
import { readCredentials } from "../keys.ts";
import { type Look, look } from "../look.ts";
import { changeLines } from "../models/change-report.ts";
import { flaggedKey } from "../onboard/key.ts";
import { askKey } from "../onboard/questions.ts";
import { checkOptions, type OnboardOptions, type OnboardSession, startSession } from "../onboard/session.ts";
import { validateKey } from "../onboard/validate.ts";
import { reportedChange } from "../reported-change.ts";
import { type LeftPlace, planRotation } from "./places.ts";

/** The flags of `key rotate`. */
export type RotateOptions = Pick<OnboardOptions, "aisaApiKey" | "aisaApiKeyFile" | "validate" | "offline">;

/** The new key. `fromEnvironment`: AISA_API_KEY holds it already. */
interface NewKey {
  readonly value: string;
  readonly fromEnvironment: boolean;
  /** What people call its place; undefined for one that was typed. */
  readonly label?: string;
}

/** The new key: from the flags, else from AISA_API_KEY, else asked for. */
async function newKey(session: OnboardSession): Promise<NewKey> {
  const { context } = session;
  const flagged = await flaggedKey(session);
  if (flagged?.value !== undefined) return { ...flagged, value: flagged.value, fromEnvironment: false };
  const variable = readKeyText(context.env[keyVariable] ?? "");
  if (variable !== undefined) return { value: variable, fromEnvironment: true, label: keyVariable };
  if (mayAsk(context))
    return { value: await askKey(session, { help: context.t.onboard.help.key }), fromEnvironment: false };
  const what = context.t.rotate.newKey;
  throw fail("missing-input", { what, flag: "--aisa-api-key-file", variable: keyVariable });
}

/** The keys that are in use, in this shell and in the service, and the places that hide theirs. */
async function oldKeys(context: Context, found: Look, { value, fromEnvironment }: NewKey) {
  const env = fromEnvironment ? { ...context.env, [keyVariable]: undefined } : context.env;
  const { inUse, inService, sources } = await readCredentials({ ...context, env }, found);
  const used = [inUse, inService];
  const hidden = used.flatMap((one) => (one.kind === "hidden" ? one.where : []));
  const known = used.flatMap((one) => (one.kind === "key" ? one.source.value : []));
  const all = known.length > 0 ? known : sources.map((one) => one.value);
  const keys = all.flatMap((one) => readKeyText(one) ?? []).filter((one) => one !== value);
  return { old: [...new Set(keys)], hidden: [...new Set(hidden)], hasKey: all.length > 0 };
}

/** Has the gateway accept the new key before the old one goes. Throws Failure. */
async function validate(
  session: OnboardSession,
  baseUrl: string,
  { value: key, label }: NewKey,
): Promise<boolean> {
  const { options, context } = session;
  if (options.offline || !options.validate) {
    await session.warn(context.t.onboard.keyUnchecked);
    return false;
  }
  const validation = await validateKey(session, baseUrl, key, { from: label ?? context.t.rotate.newKey });
  if (validation.kind === "failed") throw new Failure(validation.problem);
  return true;
}

/** A plan, and the places that hold the old key and are left. */
interface RotatePlan extends Plan {
  readonly left: readonly LeftPlace[];
}

function notesOn(
  { t, home }: Context,
  left: readonly LeftPlace[],
  hidden: readonly string[],
  restart: boolean,
) {
  return [
    ...left.map(({ place, reason }) => t.rotate.left(shortPath(place, home), reason)),
    ...hidden.map((where) => t.rotate.hidden(where)),
    ...(restart ? [t.rotate.restart] : []),
  ];
}

/**
 * Replaces the key in use by a new one: the new one is checked first, then every file of OpenClaw's that holds the old
 * one is changed in one write. Places that belong to others are listed. Throws Failure `missing-key` where there is no
 * key to replace.
 */
export async function run(context: Context, options: RotateOptions): Promise<Report> {
  checkOptions(context, { ...options, verify: false });
  const session = startSession(context, { ...options, verify: false }, "key rotate");
  const found = await look(context);
  const next = await newKey(session);
  context.keepSecret(next.value);
  const { old, hidden, hasKey } = await oldKeys(context, found, next);
  if (!hasKey && hidden.length === 0) throw fail("missing-key", {});
  const baseUrl = baseUrlInForce(context, found.config, found.dotenv);
  const isValid = old.length > 0 ? await validate(session, baseUrl, next) : false;
  const rotation: Rotation = { old, next: next.value };
  const applied = await change(context, {
    command: "key rotate",
    confirm: true,
    found,
    build: async (now): Promise<RotatePlan> => {
      const { changes, left } = await planRotation(context, now, rotation);
      return { changes, notices: [], left };
    },
  });
  const { left } = applied.plan;
  const written = applied.drafts.some((one) => one.change.format === "dotenv") && applied.changed;
  const isStuck = applied.drafts.length === 0 && (left.length > 0 || hidden.length > 0);
  const masked = old.map(maskKey);
  const { t } = context;
  return {
    changed: applied.changed,
    change: reportedChange(applied),
    data: { old: masked, new: maskKey(next.value), validated: isValid, left, hidden },
    problems: [...session.problems, ...applied.notices],
    lines: [
      ...session.lines,
      ...changeLines(context, applied, {
        before: masked.map((key) => t.rotate.replaces(key, maskKey(next.value))),
        done: [t.rotate.done],
        nothing: isStuck ? [] : [t.rotate.nothing(maskKey(next.value))],
        notes: notesOn(context, left, hidden, written),
        problems: [...session.problems, ...applied.notices],
        confirmed: true,
      }),
    ],
    outcome: isStuck ? "failed" : undefined,
  };
}
