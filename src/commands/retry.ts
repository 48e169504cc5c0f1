import { Failure } from "../core/problem/index.ts";

const attempts = 40;

/**
 * Reads, plans and writes until no other program changed a file in between. Throws Failure `config-changed` after
 * many attempts, and any other error of an attempt at once.
 */
export async function untilUndisturbed<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const isConflict = error instanceof Failure && error.problem.code === "config-changed";
      if (!isConflict || count >= attempts) throw error;
    }
  }
}
