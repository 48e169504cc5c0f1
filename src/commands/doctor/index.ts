import { Failure, fail, type Problem, paramOf, severityOf } from "../../core/problem/index.ts";
import type { CheckResult } from "../../doctor/run.ts";
import type { Context, Report } from "../../ports.ts";
import { doctorLines } from "../../render/doctor.ts";
import { type DoctorFormat, formatted } from "../../render/doctor-formats.ts";
import { symbols } from "../../render/problem.ts";
import { surroundingsLines, surroundingsRows } from "../../render/surroundings.ts";
import { marked, wrap } from "../../render/text.ts";
import type { Applied } from "../apply.ts";
import { mayAsk } from "../ask.ts";
import { reportedChange } from "../reported-change.ts";
import { type Examined, examine } from "./examine.ts";
import { applyFixes, keepAccepted } from "./fix.ts";
import type { GatherOptions } from "./gather.ts";
import { learned } from "./gather-gateway.ts";
import { checkNamedLog } from "./log.ts";
import { mergeFiles } from "./merge.ts";
import { type Looked, lookAtProfiles } from "./profiles.ts";
import { surroundingsOf } from "./surroundings.ts";
import { writeReport } from "./write-report.ts";

/** The options of `doctor`. */
export interface DoctorOptions extends GatherOptions {
  readonly fix?: boolean;
  readonly strict?: boolean;
  /** Write Markdown for a support ticket: to this file, to standard output for `-`, `true`: to a file of the usual name. */
  readonly report?: boolean | string;
  /** Look at each profile of the user. */
  readonly allProfiles?: boolean;
  /** What to print instead of the lines for people. */
  readonly format?: DoctorFormat;
  /** Reports of other machines to merge, instead of looking at this one. */
  readonly merge?: readonly string[];
}

function fixLines(context: Context, applied: Applied): string[] {
  const { style, t } = context;
  if (applied.pending) return [...applied.preview, t.plan.dryRun, ""];
  if (!applied.changed) return [];
  const shown = mayAsk(context);
  return [
    ...(shown ? [] : applied.preview),
    ...marked(style.green(symbols.ok), t.plan.written(applied.backup), style),
    "",
  ];
}

/** What came of --fix: the findings after it, what was written, and why it could not be, if so. */
interface FixOutcome {
  readonly found: Examined;
  readonly applied: Applied | undefined;
  readonly failure: Problem | undefined;
}

/**
 * Fixes what can be fixed and looks again; what was asked of the gateway with the same key is not asked twice.
 * A write that fails is a finding among the others; a no ends the command.
 */
async function fix(context: Context, options: DoctorOptions, before: Examined): Promise<FixOutcome> {
  try {
    const applied = await applyFixes(context, options, before);
    const found = applied.changed
      ? await examine(context, options, { learned: await learned(before.facts), facts: before.facts })
      : before;
    if (applied.changed)
      await keepAccepted(
        context,
        applied,
        await before.facts.find("refusals"),
        await found.facts.find("refusals"),
      );
    // A cause stays before what it explains: the order of what was found is kept.
    const problems = [...applied.plan.notices, ...found.problems, ...applied.notices];
    return { found: { ...found, problems }, applied, failure: undefined };
  } catch (error) {
    if (!(error instanceof Failure) || error.problem.code === "cancelled") throw error;
    const problems = [error.problem, ...before.problems];
    return { found: { ...before, problems }, applied: undefined, failure: error.problem };
  }
}

/** What is left to the user after --fix. */
function closing(context: Context, { found, applied }: FixOutcome): string[] {
  const { style, t } = context;
  const say = (text: string) => wrap(text, style.columns, style);
  if (applied?.pending) return [];
  if (found.results.some((one) => one.problems.some((problem) => problem.code === "config-syntax")))
    return say(t.surroundings.broken);
  const left = found.problems.filter((one) => severityOf(one) !== "info").length;
  if (left > 0) return say(t.surroundings.left(left));
  return applied?.changed ? [] : say(t.surroundings.nothing);
}

const toJson = ({ id, status, ms, cause, notes }: CheckResult) => ({
  id,
  status,
  ms,
  ...(cause ? { cause } : {}),
  ...(notes.length > 0 ? { notes } : {}),
});

