import { firstWithPlugin, supportsPlugin } from "../../core/openclaw/index.ts";
import { Failure } from "../../core/problem/index.ts";
import type { OpenClawState } from "../../ports.ts";
import { install, offerLines, planInstall, planLines } from "../plugin/install.ts";
import type { OnboardSession } from "./session.ts";

/** The outcome for the plugin. `null`: not requested. */
export type PluginOutcome =
  | "installed"
  | "present"
  | "pending"
  | "declined"
  | "unsupported"
  | "failed"
  | null;

async function sayUnsupported(session: OnboardSession, state: OpenClawState): Promise<PluginOutcome> {
  if (!session.options.plugin) return null;
  const { t } = session.context;
  const reason = {
    missing: () => t.plugin.noOpenClaw,
    broken: () => t.plugin.brokenOpenClaw((state.kind === "broken" && state.reason) || t.onboard.timedOut),
    ready: () => t.plugin.skipped(state.kind === "ready" ? state.version : firstWithPlugin),
  };
  await session.warn(reason[state.kind]());
  return "unsupported";
}

async function offer(session: OnboardSession): Promise<PluginOutcome> {
  const { context, options } = session;
  const plan = await planInstall(context);
  if (plan.present) {
    if (options.plugin) await session.done(context.t.plugin.present(context.version, plan.openclaw));
    return options.plugin ? "present" : null;
  }
  const asks = !options.plugin;
  for (const line of asks ? offerLines(context, plan) : planLines(context, plan)) await session.say(line);
  if (context.options.dryRun) return "pending";
  if (asks) {
    const prompter = await context.prompter();
    const yes = await prompter.confirm({ message: context.t.onboard.ask.plugin, initial: false });
    if (!yes) return "declined";
  }
  await install(context, plan);
  await session.done(context.t.plugin.installed(plan.openclaw));
  return "installed";
}

/**
 * Installs the OpenClaw plugin with --plugin, and offers it on a terminal; never to an OpenClaw that does not support
 * it. A rejection by OpenClaw is a problem of the report: the rest of the setup stays.
 */
export async function offerPlugin(session: OnboardSession): Promise<PluginOutcome> {
  const { context, options } = session;
  const asks = context.interactive && !context.options.yes && !context.options.dryRun;
  if (context.demo || (!options.plugin && !asks)) return null;
  const state = await (await context.openclaw()).state();
  if (state.kind !== "ready" || !supportsPlugin(state.version)) return sayUnsupported(session, state);
  try {
    return await offer(session);
  } catch (error) {
    if (!(error instanceof Failure) || error.problem.code === "cancelled") throw error;
    session.problems.push(error.problem);
    return "failed";
  }
}
