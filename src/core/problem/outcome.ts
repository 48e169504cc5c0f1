import { problemTable } from "./codes.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { type Problem, severityOf } from "./problem.ts";

/** How a command ended: the problem that made it fail, `failed` where no single one did, or undefined: it succeeded. */
export type Outcome = Problem | "failed" | undefined;

/**
 * Returns the exit code of a command with this outcome. All exit codes except those of lost output and help are
 * decided here.
 */
export function exitCodeOf(outcome: Outcome): ExitCode {
  if (outcome === undefined) return exitCodes.ok;
  return outcome === "failed" ? exitCodes.failed : problemTable[outcome.code].exit;
}

/** Returns the outcome of a command that fails with the first error among its problems. */
export function firstError(problems: readonly Problem[]): Outcome {
  return problems.find((problem) => severityOf(problem) === "error");
}

/** Whether the problem is one of the API key. */
export function isAboutKey(problem: Problem): boolean {
  return exitCodeOf(problem) === exitCodes.key;
}
