import { get } from "../../core/json/index.ts";
import { defaultModelOf, keptProblem, type Pin } from "../../core/models/index.ts";
import { modelSettingPath, primaryOf } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { clean } from "../../core/text/index.ts";
import type { Context, OpenClaw } from "../../ports.ts";
import type { Look } from "../look.ts";
import { findPins } from "../sessions.ts";

/** The new default model, of all agents or of one. */
export interface NewDefault {
  readonly reference: string;
  readonly agent?: string | undefined;
}

/** What became of the sessions that have a model of their own. Undefined members: the sessions cannot be had. */
export interface SessionsReport {
  /** Those that keep another model than the default. */
  readonly kept: readonly Pin[] | undefined;
  /** Those that were switched, or with a dry run would be. */
  readonly switched: readonly Pin[];
  readonly problems: readonly Problem[];
}

/** Returns the sessions that keep another model after a change of the default one. `found`: the look before it. */
export async function pinsAgainst(
  context: Context,
  found: Look,
  { reference, agent }: NewDefault,
): Promise<readonly Pin[] | undefined> {
  const { config } = found;
  const ownModel = (id: string) => {
    const path = modelSettingPath(config, id);
    return path && primaryOf(get(config, path));
  };
  const standardOf = (id: string) => {
    if (agent === undefined) return ownModel(id) ?? reference;
    return id === agent ? reference : defaultModelOf(config, id);
  };
  return findPins(context, found, standardOf);
}

/** The reason in what a command of OpenClaw printed: the line that names an error, else the first. */
function reasonIn(output: string): string {
  const lines = output.split("\n").map((line) => clean(line).trim());
  return (lines.find((line) => /error|refused|failed|closed/i.test(line)) ?? lines[0] ?? "").slice(0, 200);
}

/**
 * Takes one session's own model away, by the running gateway: OpenClaw's files are not touched (run: 2026.4.15,
 * 2026.6.11, 2026.9.6). Out: why it did not work, if so.
 */
async function release(openclaw: OpenClaw, { session }: Pin): Promise<string | undefined> {
  const params = JSON.stringify({ key: session.key, model: null });
  const call = ["gateway", "call", "sessions.patch", "--params", params, "--json"];
  const { code, stdout, stderr } = await openclaw.run(call, { timeoutMs: 25_000 });
  return code === 0 && /"ok":\s*true/.test(stdout) ? undefined : reasonIn(`${stderr}\n${stdout}`);
}

/** Switches sessions to the default model. After one that fails the others are not tried: the gateway does not run. */
async function releaseAll(context: Context, pins: readonly Pin[]) {
  const openclaw = await context.openclaw();
  const step = (await context.progress()).step(context.t.modelsSet.switching(pins.length));
  try {
    for (const [done, pin] of pins.entries()) {
      const failed = await release(openclaw, pin);
      if (failed !== undefined) return { switched: pins.slice(0, done), failed };
    }
    return { switched: pins, failed: undefined };
  } finally {
    step.clear();
  }
}

/**
 * Finds the sessions that keep another model than the new default one and, if `wanted`, switches them. `pending`: a dry
 * run, which only counts them.
 */
export async function switchSessions(
  context: Context,
  found: Look,
  standard: NewDefault,
  { wanted, pending }: { readonly wanted: boolean; readonly pending: boolean },
): Promise<SessionsReport> {
  const pins = await pinsAgainst(context, found, standard);
  if (pins === undefined) {
    const missing: Problem[] = wanted ? [{ code: "openclaw-missing", severity: "error", params: {} }] : [];
    return { kept: undefined, switched: [], problems: missing };
  }
  if (!wanted || pins.length === 0) return { kept: pins, switched: [], problems: keptProblem(pins) };
  if (pending) return { kept: pins, switched: pins, problems: [] };
  const { switched, failed } = await releaseAll(context, pins);
  const kept = pins.slice(switched.length);
  if (failed === undefined) return { kept, switched, problems: [] };
  const params = {
    variant: "left",
    count: kept.length,
    model: standard.reference,
    detail: context.hide(failed),
  } as const;
  const evidence = kept.slice(0, 8).map(({ session }) => `${session.key} → ${session.model}`);
  return { kept, switched, problems: [{ code: "pinned-session", severity: "error", params, evidence }] };
}

/** The sessions of a report for `--json`; null where they cannot be had. */
export function sessionsToJson({ kept, switched }: SessionsReport) {
  const shown = ({ session, kind }: Pin) => ({
    key: session.key,
    agent: session.agent,
    model: session.model,
    kind,
  });
  return kept === undefined ? null : { kept: kept.map(shown), switched: switched.map(shown) };
}
