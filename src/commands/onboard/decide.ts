import type { Credentials } from "../../core/keys/index.ts";
import { configuredIds, toReference } from "../../core/provider/index.ts";
import { type Applied, change } from "../apply.ts";
import type { Given } from "./answers.ts";
import { type CheckedKey, checkKey, decideKey } from "./key.ts";
import {
  type ChosenModels,
  chooseModels,
  currentFallbacks,
  currentOwn,
  droppableIds,
  foreignDefault,
  type ModelSources,
} from "./models.ts";
import { type Decided, planFor } from "./plan.ts";
import type { KeyStorage } from "./session.ts";
import { planKey } from "./storage.ts";

/** What models are chosen from, once the key was checked. */
export async function sourcesFor({ session, found, baseUrl }: Given, key: CheckedKey): Promise<ModelSources> {
  const catalog = await session.context.catalog();
  return { config: found.config, catalog, live: key.live, baseUrl: baseUrl.url };
}

/** Completes what was decided about the key and the models. */
export async function decidedFor(
  { session, found, baseUrl }: Given,
  chosen: {
    readonly key: CheckedKey;
    readonly models: ChosenModels;
    readonly dropped: readonly string[];
    readonly storage?: KeyStorage;
    readonly credentials?: Credentials;
  },
): Promise<Decided> {
  const { key, models, dropped } = chosen;
  const toAsk = models.primary ?? models.ids[0] ?? currentOwn(found.config) ?? configuredIds(found.config)[0];
  const stored = await planKey(session, found, key, chosen);
  return { baseUrl: baseUrl.url, writtenUrl: baseUrl.written, key, models, dropped, toAsk, stored };
}

/** Says what the flags change or leave that a user may not expect: the default model, and models left out. */
async function sayWhatElse({ session }: Given, models: ChosenModels, sources: ModelSources): Promise<void> {
  const { context, options } = session;
  const { onboard } = context.t;
  const foreign = foreignDefault(sources.config);
  if (foreign !== undefined && models.primary !== undefined && options.primary === undefined)
    await session.warn(onboard.replacesDefault(foreign, toReference(models.primary)));
  if (options.models === undefined && options.preset === undefined) return;
  const used = [models.primary ?? currentOwn(sources.config), ...currentFallbacks(sources.config)];
  const left = droppableIds(models.ids, sources, options).filter((id) => !used.includes(id));
  if (left.length > 0) await session.warn(onboard.othersStay(left));
}

/**
 * Decides everything from the flags and what is there, and writes it. Throws Failure where something is missing that
 * only a person could say.
 */
export async function decideAlone(given: Given): Promise<{ decided: Decided; written: Applied }> {
  const { session, flagged, keys, baseUrl } = given;
  const obtained = flagged ?? decideKey(session, keys);
  const key = await checkKey(session, obtained, baseUrl.url);
  const sources = await sourcesFor(given, key);
  const models = await chooseModels(session, sources);
  const decided = await decidedFor(given, { key, models, dropped: [] });
  await sayWhatElse(given, models, sources);
  return { decided, written: await write(given, decided, {}) };
}

/** Writes what was decided; on a terminal it is asked about first. */
export function write(
  { session, found }: Given,
  decided: Decided,
  frame: Parameters<typeof change>[1]["frame"],
): Promise<Applied> {
  return change(session.context, {
    command: "onboard",
    confirm: true,
    found,
    build: (present) => planFor(session, present, decided),
    ...(frame ? { frame } : {}),
  });
}

/** What a run comes to that only checks: nothing is planned and nothing written. */
export const unwritten: Applied = {
  plan: { changes: [], notices: [] },
  drafts: [],
  preview: [],
  notices: [],
  changed: false,
  pending: false,
  backup: undefined,
};
