import { diagnoseFailure } from "../../core/diagnose.ts";
import { RequestError } from "../../core/outcome.ts";
import { fail, type Problem } from "../../core/problem.ts";
import { redact } from "../../core/redact.ts";
import type { ChatResult, Gateway, OpenClawState } from "../../ports.ts";
import { type Applied, writeAgain } from "../apply.ts";
import type { Compared } from "./compare.ts";
import type { Decided } from "./plan.ts";
import type { OnboardSession } from "./session.ts";
import { formatSeconds } from "./validate.ts";

/** What OpenClaw itself says of the config. */
export type Verdict =
  | { readonly kind: "accepted"; readonly version: string }
  | { readonly kind: "refused"; readonly version: string; readonly reason: string }
  /** It could not be asked: not there, does not run, or too old to have such a command. */
  | { readonly kind: "unknown"; readonly reason: string };

function validationReason(output: string): string {
  const plain = redact(output, []).trim();
  try {
    const parsed: unknown = JSON.parse(plain.slice(plain.indexOf("{")));
    const issues = (parsed as { issues?: { path?: string; message?: string }[] }).issues ?? [];
    const texts = issues.map((issue) => [issue.path, issue.message].filter(Boolean).join(": "));
    if (texts.length > 0) return texts.slice(0, 3).join("; ");
  } catch {
    // Older versions answer in prose: that is the reason then.
  }
  return plain.split("\n").slice(0, 4).join(" ").slice(0, 400);
}

// It takes 1.5 s to start, several on a slow machine; all of onboarding shall end within 45 s.
const limit = { timeoutMs: 25_000 };
const refusal =
  /"valid":\s*false|invalid config|config(?:uration)?(?: file)?(?: is)? invalid|unrecognized key/i;

/**
 * Asks the installed OpenClaw whether it accepts the config as it stands. `config validate` exists from
 * 2026.3.x; before that any command that loads the config says `Invalid config`.
 */
export async function askOpenClaw(session: OnboardSession, state: OpenClawState): Promise<Verdict> {
  const { context } = session;
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
  if (refusal.test(output()))
    return { kind: "refused", version: state.version, reason: validationReason(output()) };
  return { kind: "unknown", reason: onboard.notRun(validationReason(output())) };
}

/** What one tiny chat gave. */
export type Answer =
  | { readonly kind: "answered"; readonly result: ChatResult }
  | { readonly kind: "failed"; readonly problem: Problem };

/** One tiny streamed chat with a model; an empty answer is asked for once more (Kimi K2.5 gives one now and then). */
export async function askModel(session: OnboardSession, gateway: Gateway, model: string): Promise<Answer> {
  const { context } = session;
  const step = (await context.progress()).step(context.t.onboard.answering(model));
  const request = {
    model,
    prompt: "Reply with the word OK.",
    maxTokens: 256,
    stream: true,
    timeoutMs: 30_000,
  };
  try {
    let result = await gateway.chat(request);
    if (result.text.trim() === "") result = await gateway.chat(request);
    step.clear();
    if (result.text.trim() === "")
      return { kind: "failed", problem: { code: "empty-content", params: { model } } };
    const first = formatSeconds(session, result.firstTokenMs);
    await session.done(context.t.onboard.answered(model, first));
    return { kind: "answered", result };
  } catch (error) {
    step.clear();
    if (!(error instanceof RequestError)) throw error;
    return { kind: "failed", problem: diagnoseFailure(error.failure).problem };
  }
}

/** What the proof after writing gave; `undefined` for what was skipped. */
export interface Verified {
  readonly verdict: Verdict | undefined;
  readonly compared: Compared;
  readonly answer: Answer | undefined;
}

/** A change with OpenClaw's verdict on it; undefined where it was not asked. */
export interface Judged {
  readonly applied: Applied;
  readonly verdict: Verdict | undefined;
}

/** A refusal is ours only if OpenClaw took the config before our change: it is taken back to find out. */
async function settleRefusal(
  session: OnboardSession,
  applied: Applied,
  state: OpenClawState,
  refused: Verdict & { kind: "refused" },
): Promise<Applied> {
  const { context } = session;
  const { version, reason: detail } = refused;
  let settled = applied;
  if (applied.backup !== undefined) {
    const reverted = await (await context.store()).revert(applied.backup);
    if (!reverted) throw fail("refused-by-openclaw", { version, detail, variant: "changed-since" });
    const existed = applied.drafts.some((one) => one.before !== undefined && one.change.format === "json5");
    const before = existed ? await askOpenClaw(session, state) : undefined;
    if (before?.kind !== "refused") throw fail("refused-by-openclaw", { version, detail });
    settled = await writeAgain(context, "onboard", applied);
  }
  session.problems.push({ code: "config-schema", params: { detail, version, variant: "before" } });
  return settled;
}

/**
 * Has the installed OpenClaw judge what was written. What it refuses because of us is taken back: Failure
 * `refused-by-openclaw`. `--no-verify`, `--offline` and a dry run skip it.
 */
export async function judge(session: OnboardSession, applied: Applied): Promise<Judged> {
  const { context, options } = session;
  if (!options.verify || options.offline || applied.pending) return { applied, verdict: undefined };
  const state = await (await context.openclaw()).state();
  const version = state.kind === "ready" ? state.version : "";
  const step = (await context.progress()).step(context.t.onboard.acceptChecking(version));
  try {
    const verdict = await askOpenClaw(session, state);
    if (verdict.kind !== "refused") return { applied, verdict };
    return { applied: await settleRefusal(session, applied, state, verdict), verdict };
  } finally {
    step.clear();
  }
}

/** Says OpenClaw's verdict; a refusal is among the problems of the report. */
export async function sayVerdict(session: OnboardSession, verdict: Verdict | undefined): Promise<void> {
  const { t } = session.context;
  if (verdict?.kind === "accepted") await session.done(t.onboard.accepted(verdict.version));
  if (verdict?.kind === "unknown") await session.warn(verdict.reason);
}

/**
 * Has the default model answer; a failure joins the problems. Undefined where {@link judge} is skipped, and where the
 * gateway gave no answer a moment ago.
 */
export async function hearModel(
  session: OnboardSession,
  { baseUrl, key, models }: Decided,
  applied: Applied,
): Promise<Answer | undefined> {
  const { options, context } = session;
  const model = models.primary ?? models.ids[0];
  if (!options.verify || options.offline || applied.pending || model === undefined) return undefined;
  if (key.unproven) {
    await session.warn(context.t.onboard.notAsked(model));
    return undefined;
  }
  const gateway = await context.gateway({ baseUrl, apiKey: key.value });
  const answer = await askModel(session, gateway, model);
  if (answer.kind === "failed") session.problems.push(answer.problem);
  return answer;
}
