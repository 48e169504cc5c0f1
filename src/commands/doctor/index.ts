import type { Problem } from "../../core/problem.ts";
import { severityOf } from "../../core/problem.ts";
import { checks } from "../../doctor/checks/index.ts";
import { createFacts } from "../../doctor/facts.ts";
import { planRepair } from "../../doctor/fixes.ts";
import { type CheckResult, runChecks, worstFirst } from "../../doctor/run.ts";
import type { Context, Report } from "../../ports.ts";
import { doctorLines } from "../../render/doctor.ts";
import { symbols } from "../../render/problem.ts";
import { supportReport } from "../../render/support-report.ts";
import { marked } from "../../render/text.ts";
import { type Applied, change } from "../apply.ts";
import { type GatherOptions, gatherersFor } from "./gather.ts";
import { readLog } from "./log.ts";

/** The options of `doctor`. */
export interface DoctorOptions extends GatherOptions {
  readonly fix?: boolean;
  readonly strict?: boolean;
  /** Print Markdown for a support ticket instead. */
  readonly report?: boolean;
}

/** Equal problems of different checks count once, for example two that want the same id renamed. */
function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const id = JSON.stringify([problem.code, problem.at, problem.params]);
    return !seen.has(id) && seen.add(id);
  });
}

async function examine(context: Context, options: DoctorOptions) {
  const { t } = context;
  const step = (await context.progress()).step(t.doctor.checking);
  const facts = createFacts(gatherersFor(context, options));
  const running = (ids: readonly string[]) => {
    if (ids.length > 0) step.update(t.doctor.running(ids));
  };
  const results = await runChecks(checks, facts, () => context.now().getTime(), { running });
  step.clear();
  return { results, problems: worstFirst(unique(results.flatMap((one) => one.problems))) };
}

/** Mends what can be mended in one write. Throws Failure `fix-conflict` naming the fixes that contradict. */
async function repair(context: Context, problems: readonly Problem[]) {
  const { plan, conflicts } = planRepair(problems);
  if (conflicts.length > 0) return { conflicts, applied: undefined };
  const applied = await change(context, { command: "doctor --fix", confirm: true, build: () => plan });
  return { conflicts, applied };
}

function fixLines(context: Context, applied: Applied): string[] {
  const { style, t } = context;
  if (applied.pending) return [...applied.preview, t.plan.dryRun, ""];
  if (!applied.changed) return [];
  return [
    ...applied.preview,
    ...marked(style.green(symbols.ok), t.plan.written(applied.backup ?? ""), style),
    "",
  ];
}

const toJson = ({ id, status, ms, cause }: CheckResult) => ({ id, status, ms, ...(cause ? { cause } : {}) });

/** Finds what is wrong, worst first; with `fix` mends what can be mended and looks again. */
export async function run(context: Context, options: DoctorOptions): Promise<Report> {
  const started = context.now().getTime();
  // A log that the user named and that is not there is a mistake in the command line, not a finding.
  if (options.logs !== undefined) await readLog(context, options.logs);
  let found = await examine(context, options);
  let lines: string[] = [];
  let applied: Applied | undefined;
  if (options.fix && found.problems.some((problem) => problem.fix)) {
    const done = await repair(context, found.problems);
    applied = done.applied;
    if (applied) lines = fixLines(context, applied);
    if (applied?.changed) found = await examine(context, options);
    const problems = [...done.conflicts, ...found.problems, ...(applied?.notices ?? [])];
    found = { ...found, problems: worstFirst(problems) };
  }
  const ms = context.now().getTime() - started;
  const fails = found.problems.some((problem) => {
    const severity = severityOf(problem);
    return severity === "error" || (options.strict && severity === "warning");
  });
  return {
    changed: applied?.changed ?? false,
    data: {
      checks: found.results.map(toJson),
      ms,
      ...(options.fix ? { pending: applied?.pending ?? false, backup: applied?.backup ?? null } : {}),
    },
    problems: found.problems,
    lines: options.report
      ? supportReport({ ...found, ms }, context)
      : [...lines, ...doctorLines({ ...found, ms }, context)],
    exit: fails ? 1 : 0,
  };
}
