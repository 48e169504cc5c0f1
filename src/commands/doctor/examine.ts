import type { Problem } from "../../core/problem/index.ts";
import { ordered } from "../../doctor/causes.ts";
import { checks } from "../../doctor/checks/index.ts";
import { createFacts, type Facts } from "../../doctor/facts.ts";
import { type CheckResult, runChecks, unique } from "../../doctor/run.ts";
import type { Context } from "../../ports.ts";
import { type GatherOptions, gatherersFor } from "./gather.ts";
import type { EarlierLook } from "./gather-gateway.ts";

/** What one look found. */
export interface Examined {
  readonly facts: Facts;
  readonly results: readonly CheckResult[];
  /** One for each trouble, worst first, causes before what they explain. */
  readonly problems: readonly Problem[];
}

/** Runs every check. `earlier`: what is known of the gateway from a look before a fix. */
export async function examine(
  context: Context,
  options: GatherOptions,
  earlier?: EarlierLook,
): Promise<Examined> {
  const { t } = context;
  const step = (await context.progress()).step(t.doctor.checking);
  const facts = createFacts(gatherersFor(context, options, earlier));
  const running = (ids: readonly string[]) => {
    if (ids.length > 0) step.update(t.doctor.running(ids, checks.length));
  };
  const results = await runChecks(checks, facts, () => context.now().getTime(), { running });
  step.clear();
  return { facts, results, problems: ordered(unique(results.flatMap((one) => one.problems))) };
}
