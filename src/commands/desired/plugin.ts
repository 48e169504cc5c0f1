import { Failure, type Problem } from "../../core/problem/index.ts";
import type { ChangeJson, Context, Report } from "../../ports.ts";
import { run as install } from "../plugin/install.ts";
import { run as remove } from "../plugin/remove.ts";

/** What became of the plugin. */
export interface SettledPlugin {
  /** `null`: the state says nothing of it. */
  readonly state: "present" | "absent" | "installed" | "removed" | "pending" | "failed" | null;
  readonly changed: boolean;
  readonly pending: boolean;
  readonly changes: readonly ChangeJson[];
  readonly problems: readonly Problem[];
  readonly lines: readonly string[];
}

function settled({ changed, change, lines }: Report, wish: boolean): SettledPlugin {
  const pending = change?.pending ?? false;
  const done = wish ? "installed" : "removed";
  const state = pending ? "pending" : changed ? done : wish ? "present" : "absent";
  return { state, changed, pending, changes: change?.changes ?? [], problems: [], lines };
}

/**
 * Has OpenClaw install or remove the plugin where the state asks for it. A refusal, or an OpenClaw that is missing, is
 * a problem of the report: what was written before it stays.
 */
export async function settlePlugin(context: Context, wish: boolean | undefined): Promise<SettledPlugin> {
  const nothing = { state: null, changed: false, pending: false, changes: [], problems: [], lines: [] };
  if (wish === undefined) return nothing;
  try {
    return settled(await (wish ? install : remove)(context), wish);
  } catch (error) {
    if (!(error instanceof Failure) || error.problem.code === "cancelled") throw error;
    return { ...nothing, state: "failed", problems: [error.problem] };
  }
}
