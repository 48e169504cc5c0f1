import type { LostOutput } from "../adapters/terminal/outputs.ts";
import {
  type ExitCode,
  exitCodeOf,
  exitCodes,
  Failure,
  fail,
  type Problem,
  systemProblem,
} from "../core/problem/index.ts";
import { escapeJson } from "../core/text/index.ts";
import type { GlobalOptions, Output, Report } from "../ports.ts";
import { problemLines, problemToJson } from "../render/problem.ts";
import type { Session } from "./session.ts";

/** What is being run, as far as it is known. */
export interface About {
  name: string;
  /** The command as it is typed, for the hint at its help. */
  line: string;
  readonly version: string;
  readonly json: boolean;
}

type ChangeOptions = Pick<GlobalOptions, "check" | "diff">;

/** What is printed of a run, and how. */
type Printed = Omit<About, "line"> & ChangeOptions;

type CommanderLike = Error & { code: string; exitCode: number };

function isCommanderError(error: unknown): error is CommanderLike {
  return error instanceof Error && "code" in error && String(error.code).startsWith("commander.");
}

const quoted = (message: string) => message.match(/'([^']*)'/)?.[1]?.split(" ")[0] ?? "";

/** Commander's refusals in the user's language. The library only writes English; its codes are stable. */
function usageProblem(error: CommanderLike, session: Session, about: About): Problem {
  const { usage } = session.t.cli;
  const subject = quoted(error.message);
  const similar = error.message.match(/\(Did you mean (?:one of )?([^?]*)\?\)/)?.[1];
  const texts: Record<string, string> = {
    "commander.unknownOption": usage.unknownOption(subject),
    "commander.unknownCommand": usage.unknownCommand(subject),
    "commander.missingArgument": usage.missingArgument(subject),
    "commander.optionMissingArgument": usage.missingValue(subject),
    "commander.excessArguments": usage.excessArguments(subject),
    "commander.invalidArgument": usage.invalidChoice(
      subject,
      error.message.match(/Allowed choices are ([^.]*)\./)?.[1] ?? "",
    ),
    "commander.help": usage.noCommand,
  };
  const text = texts[error.code] ?? error.message;
  const detail = similar
    ? `${text}${session.locale === "zh-CN" ? "。" : ". "}${usage.similar(similar)}`
    : text;
  return { code: "usage", params: { variant: "text", text: detail, line: about.line } };
}

function print(session: Session, stream: Output, text: string): void {
  stream.write(session.show(text));
}

/** Prints what a program reads, or a copy of someone's file: its characters stay. */
function printExactly(session: Session, text: string): void {
  session.world.stdout.write(session.makeSafe(text));
}

/** The data of a report, with the change that it tells of. */
function dataOf({ data, change }: Report, options: ChangeOptions): unknown {
  if (change === undefined) return data;
  const { pending, backup, changes } = change;
  return { ...(data as object), pending, backup, changes, ...(options.diff ? { diff: change.diff() } : {}) };
}

function printJson(session: Session, about: Printed, report: Report, ok: boolean): void {
  const document = {
    ok,
    command: about.name,
    version: about.version,
    changed: report.changed,
    data: dataOf(report, about),
    problems: [...report.problems, ...session.notices].map((problem) =>
      problemToJson(problem, session.t, session.locale),
    ),
  };
  printExactly(session, `${escapeJson(JSON.stringify(document, null, 2))}\n`);
}

/** Notices next to any report, for people: on standard error, before anything else. */
function printNotices(session: Session): void {
  const { notices, t, style, world } = session;
  const lines = notices.flatMap((problem) => problemLines(problem, t, style));
  if (lines.length > 0) print(session, world.stderr, `${lines.join("\n")}\n`);
}

/** Prints a result as it is. A terminal would obey control characters in it; a file or pipe must get every byte. */
function printDocument(session: Session, document: string): void {
  const { stdout } = session.world;
  if (session.hide(document) !== document) throw fail("internal-error", { detail: "a secret in a document" });
  if (stdout.isTTY) print(session, stdout, document);
  else stdout.write(document);
}

