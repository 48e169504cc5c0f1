/** Between what a figure of the gateway's is believed. Both ends count. */
export interface Bound {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** The bounds of what a gateway states, each with its reason. What is out of them is ignored, never corrected. */
export const bounds = {
  /**
   * Tokens. OpenClaw 2026.9.6 rejects every turn of a model with fewer than 4,000 (older ones 16,000); the largest
   * context window of any vendor is 10 million.
   */
  contextWindow: { least: 4_000, most: 100_000_000, whole: true },
  /** Tokens of output. No model of AIsa's own list gives fewer than 8,192; what `models test` asks for is up to 360. */
  maxTokens: { least: 256, most: 100_000_000, whole: true },
  /** USD for 1M tokens. Free models cost 0; the most expensive that any vendor sells costs 600. */
  price: { least: 0, most: 10_000, whole: false },
  /** Millionths of a USD, up to a billion USD. A debt may be a balance, and so may a part of a millionth. */
  balance: { least: -1e15, most: 1e15, whole: false },
  /** Tokens that one answer counts: no window is larger. */
  usage: { least: 0, most: 100_000_000, whole: true },
  /** Seconds to wait before the next try. More than a week is no advice to anybody. */
  waitSeconds: { least: 0, most: 604_800, whole: false },
  /** Characters of a model's id. Far longer than any id in use; it is shown in tables and written into the config. */
  idLength: { least: 1, most: 200, whole: true },
  /** Entries of a list. The largest public gateways list a few hundred; a config may have no more than this. */
  models: { least: 0, most: 10_000, whole: true },
} as const satisfies Record<string, Bound>;

/** Whether a value is a number within a bound: never a text, NaN or Infinity. */
export function isWithin(value: unknown, { least, most, whole }: Bound): value is number {
  return typeof value === "number" && value >= least && value <= most && (!whole || Number.isInteger(value));
}
