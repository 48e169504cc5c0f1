import { describe, expect, it } from "vitest";
import { diagnoseFailure, diagnoseText } from "../../../src/core/diagnosis/index.ts";
import type { RequestFailure } from "../../../src/core/problem/request-failure.ts";
import { en } from "../../../src/i18n/en/index.ts";
import { zhCN } from "../../../src/i18n/zh-CN/index.ts";

const body = (message: string, rest: object = {}) =>
  JSON.stringify({
    error: { message: `${message} (request id: 20260102030405abc)`, type: "new_api_error", ...rest },
  });
const python = (status: number, message: string, type = "invalid_request_error") =>
  `Error code: ${status} - {'error': {'message': '${message}', 'type': '${type}', 'param': None, 'code': None}}`;

/** Rows: what a gateway or vendor answers, its status, the cause. */
type Rows = readonly (readonly [text: string, status: number, code: string])[];

const tokens: Rows = [
  ["未提供令牌", 401, "missing-key"],
  ["Token not provided", 401, "missing-key"],
  ["无效的令牌", 401, "invalid-key"],
  ["Invalid token", 401, "invalid-key"],
  ["令牌验证失败", 401, "upstream-5xx"],
  ["该令牌已过期", 401, "key-expired-or-disabled"],
  ["This token has expired", 401, "key-expired-or-disabled"],
  ["该令牌状态不可用", 401, "key-expired-or-disabled"],
  ["This token status is unavailable", 401, "key-expired-or-disabled"],
  ["令牌 mine（#12）额度已用尽", 401, "insufficient-quota"],
  ["该令牌额度已用尽 TokenStatusExhausted[sk-abc***xyz]", 401, "insufficient-quota"],
  [
    "[sk-abc***xyz] 该令牌额度已用尽 !token.UnlimitedQuota && token.RemainQuota = -3",
    401,
    "insufficient-quota",
  ],
  ["This token quota is exhausted TokenStatusExhausted[sk-abc***xyz]", 401, "insufficient-quota"],
  ["该令牌只能在指定网段使用：10.0.0.0/8，当前 ip：203.0.113.9", 403, "other"],
  ["您的 IP 不在令牌允许访问的列表中", 403, "other"],
  ["无法解析客户端 IP 地址", 403, "other"],
  ["Your IP is not in the list of the token", 403, "other"],
  ["用户已被封禁", 403, "key-expired-or-disabled"],
  ["User has been banned", 403, "key-expired-or-disabled"],
  ["该令牌无权使用模型：glm-x", 403, "model-not-allowed"],
  ["该令牌无权访问模型 glm-x", 403, "model-not-allowed"],
  ["该令牌无权访问任何模型", 403, "model-not-allowed"],
  ["This token has no access to model glm-x", 403, "model-not-allowed"],
  ["This token has no access to any models", 403, "model-not-allowed"],
  ["令牌分组 vip 已被禁用", 403, "other"],
  ["无权访问 vip 分组", 403, "other"],
  ["分组 vip 已被弃用", 403, "other"],
  ["普通用户不支持指定渠道", 403, "invalid-key"],
  ["数据库错误，请稍后重试", 500, "upstream-5xx"],
  ["Database error, please try again later", 500, "upstream-5xx"],
];

const channels: Rows = [
  ["当前分组 default 下对于模型 glm-x 无可用渠道", 503, "no-available-channel"],
  ["当前分组 default 下对于模型  无可用渠道", 503, "no-available-channel"],
  ["数据库一致性已被破坏，请联系管理员", 503, "no-available-channel"],
  ["分组 default 下模型 glm-x 无可用渠道（distributor）", 503, "no-available-channel"],
  ["No available channel for model glm-x under group default (distributor)", 503, "no-available-channel"],
  ["获取分组 default 下模型 glm-x 的可用渠道失败（distributor）：timeout", 503, "no-available-channel"],
  [
    "Failed to get available channel for model glm-x under group default (distributor): x",
    503,
    "no-available-channel",
  ],
  ["分组 default 下模型 glm-x 的可用渠道不存在（retry）", 500, "no-available-channel"],
  ["无效的请求，unexpected EOF of body", 400, "unsupported-parameter"],
  ["未指定模型名称，模型名称不能为空", 400, "unsupported-parameter"],
  ["Model name not specified, model name cannot be empty", 400, "unsupported-parameter"],
  ["common.UnmarshalBodyReusable failed: EOF", 400, "unsupported-parameter"],
  ["Invalid request: unexpected EOF of body", 400, "unsupported-parameter"],
  ["Invalid request, unexpected EOF of body", 400, "unsupported-parameter"],
  ["获取分组 default 下模型 glm-x 的可用渠道失败（retry）：timeout", 500, "no-available-channel"],
  ["该渠道已被禁用", 403, "no-available-channel"],
];

