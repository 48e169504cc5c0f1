import { diagnoseFailure } from "../../core/diagnose.ts";
import { RequestError } from "../../core/outcome.ts";
import { fail, type Problem } from "../../core/problem.ts";
import { redact } from "../../core/redact.ts";
import type { ChatResult, Gateway, OpenClawState } from "../../ports.ts";
import type { Applied } from "../apply.ts";
import { putBack, writeAgain } from "./put-back.ts";
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

/**
 * Asks the installed OpenClaw whether it accepts the config as it stands. `config validate` exists from
 * 2026.3.x; before that any command that loads the config says `Invalid config`.
 */
export async function askOpenClaw(session: OnboardSession, state: OpenClawState): Promise<Verdict> {
  const { context } = session;
  const { onboard } = context.t;
  if (state.kind === "missing") return { kind: "unknown", reason: onboard.notThere };
  if (state.kind === "broken")
    return { kind: "unknown", reason: onboard.notRun(onboard.openclawBroken(state.reason)) };
  const openclaw = await context.openclaw();
  let result = await openclaw.run(["config", "validate", "--json"]);
  const output = () => `${result.stdout}\n${result.stderr}`;
  if (result.code !== 0 && /unknown (?:command|option)|too many arguments/i.test(output()))
    result = await openclaw.run(["models", "status", "--json"]);
  if (result.timedOut) return { kind: "unknown", reason: onboard.notRun(onboard.timedOut) };
  if (result.code === 0) return { kind: "accepted", version: state.version };
  if (/invalid|"valid":\s*false|unrecognized key|expected/i.test(output()))
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
  readonly answer: Answer | undefined;
}

/** A refusal is ours only if OpenClaw took the config before our change: the old files go back to find out. */
async function settleRefusal(
  session: OnboardSession,
  applied: Applied,
  state: OpenClawState,
  refusal: Verdict & { kind: "refused" },
): Promise<void> {
  const { context } = session;
  await putBack(context, applied);
  const before = applied.drafts.some((one) => one.before) ? await askOpenClaw(session, state) : undefined;
  if (before?.kind !== "refused")
    throw fail("refused-by-openclaw", { version: refusal.version, detail: refusal.reason });
  await writeAgain(context, applied);
  await session.warn(context.t.onboard.refusedBefore);
  session.problems.push({
    code: "config-schema",
    params: { detail: refusal.reason, version: refusal.version, variant: "before" },
  });
}

async function verdictOn(session: OnboardSession, applied: Applied): Promise<Verdict> {
  const { context } = session;
  const state = await (await context.openclaw()).state();
  const version = state.kind === "ready" ? state.version : "";
  const step = (await context.progress()).step(context.t.onboard.acceptChecking(version));
  const verdict = await askOpenClaw(session, state).finally(() => step.clear());
  if (verdict.kind === "accepted") await session.done(context.t.onboard.accepted(verdict.version));
  if (verdict.kind === "unknown") await session.warn(verdict.reason);
  if (verdict.kind === "refused" && applied.changed) await settleRefusal(session, applied, state, verdict);
  return verdict;
}

/**
 * Proves what was written: the installed OpenClaw accepts it (else everything is put back, Failure
 * `refused-by-openclaw`), and the default model answers. `--no-verify`, `--offline` and a dry run skip it; `unproven`
 * (the gateway gave no answer a moment ago) leaves the model out.
 */
export async function verify(
  session: OnboardSession,
  done: { applied: Applied; baseUrl: string; key: string; model: string | undefined; unproven: boolean },
): Promise<Verified> {
  const { options, context } = session;
  if (!options.verify || options.offline || done.applied.pending)
    return { verdict: undefined, answer: undefined };
  const verdict = await verdictOn(session, done.applied);
  if (done.model === undefined) return { verdict, answer: undefined };
  if (done.unproven) {
    await session.warn(context.t.onboard.notAsked(done.model));
    return { verdict, answer: undefined };
  }
  const gateway = await context.gateway({ baseUrl: done.baseUrl, apiKey: done.key });
  const answer = await askModel(session, gateway, done.model);
  if (answer.kind === "failed") session.problems.push(answer.problem);
  return { verdict, answer };
}
