import { RequestError } from "../core/problem/index.ts";
import type { Gateway, KnownAccount } from "../ports.ts";

/**
 * A gateway that notes what its answers say of the account: whether the key was accepted, and the balance. In: where to
 * note it, and the time.
 */
export function rememberingGateway(
  gateway: Gateway,
  remember: (seen: KnownAccount) => Promise<void>,
  now: () => Date,
): Gateway {
  const accepted = (isAccepted: boolean) => ({ key: { accepted: isAccepted, at: now().getTime() } });
  const noting = async <T>(work: Promise<T>, seen: (value: T) => KnownAccount): Promise<T> => {
    try {
      const value = await work;
      await remember(seen(value));
      return value;
    } catch (error) {
      if (error instanceof RequestError && error.failure.status === 401) await remember(accepted(false));
      throw error;
    }
  };
  return {
    models: (onIgnored) => noting(gateway.models(onIgnored), () => accepted(true)),
    balance: (options) =>
      noting(gateway.balance(options), (balance) => {
        if (balance === undefined) return {};
        const { available, currency } = balance;
        return { ...accepted(true), balance: { available, currency, at: now().getTime() } };
      }),
    chat: (request) => gateway.chat(request),
  };
}
