import type { FileChange } from "../core/change/index.ts";
import { formatPath } from "../core/json/index.ts";
import type { Plan } from "../core/plans/index.ts";
import { Failure, type Problem } from "../core/problem/index.ts";
import { joinFixes } from "./fixes.ts";

/** What a plan would lead to. */
export interface Prospect {
  /** What would still be wrong. */
  readonly problems: readonly Problem[];
  /** Equal for equal files. */
  readonly state: string;
}

/** Judges the files as they would be after the changes. Throws Failure where they cannot be made. */
export type Simulate = (changes: readonly FileChange[]) => Promise<Prospect>;

const mostRounds = 20;
const mostAttempts = 5;

const idOf = (problem: Problem) => JSON.stringify([problem.code, problem.fix]);

function conflictOf(problems: readonly Problem[]): Problem {
  const path = problems.flatMap((one) => one.fix ?? []).flatMap((file) => file.changes)[0]?.path ?? [];
  const sources = [...new Set(problems.map((one) => one.code))];
  return { code: "fix-conflict", params: { path: formatPath(path), checks: sources } };
}

const placesOf = (problem: Problem) =>
  (problem.fix ?? []).flatMap(({ file, changes }) => changes.map((one) => JSON.stringify([file, one.path])));

/** Of problems whose fixes form a cycle, returns those that change the same place; all if no two do. */
function rivals(circle: readonly Problem[]): readonly Problem[] {
  const wanting = new Map<string, Set<string>>();
  for (const problem of circle) {
    const id = idOf(problem);
    for (const at of placesOf(problem)) {
      const ids = wanting.get(at) ?? new Set();
      wanting.set(at, ids);
      ids.add(id);
    }
  }
  const shared = circle.filter((one) => placesOf(one).some((at) => (wanting.get(at)?.size ?? 0) > 1));
  return shared.length > 0 ? shared : circle;
}

interface Simulated {
  readonly files: readonly FileChange[];
  readonly prospect: Prospect;
  readonly taken: readonly Problem[];
}

/** Returns the result of adding the fixes of `open` to `before`; a failure if the config cannot be edited so. */
async function simulateFixes(
  before: readonly FileChange[],
  open: readonly Problem[],
  simulate: Simulate,
): Promise<Simulated | Failure> {
  const round = joinFixes(open);
  const files = [...before, ...round.files];
  try {
    return { files, prospect: await simulate(files), taken: round.taken };
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/**
 * Plans the next round: all fixes together, or a single fix if that fails. A fix that fails alone is added to
 * `refused`.
 */
async function nextRound(
  before: readonly FileChange[],
  open: readonly Problem[],
  simulate: Simulate,
  refused: Map<string, Problem>,
): Promise<Simulated | undefined> {
  const whole = await simulateFixes(before, open, simulate);
  if (!(whole instanceof Failure)) return whole;
  for (const problem of open) {
    const alone = await simulateFixes(before, [problem], simulate);
    if (!(alone instanceof Failure)) return alone;
    refused.set(idOf(problem), { ...alone.problem, severity: "warning" });
  }
  return undefined;
}

/**
 * Plans rounds of fixes until nothing is left to fix. Undefined if they form a cycle; `refused` then has a new
 * member.
 */
async function attempt(
  present: Prospect,
  simulate: Simulate,
  refused: Map<string, Problem>,
): Promise<readonly FileChange[] | undefined> {
  let files: readonly FileChange[] = [];
  let prospect = present;
  const past: { state: string; taken: readonly Problem[] }[] = [{ state: present.state, taken: [] }];
  for (let round = 0; round < mostRounds; round += 1) {
    const open = prospect.problems.filter((one) => one.fix && !refused.has(idOf(one)));
    if (open.length === 0) break;
    const step = await nextRound(files, open, simulate, refused);
    if (step === undefined) break;
    const { state } = step.prospect;
    const seen = past.findIndex((one) => one.state === state);
    if (seen !== -1) {
      const circle = rivals([...past.slice(seen + 1).flatMap((one) => one.taken), ...step.taken]);
      for (const problem of circle) refused.set(idOf(problem), conflictOf(circle));
      return undefined;
    }
    past.push({ state, taken: step.taken });
    ({ files, prospect } = step);
  }
  return files;
}

/**
 * Plans every fix. They are made in rounds, each judged again, because one fix can call for another: two stale ids that
 * become the same one, a rename onto a key that exists. Fixes that contradict each other (`fix-conflict`), or that
 * cannot be made safely, are left out; the notices name them. In: what is wrong with the files as they are.
 */
export async function planFixes(present: Prospect, simulate: Simulate): Promise<Plan> {
  const refused = new Map<string, Problem>();
  for (let count = 0; count < mostAttempts; count += 1) {
    const changes = await attempt(present, simulate, refused);
    const named = new Map([...refused.values()].map((one) => [JSON.stringify(one), one]));
    if (changes) return { changes, notices: [...named.values()] };
  }
  return { changes: [], notices: [...refused.values()] };
}
