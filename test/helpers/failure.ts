import { Failure, type Problem } from "../../src/core/problem/problem.ts";

/** The problem that work fails with. Throws where it does not fail, and whatever is no {@link Failure}. */
export async function failureOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error.problem;
    throw error;
  }
  throw new Error("it did not fail");
}
