import type { Note, Problem } from "../core/problem/index.ts";
import type { FactName, Facts, FactTypes, SkipCause } from "./facts.ts";

/** The result of a check: problems (none means passed), alone or with what else it saw, or why it was skipped. */
export type Judgement = readonly Problem[] | ProblemsWithNotes | Skipped;

/** Problems, and what is worth knowing besides. */
export interface ProblemsWithNotes {
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

/** A check that has nothing to judge, and why. */
export interface Skipped {
  readonly skipped: SkipCause;
  readonly notes?: readonly Note[];
}

/** One check, ready to run. */
export interface Check {
  /** Kebab-case, stable: it is in `--json`. */
  readonly id: string;
  /** Gathers what the check needs and judges it. Rejects with FactUnavailable when a need cannot be had. */
  run(facts: Facts): Promise<Judgement>;
}

/** A check as it is written: what it needs, what it also uses where it can be had, and a pure judgement. */
export interface CheckDefinition<Need extends FactName, Use extends FactName> {
  readonly id: string;
  readonly needs: readonly Need[];
  readonly uses?: readonly Use[];
  judge(facts: Pick<FactTypes, Need> & Partial<Pick<FactTypes, Use>>): Judgement | Promise<Judgement>;
}

/** Defines a check. The judgement sees the facts it named and nothing else. */
export function defineCheck<Need extends FactName, Use extends FactName = never>(
  check: CheckDefinition<Need, Use>,
): Check {
  return {
    id: check.id,
    run: async (facts) => {
      const needed = check.needs.map(async (name) => [name, await facts.get(name)] as const);
      const used = (check.uses ?? []).map(async (name) => [name, await facts.find(name)] as const);
      const known = Object.fromEntries(await Promise.all([...needed, ...used]));
      return check.judge(known as Pick<FactTypes, Need> & Partial<Pick<FactTypes, Use>>);
    },
  };
}

/** Whether a verdict is that nothing could be judged. */
export function isSkipped(verdict: Judgement): verdict is Skipped {
  return "skipped" in verdict;
}
