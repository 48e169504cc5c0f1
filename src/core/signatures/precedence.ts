import type { ExplainedCode } from "../problem-codes.ts";

/** Where a text names two codes, one is the other's cause. */
export interface Precedence {
  readonly code: ExplainedCode;
  readonly over: ExplainedCode;
  /** Only in texts with these words. */
  readonly when?: RegExp;
}

/** Applied in this order to codes that both match. */
export const precedence: readonly Precedence[] = [
  { code: "no-available-channel", over: "model-not-found" },
  { code: "missing-prefix", over: "model-not-found" },
  { code: "missing-prefix", over: "missing-key" },
  { code: "missing-prefix", over: "model-not-allowed" },
  { code: "stale-model-id", over: "model-not-found" },
  { code: "proxy-error", over: "network-refused" },
  { code: "proxy-error", over: "network-timeout" },
  { code: "proxy-error", over: "network-dns" },
];
