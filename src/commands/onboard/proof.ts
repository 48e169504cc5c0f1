import { diagnoseFailure } from "../../core/diagnosis/index.ts";
import type { Plan } from "../../core/plans/index.ts";
import { fail, type Problem, RequestError } from "../../core/problem/index.ts";
import { withName } from "../../doctor/answer-problems.ts";
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

/**
 * Has one tiny streamed chat with a model; an empty answer is requested once more (Kimi K2.5 returns one now and
 * then).
 */
async function requestAnswer(gateway: Gateway, model: string): Promise<Answer> {
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
    if (result.text.trim() === "")
      return { kind: "failed", problem: { code: "empty-content", params: { model } } };
    return { kind: "answered", result };
  } catch (error) {
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
export interface JudgedChange<P extends Plan> {
  readonly applied: Applied<P>;
  readonly verdict: OpenClawVerdict | undefined;
}

/**
 * A rejection is our fault only if OpenClaw accepted the config before our change: the change is reverted to find
 * out.
 */
async function settleRefusal<P extends Plan>(
  session: OnboardSession,
  applied: Applied<P>,
  state: OpenClawState,
  refused: OpenClawVerdict & { kind: "refused" },
): Promise<Applied<P>> {
  const { context } = session;
  const { version } = refused;
  const detail = refused.reasons.slice(0, 3).join("; ");
  let settled = applied;
  if (applied.changed) {
    const reverted = await (await context.store()).revert(applied.backup);
    if (!reverted) throw fail("refused-by-openclaw", { version, detail, variant: "changed-since" });
    const existed = applied.drafts.some((one) => one.before !== undefined && one.change.format === "json5");
    const before = existed ? await askOpenClaw(context, state) : undefined;
    if (before?.kind !== "refused")
      throw fail("refused-by-openclaw", { variant: "restored", version, detail });
    settled = await writeAgain(context, session.command, applied);
  }
  session.problems.push({ code: "config-schema", params: { detail, version, variant: "before" } });
  return settled;
}

/** Whether onboarding is to prove what it did: `--no-verify`, `--offline` and a dry run skip that. */
const isProved = ({ options }: OnboardSession, applied: Applied) =>
  options.verify && !options.offline && !applied.pending;

/** A chat that is under way. */
export interface Chat {
  readonly model: string;
  readonly answer: Promise<Answer>;
}

/** Starts the chat with the default model; undefined where none is asked, as with a key that got no answer just now. */
export async function askDefaultModel(
  session: OnboardSession,
  decided: Decided,
  applied: Applied,
): Promise<Chat | undefined> {
  const { baseUrl, key, toAsk: model } = decided;
  if (!isProved(session, applied) || model === undefined || key.value === undefined || key.unproven)
    return undefined;
  const patient = !session.context.interactive;
  const gateway = await session.context.gateway({ baseUrl, apiKey: key.value, patient });
  return { model, answer: requestAnswer(gateway, model) };
}

/**
 * Has the installed OpenClaw validate what was written, and waits for a running chat. Reverts a change that OpenClaw
 * rejects because of us: Failure `refused-by-openclaw`. The verdict is undefined if OpenClaw is not asked.
 */
export async function judge<P extends Plan>(
  session: OnboardSession,
  applied: Applied<P>,
  chat?: Chat,
): Promise<JudgedChange<P>> {
  const { context } = session;
  if (!isProved(session, applied)) return { applied, verdict: undefined };
  const state = await (await context.openclaw()).state();
  const version = state.kind === "ready" ? state.version : "";
  const step = (await context.progress()).step(context.t.onboard.acceptChecking(version));
  const ask = async () => {
    const verdict = await askOpenClaw(context, state);
    if (chat) step.update(context.t.onboard.answering(chat.model));
    return verdict;
  };
  try {
    const [verdict] = await Promise.all([ask(), chat?.answer]);
    if (verdict.kind !== "refused") return { applied, verdict };
    return { applied: await settleRefusal(session, applied, state, verdict), verdict };
  } finally {
    step.clear();
  }
}

/** Prints OpenClaw's verdict; a rejection is among the problems of the report. */
export async function printVerdict(
  session: OnboardSession,
  verdict: OpenClawVerdict | undefined,
): Promise<void> {
  const { t } = session.context;
  if (verdict?.kind === "accepted") await session.done(t.onboard.accepted(verdict.version));
  if (verdict?.kind === "unknown") await session.warn(verdict.reason);
}

async function waitFor({ context }: OnboardSession, { model, answer }: Chat): Promise<Answer> {
  const step = (await context.progress()).step(context.t.onboard.answering(model));
  try {
    return await answer;
  } finally {
    step.clear();
  }
}

/** Waits for the default model's answer and prints it, or why it was not asked; a failure joins the problems. */
export async function printAnswer(
  session: OnboardSession,
  decided: Decided,
  applied: Applied,
  chat: Chat | undefined,
): Promise<Answer | undefined> {
  const { t } = session.context;
  const { toAsk: model } = decided;
  if (chat === undefined || model === undefined) {
    if (isProved(session, applied) && model !== undefined) await session.warn(t.onboard.notAsked(model));
    return undefined;
  }
  const answer = await waitFor(session, chat);
  if (answer.kind === "failed") {
    const list = decided.key.live?.map((one) => one.id);
    session.problems.push(
      withName(answer.problem, model, { list, catalog: await session.context.catalog() }),
    );
  } else await session.done(t.onboard.answered(model, formatSeconds(session, answer.result.firstTokenMs)));
  return answer;
}
