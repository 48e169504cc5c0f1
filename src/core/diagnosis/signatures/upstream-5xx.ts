import type { Signature } from "./signature.ts";

/** The gateway or the vendor behind it fails. */
export const upstream5xx: readonly Signature[] = [
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "bad response status code",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"bad response status code (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "read_response_body_failed",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"read_response_body_failed"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "json_marshal_failed",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"json_marshal_failed"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "gen_relay_info_failed",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"gen_relay_info_failed"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "bad_response*",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"see log","code":"bad_response_body"}}'],
  },
  {
    code: "upstream-5xx",
    weight: "named",
    phrase: "channel : <id>",
    source: "one-api, new-api",
    examples: ['{"error":{"code":"channel:param_override_invalid","message":"see log"}}'],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "response_time_exceeded",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"response_time_exceeded"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "aws_invoke_error",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"aws_invoke_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "请求上游地址失败",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"请求上游地址失败 (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "数据库错误",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"数据库错误 (request id: 20260102030405abc)","type":"new_api_error"}}'],
  },
  {
    code: "upstream-5xx",
    weight: "named",
    phrase: "令牌验证失败",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"令牌验证失败 (request id: 20260102030405abc)","type":"new_api_error"}}'],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "database error",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"database error (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "model_price_error",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"model_price_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "ratio or price not set",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"ratio or price not set (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "倍率或价格未配置",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"倍率或价格未配置 (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "rate_limit_check_failed",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"rate_limit_check_failed"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "get_user_quota_failed",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"get_user_quota_failed"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "decrease_user_quota_failed",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"decrease_user_quota_failed"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "count_token_failed",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"count_token_failed"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "query_data_error",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"query_data_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "update_data_error",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"update_data_error"}}',
    ],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "overloaded_error",
    source: "Anthropic",
    examples: ['{"error":{"message":"see docs","code":"overloaded_error"}}'],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "insufficient_system_resource",
    source: "Anthropic",
    examples: ['{"error":{"message":"see docs","code":"insufficient_system_resource"}}'],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "engine dead error",
    source: "Anthropic",
    examples: ['{"error":{"message":"Engine dead error","type":"invalid_request_error"}}'],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "engine core",
    source: "Anthropic",
    examples: ['{"error":{"message":"Enginecore","type":"invalid_request_error"}}'],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase:
      "[server had an error|error while processing your request|connect error or disconnect|gateway error|host error|upstream timeout|upstream request timeout|upstream service|upstream server]",
    source: "OpenAI",
    examples: ['{"error":{"message":"The server had an error"}}'],
  },
];
