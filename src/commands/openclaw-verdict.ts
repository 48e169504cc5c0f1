import { getArray, getString } from "../core/json/index.ts";
import { redact } from "../core/text/index.ts";
import type { Context, OpenClawState } from "../ports.ts";

/** OpenClaw's own verdict on the config. */
export type OpenClawVerdict =
  | { readonly kind: "accepted"; readonly version: string }
  /** `reasons`: at least one, redacted. */
  | { readonly kind: "refused"; readonly version: string; readonly reasons: readonly string[] }
  /** No verdict: OpenClaw is missing, does not run, or is too old for the command. `reason` is for people. */
  | { readonly kind: "unknown"; readonly reason: string };

function reasonsIn(output: string): string[] {
  const plain = redact(output, []).trim();
  try {
    const parsed: unknown = JSON.parse(plain.slice(plain.indexOf("{")));
    const texts = getArray(parsed, ["issues"]).map((issue) =>
      [getString(issue, ["path"]), getString(issue, ["message"])].filter(Boolean).join(": "),
    );
    if (texts.length > 0) return texts;
  } catch {
    // Older versions answer in prose: that is the reason then.
  }
  return [plain.split("\n").slice(0, 4).join(" ").slice(0, 400)];
}

// It takes 1.5 s to start, several on a slow machine; all of onboarding shall end within 45 s.
const limit = { timeoutMs: 25_000 };
const refusal =
  /"valid":\s*false|invalid config|config(?:uration)?(?: file)?(?: is)? invalid|unrecognized key/i;

/**
 * Asks the installed OpenClaw whether it accepts the current config. `config validate` exists from 2026.3.x; before
 * that, any command that loads the config prints `Invalid config`.
 */
export async function askOpenClaw(context: Context, state: OpenClawState): Promise<OpenClawVerdict> {
  const { onboard } = context.t;
  if (state.kind === "missing") return { kind: "unknown", reason: onboard.notThere };
  if (state.kind === "broken")
    return {
      kind: "unknown",
      reason: onboard.notRun(onboard.openclawBroken(state.reason || onboard.timedOut)),
    };
  const openclaw = await context.openclaw();
  let result = await openclaw.run(["config", "validate", "--json"], limit);
  const output = () => `${result.stdout}\n${result.stderr}`;
  if (result.code !== 0 && /unknown (?:command|option)|too many arguments/i.test(output()))
    result = await openclaw.run(["models", "status", "--json"], limit);
  if (result.timedOut) return { kind: "unknown", reason: onboard.notRun(onboard.timedOut) };
  if (result.code === 0) return { kind: "accepted", version: state.version };
  const reasons = reasonsIn(output());
  if (refusal.test(output())) return { kind: "refused", version: state.version, reasons };
  return { kind: "unknown", reason: onboard.notRun(reasons[0] ?? "") };
}
