import type { Signature } from "./signature.ts";

/** The key, or the account behind it, is no longer valid. */
export const keyExpiredOrDisabled: readonly Signature[] = [
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "{api-key} ~ {expired}",
    source: "several",
    examples: ['401 {"error":{"message":"This access token, see the console, was revoked by its owner"}}'],
  },
  {
    code: "key-expired-or-disabled",
    weight: "said",
    phrase: "{account} ~ {expired}",
    source: "several",
    examples: ['403 {"error":{"message":"Organization org-77 has been suspended, contact support"}}'],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "token (has) (status) (is) expired|unavailable|revoked|disabled",
    source: "one-api, new-api",
    examples: [
      '401 {"error":{"message":"This token status is unavailable (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "令牌状态不可用",
    source: "one-api, new-api",
    examples: [
      '401 {"error":{"message":"该令牌状态不可用 (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "insufficient_permissions",
    source: "AIsa",
    examples: [
      '403 {"error":{"code":"insufficient_permissions","message":"See the docs.","request_id":"req_a1b2c3d4"}}',
    ],
    variant: "permission",
  },
  {
    code: "key-expired-or-disabled",
    weight: "named",
    phrase:
      "{api-key} (has) (have) (been) (is) (was) expired|revoked|disabled|deactivated|suspended|blocked|deleted",
    source: "several",
    examples: ["Error: the access token has been revoked"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "organi*ation|workspace has|have|is|was (been) deactivated|suspended|banned|disabled|restricted",
    source: "several",
    examples: ["Organization has been restricted"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase:
      "(invalidated|deactivated|suspended|disabled|banned|restricted|expired|revoked) token|session|login (has) (have) (been) (is) (was) expired|revoked|invalidated|deactivated|suspended|disabled",
    source: "several",
    examples: ["Error: your session has expired"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "said",
    phrase: "{account} 异常|被限制|被锁定|被封|冻结|停用|注销",
    source: "people",
    examples: ["接口说用户被限制"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase:
      "[failed to refresh token|token refresh failed|failed to refresh the token|consumer suspended|invalid grant]",
    source: "SDK",
    examples: ["oauth: token refresh failed"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "deactivated|suspended|banned|disabled {account}",
    source: "several",
    examples: ["Error: tied to a deactivated account"],
  },
];
