import type { Signature } from "./signature.ts";

/** Too many requests in a second, a minute or a day. */
export const rateLimited: readonly Signature[] = [
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "request limit",
    source: "one-api, new-api",
    examples: ["acme api: request limit"],
  },
  {
    code: "rate-limited",
    weight: "named",
    phrase: "负载已饱和",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"负载已饱和 (request id: 20260102030405abc)","type":"new_api_error"}}'],
  },
  {
    code: "rate-limited",
    weight: "named",
    phrase: "load is saturated",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"load is saturated (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "engine is (currently) overloaded",
    source: "Moonshot",
    examples: [
      '{"error":{"message":"The engine is currently overloaded, please try again later","type":"engine_overloaded_error"}}',
    ],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "throttl*",
    source: "DashScope",
    examples: ['{"error":{"message":"Throttled by the tenant","type":"invalid_request_error"}}'],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "限流",
    source: "DashScope",
    examples: ['{"error":{"message":"限流","type":"invalid_request_error"}}'],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "限速",
    source: "DashScope",
    examples: ['{"error":{"message":"限速","type":"invalid_request_error"}}'],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "accounts are limited",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Accounts are limited",
    ],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "currently limited",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Currently limited",
    ],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "slow down",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Slow down",
    ],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "<429> & [overload*|busy|capacity|繁忙|稍后]",
    source: "OpenAI",
    examples: ['429 {"error":{"message":"We are at capacity"}}'],
  },
  {
    code: "rate-limited",
    weight: "named",
    phrase: "throttling . allocation quota",
    source: "DashScope",
    examples: [
      '429 {"code":"Throttling.AllocationQuota","message":"Allocated quota exceeded, please increase your quota limit."}',
    ],
  },
  {
    code: "rate-limited",
    weight: "named",
    phrase: "throttling . rate quota",
    source: "DashScope",
    examples: ['429 {"code":"Throttling.RateQuota","message":"Quota exceeded for a while"}'],
  },
  {
    code: "rate-limited",
    weight: "named",
    phrase: "quota exceeded … [per minute|per second|per hour|per day]",
    source: "Google",
    examples: ["RESOURCE_EXHAUSTED: Quota exceeded for metric requests per minute"],
  },
];
