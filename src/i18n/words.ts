import type { Circumstances, ParamsOf, Problem, ProblemCode } from "../core/problem/index.ts";
import type { ShellCommands } from "../core/terminal/index.ts";

/** What a problem is called, why it is so, and what to do. Commands are lines a user can run as they are. */
export interface ProblemWords {
  readonly title: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly commands?: readonly string[];
}

/** The words of some codes, made from the parameters that each of them has. A code without words does not compile. */
export type TextsOf<Codes extends ProblemCode> = {
  readonly [Code in Codes]: (
    params: ParamsOf<Code>,
    problem: Circumstances,
    shell: ShellCommands,
  ) => ProblemWords;
};

/** The words of every code. */
export type ProblemTexts = TextsOf<ProblemCode>;

/**
 * Returns the function that gives the words for a problem, out of the words of every code. The commands in them are
 * those of a shell.
 */
export function wordsFrom(texts: ProblemTexts): (problem: Problem, shell: ShellCommands) => ProblemWords {
  return (problem, shell) => {
    // Each code's function takes that code's parameters, which the compiler cannot follow through a lookup.
    const words = texts[problem.code] as (
      params: Problem["params"],
      problem: Circumstances,
      shell: ShellCommands,
    ) => ProblemWords;
    return words(problem.params, problem, shell);
  };
}
