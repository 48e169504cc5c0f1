import type { Signature } from "./signature.ts";

/** OpenClaw put a credential to rest after failures, and refuses by itself, without a request. */
export const restingProfile: readonly Signature[] = [
  {
    code: "resting-profile",
    weight: "named",
    phrase:
      "[all|provider|profile*|credential*|key] (for) (<id>) (is|are) (still) in|on cooldown (all|suspending) (profiles|lanes) (unavailable) (billing|rate_limit|auth|auth_permanent|overloaded|timeout)",
    source: "OpenClaw",
    examples: ["[agent/embedded] all models failed (1): acme/glm-x9: Provider acme is in cooldown (billing)"],
  },
  {
    code: "resting-profile",
    weight: "named",
    phrase: "no available auth profile for",
    source: "OpenClaw",
    examples: ["FailoverError: No available auth profile for acme."],
  },
  {
    code: "resting-profile",
    weight: "named",
    phrase:
      "[cannot bypass unavailable profiles|profiles unavailable|profiles are unavailable|auth profiles exhausted]",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] Prepared direct auth fallback cannot bypass unavailable profiles for acme/glm-x9",
    ],
  },
  {
    code: "resting-profile",
    weight: "named",
    phrase: "disabled|cooldown until|reason (#) (disabled) (reason) (billing|auth|auth_permanent|rate_limit)",
    source: "OpenClaw",
    examples: ['"acme:default": { "disabledUntil": 1779994041521, "errorCount": 3 }'],
  },
  {
    code: "resting-profile",
    weight: "named",
    phrase: "(api_key|token|oauth) disabled : billing|auth|auth_permanent|rate_limit|model_not_found",
    source: "OpenClaw",
    examples: ["- acme:default [acme/api_key] disabled:billing 4h"],
  },
  {
    code: "resting-profile",
    weight: "named",
    phrase: "auth profile (<id>) is temporarily unavailable",
    source: "OpenClaw",
    examples: ['Auth profile "acme:manual" is temporarily unavailable for acme/glm-x9.'],
  },
  {
    code: "resting-profile",
    weight: "named",
    phrase: "inline api key for provider (<id>) is temporarily disabled",
    source: "OpenClaw",
    examples: [
      'Inline API key for provider "acme" is temporarily disabled after a provider auth/billing failure. Retry after about 10 minutes, or switch to a different auth profile/API key.',
    ],
    alternatives: ["insufficient-quota", "invalid-key", "key-expired-or-disabled"],
  },
  {
    code: "resting-profile",
    weight: "named",
    phrase: "provider (<id>) has <id> issue (skipping all models)",
    source: "OpenClaw",
    examples: ["acme/glm-x9: Provider acme has auth issue (skipping all models) (auth)"],
  },
  {
    code: "resting-profile",
    weight: "clear",
    phrase: "冷却 (中|期|状态|时间)",
    source: "people",
    examples: ["openclaw 提示 acme 正在冷却中，要等五个小时"],
  },
];
