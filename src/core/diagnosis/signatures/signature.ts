import type { ExplainedCode, TextVariant } from "../../problem/index.ts";

/**
 * How surely a text means a cause. `named`: the text says the cause; `clear`: nothing else is meant by such
 * words; `likely`: usual words of it; `symptom`: what one sees of it; `hint`: better than nothing; `topic`: what the text is about.
 */
export const weights = { named: 100, clear: 85, likely: 65, symptom: 45, hint: 25, topic: 15 } as const;

/** One way in which a cause shows in texts: words for it that clients, gateways and vendors use. */
export interface Signature {
  readonly code: ExplainedCode;
  readonly weight: keyof typeof weights;
  /** Any one of them; absent where the status alone speaks. */
  readonly words?: readonly RegExp[];
  /** Must be there too. */
  readonly and?: RegExp;
  /** Must not be there. */
  readonly unless?: RegExp;
  /** Only with one of these statuses. */
  readonly status?: readonly number[];
  /** Whose fault it is or which form it takes, for the words. */
  readonly variant?: TextVariant;
  /** What else such a text can hide, likeliest first. */
  readonly alternatives?: readonly ExplainedCode[];
}
