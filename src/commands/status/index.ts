import { firstError, type Problem } from "../../core/problem/index.ts";
import { ordered } from "../../doctor/causes.ts";
import { configFound } from "../../doctor/checks/config-found.ts";
import { configParses } from "../../doctor/checks/config-parses.ts";
import { key } from "../../doctor/checks/key.ts";
import { localChecks } from "../../doctor/checks/local.ts";
import { pinnedSessions } from "../../doctor/checks/pinned-sessions.ts";
import { provider } from "../../doctor/checks/provider.ts";
import { resting } from "../../doctor/checks/resting.ts";
import { shape } from "../../doctor/checks/shape.ts";
import { createFacts, type Facts } from "../../doctor/facts.ts";
import { runChecks, unique } from "../../doctor/run.ts";
import type { Context, Report } from "../../ports.ts";
import { statusLines } from "../../render/status.ts";
import { gatherersFor } from "../doctor/gather.ts";
import { lookAtSetup, setupToJson } from "./setup.ts";

/** Doctor's checks that look at files only; the first ones say why no turn would be answered. */
const first = [configFound, configParses, shape, provider, key];
const checks = [...new Set([...first, ...localChecks, pinnedSessions, resting])];

async function findProblems(context: Context, facts: Facts): Promise<Problem[]> {
  const results = await runChecks(checks, facts, () => context.now().getTime());
  return ordered(unique(results.flatMap((one) => one.problems)));
}

/**
 * Shows what is set up and what a new turn would send, from files alone: nothing is requested, and OpenClaw is not run.
 * Fails with the first error that these show.
 */
export async function run(context: Context): Promise<Report> {
  const facts = createFacts(gatherersFor(context, { offline: true, probe: true }));
  const [setup, problems] = await Promise.all([lookAtSetup(context, facts), findProblems(context, facts)]);
  return {
    changed: false,
    data: setupToJson(setup, context.t),
    problems,
    lines: statusLines(setup, problems, context),
    outcome: firstError(problems),
  };
}
