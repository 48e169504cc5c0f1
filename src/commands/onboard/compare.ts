import { formatPath } from "../../core/json/index.ts";
import { Failure, paramOf } from "../../core/problem/index.ts";
import { type Applied, missingChanges } from "../apply.ts";
import { look } from "../look.ts";
import { type Decided, planChanges } from "./plan.ts";
import type { OnboardSession } from "./session.ts";

/** Whether the files hold what was planned, read again from disk; `skipped` where nothing was planned, and in a dry run. */
export type Compared = "as-planned" | "changed-since" | "skipped";

const shownPaths = 5;

interface Difference {
  readonly file: string;
  readonly missing: string;
}

/** What is no longer as planned; undefined where everything is. */
async function difference(session: OnboardSession, decided: Decided): Promise<Difference | undefined> {
  const { context } = session;
  const { configPath } = await (await context.store()).locate();
  try {
    const found = await look(context);
    const missing = await missingChanges(found, await planChanges(session, found, decided));
    const [first] = missing;
    if (first === undefined) return undefined;
    const paths = missing.flatMap((one) => one.changes.map((change) => formatPath(change.path)));
    return { file: first.file, missing: paths.filter(Boolean).slice(0, shownPaths).join(", ") };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { problem } = error;
    return {
      file: paramOf(problem, "file") ?? configPath,
      missing: context.t.problems(problem).title,
    };
  }
}

/**
 * Reads the files again after OpenClaw's validation, and plans again: if anything is left to do, another program has
 * changed them, or OpenClaw restored an older file. That is added to the problems.
 */
export async function compareWritten(
  session: OnboardSession,
  decided: Decided,
  applied: Applied,
): Promise<Compared> {
  if (applied.pending || applied.plan.changes.length === 0) return "skipped";
  const params = await difference(session, decided);
  if (params === undefined) return "as-planned";
  session.problems.push({
    code: "written-not-verified",
    severity: "error",
    params: { ...params, variant: "changed-since" },
  });
  return "changed-since";
}
