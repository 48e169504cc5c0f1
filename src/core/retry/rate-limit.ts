/**
 * How often a throttled request is sent again: for someone who waits for the answer, some 6 s; for a script among many
 * that start together, up to 94 s.
 */
export const mostRetries = { quick: 2, patient: 8 } as const;
/** The longest wait that a gateway may ask for; a longer one is reported instead. */
const longestToldSeconds = { quick: 6, patient: 60 } as const;

/** A request that was answered with "too many requests". */
export interface Throttled {
  /** How often it was sent again already. */
  readonly retries: number;
  /** The seconds that the gateway asks to wait. */
  readonly toldSeconds?: number | undefined;
  readonly manner: keyof typeof mostRetries;
}

const firstMs = 2_000;
const longestMs = 16_000;
/** The part of a wait that chance cannot take away. */
const certain = 0.1;

/**
 * Returns how long to wait, in ms, before a request is sent again that was answered with "too many requests"; undefined
 * if it should not be. The longest wait doubles with each try up to 16 s, and chance picks from its whole range, so
 * that many clients that were stopped at one moment do not come back at one moment. What the gateway asks for counts in
 * full, and the chance is added to it. In: the request, and a source of numbers from 0 up to 1.
 */
export function waitAfterLimit(
  { retries, toldSeconds, manner }: Throttled,
  random: () => number,
): number | undefined {
  if (retries >= mostRetries[manner] || (toldSeconds ?? 0) > longestToldSeconds[manner]) return undefined;
  const own = Math.min(firstMs * 2 ** retries, longestMs) * (certain + (1 - certain) * random());
  return (toldSeconds ?? 0) * 1000 + own;
}

/**
 * Reads the header `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). Out: seconds from now; undefined for anything
 * else. In: the header, and the time in ms by the sender's clock.
 */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d/.test(text)) return Number(text);
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
