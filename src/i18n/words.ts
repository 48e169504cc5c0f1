import type { Problem, ProblemCode } from "../core/problem.ts";

/** What a problem is called, why it is so, and what to do. Commands are lines a user can run as they stand. */
export interface ProblemWords {
  readonly title: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly commands?: readonly string[];
}

/** Words for every code: a code without words does not compile. */
export type ProblemTexts = Record<ProblemCode, (problem: Problem) => ProblemWords>;

/** The words of one family of codes. */
export type TextsOf<Code extends ProblemCode> = Record<Code, (problem: Problem) => ProblemWords>;
