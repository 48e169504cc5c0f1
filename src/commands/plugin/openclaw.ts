import {
  firstWithPlugin,
  inactiveSignIns,
  type PluginState,
  readPluginList,
  supportsPlugin,
} from "../../core/openclaw/index.ts";
import { fail } from "../../core/problem/index.ts";
import { clean } from "../../core/text/index.ts";
import type { Context, RunResult } from "../../ports.ts";

/** OpenClaw can take a minute to copy, scan and register a plugin on a slow machine. */
export const installDeadlineMs = 180_000;

/**
 * The version of the OpenClaw on PATH. Throws Failure `openclaw-missing`, `openclaw-not-runnable`, and
 * `openclaw-too-old` where the plugin would be inert.
 */
export async function requireOpenClaw(context: Context): Promise<string> {
  const state = await (await context.openclaw()).state();
  const error = { severity: "error" } as const;
  if (state.kind === "missing") throw fail("openclaw-missing", { required: firstWithPlugin }, error);
  if (state.kind === "broken") {
    const detail = state.reason || context.t.onboard.timedOut;
    throw fail("openclaw-not-runnable", { file: state.path, detail }, error);
  }
  if (!supportsPlugin(state.version))
    throw fail(
      "openclaw-too-old",
      { variant: "command", version: state.version, required: firstWithPlugin },
      error,
    );
  return state.version;
}

/** The last lines of OpenClaw's output, cleaned, as the reason of a failure. */
export function reasonOf(result: RunResult): string {
  const lines = clean(`${result.stdout}\n${result.stderr}`)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (
    lines
      .filter((line) => /block|fail|error|refus|invalid|unknown|not found/i.test(line))
      .at(-1)
      ?.slice(0, 400) ??
    lines.at(-1)?.slice(0, 400) ??
    `exit code ${result.code}`
  );
}

/** What OpenClaw lists of the plugin, or why it printed no list. */
export type PluginAnswer =
  | { readonly kind: "listed"; readonly state: PluginState }
  | { readonly kind: "unknown"; readonly reason: string };

/** Asks OpenClaw for its plugins. Throws nothing for a list that cannot be read. */
export async function askPlugin(context: Context): Promise<PluginAnswer> {
  const openclaw = await context.openclaw();
  const result = await openclaw.run(["plugins", "list", "--json"]);
  const state = readPluginList(result.stdout);
  if (state) return { kind: "listed", state };
  const reason = result.timedOut ? context.t.onboard.timedOut : reasonOf(result);
  return { kind: "unknown", reason: `openclaw plugins list --json: ${reason}` };
}

/** The state in an answer; undefined if it is unknown. */
export const stateOf = (answer: PluginAnswer) => (answer.kind === "listed" ? answer.state : undefined);

/** Sign-ins that OpenClaw keeps and does not use. Empty where it cannot be asked (before 2026.8 there are none). */
export async function askInactiveSignIns(context: Context, config: unknown): Promise<string[]> {
  const openclaw = await context.openclaw();
  const result = await openclaw.run(["models", "auth", "list", "--json"]);
  return result.code === 0 ? inactiveSignIns(result.stdout, config) : [];
}