const quota: Rows = [
  ["user quota is not enough", 403, "insufficient-quota"],
  ["chat pre-consumed quota failed, user quota: ＄0.1, need quota: ＄0.3", 403, "insufficient-quota"],
  ["用户额度不足, 剩余额度: ＄0.000012", 403, "insufficient-quota"],
  ["预扣费额度失败, 用户剩余额度: ＄0.1, 需要预扣费额度: ＄0.3", 403, "insufficient-quota"],
  ["令牌额度不足", 403, "insufficient-quota"],
  ["user quota is not enough, user quota: ＄0.1, need quota: ＄0.3", 403, "insufficient-quota"],
  ["Model glm-x ratio or price not set, please contact administrator to set", 500, "upstream-5xx"],
  ["token quota is not enough, token remain quota: ＄0.1, need quota: ＄0.3", 403, "insufficient-quota"],
  ["模型 glm-x 倍率或价格未配置, 请联系管理员设置；Model glm-x ratio or price not set", 500, "upstream-5xx"],
];

const rate: Rows = [
  ["您已达到请求数限制：1分钟内最多请求60次", 429, "rate-limited"],
  ["You have reached the request limit: maximum 60 requests in 1 minutes", 429, "rate-limited"],
  ["您已达到总请求数限制：1分钟内最多请求60次，包括失败次数，请检查您的请求是否正确", 429, "rate-limited"],
  [
    "You have reached the total request limit: maximum 60 requests in 1 minutes, including failed attempts",
    429,
    "rate-limited",
  ],
  ["当前分组上游负载已饱和，请稍后再试", 429, "rate-limited"],
  ["Current group upstream load is saturated, please try again later", 429, "rate-limited"],
  ["", 429, "rate-limited"],
];

const rest: Rows = [
  ["bad response status code 502", 502, "upstream-5xx"],
  ["请求上游地址失败", 500, "upstream-5xx"],
  ["sensitive words detected", 400, "content-filter"],
  ["Invalid URL (POST /v1/v1/chat/completions)", 404, "wrong-base-url"],
  ["API not implemented", 501, "wrong-base-url"],
  ["404 page not found", 404, "wrong-base-url"],
  ["api endpoint not found", 404, "wrong-base-url"],
];

const moonshot: Rows = [
  ["invalid temperature: only 1 is allowed for this model", 400, "invalid-temperature"],
  ["unsupported role ROLE_UNSPECIFIED", 400, "developer-role-unsupported"],
  ["Input token length too long", 400, "context-length-exceeded"],
  ["Invalid request: Your request exceeded model token limit : 262144", 400, "context-length-exceeded"],
  ["total message size 3000000 exceeds limit 2097152", 400, "context-length-exceeded"],
  [
    "thinking is enabled but reasoning_content is missing in assistant tool call message at index 3",
    400,
    "reasoning-content-error",
  ],
  ["function name read is duplicated", 400, "tool-call-error"],
  ["unsupported image url", 400, "image-input-unsupported"],
  ["The request was rejected because it was considered high risk", 400, "content-filter"],
  ["Invalid Authentication", 401, "invalid-key"],
  ["Incorrect API key provided", 401, "invalid-key"],
  ["unable to verify your membership benefits", 402, "insufficient-quota"],
  ["Kimi For Coding is currently only available for Coding Agents such as Kimi CLI", 403, "other"],
  ["Not found the model kimi-x or Permission denied", 404, "model-not-found"],
  ["Your account reached organization max RPM: 3, please try again after 1 seconds", 429, "rate-limited"],
  ["The engine is currently overloaded, please try again later", 429, "rate-limited"],
  ["You have reached your usage limit", 403, "insufficient-quota"],
];

