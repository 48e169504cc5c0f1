import type { Signature } from "./signature.ts";

/**
 * Sentences by which clients hide the cause. They decide only where nothing else does, and then name what
 * can stand behind them, likeliest first. Seen in OpenClaw 2026.1.30 to 2026.9.6 with one fault each.
 */
export const hidden: readonly Signature[] = [
  {
    // OpenClaw rests a key after a refusal; which of the two it was, the log tells before this line.
    code: "invalid-key",
    weight: "named",
    variant: "hidden",
    words: [/temporarily disabled after a provider auth\/billing failure/i],
    alternatives: ["insufficient-quota", "key-expired-or-disabled"],
  },
  {
    code: "unsupported-parameter",
    weight: "hint",
    variant: "hidden",
    words: [/provider rejected the request schema or tool payload/i],
    alternatives: [
      "invalid-temperature",
      "developer-role-unsupported",
      "wrong-base-url",
      "max-tokens-too-large",
      "tool-call-error",
      "reasoning-content-error",
    ],
  },
  {
    code: "no-available-channel",
    weight: "symptom",
    variant: "hidden",
    words: [/provider internal error, HTTP 503/i],
    alternatives: ["model-not-found", "upstream-5xx"],
  },
  {
    code: "upstream-5xx",
    weight: "symptom",
    variant: "hidden",
    words: [/provider internal error, HTTP 5(?!03)\d\d|provider internal error(?!, HTTP)/i],
    alternatives: ["no-available-channel"],
  },
  {
    code: "invalid-key",
    weight: "symptom",
    variant: "hidden",
    words: [
      /your provider token may have expired|re-?authenticate this provider|provider returned HTTP 401/i,
    ],
    alternatives: ["key-expired-or-disabled", "missing-key", "insufficient-quota"],
  },
  {
    // OpenClaw's word for why it goes on to the next model.
    code: "invalid-key",
    weight: "hint",
    variant: "hidden",
    words: [/\breason["']?[=:] ?["']?auth\b|\(auth\)/i],
    alternatives: ["missing-key", "key-expired-or-disabled"],
  },
  {
    code: "missing-key",
    weight: "symptom",
    variant: "hidden",
    words: [
      /request failed \(authentication failed, HTTP 401\)|re-?authenticate the provider and try again/i,
    ],
    alternatives: ["invalid-key", "key-expired-or-disabled"],
  },
  {
    code: "model-not-found",
    weight: "symptom",
    variant: "hidden",
    words: [/the selected model was not found by the provider/i],
    alternatives: ["wrong-base-url", "missing-prefix", "stale-model-id"],
  },
  {
    code: "network-timeout",
    weight: "likely",
    variant: "hidden",
    words: [/LLM request timed out/i],
    alternatives: ["network-refused", "proxy-error", "upstream-5xx"],
  },
  {
    code: "empty-content",
    weight: "likely",
    variant: "hidden",
    words: [/incomplete terminal response/i],
    alternatives: ["wrong-base-url", "streaming-broken"],
  },
  {
    code: "other",
    weight: "hint",
    variant: "hidden",
    words: [/connection error|fetch failed|network (?:connection )?error|APIConnectionError/i],
    alternatives: ["network-refused", "network-dns", "tls-error", "proxy-error", "network-timeout"],
  },
];
