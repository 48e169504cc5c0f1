import { get, getString, isObject } from "../json/index.ts";

/** What was last seen of an account at a gateway. Times in ms since 1970. */
export interface KnownAccount {
  /** Whether the gateway accepted the key. */
  readonly key?: { readonly accepted: boolean; readonly at: number };
  readonly balance?: { readonly available: number; readonly currency: string; readonly at: number };
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** Reads what was kept of an account; members that are damaged are left out. */
export function readKeptAccount(value: unknown): KnownAccount | undefined {
  if (!isObject(value)) return undefined;
  const [accepted, keyAt] = [get(value, ["key", "accepted"]), get(value, ["key", "at"])];
  const [available, at] = [get(value, ["balance", "available"]), get(value, ["balance", "at"])];
  const currency = getString(value, ["balance", "currency"]);
  return {
    ...(typeof accepted === "boolean" && isNumber(keyAt) ? { key: { accepted, at: keyAt } } : {}),
    ...(isNumber(available) && isNumber(at) && currency !== undefined && /^[A-Z]{3}$/.test(currency)
      ? { balance: { available, currency, at } }
      : {}),
  };
}
