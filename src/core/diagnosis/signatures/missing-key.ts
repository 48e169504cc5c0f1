import type { Signature } from "./signature.ts";

/** No key reached the gateway. */
export const missingKey: readonly Signature[] = [
  {
    code: "missing-key",
    weight: "named",
    phrase: "no {api-key} (was) found|provided|configured|set|available|supplied|specified|for",
    source: "OpenClaw",
    examples: [
      '[gateway] agent turn failed: No API key found for provider "acme". Auth store: /home/me/.openclaw/agents/main/agent/auth-profiles.json',
    ],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "{api-key} ~ {missing}",
    source: "several",
    examples: ["acme: the api key must be provided before a model can be listed"],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "provide|supply|enter|set|configure|pass|carry|include|specify your|an|the {api-key}",
    source: "OpenAI",
    examples: [
      '{"error":{"message":"You should first supply your API key in the Authorization header.","type":"invalid_request_error","code":null}}',
    ],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "token not provided",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"token not provided (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "未提供令牌",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"未提供令牌 (request id: 20260102030405abc)","type":"new_api_error"}}'],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "[未提供|请先|缺少|没有|找不到] … {api-key}",
    source: "people",
    examples: ["请先到设置页填写 API Key 再对话"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "not|no|without|missing (any) (auth|authentication|authorization|bearer) header|credential",
    source: "SDK",
    examples: ['401 {"detail":"request came without any authorization header"}'],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase:
      "[could not|couldn't|cannot|can't|unable to] find|resolve|load|locate (any) (the) [secret|credential|{api-key}]",
    source: "SDK",
    examples: ["[secrets] cannot find the secret ACME_KEY, provider acme skipped"],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "could not resolve authentication method",
    source: "Anthropic",
    examples: [
      "Error: Could not resolve authentication method. Expected either apiKey or authToken to be set.",
    ],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "please carry the api secret key",
    source: "MiniMax",
    examples: [
      '{"base_resp":{"status_code":1004,"status_msg":"login fail: Please carry the API secret key in header"}}',
    ],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "no (cookie) auth credentials found",
    source: "OpenRouter",
    examples: ['{"error":{"message":"No cookie auth credentials found"}}'],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "unregistered callers",
    source: "Google",
    examples: ["403 Method doesn't allow unregistered callers. Please use API with established identity."],
  },
  {
    code: "missing-key",
    weight: "symptom",
    phrase: "authentication failed, http 401",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Authentication failed, http 401",
    ],
    variant: "hidden",
    alternatives: ["invalid-key", "key-expired-or-disabled"],
  },
  {
    code: "missing-key",
    weight: "symptom",
    phrase: "re-authenticate the provider and try again",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Re-authenticate the provider and try again",
    ],
    variant: "hidden",
    alternatives: ["invalid-key", "key-expired-or-disabled"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "api key environment variable",
    source: "OpenAI",
    examples: ["Error: the client was made without ACME_API_KEY environment variable"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase:
      "[did not|didn't|must|need to|please] provide|set|supply|enter|configure|specify|pass|carry|include|send|add (a) (an) (your) (the) {api-key}",
    source: "several",
    examples: ["acme api: please send the access token"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "未提供|未输入|未携带 (有效) (的) [{api-key}|api|鉴权|认证|token]",
    source: "people",
    examples: ["请求未携带鉴权"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "请|请先 设置|配置|填写|提供|输入 (有效) (的) {api-key}",
    source: "people",
    examples: ["请填写密钥"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "{api-key} (was) not (been) given|present|supplied|found|set|provided",
    source: "several",
    examples: ["acme api: access token was not given"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase:
      "authorization|auth|x-api-key|authentication header (is) (was) missing|required|empty|not|缺失|为空",
    source: "several",
    examples: ["acme api: the auth header is empty"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "missing (the) bearer|jwt|authentication|authorization|auth (key|token|or)",
    source: "several",
    examples: ["acme api: Missing bearer or basic authentication"],
  },
];
