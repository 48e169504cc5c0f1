import { setTimeout as sleep } from "node:timers/promises";
import { paramOf, RequestError } from "../../core/problem/index.ts";
import { type Throttled, waitAfterLimit } from "../../core/retry/index.ts";

/** What the pauses between tries depend on. */
export interface Pauses {
  /** What the pauses are multiplied by; 1. */
  readonly patience?: number;
  /** Returns a number from 0 up to 1, so that pauses differ; Math.random. */
  readonly random?: () => number;
  /** Waits, ms; by the clock. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** How long the gateway asks to wait, where it says that there are too many requests; undefined for other failures. */
async function limitOf(error: unknown): Promise<Pick<Throttled, "toldSeconds"> | undefined> {
  if (!(error instanceof RequestError) || error.failure.kind !== "status") return undefined;
  const { problem } = (await import("../../core/diagnosis/index.ts")).diagnoseFailure(error.failure);
  return problem.code === "rate-limited" ? { toldSeconds: paramOf(problem, "seconds") } : undefined;
}

/** Sends a request, and again after a pause while the gateway says that there are too many. Throws what `send` throws. */
export async function untilAdmitted<T>(
  send: () => Promise<T>,
  manner: Throttled["manner"],
  pauses: Pauses,
): Promise<T> {
  const { patience = 1, random = Math.random, pause = sleep } = pauses;
  for (let retries = 0; ; retries += 1) {
    try {
      return await send();
    } catch (error) {
      const limit = await limitOf(error);
      const wait = limit && waitAfterLimit({ retries, manner, ...limit }, random);
      if (wait === undefined) throw error;
      await pause(wait * patience);
    }
  }
}
