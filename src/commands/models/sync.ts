import { applyToValue } from "../../core/edit/index.ts";
import { type Catalog, nearestModels, newestFigures } from "../../core/models/index.ts";
import { planAllowlist } from "../../core/openclaw/index.ts";
import { offeredIds, planSync, type SyncPlan } from "../../core/plans/index.ts";
import { fail, type Problem } from "../../core/problem/index.ts";
import { configuredIds, toReference } from "../../core/provider/index.ts";
import type { Context, LiveModel, Report } from "../../ports.ts";
import { syncLines } from "../../render/sync.ts";
import { wrap } from "../../render/text.ts";
import { type Applied, change, planOf } from "../apply.ts";
import { type Look, look } from "../look.ts";
import { modelChoices } from "../onboard/model-choices.ts";
import { reportedChange } from "../reported-change.ts";
import { keepTemperatures } from "../temperature.ts";
import { planEntries } from "./block.ts";
import { changeLines } from "./change-report.ts";
import { type LiveLook, lookLive } from "./known.ts";

/** The arguments of `models sync`. */
export interface SyncOptions {
  readonly offline?: boolean;
}

/** What entries are compared with. */
interface Basis {
  readonly catalog: Catalog;
  readonly live: readonly LiveModel[] | undefined;
}

/** The changes for what was found, those of the models that are new among them. */
async function planAll(context: Context, found: Look, basis: Basis, picked: readonly string[]) {
  const { catalog, live } = basis;
  const plan = planSync({ config: found.config, catalog, live });
  const after = { ...found, config: applyToValue(found.config, plan.changes) };
  const configured = configuredIds(after.config);
  const wanted = [...new Set([...plan.moved.map((one) => one.to), ...picked])];
  const fresh = wanted.filter((id) => !configured.includes(id));
  const figures = fresh.map((id) =>
    newestFigures(
      catalog,
      id,
      live?.find((model) => model.id === id),
    ),
  );
  const entries = fresh.length > 0 ? await planEntries(context, after, figures) : [];
  const temperatures = await keepTemperatures(context, after.config, [...configured, ...fresh]);
  const changes = [
    ...plan.changes,
    ...entries,
    ...planAllowlist(after.config, wanted.map(toReference)),
    ...temperatures.changes,
  ];
  return { plan, changes, problems: temperatures.problems };
}

/** On a terminal: which of the models that are not set up shall be. */
async function askMore(context: Context, ids: readonly string[], basis: Basis): Promise<string[]> {
  const { options, t } = context;
  if (!context.interactive || options.yes || options.dryRun || ids.length === 0) return [];
  const prompter = await context.prompter();
  const choices = modelChoices(context, { ids, ticked: [] }, basis.catalog, basis.live);
  return prompter.pick({ message: t.modelsChange.sync.pick, choices });
}

function vanishedProblems(plan: SyncPlan, live: Basis["live"]): Problem[] {
  const ids = (live ?? []).map((model) => model.id);
  return plan.vanished.map(({ id }) => ({
    code: "model-not-found",
    severity: "warning",
    params: { model: id, suggestions: nearestModels(id, ids) },
  }));
}

const namedAtMost = 12;

function basisLines(context: Context, live: LiveLook, offered: readonly string[]): string[] {
  const { t, style } = context;
  const { sync } = t.modelsChange;
  const age = live.list === undefined ? 0 : Math.max(0, context.now().getTime() - live.list.at);
  const basis = live.list
    ? sync.byGateway(new URL(live.baseUrl).host, live.list.models.length, t.models.ago(age))
    : sync.byCatalog;
  const more = offered.length > 0 ? [sync.offered(offered.length, offered.slice(0, namedAtMost))] : [];
  return [basis, ...more].flatMap((note) => wrap(note, style.columns, style).map(style.dim));
}

interface Synced {
  readonly plan: SyncPlan;
  readonly applied: Applied;
  readonly added: readonly string[];
  readonly offered: readonly string[];
  readonly problems: readonly Problem[];
}

function report(context: Context, live: LiveLook, synced: Synced, configured: number): Report {
  const { plan, applied, added, problems } = synced;
  const { sync } = context.t.modelsChange;
  const offered = synced.offered.filter((id) => !added.includes(id));
  const shown = context.interactive && !context.options.yes && applied.changed;
  const { moved, vanished, updated, kept } = plan;
  const told = changeLines(context, applied, {
    before: [],
    done: [sync.done],
    nothing: [configured + moved.length === 0 ? sync.nobody : sync.nothing],
    notes: vanished.length > 0 ? [sync.removeThem(vanished.map((one) => one.id))] : [],
    problems,
    confirmed: true,
  });
  return {
    changed: applied.changed,
    change: reportedChange(applied),
    data: {
      moved,
      vanished: vanished.map((one) => one.id),
      updated: updated.map(({ source, ...rest }) => ({ ...rest, source: source?.date ?? "gateway" })),
      kept: kept.map(({ source, ...rest }) => ({ ...rest, source: source?.date ?? "gateway" })),
      added,
      offered,
      gateway: {
        baseUrl: live.baseUrl,
        models: live.list?.models.length ?? null,
        askedAt: live.list ? new Date(live.list.at).toISOString() : null,
      },
    },
    problems,
    lines: [...(shown ? [] : syncLines(plan, context)), ...told, ...basisLines(context, live, offered)],
    outcome: vanished.length > 0 ? "failed" : undefined,
  };
}

/** Updates the configured models to the gateway's list and the newest figures; offers new models. */
export async function run(context: Context, options: SyncOptions): Promise<Report> {
  const found = await look(context);
  const offline = options.offline ?? false;
  const live = await lookLive(context, found, { offline, refresh: !offline });
  if (live.list?.models.length === 0)
    throw fail("gateway-lists-nothing", { variant: "empty", url: live.baseUrl });
  const basis = { catalog: await context.catalog(), live: live.list?.models };
  const first = planSync({ config: found.config, ...basis });
  const offered = offeredIds({ config: found.config, ...basis }, first.moved);
  const added = await askMore(context, offered, basis);
  let told = "";
  const applied = await change(context, {
    command: "models sync",
    confirm: true,
    found,
    build: async (now) => {
      const all = await planAll(context, now, basis, added);
      const lines = syncLines(all.plan, context);
      // The summary is above the question, once; without a question it is part of the report.
      if (context.interactive && !context.options.yes && !context.options.dryRun && told !== lines.join("\n"))
        (await context.progress()).note(["", ...lines]);
      told = lines.join("\n");
      return { ...planOf(now, all.changes, all.problems), sync: all.plan };
    },
  });
  const { sync: plan, notices } = applied.plan;
  const problems = [...vanishedProblems(plan, basis.live), ...notices, ...applied.notices];
  const configured = configuredIds(found.config).length;
  return report(context, live, { plan, applied, added, offered, problems }, configured);
}
