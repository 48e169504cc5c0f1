import { isProblemCode } from "../core/problem/index.ts";
import type { Merged, MergedFault } from "../doctor/merge.ts";
import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { explainCommand, paintSeverity, problemLines, symbols } from "./problem.ts";
import { layTable } from "./table.ts";
import { marked, wrap } from "./text.ts";

interface MergeContext {
  readonly t: Messages;
  readonly style: Style;
  readonly options: { readonly verbose: boolean };
}

const mostNames = 8;

/** The machines' names below their fault: the first ones, all with --verbose. */
function names({ machines }: MergedFault, { t, style, options }: MergeContext): string[] {
  const shown = options.verbose ? machines : machines.slice(0, mostNames);
  const rest = machines.length - shown.length;
  const text = [shown.join(", "), ...(rest > 0 ? [t.doctor.merge.more(rest)] : [])].join(" ");
  return wrap(text, style.columns - 4, style).map((line) => style.dim(`    ${line}`));
}

/** A line for each fault, worst first, with the number of machines that have it, and below it their names. */
function faultLines({ faults, reports }: Merged, context: MergeContext): string[] {
  const { t, style } = context;
  const words = t.doctor.merge;
  const table = layTable<MergedFault>(
    [
      {
        title: "",
        cell: ({ code, severity }) => `${symbols[severity]} ${code}`,
        paint: (text, { severity }) => paintSeverity(style, severity, text),
      },
      { title: "", cell: ({ machines }) => words.share(machines.length, reports.length), right: true },
    ],
    faults,
    style,
  );
  return faults.flatMap((fault) => [table.line(fault), ...names(fault, context)]);
}

/** The merged reports for people: how many machines are fine, which faults the others have, and what was skipped. */
export function mergedLines(merged: Merged, context: MergeContext): string[] {
  const { t, style } = context;
  const { reports, healthy, faults, notices } = merged;
  const words = t.doctor.merge;
  const isFine = healthy === reports.length;
  const mark = isFine ? style.green(symbols.ok) : style.red(symbols.error);
  const head =
    reports.length === 0
      ? marked(style.red(symbols.error), words.none, style)
      : marked(mark, words.healthy(healthy, reports.length), style);
  const hint = faults.flatMap(({ code }) => (isProblemCode(code) ? [explainCommand(code)] : [])).slice(0, 1);
  const explain = hint.flatMap((command) => ["", words.explain, `  ${style.cyan(command)}`]);
  const none = reports.length > 0 && faults.length === 0 ? [words.noFaults] : [];
  const about = faults.length > 0 ? ["", ...faultLines(merged, context), ...explain] : none;
  return [...head, ...about, ...notices.flatMap((one) => ["", ...problemLines(one, t, style)])];
}
