import { Failure, type Problem, severityOf } from "../../core/problem.ts";
import { problemTable } from "../../core/problem-codes.ts";
import { checks } from "../../doctor/checks/index.ts";
import { createFacts } from "../../doctor/facts.ts";
import { type CheckResult, runChecks, worstFirst } from "../../doctor/run.ts";
import type { Context, Report } from "../../ports.ts";
import { doctorLines } from "../../render/doctor.ts";
import { symbols } from "../../render/problem.ts";
import { supportReport } from "../../render/support-report.ts";
import { surroundingsLines, surroundingsRows } from "../../render/surroundings.ts";
import type { Applied } from "../apply.ts";
import { type GatherOptions, gatherersFor } from "./gather.ts";
import { readLog } from "./log.ts";
import { keepAccepted, repair, unique } from "./repair.ts";
import { surroundingsOf } from "./surroundings.ts";

/** The options of `doctor`. */
export interface DoctorOptions extends GatherOptions {
  readonly fix?: boolean;
  readonly strict?: boolean;
  /** Print Markdown for a support ticket instead. */
  readonly report?: boolean;
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
  return { facts, results, problems: worstFirst(unique(results.flatMap((one) => one.problems))) };
}

type Examined = Awaited<ReturnType<typeof examine>>;

function fixLines(context: Context, applied: Applied): string[] {
  const { style, t } = context;
  if (applied.pending) return [...applied.preview, t.plan.dryRun, ""];
  if (!applied.changed) return [];
  return [...applied.preview, `${style.green(symbols.ok)} ${t.plan.written(applied.backup ?? "")}`, ""];
}

/** What came of --fix: the findings after it, what was written, and why it could not be, if so. */
interface Mended {
  readonly found: Examined;
  readonly applied: Applied | undefined;
  readonly failure: Problem | undefined;
}

/** Mends what can be mended and looks again. A write that fails is a finding among the others; a no ends the command. */
async function mend(context: Context, options: DoctorOptions, found: Examined): Promise<Mended> {
  try {
    const { applied, refused } = await repair(context, options, found.facts);
    const next = applied.changed ? await examine(context, options) : found;
    const said = (facts: Examined["facts"]) => facts.find("refusals");
    if (applied.changed)
      await keepAccepted(context, applied, await said(found.facts), await said(next.facts));
    const problems = worstFirst([...refused, ...next.problems, ...applied.notices]);
    return { found: { ...next, problems }, applied, failure: undefined };
  } catch (error) {
    if (!(error instanceof Failure) || error.problem.code === "cancelled") throw error;
    const problems = worstFirst([error.problem, ...found.problems]);
    return { found: { ...found, problems }, applied: undefined, failure: error.problem };
  }
}

/** What is left to the user after --fix. */
function closing(context: Context, { found, applied }: Mended): string[] {
  const { surroundings } = context.t;
  if (applied?.pending) return [];
  if (found.results.some((one) => one.problems.some((problem) => problem.code === "config-syntax")))
    return [surroundings.broken];
  const left = found.problems.filter((one) => severityOf(one) !== "info").length;
  if (left > 0) return [surroundings.left(left)];
  return applied?.changed ? [] : [surroundings.nothing];
}

const toJson = ({ id, status, ms, cause }: CheckResult) => ({ id, status, ms, ...(cause ? { cause } : {}) });

const lookedAt = async (context: Context, facts: Examined["facts"]) => {
  const surroundings = await surroundingsOf(facts);
  return { surroundings, rows: surroundingsRows(surroundings, context) };
};

/** Finds what is wrong, worst first; with `fix` mends what can be mended and looks again. */
export async function run(context: Context, options: DoctorOptions): Promise<Report> {
  const started = context.now().getTime();
  // A log that the user named and that is not there is a mistake in the command line, not a finding.
  if (options.logs !== undefined) await readLog(context, options.logs);
  const first = await examine(context, options);
  const isReadable = (await first.facts.find("config")) !== undefined;
  const wanted = options.fix && isReadable && first.problems.some((problem) => problem.fix);
  const mended: Mended = wanted
    ? await mend(context, options, first)
    : { found: first, applied: undefined, failure: undefined };
  const { found, applied, failure } = mended;
  const { surroundings, rows } = await lookedAt(context, found.facts);
  const ms = context.now().getTime() - started;
  const fails = found.problems.some((problem) => {
    const severity = severityOf(problem);
    return severity === "error" || (options.strict && severity === "warning");
  });
  const looked = context.options.verbose ? [...surroundingsLines(rows, context.style), ""] : [];
  const lines = [
    ...(applied ? fixLines(context, applied) : []),
    ...looked,
    ...doctorLines({ ...found, ms }, context),
  ];
  return {
    changed: applied?.changed ?? false,
    data: {
      checks: found.results.map(toJson),
      ms,
      ...surroundings,
      ...(options.fix ? { pending: applied?.pending ?? false, backup: applied?.backup ?? null } : {}),
    },
    problems: found.problems,
    lines: options.report
      ? supportReport({ ...found, ms }, context, rows)
      : [...lines, ...(options.fix ? closing(context, mended) : [])],
    exit: failure ? problemTable[failure.code].exit : fails ? 1 : 0,
  };
}