const dashscope: Rows = [
  ["Range of max_tokens should be [1, 8192]", 400, "max-tokens-too-large"],
  ["Range of input length should be [1, 129024]", 400, "context-length-exceeded"],
  [
    "developer is not one of [system, assistant, user, tool, function] - messages.[0].role",
    400,
    "developer-role-unsupported",
  ],
  ["parameter.enable_thinking must be set to false for non-streaming calls", 400, "unsupported-parameter"],
  ["Input data may contain inappropriate content.", 400, "content-filter"],
  ["Output data may contain inappropriate content.", 400, "content-filter"],
  ["Arrearage", 400, "insufficient-quota"],
  ["InvalidApiKey", 401, "invalid-key"],
  ["Access denied, please make sure your account is in good standing.", 400, "insufficient-quota"],
  ["Invalid API-key provided.", 401, "invalid-key"],
  ["Access to model denied. Please make sure you are eligible for using the model.", 403, "model-not-found"],
  ["The model `qwen-x` does not exist or you do not have access to it.", 404, "model-not-found"],
  ["RequestTimeOut: Request timed out, please try again later.", 408, "network-timeout"],
  ["BadRequest.TooLarge: Payload Too Large", 413, "context-length-exceeded"],
  [
    "Throttling.AllocationQuota: Allocated quota exceeded, please increase your quota limit.",
    429,
    "rate-limited",
  ],
  ["limit_requests", 429, "rate-limited"],
  ["InvalidURL", 400, "wrong-base-url"],
  ["AccessDenied.Unpurchased", 403, "model-not-found"],
  ["An internal error has occured, please try again later. InternalError.Algo", 500, "upstream-5xx"],
];

const deepseek: Rows = [
  ["Insufficient Balance", 402, "insufficient-quota"],
  ["Invalid max_tokens value, the valid range of max_tokens is [1, 8192]", 400, "max-tokens-too-large"],
  [
    "This model`s maximum context length is 65536 tokens. However, you requested 70000 tokens",
    400,
    "context-length-exceeded",
  ],
  [
    "Failed to deserialize the JSON body into the target type: messages[0].role: unknown variant `developer`, expected one of `system`, `user`",
    422,
    "developer-role-unsupported",
  ],
  [
    "Failed to deserialize the JSON body: messages[1]: unknown variant `image_url`, expected `text`",
    422,
    "image-input-unsupported",
  ],
  [
    "The `reasoning_content` in the thinking mode must be passed back to the API.",
    400,
    "reasoning-content-error",
  ],
  ["Content Exists Risk", 400, "content-filter"],
  ["Authentication Fails (no such user)", 401, "invalid-key"],
  ["Invalid parameters", 422, "unsupported-parameter"],
  ["Rate limit reached", 429, "rate-limited"],
  ["Server error", 500, "upstream-5xx"],
  ["The server is overloaded", 503, "upstream-5xx"],
];

const ark: Rows = [
  ["One or more parameters specified in the request are not valid.", 400, "unsupported-parameter"],
  [
    "The parameter max_tokens specified in the request is not valid: integer above maximum value, expected a value <= 32768, but got 64000 instead",
    400,
    "max-tokens-too-large",
  ],
  ["The API key or AK/SK in the request is missing or invalid.", 401, "invalid-key"],
  ["AccountOverdueError: the account is overdue", 403, "insufficient-quota"],
  ["The model or endpoint doubao-x does not exist or you do not have access to it.", 404, "model-not-found"],
  ["The request targeted an endpoint that does not exist or is invalid.", 404, "model-not-found"],
  [
    "Your account 21 has not activated the model doubao-x. Please activate the model service in the Ark Console.",
    404,
    "model-not-found",
  ],
  ["InvalidEndpoint.ClosedEndpoint", 400, "stale-model-id"],
  ["MissingParameter", 400, "unsupported-parameter"],
  ["InvalidParameter", 400, "unsupported-parameter"],
  ["ModelNotOpen", 404, "model-not-found"],
  ["RateLimitExceeded.EndpointTPMExceeded", 429, "rate-limited"],
  ["InvalidEndpointOrModel.ModelIDAccessDisabled", 404, "model-not-found"],
  ["UnsupportedModel", 404, "model-not-found"],
  ["RateLimitExceeded.FoundationModelRPMExceeded", 429, "rate-limited"],
  [
    "RateLimitExceeded.EndpointRPMExceeded: The Requests Per Minute (RPM) limit is exceeded",
    429,
    "rate-limited",
  ],
  [
    "Your account [21] has reached the set inference limit for the [doubao-x] model, Safe Experience Mode",
    429,
    "insufficient-quota",
  ],
];

