import { keptProblem } from "../../core/models/index.ts";
import { firstError } from "../../core/problem/index.ts";
import { toReference } from "../../core/provider/index.ts";
import type { Context, Report } from "../../ports.ts";
import type { Applied } from "../apply.ts";
import { mayAsk } from "../ask.ts";
import { findKeys } from "../keys.ts";
import { type Look, look } from "../look.ts";
import { pinsAgainst } from "../models/switch-sessions.ts";
import { reportedChange } from "../reported-change.ts";
import { compareWritten } from "./compare.ts";
import { decideAlone } from "./decide.ts";
import { headerLines } from "./header.ts";
import { givenKey } from "./key.ts";
import { type Decided, decideBaseUrl } from "./plan.ts";
import { offerPlugin, type PluginOutcome } from "./plugin.ts";
import { isPrinted, printConfig } from "./print.ts";
import { askDefaultModel, judge, printAnswer, printVerdict, type Verified } from "./proof.ts";
import { onboardData, reportLines } from "./report.ts";
import { checkOptions, type OnboardOptions, type OnboardSession, startSession } from "./session.ts";
import { runWizard } from "./wizard.ts";

async function report(
  session: OnboardSession,
  decided: Decided,
  applied: Applied,
  verified: Verified,
  plugin: PluginOutcome,
): Promise<Report> {
  const change = reportedChange(applied);
  return {
    changed: applied.changed || plugin === "installed",
    change: { ...change, pending: change.pending || plugin === "pending" },
    data: { ...onboardData(session, decided, verified), plugin },
    problems: session.problems,
    lines: await reportLines(session, decided, applied),
    outcome: firstError(session.problems),
  };
}

/** The change, where it has not been shown already because it was asked about. */
async function sayPlan(session: OnboardSession, applied: Applied): Promise<void> {
  const { context } = session;
  const shown = context.interactive && !context.options.yes && !applied.pending;
  if (shown || applied.preview.length === 0) return;
  for (const line of ["", ...applied.preview, ""]) await session.say(line);
}

async function sayWritten(session: OnboardSession, applied: Applied): Promise<void> {
  const { t } = session.context;
  if (applied.changed) await session.done(t.plan.written(applied.backup));
  else if (!applied.pending) await session.done(t.onboard.unchanged);
}

/** Notes the sessions that keep another model than the default one. */
async function notePins(
  { context, problems }: OnboardSession,
  found: Look,
  { models }: Decided,
): Promise<void> {
  if (models.primary === undefined || context.demo) return;
  const pins = await pinsAgainst(context, found, { reference: toReference(models.primary) });
  problems.push(...keptProblem(pins ?? []));
}

/** Proves what was written: OpenClaw accepts it, it is there as planned, and the default model answers. */
async function verify(session: OnboardSession, decided: Decided, written: Applied) {
  // If a rejection would restore the files, the chat waits for the verdict: otherwise there would be nothing to test.
  const early = written.changed ? undefined : await askDefaultModel(session, decided, written);
  const { applied, verdict } = await judge(session, written, early);
  await sayWritten(session, applied);
  await printVerdict(session, verdict);
  const compared = await compareWritten(session, decided, applied);
  const chat = written.changed ? await askDefaultModel(session, decided, applied) : early;
  const answer = await printAnswer(session, decided, applied, chat);
  return { applied, verified: { verdict, compared, answer } };
}

/**
 * Sets AIsa up: finds what is there, gets and checks a key, chooses models, shows the change, writes it,
 * and proves that it works. Questions only on a terminal; every answer can be given as a flag.
 */
export async function run(context: Context, options: OnboardOptions): Promise<Report> {
  checkOptions(context, options);
  if (isPrinted(context, options)) return printConfig(context, options);
  const session = startSession(context, options);
  const found = await look(context);
  if (!context.options.json) for (const line of await headerLines(session, found)) await session.say(line);
  const baseUrl = await decideBaseUrl(session, found);
  const flagged = await givenKey(session, found);
  const given = { session, found, baseUrl, flagged, keys: flagged ? [] : await findKeys(context, found) };
  const { decided, written } = await (mayAsk(context) ? runWizard(given) : decideAlone(given));
  session.problems.push(...written.plan.notices, ...written.notices);
  await sayPlan(session, written);
  const { applied, verified } = await verify(session, decided, written);
  await notePins(session, found, decided);
  return report(session, decided, applied, verified, await offerPlugin(session));
}
