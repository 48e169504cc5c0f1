import type { Signature } from "./signature.ts";

/** What a text is about, where no phrase says what is wrong. */
export const topics: readonly Signature[] = [
{ code: "image-input-unsupported", weight: "topic", phrase: "{image} ~ {trouble}", source: "people", examples: ["接口发图片就报错"] },
{ code: "image-input-unsupported", weight: "named", phrase: "no endpoints found that support image", source: "OpenRouter", examples: ["404 {\"error\":{\"message\":\"No endpoints found that support image input\",\"code\":404}}"] },
{ code: "max-tokens-too-large", weight: "topic", phrase: "{output-limit} ~ {trouble}", source: "people", examples: ["acme API error about max_tokens"] },
{ code: "reasoning-content-error", weight: "topic", phrase: "[reasoning_content|thinking mode|thinking block|推理内容|思考内容] ~ {trouble}", source: "people", examples: ["acme API error about thinking mode"] },
{ code: "tool-call-error", weight: "topic", phrase: "{tool} ~ {trouble}", source: "people", examples: ["acme API error about function calling"] },
{ code: "content-filter", weight: "topic", phrase: "[敏感|违规|审核|安全|inappropriate|censor*|safety] ~ {trouble}", source: "people", examples: ["acme API error about safety"] },
{ code: "content-filter", weight: "named", phrase: "input|output data may contain*", source: "DashScope", examples: ["{\"error\":{\"message\":\"Output data may containxx\"}}"] },
{ code: "context-length-exceeded", weight: "topic", phrase: "[context|context window|上下文] ~ {trouble}", source: "people", examples: ["acme API error about the context"] },
{ code: "context-length-exceeded", weight: "named", phrase: "length of all messages (is) too long", source: "several", examples: ["Acme: The total length of all messages is too long."] },
{ code: "context-length-exceeded", weight: "named", phrase: "range of input length", source: "DashScope", examples: ["400 <400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 129024]"] },
{ code: "insufficient-quota", weight: "topic", phrase: "[{money}|billing|payment|套餐|计费] ~ {trouble}", source: "people", examples: ["acme API error about billing"] },
{ code: "rate-limited", weight: "topic", phrase: "[concurrency|频率|并发|频繁|cooldown] ~ {trouble}", source: "people", examples: ["acme API error about concurrency"] },
{ code: "streaming-broken", weight: "topic", phrase: "{stream} ~ {trouble}", source: "people", examples: ["acme API error with sse"] },
{ code: "streaming-broken", weight: "named", phrase: "stream (idle) (was) closed|ended|terminated|disconnected|interrupted|aborted|broke|stalled", source: "SDK", examples: ["codex: stream ended before it was whole"] },
{ code: "invalid-key", weight: "topic", phrase: "{api-key} ~ {trouble}", source: "people", examples: ["acme API error about the access token"] },
{ code: "invalid-key", weight: "named", phrase: "invalid or missing {api-key}", source: "several", examples: ["401 {\"error\":{\"message\":\"Invalid or missing API key\"}}"] },
{ code: "model-not-found", weight: "topic", phrase: "{model} ~ [not found|invalid|unsupported|不支持|无效|不存在]", source: "people", examples: ["acme API error: model glm-x9 invalid"] },
{ code: "model-not-found", weight: "named", phrase: "model or endpoint <id> does not exist", source: "Volcengine Ark", examples: ["{\"error\":{\"message\":\"The model or endpoint glm-x does not exist or you do not have access to it. Request id: 02177\"}}"] },
{ code: "model-not-found", weight: "named", phrase: "endpoint that does not exist or is invalid", source: "Volcengine Ark", examples: ["404 The request targeted an endpoint that does not exist or is invalid. Request id: 02177"] },
{ code: "config-schema", weight: "topic", phrase: "{config} ~ {trouble}", source: "people", examples: ["openclaw.json 报错"] },
];
