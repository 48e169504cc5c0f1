import { diagnoseFailure } from "../../core/diagnosis/index.ts";
import { fail, isAboutKey, isDiagnosed, type Problem, RequestError } from "../../core/problem/index.ts";
import { keyVariable } from "../../core/provider/index.ts";
import type { Balance, GatewayTarget, LiveModel } from "../../ports.ts";
import type { OnboardSession } from "./session.ts";

/** What asking the gateway gave: its models, or why not. */
export type Validation =
  | {
      readonly kind: "accepted";
      readonly models: readonly LiveModel[];
      readonly balance: Balance | undefined;
    }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Says of a rejected key where it came from, and which command was given it; other problems stay as they are. */
function withOrigin(problem: Problem, from: string | undefined, command: string): Problem {
  if (!isDiagnosed(problem) || !isAboutKey(problem) || from === undefined) return problem;
  const variable = from === keyVariable ? { variable: from } : {};
  return { ...problem, params: { ...problem.params, keyFrom: from, command, ...variable } };
}

/** `0.6 s`, from milliseconds; what is shorter than a twentieth of a second is `<0.1 s`. */
export function formatSeconds(session: OnboardSession, ms: number): string {
  const { onboard } = session.context.t;
  return ms < 50 ? onboard.seconds("<0.1") : onboard.seconds((ms / 1000).toFixed(1));
}

/** Maximum wait for the optional balance. */
const balanceDeadlineMs = 3_000;

/** The gateway's answers to a key. The balance is a courtesy: its failure says nothing about the key. */
async function ask(session: OnboardSession, target: GatewayTarget) {
  const { context } = session;
  const gateway = await context.gateway(target);
  const balance = gateway.balance({ timeoutMs: balanceDeadlineMs }).catch((error: unknown) => {
    if (error instanceof RequestError) return undefined;
    throw error;
  });
  const started = context.now().getTime();
  try {
    const models = await gateway.models((ignored) => session.problems.push(ignored));
    const took = context.now().getTime() - started;
    return { kind: "answered", models, took, balance: await balance } as const;
  } catch (error) {
    await balance;
    if (!(error instanceof RequestError)) throw error;
    return { kind: "failed", problem: diagnoseFailure(error.failure).problem } as const;
  }
}

/**
 * Checks a key with `GET /v1/models` and asks for the balance beside it. With `onEscape`, Esc does not wait for the
 * answer: Failure `cancelled` with `back`. `from`: what people call the key's place, for the words of a refusal.
 */
export async function validateKey(
  session: OnboardSession,
  baseUrl: string,
  apiKey: string,
  { onEscape = false, from }: { readonly onEscape?: boolean; readonly from?: string | undefined } = {},
): Promise<Validation> {
  const { context } = session;
  const progress = await context.progress();
  const leaving = new AbortController();
  const { signal } = leaving;
  const left = new Promise<{ readonly kind: "left" }>((resolve) => {
    signal.addEventListener("abort", () => resolve({ kind: "left" }));
  });
  const host = new URL(baseUrl).host;
  const step = progress.step(context.t.onboard.checking(host), onEscape ? () => leaving.abort() : undefined);
  const asked = ask(session, { baseUrl, apiKey, signal, patient: !context.interactive });
  const answer = await Promise.race([left, asked]).finally(() => step.clear());
  if (answer.kind === "left") throw fail("cancelled", { back: true });
  if (answer.kind === "failed") {
    const origin = context.env[keyVariable]?.trim() === apiKey ? keyVariable : from;
    return { kind: "failed", problem: withOrigin(answer.problem, origin, session.command) };
  }
  const { models, balance, took } = answer;
  const amount = balance ? `$${balance.available.toFixed(2)}` : undefined;
  await session.done(context.t.onboard.keyAccepted(models.length, amount), formatSeconds(session, took));
  await (await context.settings()).rememberLiveModels(baseUrl, models, context.now().getTime());
  return { kind: "accepted", models, balance };
}
