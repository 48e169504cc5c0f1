import { diagnoseFailure } from "../../core/diagnosis/index.ts";
import { type Problem, RequestError } from "../../core/problem/index.ts";
import type { Balance, LiveModel } from "../../ports.ts";
import type { OnboardSession } from "./session.ts";

/** What asking the gateway gave: its models, or why not. */
export type Validation =
  | {
      readonly kind: "accepted";
      readonly models: readonly LiveModel[];
      readonly balance: Balance | undefined;
    }
  | { readonly kind: "failed"; readonly problem: Problem };

/** `0.6 s`, from milliseconds; what is shorter than a twentieth of a second is `<0.1 s`. */
export function formatSeconds(session: OnboardSession, ms: number): string {
  const { onboard } = session.context.t;
  return ms < 50 ? onboard.seconds("<0.1") : onboard.seconds((ms / 1000).toFixed(1));
}

/** Maximum wait for the optional balance. */
const balanceDeadlineMs = 3_000;

/**
 * Checks a key with `GET /v1/models` and requests the balance at the same time. The balance is optional: not every
 * gateway has it, so its failure says nothing about the key.
 */
export async function validateKey(
  session: OnboardSession,
  baseUrl: string,
  apiKey: string,
): Promise<Validation> {
  const { context } = session;
  const gateway = await context.gateway({ baseUrl, apiKey, patient: !context.interactive });
  const step = (await context.progress()).step(context.t.onboard.checking(new URL(baseUrl).host));
  const balance = gateway.balance({ timeoutMs: balanceDeadlineMs }).catch((error: unknown) => {
    if (error instanceof RequestError) return undefined;
    throw error;
  });
  try {
    const started = context.now().getTime();
    const models = await gateway.models((ignored) => session.problems.push(ignored));
    const took = context.now().getTime() - started;
    const found = await balance;
    step.clear();
    const amount = found ? `$${found.available.toFixed(2)}` : undefined;
    const text = context.t.onboard.keyAccepted(models.length, amount);
    await session.done(text, formatSeconds(session, took));
    await (await context.settings()).rememberLiveModels(baseUrl, models, context.now().getTime());
    return { kind: "accepted", models, balance: found };
  } catch (error) {
    step.clear();
    await balance;
    if (!(error instanceof RequestError)) throw error;
    return { kind: "failed", problem: diagnoseFailure(error.failure).problem };
  }
}
