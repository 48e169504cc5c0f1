import type { SetupState } from "../../core/desired/index.ts";
import { Failure, fail, firstError, inProfile, type Problem } from "../../core/problem/index.ts";
import type { Context, Report, ReportedChange } from "../../ports.ts";
import { problemLines } from "../../render/problem.ts";
import { reportedFiles } from "../reported-change.ts";
import { applySetup, type StateOptions, type Wanted } from "./one.ts";
import { type PlacedState, readDesired } from "./read.ts";

/** The arguments of `apply`. */
export interface ApplyOptions extends StateOptions {
  /** YAML or JSON5; `-` is standard input. */
  readonly file: string;
}

/** A profile and what it shall be. `profile`: undefined for the one without a name. */
interface Part {
  readonly profile: string | undefined;
  readonly wanted: Wanted;
}

/** The parts of the file that are meant: all, or the one of --profile. Throws Failure `state-invalid` and `usage`. */
function partsOf(context: Context, file: string, { state, placeOf }: PlacedState): Part[] {
  const { profile, config, dev } = context.options;
  const wanted = (setup: SetupState, path: readonly string[]) => ({ state: setup, file, path, placeOf });
  if (profile !== undefined) {
    const setup = state.profiles.get(profile);
    if (setup) return [{ profile, wanted: wanted(setup, ["profiles", profile]) }];
    const profiles = [...state.profiles.keys()];
    throw fail("state-invalid", { variant: "no-such-profile", file, profile, profiles });
  }
  const own = state.own ? [{ profile: undefined, wanted: wanted(state.own, []) }] : [];
  if (dev) return own;
  if (config !== undefined && state.profiles.size > 0)
    throw fail("usage", { variant: "text", text: context.t.desired.profileWithConfig });
  const named = [...state.profiles].map(([name, setup]) => ({
    profile: name,
    wanted: wanted(setup, ["profiles", name]),
  }));
  return [...own, ...named];
}

const contextOf = (context: Context, { profile }: Part) =>
  profile === undefined ? context : context.forProfile(profile);

/** Applies one part. Its problems, thrown or not, say which profile they are of. */
async function applyPart(context: Context, part: Part, options: StateOptions): Promise<Report> {
  const { profile, wanted } = part;
  const own = contextOf(context, part);
  if (profile === undefined) return applySetup(own, wanted, options);
  try {
    if (!context.options.dryRun) await (await own.store()).recover();
    const report = await applySetup(own, wanted, options);
    return { ...report, problems: report.problems.map((one) => inProfile(one, profile)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(inProfile(error.problem, profile), { cause: error });
  }
}

/** Applies one part of several; a failure is its report, so that the others are done all the same. */
async function applyOneOf(context: Context, part: Part, options: StateOptions): Promise<Report> {
  try {
    return await applyPart(context, part, options);
  } catch (error) {
    if (!(error instanceof Failure) || error.problem.code === "cancelled") throw error;
    const { profile } = part;
    const { problem } = error;
    const lines = problemLines(problem, context.t, context.style);
    return { changed: false, data: { profile: profile ?? null, plugin: null }, problems: [problem], lines };
  }
}

const changeOf = ({ change = reportedFiles([]) }: Report): ReportedChange => change;

function together(reports: readonly Report[]): ReportedChange {
  const changes = reports.map(changeOf);
  const [only, ...others] = changes;
  return {
    pending: changes.some((one) => one.pending),
    backup: others.length === 0 ? (only?.backup ?? null) : null,
    changes: changes.flatMap((one) => one.changes),
    diff: () =>
      changes
        .map((one) => one.diff())
        .filter(Boolean)
        .join("\n"),
  };
}

function linesOf({ t, style }: Context, parts: readonly Part[], reports: readonly Report[]): string[] {
  if (parts.length === 1) return [...(reports[0]?.lines ?? [])];
  return reports.flatMap((report, index) => [
    ...(index === 0 ? [] : [""]),
    style.bold(t.desired.profile(parts[index]?.profile)),
    ...report.lines,
  ]);
}

function invalid({ t, style }: Context, problems: readonly Problem[]): Report {
  const lines = problems.flatMap((problem) => problemLines(problem, t, style));
  return { changed: false, data: { profiles: [] }, problems, lines, outcome: firstError(problems) };
}

/** Brings this machine to the state that a file describes: every profile in it, each with a backup of its own. */
export async function run(context: Context, options: ApplyOptions): Promise<Report> {
  const { file } = options;
  const read = await readDesired(context, file);
  if ("problems" in read) return invalid(context, read.problems);
  const parts = partsOf(context, file, read);
  const reports: Report[] = [];
  const applyEach = parts.length === 1 ? applyPart : applyOneOf;
  for (const part of parts) reports.push(await applyEach(context, part, options));
  const problems = reports.flatMap((one) => one.problems);
  return {
    changed: reports.some((one) => one.changed),
    data: {
      profiles: reports.map((one) => {
        const { pending, backup } = changeOf(one);
        return { ...(one.data as object), changed: one.changed, pending, backup };
      }),
    },
    change: together(reports),
    problems,
    lines: parts.length === 0 ? [context.t.desired.empty(file)] : linesOf(context, parts, reports),
    outcome: firstError(problems),
  };
}
