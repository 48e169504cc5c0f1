import type { Signature } from "./signature.ts";

/** The key is wrong. */
export const invalidKey: readonly Signature[] = [
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "invalid token",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"invalid token (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "invalid|incorrect authentication|authorization|auth|credential",
    source: "Moonshot",
    examples: ['400 {"error":{"message":"Invalid Authentication","type":"invalid_request_error"}}'],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "authentication (has) fail*",
    source: "DeepSeek",
    examples: ['{"error":{"message":"Authentication Fails (governor)","type":"invalid_request_error"}}'],
  },
  {
    code: "invalid-key",
    weight: "said",
    phrase: "[身份|鉴权|认证] ~ {invalid}",
    source: "Zhipu",
    examples: ['{"error":{"code":"1000","message":"鉴权未通过，认证信息有误"}}'],
  },
  {
    code: "invalid-key",
    weight: "named",
    phrase: "身份验证有问题",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=身份验证有问题",
    ],
  },
  {
    code: "invalid-key",
    weight: "named",
    phrase: "身份验证失败",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=身份验证失败",
    ],
  },
  {
    code: "invalid-key",
    weight: "named",
    phrase: "a valid (proxy|server) {api-key}",
    source: "OpenAI",
    examples: ['400 {"error":{"message":"Please pass a valid API key."}}'],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "virtual key expected",
    source: "LiteLLM",
    examples: ['{"error":{"message":"Virtual key expected","type":"invalid_request_error"}}'],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "no connected db",
    source: "LiteLLM",
    examples: ['{"error":{"message":"No connected db","type":"invalid_request_error"}}'],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "user not found",
    source: "OpenRouter",
    examples: ["HTTP 400: User not found."],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "普通用户不支持指定渠道",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"普通用户不支持指定渠道 (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "无效的渠道 id",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"无效的渠道 id (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "invalid-key",
    weight: "named",
    phrase: "{api-key} … missing or invalid|incorrect",
    source: "Volcengine Ark",
    examples: [
      '{"error":{"code":"AuthenticationError","message":"The API key or AK/SK in the request is missing or invalid. Request id: 02177"}}',
    ],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "(security) token … is invalid",
    source: "Zhipu",
    examples: ['{"error":{"message":"The security token included in the request is invalid"}}'],
  },
  {
    code: "invalid-key",
    weight: "symptom",
    phrase: "your provider token may have expired",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Your provider token may have expired",
    ],
    variant: "hidden",
    alternatives: ["key-expired-or-disabled", "missing-key", "insufficient-quota"],
  },
  {
    code: "invalid-key",
    weight: "symptom",
    phrase: "re-authenticate this provider",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Re-authenticate this provider",
    ],
    variant: "hidden",
    alternatives: ["key-expired-or-disabled", "missing-key", "insufficient-quota"],
  },
  {
    code: "invalid-key",
    weight: "hint",
    phrase: "reason=auth",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Reason=auth",
    ],
    variant: "hidden",
    alternatives: ["missing-key", "key-expired-or-disabled"],
  },
  {
    code: "invalid-key",
    weight: "named",
    phrase: "过期或|已过期或 不正确|无效|错误|验证不正确",
    source: "Zhipu",
    examples: ['{"error":{"code":"1000","message":"令牌已过期或验证不正确"}}'],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase:
      "key|token [not found|does not exist|doesn't exist|expected to start with|could not be validated]",
    source: "OpenAI",
    examples: ["acme api: key expected to start with"],
  },
];
