import type { Signature } from "./signature.ts";

/** What a status says when no words do. */
export const statuses: readonly Signature[] = [
  {
    code: "invalid-key",
    weight: "symptom",
    status: [401],
    alternatives: ["missing-key", "key-expired-or-disabled", "insufficient-quota"],
  },
  { code: "insufficient-quota", weight: "symptom", status: [402] },
  {
    code: "other",
    weight: "topic",
    status: [403],
    alternatives: ["insufficient-quota", "model-not-allowed", "invalid-key", "region-unsupported"],
  },
  {
    code: "wrong-base-url",
    weight: "topic",
    status: [404, 405],
    alternatives: ["model-not-found", "wrong-api-type"],
  },
  { code: "network-timeout", weight: "symptom", status: [408] },
  { code: "proxy-error", weight: "clear", status: [407] },
  { code: "context-length-exceeded", weight: "symptom", status: [413] },
  { code: "rate-limited", weight: "symptom", status: [429], alternatives: ["insufficient-quota"] },
  {
    code: "no-available-channel",
    weight: "hint",
    status: [503],
    alternatives: ["upstream-5xx"],
  },
  { code: "upstream-5xx", weight: "symptom", status: [500, 502, 504, 520, 521, 522, 523, 524, 525, 529] },
  { code: "region-unsupported", weight: "symptom", status: [451] },
];
