import type { Signature } from "./signature.ts";

/** The key is wrong, in words that several sources use. */
export const invalidKeyInGeneral: readonly Signature[] = [
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "{api-key} ~ {invalid}",
    source: "several",
    examples: ["Error from acme API: your access token looks malformed"],
  },
  {
    code: "invalid-key",
    weight: "likely",
    phrase: "unauthori*ed",
    source: "several",
    examples: ['{"error":{"message":"Unauthorized","type":"invalid_request_error"}}'],
  },
  {
    code: "invalid-key",
    weight: "likely",
    phrase: "unauthenticated",
    source: "several",
    examples: ['{"error":{"message":"Unauthenticated","type":"invalid_request_error"}}'],
  },
  {
    code: "invalid-key",
    weight: "likely",
    phrase: "未授权",
    source: "several",
    examples: ['{"error":{"message":"未授权","type":"invalid_request_error"}}'],
  },
  {
    code: "invalid-key",
    weight: "likely",
    phrase: "login fail",
    source: "several",
    examples: ['{"error":{"message":"Login fail","type":"invalid_request_error"}}'],
  },
  {
    code: "invalid-key",
    weight: "symptom",
    phrase: "<401>",
    source: "several",
    examples: ["HTTP 401: see docs"],
    alternatives: ["missing-key", "key-expired-or-disabled", "insufficient-quota"],
  },
  {
    code: "invalid-key",
    weight: "topic",
    phrase: "[{api-key}|authenticat*|authori*|鉴权|认证|身份] & {trouble}",
    source: "people",
    examples: ["acme api: an error with authorization"],
  },
  {
    code: "invalid-key",
    weight: "named",
    phrase: "invalid or missing {api-key}",
    source: "several",
    examples: ['401 {"error":{"message":"Invalid or missing API key"}}'],
  },
  {
    code: "invalid-key",
    weight: "named",
    phrase: "invalid|incorrect|wrong|bad|malformed|unknown|unrecogni*ed {api-key}",
    source: "several",
    examples: ["Exception: Invalid Authorization token."],
  },
  {
    code: "invalid-key",
    weight: "named",
    phrase: "[invalid proxy server token|token_not_found_in_db]",
    source: "LiteLLM",
    examples: [
      '401 {"error":{"message":"Invalid proxy server token passed. Received API Key = sk-...abcd"}}',
    ],
  },
];