// The words in `code` alone: operators change the sentences, not these.
const codes: Rows = [
  ["get_channel_failed", 503, "no-available-channel"],
  ["channel:no_available_key", 500, "no-available-channel"],
  ["channel:response_time_exceeded", 500, "upstream-5xx"],
  ["channel:param_override_invalid", 500, "upstream-5xx"],
  ["do_request_failed", 500, "upstream-5xx"],
  ["get_user_quota_failed", 500, "upstream-5xx"],
  ["decrease_user_quota_failed", 500, "upstream-5xx"],
  ["rate_limit_check_failed", 500, "upstream-5xx"],
  ["count_token_failed", 500, "upstream-5xx"],
  ["query_data_error", 500, "upstream-5xx"],
  ["bad_request_body", 400, "unsupported-parameter"],
  ["invalid_api_type", 400, "wrong-api-type"],
  ["convert_request_failed", 500, "wrong-api-type"],
  ["insufficient_user_quota", 403, "insufficient-quota"],
  ["pre_consume_token_quota_failed", 403, "insufficient-quota"],
  ["model_price_error", 500, "upstream-5xx"],
  ["model_not_found", 503, "model-not-found"],
  ["sensitive_words_detected", 500, "content-filter"],
  ["bad_response_status_code", 500, "upstream-5xx"],
  ["bad_response", 500, "upstream-5xx"],
  ["bad_response_body", 500, "upstream-5xx"],
  ["read_response_body_failed", 500, "upstream-5xx"],
  ["empty_response", 500, "empty-content"],
  ["aws_invoke_error", 500, "upstream-5xx"],
  ["update_data_error", 500, "upstream-5xx"],
  ["json_marshal_failed", 500, "upstream-5xx"],
  ["gen_relay_info_failed", 500, "upstream-5xx"],
  ["channel:invalid_key", 500, "upstream-5xx"],
  ["channel:model_mapped_error", 500, "upstream-5xx"],
  ["channel:aws_client_error", 500, "upstream-5xx"],
  ["channel:header_override_invalid", 500, "upstream-5xx"],
  ["prompt_blocked", 400, "content-filter"],
  ["violation_fee.csam", 400, "content-filter"],
  ["access_denied", 403, "other"],
  ["当前分组负载已饱和，请稍后再试，或升级账户以提升服务质量。", 429, "rate-limited"],
  ["无效的渠道 Id", 400, "invalid-key"],
];

const families: readonly (readonly [string, Rows])[] = [
  ["tokens", tokens],
  ["channels", channels],
  ["quota", quota],
  ["rate limits", rate],
  ["upstream, filters and paths", rest],
  ["codes alone", codes],
  ["Moonshot", moonshot],
  ["DashScope", dashscope],
  ["DeepSeek", deepseek],
  ["Ark", ark],
];

const url = "https://gateway.test/v1/chat/completions";

describe.each(families)("answers of gateways and vendors: %s", (_name, rows) => {
  it.each(rows)("%s (%i)", (text, status, code) => {
    const answer = text === "" ? "" : body(text);
    expect(diagnoseFailure({ kind: "status", url, status, body: answer }).problem.code).toBe(code);
    if (text === "") return;
    expect(diagnoseText(`${status} ${answer}`).problem.code).toBe(code);
    expect(diagnoseText(python(status, text)).problem.code).toBe(code);
    expect(diagnoseText(JSON.stringify({ log: JSON.stringify({ body: answer }) })).problem.code).toBe(code);
  });
});

