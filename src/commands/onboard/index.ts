import { defaultBaseUrl, normalizeBaseUrl } from "../../core/base-url.ts";
import { entryFigures } from "../../core/catalog.ts";
import { type Change, ownersAlone, type Plan } from "../../core/change.ts";
import { exitCodes } from "../../core/exit-codes.ts";
import { planOnboard } from "../../core/plan.ts";
import { fail, severityOf } from "../../core/problem.ts";
import { problemTable } from "../../core/problem-codes.ts";
import { configuredIds, providerBlock } from "../../core/provider.ts";
import type { Context, Report } from "../../ports.ts";
import { type Applied, change, type Look, look } from "../apply.ts";
import { configuredBaseUrl } from "../connection.ts";
import { keepTemperatures } from "../temperature.ts";
import { headerLines } from "./header.ts";
import { type CheckedKey, obtainKey } from "./key.ts";
import { type ChosenModels, chooseModels } from "./models.ts";
import { offerPlugin, type PluginOutcome } from "./plugin.ts";
import { onboardData, reportLines } from "./report.ts";
import { checkOptions, type OnboardOptions, type OnboardSession, startSession } from "./session.ts";
import { keyConflicts, planKey, type StoredKey } from "./storage.ts";
import { type Verified, verify } from "./verify.ts";

/** Where requests go, and how that is written: a variable that leads there stays one. */
interface ChosenBaseUrl {
  readonly url: string;
  readonly written: string;
}

/** The base URL to set up. Throws Failure `invalid-base-url`; a correction is said. */
async function decideBaseUrl(session: OnboardSession, found: Look): Promise<ChosenBaseUrl> {
  const { context, options } = session;
  const present = providerBlock(found.config)["baseUrl"];
  const configured = configuredBaseUrl(context, found.config, found.dotenv);
  const given = options.baseUrl ?? (context.env["AISA_BASE_URL"] || undefined);
  const text = given ?? configured ?? (typeof present === "string" ? present : defaultBaseUrl);
  const normal = normalizeBaseUrl(text);
  if (!normal && given !== undefined) throw fail("invalid-base-url", { url: text });
  const url = normal?.url ?? defaultBaseUrl;
  if (!normal || normal.corrected) await session.warn(context.t.onboard.baseUrlCorrected(text, url));
  const stays = typeof present === "string" && present !== configured && configured === url;
  return { url, written: stays ? present : url };
}

interface Decided {
  /** As it is written into the block. */
  readonly writtenUrl: string;
  readonly baseUrl: string;
  readonly key: CheckedKey;
  readonly models: ChosenModels;
  readonly stored: StoredKey;
}

/** The plan for what was decided, made from the files as they are now. */
async function planFor(session: OnboardSession, found: Look, decided: Decided): Promise<Plan> {
  const { context } = session;
  const catalog = await context.catalog();
  const { live } = decided.key;
  const figures = decided.models.ids.map((id) =>
    entryFigures(
      catalog,
      id,
      live?.find((model) => model.id === id),
    ),
  );
  const changes: Change[] = planOnboard(found.config, {
    baseUrl: decided.writtenUrl,
    apiKey: decided.stored.apiKey,
    models: figures,
    primary: decided.models.primary,
    fallbacks: decided.models.fallbacks,
  });
  const used = [...configuredIds(found.config), ...decided.models.ids];
  const temperatures = await keepTemperatures(context, found.config, used);
  changes.push(...temperatures.changes);
  if (decided.stored.apiKey?.secret) changes.push(...ownersAlone(found.state));
  const files: Plan["files"] = [{ file: found.located.configPath, format: "json5", changes }];
  // The key goes first: a config that names a variable which does not exist yet is invalid for old versions.
  const plan = { files: decided.stored.dotenv ? [decided.stored.dotenv, ...files] : files };
  const { storage } = decided.stored;
  const conflicts = await keyConflicts(session, found, plan, { key: decided.key.value, storage });
  session.later = [...conflicts, ...temperatures.problems];
  return plan;
}

function exitCode(session: OnboardSession): number {
  const first = session.problems.find((problem) => severityOf(problem) === "error");
  return first ? problemTable[first.code].exit : exitCodes.ok;
}

async function report(
  session: OnboardSession,
  decided: Decided,
  applied: Applied,
  verified: Verified,
  plugin: PluginOutcome,
): Promise<Report> {
  return {
    changed: applied.changed || plugin === "installed",
    data: { ...onboardData(session, decided, applied, verified), plugin },
    problems: session.problems,
    lines: reportLines(session, decided, applied),
    exit: exitCode(session),
  };
}

/** What was done; the change itself has been shown already where it was asked about. */
async function sayApplied(session: OnboardSession, applied: Applied): Promise<void> {
  const { context } = session;
  const shown = context.interactive && !context.options.yes && !applied.pending;
  if (!shown) for (const line of applied.preview) await session.say(line);
  if (applied.changed) await session.done(context.t.plan.written(applied.backup ?? ""));
  else if (!applied.pending) await session.done(context.t.onboard.unchanged);
}

/**
 * Sets AIsa up: finds what is there, gets and checks a key, chooses models, shows the change, writes it,
 * and proves that it works. Questions only on a terminal; every answer can be given as a flag.
 */
export async function run(context: Context, options: OnboardOptions): Promise<Report> {
  checkOptions(context, options);
  const session = startSession(context, options);
  const found = await look(context);
  if (context.interactive) (await context.progress()).note(await headerLines(session, found));
  const { url: baseUrl, written: writtenUrl } = await decideBaseUrl(session, found);
  const key = await obtainKey(session, found, baseUrl);
  const catalog = await context.catalog();
  const models = await chooseModels(session, {
    config: found.config,
    catalog,
    live: key.live,
    baseUrl,
  });
  const stored = await planKey(session, found, key);
  const decided = { baseUrl, writtenUrl, key, models, stored };
  const applied = await change(context, {
    command: "onboard",
    confirm: true,
    build: (present) => planFor(session, present, decided),
  });
  session.problems.push(...session.later, ...applied.notices);
  await sayApplied(session, applied);
  const verified = await verify(session, {
    applied,
    baseUrl,
    key: key.value,
    model: models.primary ?? models.ids[0],
  });
  return report(session, decided, applied, verified, await offerPlugin(session));
}
