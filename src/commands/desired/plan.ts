import { type Change, type FileChange, restrictToOwner } from "../../core/change/index.ts";
import type { RolesWish, SetupState } from "../../core/desired/index.ts";
import { applyToValue } from "../../core/edit/index.ts";
import { type DocumentPath, formatPath, get, isObject } from "../../core/json/index.ts";
import { entryFigures } from "../../core/models/index.ts";
import {
  agentDefaults,
  agentIds,
  modelRoles,
  modelSettingPath,
  planAllowlist,
} from "../../core/openclaw/index.ts";
import { needsPrimary, type Plan, planRemoval, planRoles } from "../../core/plans/index.ts";
import { fail } from "../../core/problem/index.ts";
import {
  bareId,
  configuredIds,
  type EntryFigures,
  modelEntry,
  planProvider,
  providerPath,
  toReference,
} from "../../core/provider/index.ts";
import type { Context, DataText, LiveModel } from "../../ports.ts";
import type { Look } from "../look.ts";
import { pluginProvides } from "../models/block.ts";
import type { StoredKey } from "../onboard/storage.ts";
import { agree, readSkill } from "../skill/files.ts";
import { keepTemperatures } from "../temperature.ts";
import type { NamedModels } from "./models.ts";

/** What a state comes to, everything in it understood. */
export interface Understood {
  readonly state: SetupState;
  /** The file that says so, and where its parts are. */
  readonly file: string;
  readonly path: DocumentPath;
  readonly placeOf: DataText["at"];
  readonly writtenUrl: string;
  readonly stored: StoredKey;
  readonly models: NamedModels;
  readonly live: readonly LiveModel[] | undefined;
}

/** A plan for a state. */
export interface StatePlan extends Plan {
  /** Agents whose own model goes. */
  readonly agents: readonly string[];
  /** The `.env` that keeps a key although another place gets it. */
  readonly keyStays: string | undefined;
}

/** The models that have no entry yet. */
const missingIn = (config: unknown, { models }: Understood) => {
  const configured = configuredIds(config);
  return models.ids.filter((id) => !configured.includes(id));
};

/** What a block that is there lacks of the state; what the state does not name is left as it is. */
function planExisting(
  config: unknown,
  { state, stored, writtenUrl }: Understood,
  models: readonly EntryFigures[],
): Change[] {
  const set = (name: string, value: unknown, secret = false): Change[] =>
    get(config, [...providerPath, name]) === value
      ? []
      : [{ op: "set", path: [...providerPath, name], value, ...(secret ? { secret } : {}) }];
  const path = [...providerPath, "models"];
  return [
    ...(state.baseUrl === undefined ? [] : set("baseUrl", writtenUrl)),
    ...(stored.apiKey ? set("apiKey", stored.apiKey.value, stored.apiKey.secret) : []),
    ...models.map((figures): Change => ({ op: "append", path, value: modelEntry(figures) })),
  ];
}

/** Changes to the provider block; one that does not exist is made where the state asks for something in it. */
async function planBlock(context: Context, config: unknown, wanted: Understood): Promise<Change[]> {
  const { state, models, stored, writtenUrl, live } = wanted;
  const hasBlock = isObject(get(config, providerPath));
  const isAsked = models.ids.length > 0 || state.key !== undefined || state.baseUrl !== undefined;
  const isProvided = pluginProvides(config) || (!hasBlock && state.plugin === true && !models.isExact);
  if (!isAsked || isProvided) return [];
  const catalog = await context.catalog();
  const wished = hasBlock ? missingIn(config, wanted) : models.ids;
  const ids = wished.length === 0 && !hasBlock ? catalog.defaults : wished;
  const figures = ids.map((id) =>
    entryFigures(
      catalog,
      id,
      live?.find((one) => one.id === id),
    ),
  );
  const block =
    hasBlock && Array.isArray(get(config, [...providerPath, "models"]))
      ? planExisting(config, wanted, figures)
      : planProvider(config, { baseUrl: writtenUrl, apiKey: stored.apiKey, models: figures });
  return [...block, ...(stored.providers ?? [])];
}

const rolesOf = ({ primary, fallbacks }: RolesWish) => ({ primary, fallbacks });

function planAgents(context: Context, config: unknown, { models, path, placeOf }: Understood): Change[] {
  return [...models.agents].flatMap(([id, roles]) => {
    const setting = modelSettingPath(config, id);
    if (setting !== undefined) return planRoles(config, setting, rolesOf(roles));
    const text = context.t.modelsSet.noAgent(id, agentIds(config));
    throw fail("usage", { variant: "text", text }, { at: placeOf([...path, "agents", id], "key") });
  });
}

/** What removes the models that the state does not list. Throws Failure `state-invalid` where the default one would go. */
function planGone(config: unknown, { models, path, placeOf, file }: Understood) {
  const gone = models.isExact ? configuredIds(config).filter((id) => !models.ids.includes(id)) : [];
  const place = [...path, "models"];
  if (needsPrimary(config, gone))
    throw fail(
      "state-invalid",
      {
        variant: "needs-primary",
        file,
        path: formatPath(place),
        model: bareId(modelRoles(config).primary ?? gone[0] ?? ""),
      },
      { at: placeOf(place, "value") },
    );
  return planRemoval(config, gone, undefined);
}

async function planSkill(context: Context, wish: boolean | undefined): Promise<FileChange[]> {
  if (wish === undefined) return [];
  const skill = await readSkill(context);
  const { file, text, current, isCurrent } = skill;
  if (wish ? isCurrent : current === undefined) return [];
  await agree(context, skill, wish ? context.t.skill.replace : context.t.skill.removeForeign);
  const change: Change = wish ? { op: "set", path: [], value: text } : { op: "remove", path: [] };
  return [{ file, format: "text", changes: [change] }];
}

/** Plans what brings the files to a state: nothing where they are as it says. */
export async function planState(context: Context, found: Look, wanted: Understood): Promise<StatePlan> {
  const { models, stored, state } = wanted;
  const changes = await planBlock(context, found.config, wanted);
  changes.push(...planRoles(found.config, [...agentDefaults, "model"], rolesOf(models.roles)));
  changes.push(...planAgents(context, found.config, wanted));
  const removal = planGone(applyToValue(found.config, changes), wanted);
  changes.push(...removal.changes);
  const settled = applyToValue(found.config, changes);
  // A model that was there and that nothing uses may be hidden on purpose.
  const used = [...new Set([...missingIn(found.config, wanted), ...models.used])];
  changes.push(...planAllowlist(settled, used.map(toReference)));
  const temperatures = await keepTemperatures(context, settled, used);
  changes.push(...temperatures.changes);
  if (stored.apiKey?.secret) changes.push(...restrictToOwner(found.state));
  const config: FileChange = { file: found.located.configPath, format: "json5", changes };
  return {
    // The key is first: old versions reject a config with a variable that does not exist yet.
    changes: [...(stored.dotenv ? [stored.dotenv] : []), config, ...(await planSkill(context, state.skill))],
    notices: [...(stored.notices ?? []), ...temperatures.problems],
    agents: removal.agents,
    keyStays: stored.keyStays,
  };
}