describe("OpenClaw's words for a resting key", () => {
  it.each([
    'Auth profile "aisa:manual" is temporarily unavailable for aisa/qwen3-max.',
    "Prepared direct auth fallback cannot bypass unavailable profiles for aisa/qwen3-max.",
    "No available auth profile for aisa (all in cooldown or unavailable).",
    "FallbackSummaryError: All models failed (1): aisa/qwen3-max: Provider aisa has auth issue (skipping all models) (auth)",
    "[model-fallback/decision] decision=skip_candidate reason=auth detail=Provider aisa has billing issue (skipping all models)",
  ])("%s", (text) => {
    expect(diagnoseText(text).problem.code).toBe("resting-profile");
  });

  it("leave a rejected key and an empty balance possible as the cause", () => {
    const text =
      'Inline API key for provider "aisa" is temporarily disabled after a provider auth/billing failure. Retry after about 1 minute, or switch to a different auth profile/API key.';
    const { problem, alternatives } = diagnoseText(text);
    expect(problem.code).toBe("resting-profile");
    expect(alternatives.map((one) => one.code)).toEqual(
      expect.arrayContaining(["insufficient-quota", "invalid-key"]),
    );
  });
});

describe("AIsa's own documented errors", () => {
  it.each([
    ["revoked_api_key", 401, "key-expired-or-disabled"],
    ["invalid_api_key", 401, "invalid-key"],
    ["missing_api_key", 401, "missing-key"],
    ["insufficient_permissions", 403, "key-expired-or-disabled"],
    ["model_not_allowed", 403, "model-not-allowed"],
    ["region_blocked", 403, "region-unsupported"],
    ["unknown_model", 404, "model-not-found"],
    ["unknown_endpoint", 404, "wrong-base-url"],
    ["rate_limit_exceeded", 429, "rate-limited"],
    ["upstream_rate_limit", 429, "rate-limited"],
    ["quota_exceeded", 429, "insufficient-quota"],
    ["upstream_timeout", 504, "upstream-5xx"],
  ])("%s", (code, status, expected) => {
    const answer = JSON.stringify({
      error: { code, message: "See the documentation.", request_id: "req_abc12345" },
    });
    const { problem } = diagnoseFailure({ kind: "status", url, status, body: answer });
    expect([problem.code, problem.params.requestId]).toEqual([expected, "req_abc12345"]);
  });
});

