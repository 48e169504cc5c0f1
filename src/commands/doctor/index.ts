import type { Problem } from "../../core/problem.ts";
import { severityOf } from "../../core/problem.ts";
import { planRepair } from "../../doctor/fixes.ts";
import type { CheckResult } from "../../doctor/run.ts";
import type { Context, Report } from "../../ports.ts";
import { doctorLines } from "../../render/doctor.ts";
import { symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";
import { type Applied, change } from "../apply.ts";
import { type Examined, examine } from "./examine.ts";
import type { GatherOptions } from "./gather.ts";
import { learned } from "./gather-gateway.ts";
import { checkNamedLog } from "./log.ts";
import { writeReport } from "./report.ts";

/** The options of `doctor`. */
export interface DoctorOptions extends GatherOptions {
  readonly fix?: boolean;
  readonly strict?: boolean;
  /** Write Markdown for a support ticket: to this file, to standard output for `-`, `true`: to a file of the usual name. */
  readonly report?: boolean | string;
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

const toJson = ({ id, status, ms, cause, notes }: CheckResult) => ({
  id,
  status,
  ms,
  ...(cause ? { cause } : {}),
  ...(notes.length > 0 ? { notes } : {}),
});

/** What the envelope has no place for: which finding explains which, and what the log says of when. */
const relations = (problems: readonly Problem[]) =>
  problems.flatMap(({ code, params, follows, seen }) =>
    follows || seen
      ? [{ code, ...(params.model ? { model: params.model } : {}), ...(follows ? { follows } : {}), ...seen }]
      : [],
  );

interface Repaired {
  readonly found: Examined;
  readonly lines: readonly string[];
  readonly applied: Applied | undefined;
}

/** Mends and looks again. What was asked of the gateway with the same key is not asked twice. */
async function mend(context: Context, options: DoctorOptions, before: Examined): Promise<Repaired> {
  const { conflicts, applied } = await repair(context, before.problems);
  const lines = applied ? fixLines(context, applied) : [];
  const found = applied?.changed ? await examine(context, options, await learned(before.facts)) : before;
  // A cause stays before what it explains: the order of what was found is kept.
  const problems = [...conflicts, ...found.problems, ...(applied?.notices ?? [])];
  return { found: { ...found, problems }, lines, applied };
}

/** Finds what is wrong, worst first; with `fix` mends what can be mended and looks again. */
export async function run(context: Context, options: DoctorOptions): Promise<Report> {
  const started = context.now().getTime();
  if (options.logs !== undefined) await checkNamedLog(context, options.logs);
  const first = await examine(context, options);
  const wanted = options.fix && first.problems.some((problem) => problem.fix);
  const { found, lines, applied } = wanted
    ? await mend(context, options, first)
    : { found: first, lines: [], applied: undefined };
  const findings = { ...found, ms: context.now().getTime() - started };
  const report =
    options.report === undefined || options.report === false
      ? undefined
      : await writeReport(context, findings, options.report);
  const fails = found.problems.some((problem) => {
    const severity = severityOf(problem);
    return severity === "error" || (options.strict && severity === "warning");
  });
  return {
    changed: applied?.changed ?? false,
    data: {
      checks: found.results.map(toJson),
      ms: findings.ms,
      relations: relations(found.problems),
      ...(report ? { report: report.file ?? null } : {}),
      ...(options.fix ? { pending: applied?.pending ?? false, backup: applied?.backup ?? null } : {}),
    },
    problems: found.problems,
    lines: report?.instead ?? [...lines, ...doctorLines(findings, context), ...(report?.lines ?? [])],
    exit: fails ? 1 : 0,
  };
}