/** With a diff or a document, standard output holds that alone: everything else goes to standard error. */
function printLines(
  { lines, change, document, isExact }: Report,
  session: Session,
  { diff }: ChangeOptions,
): void {
  const { stdout, stderr } = session.world;
  const isAlone = document !== undefined || (diff && change !== undefined);
  const text = lines.map((line) => `${line}\n`).join("");
  if (isExact && !isAlone) printExactly(session, text);
  else if (text !== "") print(session, isAlone ? stderr : stdout, text);
  if (document !== undefined) {
    printDocument(session, document);
    return;
  }
  const difference = diff ? (change?.diff() ?? "") : "";
  if (difference !== "") printExactly(session, `${difference}\n`);
}

/** The exit code of a report. Findings that --fix would still change do not hide that it would. */
function exitOf({ outcome, change }: Report, { check }: ChangeOptions): ExitCode {
  const isPending = check && change?.pending === true && (outcome === undefined || outcome === "failed");
  return isPending ? exitCodes.pending : exitCodeOf(outcome);
}

/** Prints a command's report once. Out: the exit code. */
export function printReport(session: Session, about: Printed, report: Report): number {
  const exit = exitOf(report, about);
  if (!about.json) printNotices(session);
  if (about.json) printJson(session, about, report, exit === exitCodes.ok || exit === exitCodes.pending);
  else printLines(report, session, about);
  return exit;
}

/** After a cancelled run that wrote something, says so and how to undo it. */
function withBackup(problem: Problem, { backup }: Session): Problem {
  if (problem.code !== "cancelled" || backup === undefined) return problem;
  return { ...problem, params: { ...problem.params, backup } };
}

function toProblem(error: unknown, session: Session, about: About): Problem {
  if (error instanceof Failure) {
    const { problem } = error;
    if (problem.code !== "usage" || problem.params.line !== undefined) return withBackup(problem, session);
    return { ...problem, params: { ...problem.params, line: about.line } };
  }
  if (isCommanderError(error)) return usageProblem(error, session, about);
  const system = systemProblem(error);
  if (system !== undefined) return withBackup(system, session);
  const detail = error instanceof Error ? error.message : String(error);
  return fail("internal-error", { detail }).problem;
}

/**
 * Prints why a command failed: for people on standard error, with --json as the one document on standard output. Out:
 * the exit code. Anything that is not a Failure is a bug; --verbose shows where it happened.
 */
export function printFailure(session: Session, about: About, error: unknown, verbose: boolean): number {
  if (isCommanderError(error) && error.exitCode === 0) return exitCodes.ok;
  const problem = toProblem(error, session, about);
  const { t, style } = session;
  const exit = exitCodeOf(problem);
  const { backup } = session;
  const data = backup === undefined ? {} : { backup };
  // Half of a change on disk is a change too.
  const changed = backup !== undefined || problem.code === "interrupted-change";
  if (!about.json) printNotices(session);
  const report = { changed, data, problems: [problem], lines: [] };
  if (about.json) printJson(session, { ...about, check: false, diff: false }, report, false);
  else print(session, session.world.stderr, `${problemLines(problem, t, style).join("\n")}\n`);
  if (!about.json && backup !== undefined && problem.code !== "cancelled")
    print(session, session.world.stderr, `${t.cli.savedBefore(backup)}\n`);
  if (problem.code === "internal-error" && verbose && error instanceof Error)
    print(session, session.world.stderr, `${error.stack ?? ""}\n`);
  return exit;
}

/** Ctrl-C outside a question. Out: the exit code. */
export function printInterrupted(session: Session, about: About): number {
  if (!about.json) print(session, session.world.stderr, "\n");
  return printFailure(session, about, fail("cancelled", {}), false);
}

/**
 * Prints one line on standard error: standard output could not be written, and what was saved. If standard error
 * fails too, nothing can be printed. Out: the exit code.
 */
export function printLostOutput(
  session: Session,
  { changed }: { readonly changed: boolean | undefined },
  lost: LostOutput,
  exit: number,
): number {
  if (lost.stream === "stderr") return exit === exitCodes.ok ? exitCodes.config : exit;
  const { outputLost } = session.t.cli;
  const { backup } = session;
  const stays =
    backup !== undefined
      ? outputLost.saved(backup)
      : changed === undefined
        ? ""
        : outputLost[changed ? "changed" : "unchanged"];
  const line = `openclaw-aisa: ${outputLost.title(lost.reason)}${stays}`;
  print(session, session.world.stderr, `${line}\n`);
  return exitCodes.config;
}