describe("the cause, in words that people and programs use", () => {
  it.each([
    ["404 glm-x9 is not a valid model ID", "missing-prefix"],
    ["Write it as provider/model: glm-x9 is not in the right form", "missing-prefix"],
    ["Model glm-x9 was archived last week", "stale-model-id"],
    ["The model glm-9-preview does not exist", "stale-model-id"],
    ["glm-x9 已停止服务", "stale-model-id"],
    ["HTTP 410 Gone", "stale-model-id"],
    ["no available claude accounts", "no-available-channel"],
    ["rejected by agents.defaults.models allowlist: acme/glm-x9", "model-not-allowed"],
    ["这个模型只支持温度=1", "invalid-temperature"],
    ["Model glm-x9 is not supported in the v1/chat/completions endpoint", "wrong-api-type"],
    ["the provider does not support the responses api", "wrong-api-type"],
    [
      "unexpected status 404 Not Found: Unknown error, url: https://gw.acme.test/v1/responses",
      "wrong-api-type",
    ],
    [
      "unexpected status 502 Bad Gateway: Unknown error, url: https://gw.acme.test/v1/responses",
      "upstream-5xx",
    ],
    [
      "unexpected status 401 Unauthorized: Unknown error, url: https://gw.acme.test/v1/responses",
      "invalid-key",
    ],
    ["POST https://gw.acme.test/v1/messages 404: model: glm-x9 not found", "model-not-found"],
    ["HTTP 400 from https://gw.acme.test/v1/messages: unsupported field thinking", "unsupported-parameter"],
    ["input (549 tokens) is too large to process", "context-length-exceeded"],
    ["<title>Page Not Found</title> see https://docs.test/errors/model_not_found", "wrong-base-url"],
    ["what comes back is an HTML login page", "wrong-base-url"],
    ['{"stream": true, "error": "Invalid token"}', "invalid-key"],
    ["stream idle timeout, partial response kept", "streaming-broken"],
    ["cut off mid-response", "streaming-broken"],
    ["dial tcp: lookup gw.acme.test on 10.0.0.2:53: i/o timeout", "network-dns"],
    ["net/http: TLS handshake timeout", "network-timeout"],
    ["no reply before the idle watchdog", "network-timeout"],
    ["the proxy is not running", "proxy-error"],
    ["the certificate could not be verified", "tls-error"],
    ["{ at 3:7: Expected property name or '}'", "config-syntax"],
    ["配置文件里少了一个逗号", "config-syntax"],
    ["令牌已过期或不正确", "invalid-key"],
    ["cannot find the secret ACME_KEY", "missing-key"],
    ["invalid params, odd chat setting", "unsupported-parameter"],
    ["at most a max of 64 tools can be sent", "tool-call-error"],
    ["this picture: 模型看不了图", "image-input-unsupported"],
    ["failed before producing content", "empty-content"],
    ["不显示任何回复", "empty-content"],
    ["厂商的服务器崩了", "upstream-5xx"],
    [
      "unexpected status 503: no channel here, url: https://gw.acme.test/v1/responses",
      "no-available-channel",
    ],
    ["unexpected status 401 Unauthorized: odd, url: https://gw.acme.test/v1/responses", "invalid-key"],
    ["unexpected status 404 Not Found: odd, url: https://gw.acme.test/v1/responses", "wrong-api-type"],
    ["the gateway returned 401, the service may be unavailable", "invalid-key"],
    ['{"code":401,"message":"missing jwt"}', "missing-key"],
    ["all accounts are currently limited", "rate-limited"],
    ["模型 glm-x9 无可用令牌", "no-available-channel"],
    ["we removed the support of older model names", "stale-model-id"],
    ["call stale for 300s, killing the connection", "network-timeout"],
    ["read ECONNRESET or a timeout, now and then", "network-refused"],
    ["读取流式数据超时", "streaming-broken"],
    ["https://gw.acme.test/v1/chat/completions: unexpected end of file", "streaming-broken"],
    ["Invalid 'messages[3].tool_calls[0].id': string too long", "tool-call-error"],
    ["Unknown name \"odd\" at 'tools[0].function_declarations[1]': Cannot find field.", "tool-call-error"],
    ["Failed to parse the request body as JSON: messages[9]", "unsupported-parameter"],
    ["No endpoints found that support odd control", "unsupported-parameter"],
    ["ACME_ApiError: Not Found", "wrong-base-url"],
    ["input (549 tokens) is too large to process", "context-length-exceeded"],
    ["EngineCore encountered an issue", "upstream-5xx"],
    ["Configuration verification failed: plugins", "config-schema"],
    ['{"error":{"message":"odd thing happened","type":"upstream_error"}}', "other"],
    ["Invalid model for team blue: glm-x9", "model-not-allowed"],
    ["No team has access to the requested model: glm-x9", "model-not-allowed"],
    ["Your plan does not include access to this model", "model-not-allowed"],
    ["该令牌没有权限调用 glm-x9", "model-not-allowed"],
    ["This key is associated with a deactivated account", "key-expired-or-disabled"],
    ["Organization has been restricted", "key-expired-or-disabled"],
    ["密钥已被管理员停用", "key-expired-or-disabled"],
    ["Unauthorized; missing authentication key", "missing-key"],
    ["请先在设置里填写 API Key", "missing-key"],
    ["System messages are not allowed", "developer-role-unsupported"],
    ["finish_reason: BLOCKLIST", "content-filter"],
    ["You are sending requests too quickly", "rate-limited"],
    ["请求太快了，请慢一点", "rate-limited"],
    ["You need to add credits to continue", "insufficient-quota"],
    ["模型什么都没说", "empty-content"],
    ["等了 60 秒没有任何响应，连接超时", "network-timeout"],
    ["The engine is down for maintenance", "upstream-5xx"],
    ["The endpoint only supports chat completions, not responses", "wrong-api-type"],
    ["export ACME_API_KEY=odd", "other"],
    ["403 your request was blocked", "other"],
    ["setModel failed: sh: 1: acme-cli: not found", "other"],
    ["it could not start: couldn't resolve the agent", "other"],
    ["Timeout waiting for element #login", "other"],
    ["EMFILE: too many open files, watch", "other"],
    ["EACCES: permission denied, open '/home/me/.openclaw/openclaw.json'", "other"],
    ["npm WARN deprecated acme@1.0.6: this module is not supported", "other"],
    ["- channels.mail.retry: Invalid input", "config-schema"],
    ["agents.list.0.heartbeat: Invalid input: expected string, received object", "config-schema"],
    ['- models.providers.acme.temperature: Unrecognized key: "max_tokens"', "config-schema"],
    ['models.providers.acme.api: Invalid option: expected one of "a"|"b"', "wrong-api-type"],
    [
      '422: {"detail":[{"loc":["body","n"],"msg":"Input should be a valid integer"}]}',
      "unsupported-parameter",
    ],
    ["403 You have reached the weekly usage limit of your plan", "insufficient-quota"],
    ["429 the monthly limit of this key is reached", "insufficient-quota"],
    ["429 quota exceeded for requests per minute", "rate-limited"],
    ["429 at most 20 requests per second, limit reached", "rate-limited"],
    ["The pairing failed: org.bluez.Error.AuthenticationFailed", "other"],
    ["ssh: connect to host box.test port 22: Connection timed out", "other"],
    ["The context window of this model is 262144 tokens.", "other"],
    ["session file locked (timeout 10000ms)", "other"],
  ])("%s: %s", (text, code) => {
    expect(diagnoseText(text).problem.code).toBe(code);
  });
});

