import type { Change } from "../../core/change/index.ts";
import { agentIds, modelSettingPath, planAllowlist } from "../../core/openclaw/index.ts";
import { planPrimary } from "../../core/plans/index.ts";
import { fail, firstError } from "../../core/problem/index.ts";
import { toReference } from "../../core/provider/index.ts";
import type { Context, Report } from "../../ports.ts";
import { change, planOf } from "../apply.ts";
import { type Look, look } from "../look.ts";
import { reportedChange } from "../reported-change.ts";
import { keepTemperatures } from "../temperature.ts";
import { planEntries } from "./block.ts";
import { changeLines } from "./change-report.ts";
import { type UnderstoodModel, understandModel } from "./known.ts";
import { type PickingOptions, withPicked } from "./pick.ts";
import { sessionsToJson, switchSessions } from "./switch-sessions.ts";

/** The arguments of `models set`. */
export interface SetOptions extends PickingOptions {
  readonly agent?: string;
  /** Switch the sessions that have a model of their own, too. */
  readonly sessions?: boolean;
}

/** The changes for what was found: entry, default model, allowlist. Throws Failure `provider-missing` and `usage` (no such agent). */
async function planSet(
  context: Context,
  found: Look,
  model: UnderstoodModel,
  agent: string | undefined,
): Promise<Change[]> {
  const { config } = found;
  const path = modelSettingPath(config, agent);
  if (!path) {
    const known = agentIds(config);
    throw fail("usage", { variant: "text", text: context.t.modelsSet.noAgent(agent ?? "", known) });
  }
  const reference = toReference(model.id);
  return [
    ...(await planEntries(context, found, [model.figures])),
    ...planPrimary(config, path, reference),
    ...planAllowlist(config, [reference]),
  ];
}

/** Makes a model the default one, for all agents or for one; on a terminal it can be chosen in a list. */
export const run = (context: Context, options: SetOptions): Promise<Report> =>
  withPicked(context, "set", options, setModel);

async function setModel(context: Context, options: SetOptions): Promise<Report> {
  const { t } = context;
  const [named = ""] = options.models;
  const found = await look(context);
  const model = await understandModel(context, named, found, options);
  const applied = await change(context, {
    command: "models set",
    confirm: false,
    found,
    build: async (now) => {
      const temperatures = await keepTemperatures(context, now.config, [model.id]);
      const changes = [...(await planSet(context, now, model, options.agent)), ...temperatures.changes];
      return planOf(now, changes, temperatures.problems);
    },
  });
  const reference = toReference(model.id);
  const standard = { reference, agent: options.agent };
  const { pending } = applied;
  const sessions = await switchSessions(context, found, standard, {
    wanted: options.sessions ?? false,
    pending,
  });
  const problems = [...model.ignored, ...applied.plan.notices, ...applied.notices, ...sessions.problems];
  const { switched } = sessions;
  const done = switched.length === 0 ? [] : [t.modelsSet.switched(switched.length, pending)];
  return {
    changed: applied.changed || (switched.length > 0 && !pending),
    change: reportedChange(applied),
    data: {
      model: model.id,
      reference,
      ...(options.agent === undefined ? {} : { agent: options.agent }),
      sessions: sessionsToJson(sessions),
    },
    problems,
    lines: changeLines(context, applied, {
      before: model.resolved ? [t.onboard.resolved(named, model.id)] : [],
      done: [t.modelsSet.done(reference, options.agent), ...done],
      nothing: [t.modelsSet.already(reference, options.agent), ...done],
      notes: [],
      problems,
      confirmed: false,
    }),
    outcome: firstError(sessions.problems),
  };
}
