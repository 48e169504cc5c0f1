import { fail } from "../../core/problem/index.ts";
import { providerBlock } from "../../core/provider/index.ts";
import type { ChangeJson, Context, Report } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";
import { look } from "../look.ts";
import { reportedFiles } from "../reported-change.ts";
import { askPlugin, installDeadlineMs, reasonOf, requireOpenClaw } from "./openclaw.ts";

/** Has OpenClaw remove the plugin. The provider block, keys and saved sign-ins stay. */
export async function run(context: Context): Promise<Report> {
  const { t, style, options } = context;
  const version = await requireOpenClaw(context);
  const [found, answer] = await Promise.all([look(context), askPlugin(context)]);
  const data = (removed: boolean) => ({ openclaw: version, removed });
  if (answer.kind === "unknown") throw fail("plugin-refused", { version, detail: answer.reason });
  const { state } = answer;
  if (!state.installed)
    return {
      changed: false,
      data: data(false),
      change: reportedFiles([]),
      problems: [],
      lines: [`${style.green(symbols.ok)} ${t.plugin.absent(version)}`],
    };
  const lines = [
    t.plugin.willRun,
    `  ${t.here("openclaw plugins uninstall aisa --force")}`,
    `  ${style.red(symbols.remove)} ${shortPath(state.folder ?? "", context.home)}`,
    `  ${style.yellow(symbols.change)} ${shortPath(found.located.configPath, context.home)}  ${t.plugin.entryGoes}`,
  ];
  const changes: ChangeJson[] = [
    { file: state.folder ?? "", op: "delete", path: "" },
    { file: found.located.configPath, op: "replace", path: "" },
  ];
  const change = { pending: false, backup: null, changes, diff: () => "" };
  const hasBlock = Object.keys(providerBlock(found.config)).length > 0;
  const left = marked(" ", hasBlock ? t.plugin.blockStays : t.plugin.noBlock, style);
  if (options.dryRun)
    return {
      changed: false,
      data: data(false),
      change: { ...change, pending: true },
      problems: [],
      lines: [...lines, ...left, "", t.plan.dryRun],
    };
  if (context.interactive && !options.yes) {
    (await context.progress()).note([...lines, ...left]);
    if (!(await (await context.prompter()).confirm({ message: t.plugin.confirmRemove, initial: true })))
      throw fail("cancelled", {});
  }
  const openclaw = await context.openclaw();
  const result = await openclaw.run(["plugins", "uninstall", "aisa", "--force"], {
    timeoutMs: installDeadlineMs,
    privateTemp: true,
  });
  if (result.code !== 0) throw fail("plugin-refused", { version, detail: reasonOf(result) });
  return {
    changed: true,
    data: data(true),
    change,
    problems: [],
    lines: [...lines, `${style.green(symbols.ok)} ${t.plugin.removed(version)}`, ...left],
  };
}