describe("a failed request", () => {
  const rows: readonly (readonly [Partial<RequestFailure>, string])[] = [
    [{ kind: "network", errno: "ENOTFOUND" }, "network-dns"],
    [{ kind: "network", errno: "EAI_AGAIN" }, "network-dns"],
    [{ kind: "network", errno: "ECONNREFUSED" }, "network-refused"],
    [{ kind: "network", errno: "ECONNRESET" }, "network-refused"],
    [{ kind: "network", errno: "ETIMEDOUT" }, "network-timeout"],
    [{ kind: "network", errno: "UND_ERR_CONNECT_TIMEOUT" }, "network-timeout"],
    [{ kind: "network", errno: "CERT_HAS_EXPIRED" }, "tls-error"],
    [{ kind: "network", errno: "DEPTH_ZERO_SELF_SIGNED_CERT" }, "tls-error"],
    [{ kind: "network", errno: "ERR_SSL_WRONG_VERSION_NUMBER" }, "tls-error"],
    [{ kind: "network", errno: "ECONNREFUSED", proxy: "http://127.0.0.1:7890" }, "proxy-error"],
    [
      { kind: "network", message: "Proxy response (407) !== 200 when HTTP Tunneling", proxy: "http://p" },
      "proxy-error",
    ],
    [{ kind: "timeout" }, "network-timeout"],
    [
      { kind: "status", status: 413, body: body("x", { code: "read_request_body_failed" }) },
      "context-length-exceeded",
    ],
    [
      { kind: "shape", body: "<!doctype html><title>New API</title>", contentType: "text/html" },
      "wrong-base-url",
    ],
    [{ kind: "shape", body: '{"data":5}', message: "no list" }, "unexpected-answer"],
    [{ kind: "redirect", location: "https://elsewhere.test/" }, "redirect-refused"],
    [{ kind: "too-large" }, "too-large-answer"],
    [{ kind: "stream", message: "the stream ended early" }, "streaming-broken"],
    [{ kind: "stream", body: '{"error":{"message":"Content Exists Risk"}}' }, "content-filter"],
  ];
  it.each(rows)("%j", (failure, code) => {
    const { problem, confidence } = diagnoseFailure({ kind: "network", url, ...failure });
    expect(problem.code).toBe(code);
    expect(problem.params.host).toBe("gateway.test");
    expect(confidence).toBeGreaterThan(0.4);
  });
});

describe("messages of this package's plugin in OpenClaw", () => {
  const others = ["aisa/qwen-plus-2025-12-01"];
  const said = [en, zhCN].flatMap(({ provider }) => [
    provider.notServed("qwen3-max", others),
    provider.noChannel("qwen3-max", others),
  ]);
  it.each(said)("%s", (text) => {
    const { problem } = diagnoseText(`FailoverError: ${text}`);
    expect([problem.code, problem.params.model]).toEqual(["model-not-found", "qwen3-max"]);
  });
});

it.each([
  ["please try again after 20 seconds", 20],
  ["please try again after 99999999999 seconds", undefined],
])("429: %s: waits %s s", (text, seconds) => {
  expect(diagnoseText(`429 Rate limit reached, ${text}`).problem.params.seconds).toBe(seconds);
});
