import type { Noise } from "./signature.ts";

/** Advice, guesses, field values and other programs' words: they sound like a cause and name none. */
export const noise: readonly Noise[] = [
  {
    phrase: "may have insufficient quota",
    source: "OpenClaw",
    examples: ["OpenClaw: something is odd. The API key may have insufficient quota."],
  },
  {
    phrase: "may be unavailable",
    source: "OpenClaw",
    examples: ["acme api: odd answer; the server may be unavailable"],
  },
  {
    phrase: "reason=timeout",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run failover decision: error=LLM request timed out. reason=timeout",
    ],
  },
  {
    phrase: "( timeout )",
    source: "OpenClaw",
    examples: ["[agent/embedded] all models failed (1): acme/glm-x9: odd thing (timeout)"],
  },
  {
    phrase: "sh: # : <id> : not found",
    source: "operating system",
    examples: ["openclaw: setModel failed: sh: 1: acme-cli: not found"],
  },
  {
    phrase: "openai.internal server error",
    source: "SDK",
    examples: ["openai.InternalServerError: Error code: 401"],
  },
  {
    phrase: "litellm.internal server error",
    source: "LiteLLM",
    examples: ["litellm.InternalServerError: HTTP 429"],
  },
  {
    phrase: "invalid request error",
    source: "OpenAI",
    examples: ['{"error":{"message":"odd","type":"invalid_request_error"}}'],
  },
  {
    phrase: "upstream_error",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"odd","type":"upstream_error"}}'],
  },
  {
    phrase: "finish_reason : null",
    source: "OpenAI",
    examples: [
      'data: {"object":"chat.completion.chunk","choices":[{"delta":{"content":"Hi"},"finish_reason":null}]}',
    ],
  },
  {
    phrase: "api streaming error : #",
    source: "SDK",
    examples: ["Chat API Streaming Error: 400 Provider returned error"],
  },
  {
    phrase: "credentials validation failed",
    source: "Node",
    examples: ["acme api: credentials validation failed: invalid answer"],
  },
  {
    phrase: "blocked by the user",
    source: "several",
    examples: ["403: Forbidden: bot was blocked by the user"],
  },
  { phrase: "curl: option", source: "curl", examples: ["curl: option --foo: is unknown"] },
  { phrase: "响应体为空", source: "people", examples: ["HTTP 400 错误，响应体为空"] },
  {
    phrase: "base_url=",
    source: "SDK",
    examples: ["acme api: odd thing, unable to go on, base_url=https://gw.example/v1"],
  },
  {
    phrase: "model= <id>",
    source: "SDK",
    examples: ["WARNING acme api: model=glm-x9 summary=invalid thing"],
  },
  {
    phrase: "ssl:default",
    source: "Python",
    examples: ["aiohttp: Cannot connect to host gw.example:443 ssl:default [None]: it failed"],
  },
];
