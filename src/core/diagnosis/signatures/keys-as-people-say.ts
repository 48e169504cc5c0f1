import type { Signature } from "./signature.ts";

/** Keys and accounts, as people put it in chats and forums. */
export const keysAsPeopleSay: readonly Signature[] = [
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "my|the|your|this token|key (is|was) (apparently) garbage|broken|bogus|fake|junk|useless",
    source: "people",
    examples: ["my token is garbage apparently"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "no (api) key (was|is) (given|entered|set|there|found)",
    source: "several",
    examples: ["No key given, add one in settings"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "{model-name}|aisa|openai|anthropic|provider : key missing|absent|empty",
    source: "OpenClaw",
    examples: ["openclaw doctor: aisa: key missing"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "没有|缺|缺少 (<id>) (的) key|密钥",
    source: "people",
    examples: ["auth-profiles.json 里没有 aisa 的 key"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "key & [none found|none set|not there|nothing there]",
    source: "people",
    examples: ["where do i put the key? it says none found"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase:
      "key|token|account (is|are) [no longer active|no longer valid|not active|inactive|no longer works]",
    source: "several",
    examples: ["This key is no longer active"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase:
      "账户|账号|帐号|用户|密钥|令牌|key (已) (经) 被 (管理员|系统|官方|平台) (给) 停用|禁用|封|封禁|冻结|锁定|注销|删除",
    source: "people",
    examples: ["密钥 已经被管理员给删除了"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "bad|wrong|invalid|incorrect|mistyped key",
    source: "people",
    examples: ["aisa says bad key"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "验证|校验|认证|鉴权 (未|没有|没|不) 通过",
    source: "people",
    examples: ["接口返回：令牌验证未通过"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase:
      "token|key|credential (that) you|you're (are) (using|sent|gave|provided|entered) (seems|is|looks) (to) (be) invalid|wrong|bad|incorrect",
    source: "people",
    examples: ["The token you're using seems to be invalid; double check it"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase:
      "[forgot|forget|need|have|had] (to) set|add|enter|configure|provide|put (the|a|my|your) (api) key|token",
    source: "people",
    examples: ["you forgot to set the key"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "set|export|define <id> [or pass it|in the environment|as an environment]",
    source: "several",
    examples: ["set OPENAI_API_KEY or pass it explicitly"],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "[could not|couldn't|cannot|can't|did not|didn't|unable to] find (an|any|a|the|your) {api-key}",
    source: "several",
    examples: ["Could not find an API key for aisa in environment"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "key|密钥|令牌|token|账号 (已经|已) 被 删|封|禁|停|注销|吊销|收回",
    source: "people",
    examples: ["令牌已经被收回"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase: "{api-key} (好像|可能|是|都) (被) 填错|写错|输错|错了|弄错",
    source: "people",
    examples: ["我的密钥好像填错了，登录不上"],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "no auth (is) (profile) configured|set|found|available",
    source: "OpenClaw",
    examples: ["No auth configured for aisa; run openclaw onboard"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase:
      "[haven't|havent|have not|didn't|did not|not] (yet) entered|set|added|configured|given (any|a|the|my) key",
    source: "people",
    examples: ["I haven't entered any key yet"],
  },
  {
    code: "invalid-key",
    weight: "clear",
    phrase:
      "{api-key}|key|token (could) (not) (cannot) [could not|couldn't|cannot|can't|was not|wasn't] (be) authenticated|verified|validated|accepted|recogni*ed",
    source: "several",
    examples: ["Your token could not be authenticated"],
  },
  {
    code: "missing-key",
    weight: "clear",
    phrase: "[without|with no] (a|any|the) (api) key|token|credential",
    source: "people",
    examples: ["The request was sent without a key"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "token|key|密钥|令牌|登录状态 (已|已经) 失效|过期|作废",
    source: "people",
    examples: ["token 已失效"],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "未收到|没收到 authorization|authentication|token|认证|鉴权|密钥",
    source: "Zhipu",
    examples: ['{"error":{"code":"1001","message":"Header中未收到Authorization参数，无法进行身份验证。"}}'],
  },
];
