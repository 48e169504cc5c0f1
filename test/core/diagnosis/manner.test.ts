import { describe, expect, it } from "vitest";
import { diagnoseText } from "../../../src/core/diagnosis/diagnose.ts";
import { mannerOf } from "../../../src/core/diagnosis/manner.ts";

describe("the manner of a text", () => {
  it.each([
    ["What is the rate limit of acme?", "question"],
    ["Does glm-x9 support images?", "question"],
    ["怎么申请密钥", "question"],
    ["glm-x9 的上下文长度是多少", "question"],
    ["Why is my key rejected?", "report"],
    ["How do I fix a model that is not found?", "report"],
    ["为什么一直报 401?", "report"],
    ["机器人收到消息但是什么都不回", "report"],
    ['throw new Error("API key is required");', "code"],
    ['raise ValueError("temperature must be between 0 and 2")', "code"],
    ["max_tokens: 4096, temperature: 0.7, stream: true", "code"],
    ["raise self._make_error(response) from None openai.BadRequestError: Error code: 400", "report"],
    ['{"message":"","type":"upstream_error"}', "report"],
    ["mount: wrong fs type, bad option", "program"],
    ["postfix/smtp: connection timed out", "program"],
    ["550 5.7.1 Service unavailable", "program"],
    ["error: invalid key", "report"],
    ["agents.defaults.model: Invalid input", "report"],
    ["curl: (7) Failed to connect", "report"],
  ] as const)("%s: %s", (text, manner) => {
    expect(mannerOf(text)).toBe(manner);
  });
});

describe("who speaks decides whether a sentence counts", () => {
  it.each([
    ["docker: You have reached your pull rate limit", "other"],
    ["openclaw in docker: You have reached your rate limit", "rate-limited"],
    ["yarn: tunneling socket could not be established, statusCode=503", "other"],
    ["acme api: tunneling socket could not be established, statusCode=503", "proxy-error"],
    ["sudo: unable to resolve host box: Name or service not known", "other"],
    ["getaddrinfo: Name or service not known", "network-dns"],
  ])("%s: %s", (text, code) => {
    expect(diagnoseText(text).problem.code).toBe(code);
  });
});

describe("shapes of errors", () => {
  it.each([
    [
      '{"detail": [{"loc": ["body", "query_str"], "msg": "Input should be a valid string"}]}',
      "unsupported-parameter",
    ],
    [
      '{"detail":[{"type":"missing","loc":["header","authorization"],"msg":"Field required"}]}',
      "missing-key",
    ],
    [
      '{"detail":[{"loc":["body","max_tokens"],"msg":"Input should be less than or equal to 4096"}]}',
      "max-tokens-too-large",
    ],
    ["/home/me/.openclaw/openclaw.json:\n- memory.backend: Invalid input", "config-schema"],
    ["agents.defaults.heartbeat.model: Invalid input: expected string, received object", "config-schema"],
    ["tools.web.fetch.maxChars: Too big: expected number to be <=10", "config-schema"],
    ['{"type":"about:blank","title":"Payment Required","status":402}', "insufficient-quota"],
    ["Prepared direct auth fallback cannot bypass unavailable profiles for acme/glm-x9", "resting-profile"],
    ["Provider acme is in cooldown (all profiles unavailable) (rate_limit)", "resting-profile"],
    ["429 You have exceeded the monthly usage quota (TooManyRequests)", "insufficient-quota"],
    ["429 max requests per minute reached", "rate-limited"],
  ])("%s: %s", (text, code) => {
    expect(diagnoseText(text).problem.code).toBe(code);
  });
});
