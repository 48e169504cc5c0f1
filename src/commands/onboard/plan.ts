import { type Change, type FileChange, isEdit, restrictToOwner } from "../../core/change/index.ts";
import { applyToValue } from "../../core/edit/index.ts";
import { entryFigures } from "../../core/models/index.ts";
import { type Plan, planOnboard, planRemoval } from "../../core/plans/index.ts";
import { fail } from "../../core/problem/index.ts";
import { configuredIds, defaultBaseUrl, normalizeBaseUrl, providerBlock } from "../../core/provider/index.ts";
import { configuredBaseUrl, invalidUrl } from "../connection.ts";
import type { Look } from "../look.ts";
import { keepTemperatures } from "../temperature.ts";
import type { CheckedKey } from "./key.ts";
import type { ChosenModels } from "./models.ts";
import type { OnboardSession } from "./session.ts";
import { keyConflicts, type StoredKey } from "./storage.ts";

/** Where requests go, and how that is written: a variable that leads there stays one. */
export interface ChosenBaseUrl {
  readonly url: string;
  readonly written: string;
}

/** The base URL to set up. Throws Failure `invalid-base-url`; prints a correction. */
export async function decideBaseUrl(session: OnboardSession, found: Look): Promise<ChosenBaseUrl> {
  const { context, options } = session;
  const present = providerBlock(found.config)["baseUrl"];
  const configured = configuredBaseUrl(context, found.config, found.dotenv);
  const given = options.baseUrl ?? (context.env["AISA_BASE_URL"] || undefined);
  const text = given ?? configured ?? (typeof present === "string" ? present : defaultBaseUrl);
  const normal = normalizeBaseUrl(text);
  const source = options.baseUrl === undefined ? "AISA_BASE_URL" : "--base-url";
  if (!normal && given !== undefined) throw fail("invalid-base-url", invalidUrl(text, source));
  const url = normal?.url ?? defaultBaseUrl;
  if (!normal || normal.corrected) await session.warn(context.t.onboard.baseUrlCorrected(text, url));
  const stays = typeof present === "string" && present !== configured && configured === url;
  return { url, written: stays ? present : url };
}

/** Everything that was decided: what the plan is made from. */
export interface Decided {
  /** As it is written into the block. */
  readonly writtenUrl: string;
  readonly baseUrl: string;
  readonly key: CheckedKey;
  readonly models: ChosenModels;
  /** Configured models that go. */
  readonly dropped: readonly string[];
  /** The model that proves the result; undefined where there is none. */
  readonly toAsk: string | undefined;
  readonly stored: StoredKey;
}

/** Plans what was decided, from the files as they are. The notices do not tell of other keys that would win. */
export async function planChanges(session: OnboardSession, found: Look, decided: Decided): Promise<Plan> {
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
  changes.push(...(decided.stored.providers ?? []));
  const { dropped } = decided;
  const used = [...configuredIds(found.config), ...decided.models.ids].filter((id) => !dropped.includes(id));
  const temperatures = await keepTemperatures(context, found.config, used);
  changes.push(...temperatures.changes);
  if (decided.stored.apiKey?.secret) changes.push(...restrictToOwner(found.state));
  const config: FileChange = { file: found.located.configPath, format: "json5", changes };
  const { dotenv } = decided.stored;
  // The key goes first: a config that names a variable which does not exist yet is invalid for old versions.
  const files = [...(dotenv ? [dotenv] : []), config];
  if (dropped.length > 0) {
    const after = applyToValue(found.config, changes.filter(isEdit));
    files.push({ ...config, changes: planRemoval(after, dropped, undefined).changes });
  }
  return { changes: files, notices: temperatures.problems };
}

/** Plans what was decided, and finds the keys that OpenClaw would use in place of the one that was set up. */
export async function planFor(session: OnboardSession, found: Look, decided: Decided): Promise<Plan> {
  const { changes, notices } = await planChanges(session, found, decided);
  const key = { key: decided.key.value, storage: decided.stored.storage };
  return {
    changes,
    notices: [
      ...(decided.stored.notices ?? []),
      ...(await keyConflicts(session, found, changes, key)),
      ...notices,
    ],
  };
}
