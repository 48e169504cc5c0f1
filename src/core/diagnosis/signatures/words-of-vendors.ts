import type { Signature } from "./signature.ts";

/** What vendors beside the usual ones, local servers and other gateways say. */
export const wordsOfVendors: readonly Signature[] = [
  {
    code: "context-length-exceeded",
    weight: "named",
    phrase: "request (body) (is) too large|long|big for",
    source: "several",
    examples: [
      '413 {"error":{"message":"Request too large for model glm-x9 on tokens per minute (TPM): Limit 6000","code":"rate_limit_exceeded"}}',
    ],
  },
  {
    code: "context-length-exceeded",
    weight: "named",
    phrase: "inputs tokens max_new_tokens",
    source: "several",
    examples: ["Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096"],
  },
  {
    code: "max-tokens-too-large",
    weight: "named",
    phrase: "{output-limit} (is|was) too large|big|high",
    source: "several",
    examples: ["ValueError: max_completion_tokens is too large: 64000, see top_p"],
  },
  {
    code: "no-available-channel",
    weight: "named",
    phrase: "[auth_unavailable|no auth available|no available accounts|没有可用的账号|没有可用的上游账号]",
    source: "several",
    examples: ['{"error":{"message":"no auth available (providers=acme)","code":"auth_unavailable"}}'],
  },
  {
    code: "model-not-found",
    weight: "named",
    phrase: "unknown provider for model",
    source: "several",
    examples: ['{"error":{"message":"unknown provider for model glm-x9","code":"internal_server_error"}}'],
  },
  {
    code: "rate-limited",
    weight: "named",
    phrase: "too many tokens … [wait|try again|retry|slow down]",
    source: "several",
    examples: ["ThrottlingException: Too many tokens, please wait a little."],
  },
  {
    code: "rate-limited",
    weight: "named",
    phrase: "流控",
    source: "several",
    examples: ['{"header":{"code":11202,"message":"秒级流控超限"}}'],
  },
  {
    code: "empty-content",
    weight: "named",
    phrase: "[no output generated|nooutputgenerated*|no choices returned|no candidates returned]",
    source: "SDK",
    examples: ["AI_NoOutputGeneratedError: No output generated. Check the stream for errors."],
  },
  {
    code: "model-not-found",
    weight: "clear",
    phrase: "[don't|do not|does not|doesn't] have access to (the|this|that) (requested) model",
    source: "several",
    examples: ["AccessDeniedException: You don't have access to the model with the specified model ID."],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "[hmac signature|signature] (does) (not) match|mismatch|invalid|不匹配|错误",
    source: "several",
    examples: ["HMAC signature does not match (acme api)"],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase:
      "[model (<id>) is (currently) (still) loading|loading model|model is warming up|model is starting]",
    source: "several",
    examples: ["Model acme/glm-x9 is currently loading"],
  },
  {
    code: "wrong-base-url",
    weight: "named",
    phrase: "unexpected endpoint or method",
    source: "several",
    examples: ["Unexpected endpoint or method. (POST /chat/completions). Returning 200 anyway"],
  },
  {
    code: "unsupported-parameter",
    weight: "named",
    phrase: "messages|messages. # … [field required|invalid literal|input should be|invalid type|expected]",
    source: "several",
    examples: [
      '{"error":{"message":"request.messages[3].content[0].type: Invalid literal value, expected text"}}',
    ],
  },
];