/** What the envelope has no field for: which finding explains which, and the times from the log. */
const relations = (problems: readonly Problem[]) =>
  problems.flatMap((problem) => {
    const { code, follows, seen } = problem;
    const model = paramOf(problem, "model");
    return follows || seen
      ? [{ code, ...(model ? { model } : {}), ...(follows ? { follows } : {}), ...seen }]
      : [];
  });

const lookedAt = async (context: Context, facts: Examined["facts"]) => {
  const surroundings = await surroundingsOf(facts);
  return { surroundings, rows: surroundingsRows(surroundings, context) };
};

/** Finds what is wrong with one OpenClaw, worst first; with `fix` fixes what can be fixed and looks again. */
async function look(context: Context, options: DoctorOptions): Promise<Looked> {
  const started = context.now().getTime();
  if (options.logs !== undefined) await checkNamedLog(context, options.logs);
  const first = await examine(context, options);
  const isReadable = (await first.facts.find("config")) !== undefined;
  const isMistyped = first.problems.some((one) => one.code === "config-syntax" && one.fix);
  const wanted = options.fix && (isReadable || isMistyped) && first.problems.some((problem) => problem.fix);
  const fixed: FixOutcome = wanted
    ? await fix(context, options, first)
    : { found: first, applied: undefined, failure: undefined };
  const { found, applied, failure } = fixed;
  const { surroundings, rows } = await lookedAt(context, found.facts);
  const findings = { ...found, ms: context.now().getTime() - started };
  const report =
    options.report === undefined || options.report === false
      ? undefined
      : await writeReport(context, findings, rows, options.report);
  const fails = found.problems.some((problem) => {
    const severity = severityOf(problem);
    return severity === "error" || (options.strict && severity === "warning");
  });
  const looked = context.options.verbose ? [...surroundingsLines(rows, context.style), ""] : [];
  const lines = [
    ...(applied ? fixLines(context, applied) : []),
    ...looked,
    ...doctorLines(findings, context),
  ];
  return {
    changed: applied?.changed ?? false,
    data: {
      host: context.machine.host,
      time: new Date(started).toISOString(),
      checks: found.results.map(toJson),
      ms: findings.ms,
      ...surroundings,
      relations: relations(found.problems),
      ...(report ? { report: report.file ?? null } : {}),
    },
    ...(options.fix ? { change: reportedChange(applied) } : {}),
    problems: found.problems,
    lines: report?.instead ?? [
      ...lines,
      ...(options.fix ? closing(context, fixed) : []),
      ...(report?.lines ?? []),
    ],
    outcome: failure ?? (fails ? "failed" : undefined),
    examined: {
      profile: surroundings.profile ?? "default",
      findings,
      fails,
      openclaw: surroundings.openclaw.version,
      time: started,
    },
  };
}

/** Options that leave no room for others, each with those. Throws Failure `usage`. */
function checkTogether({ t, options: globals }: Context, options: DoctorOptions): void {
  const given = { ...globals, ...options } as Readonly<Record<string, unknown>>;
  const apart: readonly (readonly [string, readonly string[]])[] = [
    ["merge", ["fix", "report", "format", "allProfiles", "all", "logs", "probe"]],
    ["format", ["json", "fix", "report"]],
    ["allProfiles", ["config", "profile", "dev", "report", "logs"]],
    ["probe", ["all"]],
  ];
  const flag = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  for (const [one, others] of apart) {
    const other = given[one] ? others.find((name) => given[name]) : undefined;
    if (other === undefined) continue;
    const text = t.doctor.notTogether(flag(one), flag(other));
    throw fail("usage", { variant: "text", text, line: "openclaw-aisa doctor" });
  }
}

/** Runs `doctor`: on this OpenClaw, on each profile, or over reports that others made. */
export async function run(context: Context, options: DoctorOptions): Promise<Report> {
  checkTogether(context, options);
  if (options.merge) return mergeFiles(context, options.merge, options.strict);
  const settled = options.probe ? { ...options, offline: true } : options;
  const looked = settled.allProfiles
    ? await lookAtProfiles(context, (one) => look(one, settled))
    : await look(context, settled).then((one) => ({ report: one, examined: [one.examined] }));
  const { examined, report } = looked;
  if (settled.format === undefined) return report;
  return { ...report, lines: formatted(settled.format, examined, context, settled.strict) };
}
