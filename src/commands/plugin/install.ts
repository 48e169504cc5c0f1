import { installFlags, type PluginEffect, pluginEffects, pluginIn } from "../../core/openclaw/index.ts";
import { fail } from "../../core/problem/index.ts";
import { keyVariable } from "../../core/provider/index.ts";
import type { ChangeJson, Context, Report, ReportedChange } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";
import { look } from "../look.ts";
import { askPlugin, installDeadlineMs, reasonOf, requireOpenClaw, stateOf } from "./openclaw.ts";

/** What an installation would do, or did. */
export interface Installation {
  readonly openclaw: string;
  /** The command, as OpenClaw gets it. */
  readonly command: readonly string[];
  readonly effects: readonly PluginEffect[];
  /** It is there in this version and enabled: nothing to do. */
  readonly present: boolean;
  readonly folder: string;
  readonly configPath: string;
}

/** Looks what an installation would do. Throws what {@link requireOpenClaw} throws. */
export async function planInstall(context: Context): Promise<Installation> {
  const version = await requireOpenClaw(context);
  const openclaw = await context.openclaw();
  const [found, help, answer] = await Promise.all([
    look(context),
    openclaw.run(["plugins", "install", "--help"]),
    askPlugin(context),
  ]);
  const state = stateOf(answer);
  return {
    openclaw: version,
    command: ["plugins", "install", "<plugin>", ...installFlags(help.stdout + help.stderr)],
    effects: pluginEffects(found.config),
    present: state?.enabled === true && state.status === "loaded" && state.version === context.version,
    folder: state?.folder ?? pluginIn(found.located.stateDir),
    configPath: found.located.configPath,
  };
}

/** What to know before plugin and provider block are side by side. */
export function effectLines(
  context: Context,
  effects: readonly PluginEffect[],
  mark = context.style.yellow(symbols.warning),
): string[] {
  const { t, style } = context;
  const words = {
    "environment-beats-block": t.plugin.environmentBeatsBlock(keyVariable),
    "block-hides-catalog": t.plugin.blockHidesCatalog,
  };
  return effects.flatMap((effect) => marked(mark, words[effect], style));
}

/** What to know before the plugin is asked for, in lines. */
export function offerLines(context: Context, plan: Installation): string[] {
  const { t, style } = context;
  return [
    "",
    ...marked(symbols.info, t.plugin.offer, style),
    ...effectLines(context, plan.effects, symbols.info),
  ];
}

/** What an installation changes, in lines. */
export function planLines(context: Context, plan: Installation): string[] {
  const { t, style, home } = context;
  return [
    t.plugin.willRun,
    `  ${t.here(`openclaw ${plan.command.join(" ")}`)}`,
    `  ${style.green(symbols.add)} ${shortPath(plan.folder, home)}`,
    ...marked(
      `  ${style.yellow(symbols.change)}`,
      `${shortPath(plan.configPath, home)}  ${t.plugin.rewrites}`,
      style,
    ),
    ...effectLines(context, plan.effects),
  ];
}

/**
 * Makes the installed OpenClaw install the plugin, and checks that it loads. Throws Failure `plugin-refused` with
 * OpenClaw's own reason.
 */
export async function install(context: Context, plan: Installation): Promise<void> {
  const openclaw = await context.openclaw();
  const archive = await context.pluginArchive();
  const step = (await context.progress()).step(context.t.plugin.installing(plan.openclaw));
  try {
    const args = plan.command.map((word) => (word === "<plugin>" ? archive.path : word));
    const result = await openclaw.run(args, { timeoutMs: installDeadlineMs, privateTemp: true });
    if (result.code !== 0) throw fail("plugin-refused", { version: plan.openclaw, detail: reasonOf(result) });
    const answer = await askPlugin(context);
    if (answer.kind === "unknown")
      throw fail("plugin-refused", { version: plan.openclaw, detail: answer.reason });
    const { error, status } = answer.state;
    if (status !== "loaded")
      throw fail("plugin-refused", {
        version: plan.openclaw,
        detail: error ?? context.t.plugin.notLoaded(status ?? "?"),
      });
  } finally {
    archive.remove();
    step.clear();
  }
}

function dataOf(plan: Installation, installed: boolean) {
  const { openclaw, command, effects, folder, configPath } = plan;
  return { openclaw, installed, command: ["openclaw", ...command], folder, configPath, effects };
}

/** What OpenClaw is to change. It does the writing, so there is neither a backup of ours nor a diff. */
function changeOf({ folder, configPath, present }: Installation, pending: boolean): ReportedChange {
  const changes: ChangeJson[] = [
    { file: folder, op: "create", path: "" },
    { file: configPath, op: "replace", path: "" },
  ];
  return { pending, backup: null, changes: present ? [] : changes, diff: () => "" };
}

/** Installs the OpenClaw provider plugin of this package. */
export async function run(context: Context): Promise<Report> {
  const { t, style, options } = context;
  const plan = await planInstall(context);
  const ok = style.green(symbols.ok);
  if (plan.present)
    return {
      changed: false,
      data: dataOf(plan, true),
      change: changeOf(plan, false),
      problems: [],
      lines: [
        ...marked(ok, t.plugin.present(context.version, plan.openclaw), style),
        ...effectLines(context, plan.effects),
      ],
    };
  const shown = planLines(context, plan);
  if (options.dryRun)
    return {
      changed: false,
      data: dataOf(plan, false),
      change: changeOf(plan, true),
      problems: [],
      lines: [...shown, "", t.plan.dryRun],
    };
  if (context.interactive && !options.yes) {
    (await context.progress()).note(shown);
    if (!(await (await context.prompter()).confirm({ message: t.plugin.confirm, initial: true })))
      throw fail("cancelled", {});
  }
  await install(context, plan);
  return {
    changed: true,
    data: dataOf(plan, true),
    change: changeOf(plan, false),
    problems: [],
    lines: [
      ...(context.interactive && !options.yes ? [] : shown),
      ...marked(ok, t.plugin.installed(plan.openclaw), style),
      ...marked(" ", t.plugin.restart, style),
      ...marked(" ", t.plugin.tryIt, style),
    ],
  };
}
