import type { Context, Report, ReportedChange } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";
import { reportedFiles } from "../reported-change.ts";
import { agree, readSkill } from "./files.ts";

/** Takes the skill away again; `undo` brings it back. */
export async function run(context: Context): Promise<Report> {
  const { t, style, home, options } = context;
  const skill = await readSkill(context);
  const { file, current } = skill;
  const report = (changed: boolean, lines: string[], change: ReportedChange): Report => ({
    changed,
    data: { file, foreign: skill.foreign },
    change,
    problems: [],
    lines,
  });
  if (current === undefined)
    return report(false, [`${style.green(symbols.ok)} ${t.skill.absent}`], reportedFiles([]));
  const files = [{ file, before: current.text, after: undefined }];
  const line = `  ${style.red(symbols.remove)} ${style.bold(shortPath(file, home))}`;
  const warning = skill.foreign ? marked(style.yellow(symbols.warning), t.skill.foreign, style) : [];
  if (options.dryRun)
    return report(false, [line, ...warning, "", t.plan.dryRun], reportedFiles(files, { pending: true }));
  await agree(context, skill, t.skill.removeForeign);
  const done = await (await context.store()).commit("skill remove", [{ file, before: current.hash }]);
  const lines = [line, ...marked(style.green(symbols.ok), t.skill.removed, style)];
  return {
    ...report(true, lines, reportedFiles(files, { backup: done.backup })),
    problems: done.notices,
  };
}
