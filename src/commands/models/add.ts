import { chatModelIds, type UnknownFigure, unknownFigures } from "../../core/models/index.ts";
import { planAllowlist } from "../../core/openclaw/index.ts";
import { bareId, configuredIds, toReference } from "../../core/provider/index.ts";
import type { Context, Report } from "../../ports.ts";
import { change, planOf } from "../apply.ts";
import { type Look, look } from "../look.ts";
import { reportedChange } from "../reported-change.ts";
import { keepTemperatures } from "../temperature.ts";
import { planEntries, pluginProvides } from "./block.ts";
import { changeLines } from "./change-report.ts";
import { figuresOf, idsOf, type LiveLook, liveProblems, lookLive, meaningOf, whyUnlisted } from "./known.ts";
import { type PickingOptions, withPicked } from "./pick.ts";

/** The arguments of `models add`. */
export interface AddOptions extends PickingOptions {}

/** One model to add. */
interface Wanted {
  readonly text: string;
  readonly id: string;
  /** There was an entry already. */
  readonly present: boolean;
  /** Figures without a source: cautious defaults are written. */
  readonly unknown: readonly UnknownFigure[];
}

/** Understands every text by what the gateway lists; where that is not known, or empty, by the catalog. */
async function understandAll(
  context: Context,
  found: Look,
  live: LiveLook,
  options: AddOptions,
): Promise<Wanted[]> {
  const catalog = await context.catalog();
  const configured = configuredIds(found.config);
  const isListed = live.list !== undefined && live.list.models.length > 0;
  const known = { catalog, configured, ...(live.list && isListed ? { live: idsOf(live.list) } : {}) };
  const wanted = new Map<string, Wanted>();
  for (const text of options.models.flatMap((one) => one.split(",")).filter((one) => one.trim() !== "")) {
    const id = await meaningOf(context, text, known, whyUnlisted(context, live));
    const stated = live.list?.models.find((one) => one.id === id);
    const unknown = unknownFigures(catalog, id, stated);
    wanted.set(id, { text, id, present: configured.includes(id), unknown });
  }
  return [...wanted.values()];
}

/** What should be known of the models besides that they are there: cautious figures, and those that no agent can talk with. */
async function notesOn(context: Context, found: Look, wanted: readonly Wanted[]): Promise<string[]> {
  const { add } = context.t.modelsChange;
  const fresh = wanted.filter((one) => !one.present);
  const catalog = await context.catalog();
  const forChat = chatModelIds(
    catalog,
    fresh.map((one) => one.id),
  );
  if (pluginProvides(found.config)) return [add.plugin];
  return [
    ...fresh.filter((one) => !forChat.includes(one.id)).map((one) => add.noChat(one.id)),
    ...fresh.filter((one) => one.unknown.length > 0).map((one) => add.cautious(one.id, one.unknown)),
  ];
}

/** Sets up more models: an entry each, the allowlist extended where there is one, the default model left as it is. */
export const run = (context: Context, options: AddOptions): Promise<Report> =>
  withPicked(context, "add", options, addModels);

async function addModels(context: Context, options: AddOptions): Promise<Report> {
  const { t } = context;
  const found = await look(context);
  const live = await lookLive(context, found, options);
  const wanted = await understandAll(context, found, live, options);
  const catalog = await context.catalog();
  const ids = wanted.map((one) => one.id);
  const applied = await change(context, {
    command: "models add",
    confirm: false,
    found,
    build: async (present) => {
      const entries = await planEntries(
        context,
        present,
        ids.map((id) => figuresOf(catalog, id, live.list)),
      );
      const temperatures = await keepTemperatures(context, present.config, ids);
      const changes = [
        ...entries,
        ...planAllowlist(present.config, ids.map(toReference)),
        ...temperatures.changes,
      ];
      return planOf(present, changes, temperatures.problems);
    },
  });
  const problems = [...liveProblems(live), ...applied.plan.notices, ...applied.notices];
  const fresh = wanted.filter((one) => !one.present).map((one) => one.id);
  return {
    changed: applied.changed,
    change: reportedChange(applied),
    data: {
      models: wanted.map(({ id, present, unknown }) => ({
        id,
        reference: toReference(id),
        present,
        unknown,
      })),
    },
    problems,
    lines: changeLines(context, applied, {
      before: wanted
        .filter((one) => bareId(one.text) !== one.id)
        .map((one) => t.onboard.resolved(one.text, one.id)),
      done: [t.modelsChange.add.done(fresh.length > 0 ? fresh : ids)],
      nothing: [t.modelsChange.add.already(ids)],
      notes: await notesOn(context, found, wanted),
      problems,
      confirmed: false,
    }),
  };
}
