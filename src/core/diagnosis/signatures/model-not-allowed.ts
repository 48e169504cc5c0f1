import type { Signature } from "./signature.ts";

/** The key or OpenClaw may not use the model. */
export const modelNotAllowed: readonly Signature[] = [
  {
    code: "model-not-allowed",
    weight: "named",
    phrase: "model not allowed",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Model not allowed",
    ],
  },
  {
    code: "model-not-allowed",
    weight: "named",
    phrase: "model override not allowed",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Model override not allowed",
    ],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "{model} (override) <quote> (is) not allowed|permitted",
    source: "OpenClaw",
    examples: ['acme api: model "acme" not permitted'],
  },
  {
    code: "model-not-allowed",
    weight: "likely",
    phrase: "{model} (<id>) (is) not allowed|permitted",
    source: "OpenClaw",
    examples: ["warning: the model is not permitted for sub-agents"],
  },
  {
    code: "model-not-allowed",
    weight: "said",
    phrase: "[allowlist|allow list|whitelist|white list|allowed models|白名单] ~ {model}",
    source: "OpenClaw",
    examples: ["rejected by agents.defaults.models allowlist: acme/glm-x9"],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "无权|没有权限|无权限 访问|使用|调用 (该|此|任何) ({model}) <id>",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"该令牌没有权限调用 glm-x9"}}'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "无权|没有权限|无权限 访问|使用|调用 (该|此|任何) {model}",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"该密钥没有权限访问模型"}}'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase:
      "[no access to|not have access to|not allowed to access|no permission to use|not permitted to use|not have permission to] (<id>) (any|the|this|requested) {model}",
    source: "several",
    examples: ['403 {"error":{"message":"This token has no access to model glm-x9"}}'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "invalid model for",
    source: "LiteLLM",
    examples: ['{"error":{"message":"Invalid model for","type":"invalid_request_error"}}'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "models for this key",
    source: "LiteLLM",
    examples: ['{"error":{"message":"Models for this key","type":"invalid_request_error"}}'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "models for team",
    source: "LiteLLM",
    examples: ['{"error":{"message":"Models for team","type":"invalid_request_error"}}'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "allowed to access model",
    source: "LiteLLM",
    examples: ['{"error":{"message":"Allowed to access model","type":"invalid_request_error"}}'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "plan|tier|subscription|套餐 … not|不 include|cover|support|allow|包含|支持 … {model}",
    source: "several",
    examples: ["Your plan does not include access to this model"],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "no team|key|user|project has access to the requested model",
    source: "LiteLLM",
    examples: ['400 {"error":{"message":"No team has access to the requested model: glm-x9"}}'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "not in|on (the) (your) (model) [allowlist|allow list|whitelist|allowed models]",
    source: "several",
    examples: ["acme api: glm-x9 is not on the allowlist"],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "permission to access|use|call|make|invoke (<name>) model",
    source: "several",
    examples: ["acme api: no permission to invoke models"],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "{model} 不在|未在 (允许|许可|白名单)",
    source: "people",
    examples: ["该模型不在许可范围"],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase:
      "[valid models for|allowed models for|can only access model|may not use model|may not use the model|cannot use model|rejected by allowlist]",
    source: "LiteLLM",
    examples: ["acme api: you may not use the model"],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "套餐|计划 不支持|不包含|不允许 (该|此|这个) {model}",
    source: "people",
    examples: ["您的计划不支持该模型"],
  },
];
