import type { Problem } from "../../core/problem/index.ts";
import type { Context } from "../../ports.ts";
import { problemLines, symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";
import type { Applied } from "../apply.ts";
import { mayAsk } from "../ask.ts";

/** What a command that changed models reports. */
export interface ChangeReport {
  /** Lines before the change, such as what a spelling was taken for. */
  readonly before: readonly string[];
  /** What was brought about. */
  readonly done: readonly string[];
  /** Reported instead if nothing had to change. */
  readonly nothing: readonly string[];
  /** What else the user should know. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
  /** The change was shown and asked about. */
  readonly confirmed: boolean;
}

/** The report of a change for people. */
export function changeLines(context: Context, applied: Applied, said: ChangeReport): string[] {
  const { t, style } = context;
  const tick = (text: string) => marked(style.green(symbols.ok), text, style);
  const notes = [
    ...said.notes.flatMap((note) => marked(style.yellow(symbols.warning), note, style)),
    ...said.problems.flatMap((problem) => problemLines(problem, t, style)),
  ];
  const before = said.before.map((line) => `  ${line}`);
  if (applied.pending) return [...before, ...applied.preview, ...notes, t.plan.dryRun];
  if (!applied.changed) return [...before, ...said.nothing.flatMap(tick), ...notes];
  const shown = said.confirmed && mayAsk(context);
  return [
    ...before,
    ...(shown ? [] : applied.preview),
    ...said.done.flatMap(tick),
    ...tick(t.plan.written(applied.backup)),
    ...notes,
  ];
}
