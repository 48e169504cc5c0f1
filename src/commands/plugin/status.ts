import { type PluginState, pluginEffects, supportsPlugin } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { keyVariable } from "../../core/provider/index.ts";
import type { Context, OpenClawState, Report } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { problemLines, symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";
import { look } from "../look.ts";
import { effectLines } from "./install.ts";
import { askInactiveSignIns, askPlugin, type PluginAnswer, stateOf } from "./openclaw.ts";

function openclawLines(context: Context, state: OpenClawState): string[] {
  const { t, style } = context;
  const said = (mark: string, text: string) => marked(mark, text, style);
  if (state.kind === "missing") return said(style.yellow(symbols.warning), t.plugin.noOpenClaw);
  if (state.kind === "broken")
    return said(style.red(symbols.error), t.plugin.brokenOpenClaw(state.reason || t.onboard.timedOut));
  if (supportsPlugin(state.version)) return said(style.green(symbols.ok), `OpenClaw ${state.version}`);
  return said(style.yellow(symbols.warning), t.plugin.inert(state.version));
}

function pluginLines(context: Context, answer: PluginAnswer): string[] {
  const { t, style, home } = context;
  if (answer.kind === "unknown")
    return marked(style.yellow(symbols.warning), t.plugin.unknown(answer.reason), style);
  const { state } = answer;
  if (!state.installed) return [`${symbols.info} ${t.plugin.notInstalled}`];
  const where = state.folder === undefined ? "" : `  ${shortPath(state.folder, home)}`;
  if (state.enabled && state.status === "loaded")
    return marked(style.green(symbols.ok), t.plugin.loaded(state.version ?? "?") + where, style);
  return marked(
    style.red(symbols.error),
    t.plugin.notLoaded(state.error ?? state.status ?? "?") + where,
    style,
  );
}

function troubles(state: PluginState | undefined, inactive: readonly string[]): Problem[] {
  const signIns = inactive.map((id): Problem => ({ code: "sign-in-inactive", params: { id } }));
  if (!state || state.rivals.length === 0) return signIns;
  return [...signIns, { code: "plugin-conflict", params: { plugins: state.rivals, provider: "aisa" } }];
}

/** Returns whether the plugin is installed, loads, and what is in its way. */
export async function run(context: Context): Promise<Report> {
  const { t, style } = context;
  const openclaw = await (await context.openclaw()).state();
  const usable = openclaw.kind === "ready" && supportsPlugin(openclaw.version);
  const found = await look(context);
  const [answer, inactive] = usable
    ? await Promise.all([askPlugin(context), askInactiveSignIns(context, found.config)])
    : [undefined, []];
  const state = answer && stateOf(answer);
  const effects = state?.installed ? pluginEffects(found.config) : [];
  const problems = troubles(state, inactive);
  const key = context.env[keyVariable]?.trim()
    ? t.plugin.keySet(keyVariable)
    : t.plugin.keyNotSet(keyVariable);
  return {
    changed: false,
    data: {
      openclaw: openclaw.kind === "ready" ? openclaw.version : null,
      supported: usable,
      installed: answer?.kind === "unknown" ? null : (state?.installed ?? false),
      enabled: state?.enabled ?? false,
      status: state?.status ?? null,
      version: state?.version ?? null,
      folder: state?.folder ?? null,
      rivals: state?.rivals ?? [],
      effects,
      inactiveSignIns: inactive,
    },
    problems,
    lines: [
      ...openclawLines(context, openclaw),
      ...(answer ? pluginLines(context, answer) : []),
      `${symbols.info} ${key}`,
      ...effectLines(context, effects),
      ...problems.flatMap((problem) => problemLines(problem, t, style)),
      ...(state?.installed === false ? ["", t.plugin.howToInstall] : []),
    ],
  };
}
