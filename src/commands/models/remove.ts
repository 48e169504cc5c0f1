import type { Change } from "../../core/change/index.ts";
import { applyToValue } from "../../core/edit/index.ts";
import { formatPath } from "../../core/json/index.ts";
import { modelToRemove } from "../../core/models/index.ts";
import { modelRoles, planAllowlist } from "../../core/openclaw/index.ts";
import {
  isForeignReference,
  needsPrimary,
  planRemoval,
  type Removal,
  removableIds,
} from "../../core/plans/index.ts";
import { fail, type Problem } from "../../core/problem/index.ts";
import { bareId, configuredIds, toReference } from "../../core/provider/index.ts";
import type { Context, Report } from "../../ports.ts";
import { change, planOf } from "../apply.ts";
import { mayAsk } from "../ask.ts";
import { type Look, look } from "../look.ts";
import { reportedChange } from "../reported-change.ts";
import { keepTemperatures } from "../temperature.ts";
import { planEntries } from "./block.ts";
import { changeLines } from "./change-report.ts";
import { chooseOne, understandModel } from "./known.ts";
import { type PickingOptions, withPicked } from "./pick.ts";

/** The arguments of `models remove`. */
export interface RemoveOptions extends PickingOptions {
  /** The default model from then on. */
  readonly primary?: string;
}

/**
 * The id that a text means among the models that can be removed, or of one that is not set up. A guess counts only
 * where the question before the change shows it. Throws Failure `model-not-configured` or
 * `ambiguous-model`.
 */
async function meaning(context: Context, text: string, found: Look): Promise<string> {
  const removable = removableIds(found.config, configuredIds(found.config));
  const meant = modelToRemove(text, removable, await context.catalog());
  if (meant.kind === "one") return meant.id;
  if (meant.kind === "none") throw fail("model-not-configured", { model: text, suggestions: meant.nearest });
  const [only, ...others] = meant.ids;
  if (only === undefined || others.length > 0) return chooseOne(context, text, meant.ids);
  if (!mayAsk(context)) throw fail("model-not-configured", { model: text, suggestions: meant.ids });
  return only;
}

/** The reference of the model that becomes the default one; undefined where none has to, and none was named. */
async function choosePrimary(
  context: Context,
  found: Look,
  ids: readonly string[],
  options: RemoveOptions,
): Promise<string | undefined> {
  const { remove } = context.t.modelsChange;
  const { config } = found;
  if (options.primary !== undefined) {
    if (isForeignReference(config, options.primary)) return options.primary;
    const { id } = await understandModel(context, options.primary, found, options);
    if (!ids.includes(id)) return toReference(id);
    throw fail("usage", { variant: "text", text: remove.primaryGoes("--primary", id) });
  }
  if (!needsPrimary(config, ids)) return undefined;
  const { primary, fallbacks } = modelRoles(config);
  const rest = configuredIds(config)
    .filter((id) => !ids.includes(id))
    .map(toReference);
  const foreign = fallbacks.filter((one) => isForeignReference(config, one));
  const choices = [...new Set([...rest, ...foreign])];
  if (!context.interactive || choices.length === 0)
    throw fail("missing-input", { flag: "--primary", what: remove.primaryNeeded(primary) });
  const prompter = await context.prompter();
  return prompter.select({
    message: remove.askPrimary(primary),
    choices: choices.map((one) => ({ value: one, name: one })),
  });
}

/** What the new default model needs: an entry where it has none, a place in the allowlist, its own temperature. */
async function planNewPrimary(context: Context, found: Look, primary: string, options: RemoveOptions) {
  const changes: Change[] = [];
  let problems: readonly Problem[] = [];
  if (primary.startsWith(toReference(""))) {
    const id = bareId(primary);
    if (!configuredIds(found.config).includes(id)) {
      const { figures } = await understandModel(context, id, found, options);
      changes.push(...(await planEntries(context, found, [figures])));
    }
    const temperatures = await keepTemperatures(context, found.config, [id]);
    changes.push(...temperatures.changes);
    problems = temperatures.problems;
  }
  return { changes: [...changes, ...planAllowlist(found.config, [primary])], problems };
}

function notesOn(context: Context, removal: Removal): string[] {
  const { remove } = context.t.modelsChange;
  return [
    ...removal.agents.map(remove.agentFallsBack),
    ...(removal.opensAllowlist ? [remove.opened] : []),
    ...(removal.left.length > 0 ? [remove.left(removal.left.map(formatPath))] : []),
  ];
}

/** Removes models, with every reference to them. The default model is removed only if another one is named. */
export const run = (context: Context, options: RemoveOptions): Promise<Report> =>
  withPicked(context, "remove", options, removeModels);

async function removeModels(context: Context, options: RemoveOptions): Promise<Report> {
  const { t } = context;
  const found = await look(context);
  const texts = options.models.flatMap((one) => one.split(",")).filter((one) => one.trim() !== "");
  const meant: { text: string; id: string }[] = [];
  for (const text of texts) meant.push({ text, id: await meaning(context, text, found) });
  const ids = [...new Set(meant.map((one) => one.id))];
  const removable = removableIds(found.config, configuredIds(found.config));
  const present = ids.filter((id) => removable.includes(id));
  const primary = present.length > 0 ? await choosePrimary(context, found, ids, options) : undefined;
  const applied = await change(context, {
    command: "models remove",
    confirm: true,
    found,
    build: async (now) => {
      const removal = planRemoval(now.config, ids, primary);
      const after = { ...now, config: applyToValue(now.config, removal.changes) };
      const added = primary ? await planNewPrimary(context, after, primary, options) : undefined;
      const changes = [...removal.changes, ...(added?.changes ?? [])];
      return { ...planOf(now, changes, added?.problems ?? []), removal };
    },
  });
  const { removal } = applied.plan;
  const problems = [...applied.plan.notices, ...applied.notices];
  return {
    changed: applied.changed,
    change: reportedChange(applied),
    data: {
      models: ids.map((id) => ({ id, reference: toReference(id), present: present.includes(id) })),
      primary: primary ?? null,
      agents: removal.agents,
      left: removal.left.map(formatPath),
    },
    problems,
    lines: changeLines(context, applied, {
      before: meant
        .filter((one) => bareId(one.text) !== one.id)
        .map((one) => t.onboard.resolved(one.text, one.id)),
      done: [t.modelsChange.remove.done(present), ...(primary ? [t.modelsSet.done(primary)] : [])],
      nothing: [t.modelsChange.remove.already(ids)],
      notes: notesOn(context, removal),
      problems,
      confirmed: true,
    }),
  };
}
