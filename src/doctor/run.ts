import {
  detailOf,
  Failure,
  type Note,
  type Problem,
  paramOf,
  type Severity,
  severityOf,
  systemProblem,
} from "../core/problem/index.ts";
import { worstFirst } from "./causes.ts";
import { type Check, isSkipped, type Judgement } from "./check.ts";
import { type Facts, FactUnavailable, type SkipCause } from "./facts.ts";

/** How a check ended: fine, the worst severity it found, not judged, or crashed. */
export type CheckStatus = "ok" | Severity | "skipped" | "crashed";

/** What came of one check. */
export interface CheckResult {
  readonly id: string;
  readonly status: CheckStatus;
  /** From the start of the run until its verdict, facts included. */
  readonly ms: number;
  readonly problems: readonly Problem[];
  /** What it saw besides. */
  readonly notes: readonly Note[];
  /** Why it was skipped. */
  readonly cause?: SkipCause;
}

/** What happens while checks run. */
export interface RunListener {
  /** Ids of the checks that have not ended, in the list's order. */
  running(ids: readonly string[]): void;
}

function statusOf(problems: readonly Problem[]): CheckStatus {
  const [worst] = worstFirst(problems);
  return worst === undefined ? "ok" : severityOf(worst);
}

type Ending = Omit<CheckResult, "id" | "ms">;

function ended(verdict: Judgement): Ending {
  if (isSkipped(verdict))
    return { status: "skipped", problems: [], notes: verdict.notes ?? [], cause: verdict.skipped };
  const { problems, notes } = "notes" in verdict ? verdict : { problems: verdict, notes: [] };
  return { status: statusOf(problems), problems, notes };
}

/** What went wrong, in the words of the system where there are some. */
function reasonOf(error: unknown): string {
  const problem = error instanceof Failure ? error.problem : systemProblem(error);
  return (problem && paramOf(problem, "detail")) ?? detailOf(error);
}

/** Contains a crash: the other checks continue, and this one reports that it did not finish. */
function broken(check: Check, error: unknown): Ending {
  if (error instanceof FactUnavailable)
    return { status: "skipped", problems: [], notes: [], cause: error.reason };
  const problem: Problem = { code: "check-crashed", params: { check: check.id, detail: reasonOf(error) } };
  return { status: "crashed", problems: [problem], notes: [] };
}

/**
 * Runs all checks at once and returns their results in the list's order. Facts are gathered once and shared, so the
 * whole takes as long as its slowest fact. `now` counts ms. Never rejects.
 */
export async function runChecks(
  checks: readonly Check[],
  facts: Facts,
  now: () => number,
  listener?: RunListener,
): Promise<CheckResult[]> {
  const started = now();
  const open = new Set(checks.map((check) => check.id));
  listener?.running([...open]);
  return Promise.all(
    checks.map(async (check) => {
      const ending = await check.run(facts).then(ended, (error: unknown) => broken(check, error));
      open.delete(check.id);
      listener?.running([...open]);
      return { id: check.id, ms: Math.round(now() - started), ...ending };
    }),
  );
}

/** Equal problems of different checks count once, for example two that want the same id renamed. */
export function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const id = JSON.stringify([problem.code, problem.at, problem.params]);
    return !seen.has(id) && seen.add(id);
  });
}
