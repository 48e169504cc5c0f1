import type { Signature } from "./signature.ts";

/** A parameter that the model does not take. */
export const unsupportedParameter: readonly Signature[] = [
  {
    code: "unsupported-parameter",
    weight: "named",
    phrase: "enable thinking",
    source: "DashScope",
    examples: ["400 parameter.enable_thinking must be set to false for non-streaming calls"],
  },
  {
    code: "unsupported-parameter",
    weight: "likely",
    phrase: "specified in the request are not valid",
    source: "Volcengine Ark",
    examples: [
      '{"error":{"message":"Specified in the request are not valid","type":"invalid_request_error"}}',
    ],
  },
  {
    code: "unsupported-parameter",
    weight: "likely",
    phrase: "specified in the request is not valid",
    source: "Volcengine Ark",
    examples: [
      '{"error":{"message":"Specified in the request is not valid","type":"invalid_request_error"}}',
    ],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "must provide a model",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"must provide a model (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "model name not specified",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"model name not specified (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "model name cannot be empty",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"model name cannot be empty (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "未指定模型名称",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"未指定模型名称 (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "unsupported-parameter",
    weight: "hint",
    phrase: "provider rejected the request schema or tool payload",
    source: "OpenClaw",
    examples: ["LLM request failed: provider rejected the request schema or tool payload."],
    variant: "hidden",
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
    code: "unsupported-parameter",
    weight: "named",
    phrase: "no endpoints found that support <name>",
    source: "OpenRouter",
    examples: ['404 {"error":{"message":"No endpoints found that support strict mode","code":404}}'],
  },
  {
    code: "unsupported-parameter",
    weight: "likely",
    phrase: "request (is) not supported",
    source: "Google",
    examples: ['400 {"error":{"message":"The request is not supported by this host."}}'],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "[handle the requested parameters|provided without a value]",
    source: "OpenRouter",
    examples: ["acme api: nobody can handle the requested parameters"],
  },
];
