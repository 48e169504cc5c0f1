import type { ExplainedCode } from "../problem/index.ts";

/**
 * Where a text names several causes equally well, the first of this list is it: what is further down is often
 * what one sees of what is above.
 */
export const rankOfCauses: readonly ExplainedCode[] = [
  "config-syntax",
  "wrong-api-type",
  "config-schema",
  "no-available-channel",
  "developer-role-unsupported",
  "invalid-temperature",
  "max-tokens-too-large",
  "reasoning-content-error",
  "image-input-unsupported",
  "tool-call-error",
  "content-filter",
  "context-length-exceeded",
  "region-unsupported",
  "insufficient-quota",
  "missing-prefix",
  "stale-model-id",
  "model-not-allowed",
  "key-expired-or-disabled",
  "missing-key",
  "invalid-key",
  "unsupported-parameter",
  "proxy-error",
  "tls-error",
  "network-dns",
  "wrong-base-url",
  "rate-limited",
  "resting-profile",
  "model-not-found",
  "network-refused",
  "network-timeout",
  "streaming-broken",
  "empty-content",
  "upstream-5xx",
  "other",
];
