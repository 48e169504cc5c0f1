import type { ExplainedCode } from "../../problem/index.ts";

/** Where a text names two codes, one is the other's cause. */
export interface Precedence {
  readonly code: ExplainedCode;
  readonly over: ExplainedCode;
  /** Only in texts with these words. */
  readonly when?: RegExp;
}

/** Applied in this order to codes that both match. */
export const precedence: readonly Precedence[] = [
  { code: "no-available-channel", over: "model-not-found" },
  { code: "no-available-channel", over: "rate-limited" },
  {
    code: "insufficient-quota",
    over: "rate-limited",
    when: /(?:用户|令牌)额度不足|(?:user|token) quota is not enough|insufficient balance|余额不足/i,
  },
  { code: "rate-limited", over: "insufficient-quota", when: /饱和|saturated/i },
  { code: "config-syntax", over: "config-schema", when: /SyntaxError|JSON at position|JSON5/i },
  {
    code: "empty-content",
    over: "reasoning-content-error",
    when: /content["'`]? (?:field )?(?:is|was) empty|only (?:produces|returns)/i,
  },
  { code: "wrong-base-url", over: "network-dns", when: /raw\w*[=:]\s*["']?</i },
  { code: "tool-call-error", over: "context-length-exceeded", when: /tool_calls?\[/i },
  { code: "invalid-key", over: "missing-key", when: /a valid (?:\w{1,20} )?api[ _-]?key/i },
  {
    code: "wrong-api-type",
    over: "model-not-found",
    when: /(?:support|only|use|chat model)[^.]{0,60}(?:v1\/|endpoint|format|protocol|\bapi\b)|invalid url \(\w+ \/v1\/(?:responses|messages)/i,
  },
  { code: "wrong-api-type", over: "stale-model-id", when: /\bapi\b|_api\b|v1\// },
  { code: "wrong-base-url", over: "model-not-found", when: /<(?:title|html|!doctype)/i },
  { code: "missing-prefix", over: "model-not-found" },
  { code: "missing-prefix", over: "missing-key" },
  { code: "stale-model-id", over: "model-not-found" },
  {
    code: "unsupported-parameter",
    over: "tool-call-error",
    when: /UnsupportedParams|unknown name(?!.{0,60} at ["']?tools)|support (?:the )?(?:following )?param/i,
  },
  { code: "wrong-api-type", over: "config-schema", when: /\bapi["'`]?:/i },
  { code: "wrong-api-type", over: "wrong-base-url" },
  { code: "wrong-base-url", over: "wrong-api-type", when: /\/v1\/v1\b/ },
  { code: "unsupported-parameter", over: "streaming-broken", when: /无效的请求|invalid request[,:]/i },
  { code: "missing-key", over: "invalid-key", when: /please (?:carry|include|supply|send|add)/i },
  {
    code: "insufficient-quota",
    over: "key-expired-or-disabled",
    when: /spending|balance|billing|invoice|unpaid|欠费|余额|额度/i,
  },
  { code: "config-schema", over: "wrong-base-url", when: /invalid config|config invalid/i },
  { code: "config-schema", over: "missing-key", when: /failed validation|required when defining/i },
  { code: "region-unsupported", over: "model-not-found" },
  { code: "missing-prefix", over: "model-not-allowed" },
  {
    code: "model-not-allowed",
    over: "model-not-found",
    when: /models? (?:for|of) (?:this |the |your )?(?:team|key|user|project|token)|model_access_denied/i,
  },
  { code: "proxy-error", over: "network-refused" },
  { code: "proxy-error", over: "network-timeout" },
  { code: "network-dns", over: "network-timeout" },
  { code: "network-refused", over: "network-timeout", when: /^(?!.*ETIMEDOUT).*ECONNRESET/i },
  { code: "network-timeout", over: "tls-error", when: /TLS handshake time/i },
  {
    code: "streaming-broken",
    over: "network-timeout",
    when: /stream (?:idle )?time|partial response|流式?[^，。；]{0,10}超时/i,
  },
  { code: "proxy-error", over: "network-dns" },
  { code: "network-timeout", over: "empty-content", when: /(?:没有?|无)(?:任何|收到)?响应[^。]{0,12}超时/ },
  { code: "invalid-key", over: "upstream-5xx", when: /\b401\b.{0,60}(?:unavailable|try again)/i },
];
