import { diagnoseFailure } from "../../core/diagnosis/index.ts";
import { fail, type Problem, RequestError } from "../../core/problem/index.ts";
import type { ChatResult, Gateway, OpenClawState } from "../../ports.ts";
import { type Applied, writeAgain } from "../apply.ts";
import { askOpenClaw, type OpenClawVerdict } from "../openclaw-verdict.ts";
import type { Compared } from "./compare.ts";
import type { Decided } from "./plan.ts";
import type { OnboardSession } from "./session.ts";
import { formatSeconds } from "./validate.ts";

/** What one tiny chat gave. */
export type Answer =
  | { readonly kind: "answered"; readonly result: ChatResult }
  | { readonly kind: "failed"; readonly problem: Problem };

/** One tiny streamed chat with a model; an empty answer is asked for once more (Kimi K2.5 gives one now and then). */
async function askModel(session: OnboardSession, gateway: Gateway, model: string): Promise<Answer> {
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
  readonly verdict: OpenClawVerdict | undefined;
  readonly compared: Compared;
  readonly answer: Answer | undefined;
}

/** A change with OpenClaw's verdict on it; undefined where it was not asked. */
export interface JudgedChange {
  readonly applied: Applied;
  readonly verdict: OpenClawVerdict | undefined;
}

/** A refusal is ours only if OpenClaw took the config before our change: it is taken back to find out. */
async function settleRefusal(
  session: OnboardSession,
  applied: Applied,
  state: OpenClawState,
  refused: OpenClawVerdict & { kind: "refused" },
): Promise<Applied> {
  const { context } = session;
  const { version } = refused;
  const detail = refused.reasons.slice(0, 3).join("; ");
  let settled: Applied = applied;
  if (applied.changed) {
    const reverted = await (await context.store()).revert(applied.backup);
    if (!reverted) throw fail("refused-by-openclaw", { version, detail, variant: "changed-since" });
    const existed = applied.drafts.some((one) => one.before !== undefined && one.change.format === "json5");
    const before = existed ? await askOpenClaw(context, state) : undefined;
    if (before?.kind !== "refused")
      throw fail("refused-by-openclaw", { variant: "restored", version, detail });
    settled = await writeAgain(context, "onboard", applied);
  }
  session.problems.push({ code: "config-schema", params: { detail, version, variant: "before" } });
  return settled;
}

/**
 * Has the installed OpenClaw judge what was written. What it refuses because of us is taken back: Failure
 * `refused-by-openclaw`. `--no-verify`, `--offline` and a dry run skip it.
 */
export async function judge(session: OnboardSession, applied: Applied): Promise<JudgedChange> {
  const { context, options } = session;
  if (!options.verify || options.offline || applied.pending) return { applied, verdict: undefined };
  const state = await (await context.openclaw()).state();
  const version = state.kind === "ready" ? state.version : "";
  const step = (await context.progress()).step(context.t.onboard.acceptChecking(version));
  try {
    const verdict = await askOpenClaw(context, state);
    if (verdict.kind !== "refused") return { applied, verdict };
    return { applied: await settleRefusal(session, applied, state, verdict), verdict };
  } finally {
    step.clear();
  }
}

/** Says OpenClaw's verdict; a refusal is among the problems of the report. */
export async function printVerdict(
  session: OnboardSession,
  verdict: OpenClawVerdict | undefined,
): Promise<void> {
  const { t } = session.context;
  if (verdict?.kind === "accepted") await session.done(t.onboard.accepted(verdict.version));
  if (verdict?.kind === "unknown") await session.warn(verdict.reason);
}

/**
 * Has the default model answer; a failure joins the problems. Undefined where {@link judge} is skipped, and where the
 * gateway gave no answer a moment ago.
 */
export async function askDefaultModel(
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
