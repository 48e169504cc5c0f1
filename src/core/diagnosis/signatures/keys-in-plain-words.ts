import type { Signature } from "./signature.ts";

/** Keys, accounts and money, in plain sentences that no one source prints in one way. */
export const keysInPlainWords: readonly Signature[] = [
  {
    code: "invalid-key",
    weight: "clear",
    phrase:
      "my|your|this|supplied|provided key (is|was) (you) (entered|supplied|sent|provided) (is|was|seems|looks) {invalid}",
    source: "people",
    examples: ["it says my key is wrong but i copied it from the website, letter by letter"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase:
      "[could not|couldn't|cannot|can't|unable to|failed to] verify|validate|authenticate|recogni*e (your|the) {api-key}",
    source: "several",
    examples: ["Sorry! We couldn't verify your API key."],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "authentification|authentication|authorization|auth failure|failed|error|rejected",
    source: "several",
    examples: ["the login page of the gateway shows authentification failed, what now?"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "{api-key} (is|isn't|isnt) (not) isn't|isnt|incorect|invaild|wrong|refused|rejected",
    source: "people",
    examples: ["it keeps telling me that the api key isnt valid, over and over, since noon"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase:
      "authentication|authorization|auth|token (parameter) (was) [not received|not present|not supplied|not included]",
    source: "Zhipu",
    examples: ["Authentication parameter not received in Header, unable to authenticate"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "缺少|缺失|没有|未携带|没带 authorization|auth|bearer|认证头|鉴权头",
    source: "several",
    examples: ["请求被退回了，提示缺少 Authorization 请求头，不知道要怎么改"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "need|needs|require* (a|an|your|my) (valid) {api-key}",
    source: "people",
    examples: ["it says i need an api key, where do i find one, i looked everywhere for it"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "没|没有|未|忘|忘了|忘记 填|配|设|设置|配置|输入|填写 (api) key|密钥|token",
    source: "people",
    examples: ["是不是没填key啊"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase:
      "key|token|credential (has) (have) (been) (is) (was) (already) (reported) (as) expired|revoked|disabled|deactivated|suspended|blocked|deleted|leaked|compromised|exposed",
    source: "several",
    examples: ["The gateway says: Key has been revoked."],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase:
      "your|this|the account|organi*ation|workspace|user (has) (is) (was) (been) (currently) (temporarily) locked|inactive|suspended|banned|blocked|restricted|disabled|deactivated|frozen|terminated",
    source: "several",
    examples: ["Your account is currently inactive. Please check your account information"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "expired|revoked|deleted|deactivated|disabled|suspended|banned token|key|credential|login",
    source: "several",
    examples: ["Refresh it: this is an expired token."],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "refresh token … [already been used|expired|reused|fail*|invalid]",
    source: "SDK",
    examples: [
      "Your refresh token has already been used to generate a new access token. Please try signing in again.",
    ],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase:
      "授权|登录|令牌|密钥|账号|账户|帐户|用户 (状态) 已|被|过期|已被|已经 (过期) 过期|吊销|失效|限制|锁定|封|封禁|禁用|停用|冻结|注销",
    source: "people",
    examples: ["后台显示登录已吊销，只能重新来过了，再试试看吧"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "access denied due to invalid",
    source: "OpenAI",
    examples: ["Access denied due to invalid subscription, please look into it again later."],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "bad|wrong|incorrect|invalid bearer|secret|signature",
    source: "several",
    examples: ["The server said invalid bearer, and that was the end of it."],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "key [does not|doesn't|doesn't|not] match|exist|found (in|any|our|the)",
    source: "several",
    examples: ["The key doesn't match any that we know, so the door stays shut for it."],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "token|key|密钥|令牌 不对|错误|有误|校验失败|无效|不认|不正确",
    source: "people",
    examples: ["我换了三次了，还是说 token 不对，到底要怎么弄才行呢"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "无效|错误|不正确 (的) token|key|密钥|令牌|凭证",
    source: "people",
    examples: ["刚刚又试了一次，页面上还是无效token，真的不知道怎么办才好了"],
  },
];
