import type { FileChange } from "../core/change/index.ts";
import { editDotenv, parseDotenv } from "../core/edit/index.ts";
import { formatPath, get, isObject } from "../core/json/index.ts";
import { pluginIn } from "../core/openclaw/index.ts";
import {
  earlierPrimary,
  type Plan,
  planPluginLeftover,
  planUninstall,
  type Uninstall,
} from "../core/plans/index.ts";
import { fail } from "../core/problem/index.ts";
import { keyVariable, providerId } from "../core/provider/index.ts";
import type { Context, Report } from "../ports.ts";
import { shortPath } from "../render/plan.ts";
import { symbols } from "../render/problem.ts";
import { marked } from "../render/text.ts";
import { readAgentModels } from "./agent-files.ts";
import { type Applied, change, confirmChange } from "./apply.ts";
import { mayAsk } from "./ask.ts";
import { readCredentials } from "./keys.ts";
import { type Look, look } from "./look.ts";
import { run as removePlugin } from "./plugin/remove.ts";
import { othersWithAisa } from "./profiles.ts";
import { reportedChange } from "./reported-change.ts";
import { readSkill } from "./skill/files.ts";

/** The options of `uninstall`. */
export interface UninstallOptions {
  /** The default model from then on, a reference such as `openai/gpt-5`. */
  readonly primary?: string;
  /** Keep the key where it is stored. */
  readonly keepKey?: boolean;
}

async function hasPluginFiles(context: Context, found: Look): Promise<boolean> {
  return (await (await context.files()).stat(pluginIn(found.located.stateDir))) !== undefined;
}

interface UninstallPlan extends Plan {
  readonly uninstall: Uninstall;
}

/** The changes that take our key out of the state directory's `.env`, and a file that is empty then with it. */
function dotenvChanges({ dotenv, dotenvFile }: Look): FileChange[] {
  if (!parseDotenv(dotenv?.text ?? "").has(keyVariable)) return [];
  const remove = { op: "remove", path: [keyVariable], secret: true } as const;
  // Whoever made a link wants the file that it leads to.
  const isEmpty = editDotenv(dotenv?.text ?? "", [remove]).trim() === "" && dotenv?.path === dotenv?.target;
  return [
    { file: dotenvFile, format: "dotenv", changes: [remove] },
    ...(isEmpty
      ? [{ file: dotenvFile, format: "text", changes: [{ op: "remove", path: [] }] } as const]
      : []),
  ];
}

/** The change that deletes our skill; none where it is not there, or somebody changed it. */
async function skillChanges(context: Context): Promise<FileChange[]> {
  const { file, current, foreign } = await readSkill(context);
  if (current === undefined || foreign) return [];
  return [{ file, format: "text", changes: [{ op: "remove", path: [] }] }];
}

/** Returns the plan: the config, the state directory's `.env`, the skill, and the copies that old OpenClaws made for agents. */
async function planFor(context: Context, found: Look, options: UninstallOptions): Promise<UninstallPlan> {
  const keepsKey = options.keepKey ?? false;
  const file = found.located.configPath;
  const earlier = (await (await context.store()).backups())
    .flatMap((record) => record.files)
    .flatMap((one) => (one.file === file && one.before !== undefined ? [one.before] : []));
  const uninstall = planUninstall(found.config, options.primary, earlierPrimary(earlier), keepsKey);
  // Without its `enabled: false`, a plugin that is still there would start again.
  const leftover = (await hasPluginFiles(context, found)) ? [] : planPluginLeftover(found.config);
  const copies = await readAgentModels(await context.files(), found.located.stateDir);
  return {
    changes: [
      { file, format: "json5", changes: [...uninstall.changes, ...leftover] },
      ...(keepsKey ? [] : dotenvChanges(found)),
      ...(await skillChanges(context)),
      ...copies.map(
        ({ file }) =>
          ({ file, format: "json5", changes: [{ op: "remove", path: ["providers", providerId] }] }) as const,
      ),
    ],
    notices: [],
    uninstall,
  };
}

/** What else this tool has installed. */
interface Extras {
  /** `left`: OpenClaw, which has to remove it, does not run here. */
  readonly plugin: "installed" | "left" | "absent";
  readonly skill: "ours" | "foreign" | "absent";
}

const removesPlugin = ({ plugin }: Extras) => plugin === "installed";

async function findExtras(context: Context, found: Look): Promise<Extras> {
  const skill = await readSkill(context);
  const entry = get(found.config, ["plugins", "entries", providerId]);
  // OpenClaw leaves `enabled: false` of a plugin that it has uninstalled; one that was only disabled is still there.
  const hasPlugin = (await hasPluginFiles(context, found)) || (isObject(entry) && entry["enabled"] !== false);
  const isReady = hasPlugin && (await (await context.openclaw()).state()).kind === "ready";
  return {
    plugin: isReady ? "installed" : hasPlugin ? "left" : "absent",
    skill: skill.current === undefined ? "absent" : skill.foreign ? "foreign" : "ours",
  };
}

