import type { DemoErrorName, DemoFamily } from "./script.ts";

/** What an error text may mention. */
export interface ErrorContext {
  readonly family: DemoFamily;
  readonly chinese: boolean;
  readonly method: string;
  readonly path: string;
  readonly model: string;
  readonly requestId: string;
}

/** An error as it is sent. */
export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Text = string | ((context: ErrorContext) => string);

interface ErrorEntry {
  readonly status: number;
  /** `new_api_error` where the gateway itself answers, the vendor's type where it passes an answer on. */
  readonly type?: string;
  readonly code?: string | null;
  readonly en: Text;
  readonly zh?: Text;
  /** AIsa's own: status, type, code, message. Absent: the vendor's answer is passed on in both families. */
  readonly aisa?: readonly [number, string, string, Text];
}

const aisaKey = "The API key provided is invalid or has been revoked.";

// Texts and statuses: one-api/new-api sources (middleware, i18n), the errors page of aisa.one/docs,
// and the error pages of Moonshot, DashScope and DeepSeek.
const errors: Record<DemoErrorName, ErrorEntry> = {
  "missing-key": {
    status: 401,
    en: "Token not provided",
    zh: "未提供令牌",
    aisa: [401, "authentication_error", "missing_api_key", "No API key was provided."],
  },
  "invalid-key": {
    status: 401,
    en: "Invalid token",
    zh: "无效的令牌",
    aisa: [401, "authentication_error", "invalid_api_key", aisaKey],
  },
  "expired-key": {
    status: 401,
    en: "This token has expired",
    zh: "该令牌已过期",
    aisa: [401, "authentication_error", "revoked_api_key", "This API key has been revoked."],
  },
  "disabled-key": {
    status: 401,
    en: "This token status is unavailable",
    zh: "该令牌状态不可用",
    aisa: [401, "authentication_error", "revoked_api_key", "This API key has been revoked."],
  },
  "exhausted-key": {
    status: 401,
    en: "This token quota is exhausted TokenStatusExhausted[sk-dem***def]",
    zh: "[sk-dem***def] 该令牌额度已用尽 !token.UnlimitedQuota && token.RemainQuota = 0",
    aisa: [429, "rate_limit_error", "quota_exceeded", "The spend cap of this API key has been reached."],
  },
  "unknown-model": {
    status: 503,
    code: "model_not_found",
    en: ({ model }) => `No available channel for model ${model} under group default (distributor)`,
    zh: ({ model }) => `分组 default 下模型 ${model} 无可用渠道（distributor）`,
    aisa: [
      404,
      "invalid_request_error",
      "unknown_model",
      ({ model }) => `The model '${model}' does not exist.`,
    ],
  },
  "missing-model": {
    status: 400,
    en: "Model name not specified, model name cannot be empty",
    zh: "未指定模型名称，模型名称不能为空",
    aisa: [400, "invalid_request_error", "missing_parameter", "Missing required parameter: model."],
  },
  "model-not-allowed": {
    status: 403,
    en: ({ model }) => `This token has no access to model ${model}`,
    zh: ({ model }) => `该令牌无权访问模型 ${model}`,
    aisa: [403, "authentication_error", "model_not_allowed", ({ model }) => `This key may not use ${model}.`],
  },
  "insufficient-quota": {
    status: 403,
    code: "insufficient_user_quota",
    en: "chat pre-consumed quota failed, user quota: ＄0.000120, need quota: ＄0.024000",
    zh: "用户额度不足, 剩余额度: ＄0.000120 ; 预扣费额度失败, 用户剩余额度: ＄0.000120, 需要预扣费额度: ＄0.024000",
  },
  "rate-limited": {
    status: 429,
    en: "You have reached the request limit: maximum 60 requests in 1 minutes",
    zh: "您已达到请求数限制：1分钟内最多请求60次",
    aisa: [429, "rate_limit_error", "rate_limit_exceeded", "Rate limit exceeded: 60 requests per minute."],
  },
  "vendor-key": {
    status: 401,
    type: "invalid_request_error",
    code: "invalid_api_key",
    en: "Incorrect API key provided.",
  },
  "upstream-saturated": {
    status: 429,
    code: null,
    en: "Current group upstream load is saturated, please try again later",
    zh: "当前分组上游负载已饱和，请稍后再试",
    aisa: [
      429,
      "rate_limit_error",
      "upstream_rate_limit",
      "The upstream provider is rate limiting requests.",
    ],
  },
  "upstream-error": {
    status: 500,
    type: "upstream_error",
    code: "bad_response_status_code",
    en: "bad response status code 500",
    aisa: [500, "api_error", "internal_error", "An internal error occurred."],
  },
  "upstream-unavailable": {
    status: 503,
    type: "upstream_error",
    code: "bad_response_status_code",
    en: "bad response status code 503",
    aisa: [503, "upstream_error", "upstream_unavailable", "The upstream provider is unavailable."],
  },
  "upstream-timeout": {
    status: 504,
    type: "upstream_error",
    code: "bad_response_status_code",
    en: "bad response status code 504",
    aisa: [504, "upstream_error", "upstream_timeout", "The upstream provider did not answer in time."],
  },
  "invalid-temperature": {
    status: 400,
    type: "invalid_request_error",
    code: null,
    en: "invalid temperature: only 1 is allowed for this model",
  },
  "developer-role-qwen": {
    status: 400,
    type: "invalid_request_error",
    code: "invalid_parameter_error",
    en: "developer is not one of ['system', 'assistant', 'user', 'tool', 'function'] - 'messages.['0].role'",
  },
  "developer-role-deepseek": {
    status: 400,
    type: "invalid_request_error",
    code: "invalid_request_error",
    en: "Failed to deserialize the JSON body into the target type: messages[0].role: unknown variant `developer`, expected one of `system`, `user`, `assistant`, `tool` at line 1 column 60",
  },
  "max-tokens-too-large": {
    status: 400,
    type: "invalid_request_error",
    code: "invalid_parameter_error",
    en: "Range of max_tokens should be [1, 32768]",
    aisa: [
      422,
      "invalid_request_error",
      "max_tokens_exceeded",
      "max_tokens exceeds the model's limit of 32768.",
    ],
  },
  "context-length-exceeded": {
    status: 400,
    type: "invalid_request_error",
    code: "invalid_request_error",
    en: "This model's maximum context length is 131072 tokens. However, you requested 140000 tokens (131808 in the messages, 8192 in the completion)",
  },
  "content-filter": {
    status: 400,
    type: "invalid_request_error",
    code: "data_inspection_failed",
    en: "Input data may contain inappropriate content.",
    aisa: [
      422,
      "invalid_request_error",
      "content_policy_violation",
      "The request was refused by the content policy.",
    ],
  },
  "region-unsupported": {
    status: 403,
    type: "upstream_error",
    code: "unsupported_country_region_territory",
    en: "Country, region, or territory not supported",
    aisa: [403, "authentication_error", "region_blocked", "This service is not available in your region."],
  },
  "bad-request": {
    status: 400,
    en: "Invalid request: the body is not a JSON object",
    zh: "无效的请求，the body is not a JSON object",
    aisa: [400, "invalid_request_error", "json_parse_error", "The request body is not valid JSON."],
  },
  "unknown-path": {
    status: 404,
    type: "invalid_request_error",
    en: ({ method, path }) => `Invalid URL (${method} ${path})`,
  },
};

/** The error under this name, in the family and language of the context. */
export function errorAnswer(name: DemoErrorName, context: ErrorContext): ErrorAnswer {
  const entry = errors[name];
  const headers = { "x-oneapi-request-id": context.requestId };
  if (name === "unknown-path") {
    const error = { message: say(entry.en, context), type: "invalid_request_error", param: "", code: "" };
    return { status: 404, headers, body: { error } };
  }
  if (context.family === "aisa" && entry.aisa) {
    const [status, type, code, text] = entry.aisa;
    const error = { type, code, message: say(text, context), request_id: `req_${context.requestId}` };
    return { status, headers, body: { error } };
  }
  const text = say((context.chinese ? entry.zh : undefined) ?? entry.en, context);
  const message = `${text} (request id: ${context.requestId})`;
  const error =
    entry.type === undefined
      ? { code: entry.code ?? "", message, type: "new_api_error" }
      : { message, type: entry.type, param: "", code: entry.code ?? null };
  return { status: entry.status, headers, body: { error } };
}

function say(text: Text, context: ErrorContext): string {
  return typeof text === "string" ? text : text(context);
}
