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

/** What OpenClaw takes seconds to say, and no fix of ours changes. */
const saidOnce = ["sessions", "resting", "cron", "plugin"] as const;

/** What is known from a look before a fix: of the gateway, where it could be asked, and all facts. */
export interface Before {
  readonly learned: EarlierLook | undefined;
  readonly facts: Facts;
}

/** Runs every check. `before`: the look before a fix; what that asked is not asked again. */
export async function examine(context: Context, options: GatherOptions, before?: Before): Promise<Examined> {
  const { t } = context;
  const step = (await context.progress()).step(t.doctor.checking);
  const fresh = gatherersFor(context, options, before?.learned);
  const said = before ? saidOnce.map((name) => [name, () => before.facts.get(name)]) : [];
  const facts = createFacts({ ...fresh, ...Object.fromEntries(said) });
  const running = (ids: readonly string[]) => {
    if (ids.length > 0) step.update(t.doctor.running(ids, checks.length));
  };
  const results = await runChecks(checks, facts, () => context.now().getTime(), { running });
  step.clear();
  return { facts, results, problems: ordered(unique(results.flatMap((one) => one.problems))) };
}