/** The lines on what will be removed besides the changes to files. */
function extraLines({ t, style }: Context, extras: Extras): string[] {
  const sign = `  ${style.red(symbols.remove)}`;
  return [
    ...(extras.plugin === "installed" ? [`${sign} ${t.uninstall.plugin}`] : []),
    ...(extras.plugin === "left" ? marked(style.yellow(symbols.warning), t.uninstall.pluginLeft, style) : []),
    ...(extras.skill === "foreign"
      ? marked(style.yellow(symbols.warning), t.uninstall.foreignSkill, style)
      : []),
  ];
}

/** What the user has to know of a plan that was carried out, or would be. */
function notesOn(context: Context, plan: UninstallPlan): string[] {
  const { t } = context;
  const { agents, left, primary, losesPrimary } = plan.uninstall;
  return [
    ...(primary === undefined ? [] : [t.uninstall.primary(primary)]),
    ...(losesPrimary ? [t.uninstall.noPrimary] : []),
    ...agents.map(t.modelsChange.remove.agentFallsBack),
    ...(left.length > 0 ? [t.modelsChange.remove.left(left.map(formatPath))] : []),
  ];
}

/** Throws Failure `usage` for what cannot be the default model once ours are removed. */
function checkPrimary({ t }: Context, text: string): void {
  if (/^[^/\s]+\/\S+$/.test(text) && !text.startsWith(`${providerId}/`)) return;
  throw fail("usage", { variant: "text", text: t.uninstall.otherProvider("--primary", text) });
}

/** Places that still have a key, which this tool must not change. */
async function keysLeft(context: Context): Promise<string[]> {
  const { sources } = await readCredentials(context, await look(context));
  return sources.map((one) => shortPath(one.label, context.home));
}

const linesOf = (context: Context, notes: readonly string[]) =>
  notes.flatMap((note) => marked(context.style.yellow(symbols.warning), note, context.style));

/** What is left after a run: places with a key, and other profiles that have AIsa. */
interface Left {
  readonly keysLeft: readonly string[];
  readonly otherProfiles: readonly string[];
}

function reportOf(applied: Applied<UninstallPlan>, extras: Extras, reports: readonly Report[], rest: Left) {
  const { primary, left, agents } = applied.plan.uninstall;
  const own = reportedChange(applied);
  return {
    changed: applied.changed || reports.some((one) => one.changed),
    change: {
      ...own,
      pending: applied.pending || (!applied.changed && removesPlugin(extras)),
      changes: [...reports.flatMap((one) => one.change?.changes ?? []), ...own.changes],
    },
    data: { primary: primary ?? null, agents, left: left.map(formatPath), ...extras, ...rest },
    problems: [...applied.plan.notices, ...applied.notices, ...reports.flatMap((one) => one.problems)],
  };
}

/**
 * Removes AIsa from OpenClaw: plugin, skill, provider block, every reference to its models, and the stored key. Throws
 * what its parts throw; `cancelled` after a no.
 */
export async function run(context: Context, options: UninstallOptions): Promise<Report> {
  const { t, style } = context;
  if (options.primary !== undefined) checkPrimary(context, options.primary);
  const found = await look(context);
  const extras = await findExtras(context, found);
  const request = {
    command: "uninstall",
    confirm: false,
    build: (now: Look) => planFor(context, now, options),
  };
  const trial = { ...context, options: { ...context.options, dryRun: true } };
  const planned = await change(trial, { ...request, found });
  const otherProfiles = await othersWithAisa(context, found.located.configPath);
  const untouched = { keysLeft: [], otherProfiles };
  const also = extraLines(context, extras);
  const tick = (text: string) => marked(style.green(symbols.ok), text, style);
  if (!planned.pending && !removesPlugin(extras))
    return { ...reportOf(planned, extras, [], untouched), lines: [...tick(t.uninstall.nothing), ...also] };
  const notes = linesOf(context, notesOn(context, planned.plan));
  if (context.options.dryRun)
    return {
      ...reportOf(planned, extras, [], untouched),
      lines: [...planned.preview, ...also, ...notes, t.plan.dryRun],
    };
  if (!context.interactive && !context.options.yes)
    throw fail("usage", { variant: "text", text: t.uninstall.needsYes("--yes") });
  if (mayAsk(context)) {
    const preview = [...planned.preview, ...also, ...notes];
    await confirmChange(context, { preview, drafts: planned.drafts });
  }
  const agreed = { ...context, options: { ...context.options, yes: true } };
  const reports = removesPlugin(extras) ? [await removePlugin(agreed)] : [];
  const applied = await change(agreed, request);
  const keys = options.keepKey ? [] : await keysLeft(context);
  const left = [
    ...(removesPlugin(extras) ? [t.uninstall.pluginNotBack] : []),
    ...(keys.length > 0 ? [t.uninstall.keysLeft(keys)] : []),
    ...(otherProfiles.length > 0 ? [t.uninstall.otherProfiles(otherProfiles)] : []),
  ];
  return {
    ...reportOf(applied, extras, reports, { keysLeft: keys, otherProfiles }),
    lines: [
      ...(mayAsk(context) ? [] : [...planned.preview, ...also, ...notes]),
      ...tick(t.uninstall.done),
      ...(applied.changed ? tick(t.plan.written(applied.backup)) : []),
      ...linesOf(context, left),
    ],
  };
}
