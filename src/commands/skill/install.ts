import { keyVariable } from "../../core/provider/index.ts";
import type { Context, Report, ReportedChange } from "../../ports.ts";
import { diffOfTexts } from "../../render/diff.ts";
import { shortPath } from "../../render/plan.ts";
import { symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";
import { reportedFiles } from "../reported-change.ts";
import { agree, readSkill } from "./files.ts";

/** Puts the skill that teaches an agent to use this tool where OpenClaw finds it. */
export async function run(context: Context): Promise<Report> {
  const { t, style, home, options } = context;
  const skill = await readSkill(context);
  const { file, text, current } = skill;
  const shown = style.bold(shortPath(file, home));
  const report = (changed: boolean, lines: string[], change: ReportedChange): Report => ({
    changed,
    data: { file, foreign: skill.foreign },
    change,
    problems: [],
    lines,
  });
  if (current?.text === text)
    return report(false, [`${style.green(symbols.ok)} ${t.skill.present}  ${shown}`], reportedFiles([]));
  const files = [{ file, before: current?.text, after: text }];
  const diff = current === undefined ? [] : diffOfTexts(file, current.text, text, [], style);
  const line = `  ${current === undefined ? style.green(symbols.add) : style.yellow(symbols.change)} ${shown}`;
  const warning = skill.foreign ? marked(style.yellow(symbols.warning), t.skill.foreign, style) : [];
  if (options.dryRun)
    return report(
      false,
      [line, ...diff, ...warning, "", t.plan.dryRun],
      reportedFiles(files, { pending: true }),
    );
  if (skill.foreign && context.interactive && !options.yes)
    (await context.progress()).note([line, ...diff, ...warning]);
  await agree(context, skill, t.skill.replace);
  const write = { file, text, ...(current === undefined ? {} : { before: current.hash }) };
  const done = await (await context.store()).commit("skill install", [write]);
  const key = context.env[keyVariable]?.trim()
    ? []
    : marked(symbols.info, t.skill.needsKey(keyVariable), style);
  const lines = [line, ...marked(style.green(symbols.ok), t.skill.installed, style), ...key];
  return {
    ...report(true, lines, reportedFiles(files, { backup: done.backup })),
    problems: done.notices,
  };
}
