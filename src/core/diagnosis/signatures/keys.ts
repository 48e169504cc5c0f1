import type { Signature } from "./signature.ts";

const hedged =
  /may have expired|might have expired|expired or (?:is )?(?:invalid|incorrect|not)|可能已过期|过期或|certificate|证书|cert has expired/i;

/** No key, a wrong one, one that no longer counts. */
export const keys: readonly Signature[] = [
  {
    code: "missing-key",
    weight: "named",
    words: [
      /no api[ _-]?key (?:was )?(?:found|provided|configured|set|available|supplied|specified|for)/i,
      /missing[ _](?:required )?(?:\S{0,30} )?api[ _-]?key|missing_api_key|api[ _-]?key (?:is )?missing(?! or)/i,
      /api[ _-]?keys?["'`)]{0,2} (?:is |are |was |has |be )?(?:not (?:been )?(?:set|provided|found|configured|detected|defined|given|present)|required|empty|undefined|unset|must be (?:set|provided))/i,
      /(?:did ?n[o']t|did not|do not|don't|haven't|must|need to|please) (?:provide|set|supply|enter|configure|specify|pass) (?:(?!valid|correct|working)\S+ ){0,3}api[ _-]?key/i,
      /please (?:carry|include|supply|send|add) (?:the |your |a |an )?(?:api|secret|auth)[^.]{0,20}(?:key|token)/i,
      /token not provided|未提供令牌|未提供(?:有效的?)? ?(?:api|密钥|鉴权|认证|token)/i,
      /(?:缺少|缺失|没有|未(?:设置|配置|填写|找到|检测到|输入|提供)|请先?(?:在[^，。；]{1,12}(?:里|中|内))?(?:设置|配置|填写|提供|输入)|找不到|尚未配置).{0,16}(?:api ?-?_?key|密钥|秘钥|令牌|_API_KEY)/i,
      /(?:api ?-?_?key|密钥|秘钥|_API_KEY).{0,6}(?:未(?:设置|配置|填写|找到|检测到|提供)|为空|不能为空|缺失|没有(?:设置|配置))/i,
      /api_key client option must be set|_API_KEY\b.{0,40}(?:is )?(?:not set|missing|unset|undefined|empty|not defined|required)/i,
      /(?:set|export|missing|environment variable|env var)[^.]{0,30}\b[A-Z_]{2,30}_(?:API_KEY|TOKEN)\b(?!=).{0,30}(?:environment variable|is missing|not set)?/,
      /(?:missing|no|without|empty) (?:the )?(?:jwt\b|x-api-key|bearer|authorization|authentication|auth)[ -]?(?:token|key|header|credentials?|authentication)|\bmissing (?:jwt|bearer)\b|unregistered callers/i,
      /(?:authorization|x-api-key|auth(?:entication)?)["'`]? header (?:is |was )?(?:missing|required|not (?:found|provided|present|set)|empty)/i,
      /(?:could ?n[o'’]t|could not|cannot|can't|unable to|not) (?:find|load|locate|resolve) (?:a |an |the |any |your )?(?:secret|api[ _-]?key|credentials?)\b|could not resolve authentication method|no (?:cookie )?auth credentials found|no credentials (?:found|available|configured)/i,
      /header.{0,20}(?:authorization|x-api-key).{0,20}(?:required|缺失|为空)|authorization 为空/i,
    ],
    unless:
      /(?:missing|empty) or (?:invalid|incorrect)|(?:invalid|incorrect) or (?:missing|empty)|缺少或无效|(?:错误|不正确|无效)或(?:为空|缺失)/i,
  },
  {
    code: "key-expired-or-disabled",
    weight: "named",
    words: [
      /(?:token|api[ _-]?key|\bkey|credentials?|session|login|access|oauth)["'`)]{0,2}(?: \S{1,40})? (?:has|have|is|was|been|had)(?: been)? (?:expired|revoked|disabled|deactivated|suspended|banned|deleted|blocked|terminated)/i,
      /(?:invalidated|deactivated|suspended|disabled|banned|restricted) (?:oauth |access )?(?:token|account|user|key|organi[sz]ation)\b|(?:expired|revoked|disabled|deactivated|deleted)[ _](?:api[ _-]?key|access[ _]token|token|credentials?)|token[ _-]?expired|revoked_api_key|key_(?:disabled|expired|revoked)/i,
      /(?:令牌|密钥|秘钥|token|api ?key|凭证|登录|授权)[^，。；组]{0,10}(?:已过期|已经过期|过期了|已失效|失效了|已被?(?:管理员|系统|平台|官方)?(?:禁用|停用|删除|撤销|吊销|封禁))/i,
      /令牌状态不可用|token status is unavailable|TokenStatus(?:Expired|Disabled)/i,
      /(?:account|user|organization|organisation|workspace|project)(?: \S{1,60})? (?:has been|is|was)(?: \S{1,20})? (?:deactivated|suspended|banned|disabled|frozen|terminated|blocked|restricted|locked)/i,
      /(?:key|token|credential)s?[^.]{0,20}(?:was |been |is )?(?:reported as )?(?:leaked|compromised|exposed)|consumer[^.]{0,40}suspended/i,
      /account_deactivated|(?:用户|账号|账户|帐号|帐户)(?:已经?)?(?:被)?(?:封禁|禁用|停用|冻结|注销)|user_banned|(?:用户|账号|账户|帐号|帐户|令牌|密钥)(?:状态)?(?:异常|已?被?锁定|已?被限制)|token_(?:revoked|invalidated)/,
      /invalid_grant|refresh[ _]token.{0,40}(?:expired|reused|invalid|failed|revoked|already been used)|failed to refresh.{0,20}token|token refresh failed/i,
      /(?:api[ _-]?key|key|jwt|token|credentials?) expired|expired (?:jwt|token)/i,
    ],
    unless: hedged,
  },
  {
    code: "invalid-key",
    weight: "named",
    words: [
      /(?:invalid|incorrect|wrong|bad|malformed|unknown|unrecogni[sz]ed|illegal)[ _-](?:\S{1,20} )?(?:api|access|secret|auth(?:entication|orization)?|bearer|virtual|proxy|x-api)[ _-]?(?:server )?(?:key|token|credentials?)(?! (?:limit|count))/i,
      /(?:invalid|incorrect|wrong|bad)[ _-]?(?:api-?key|x-api-key|(?:\w{1,20} )?credentials?|authentication|authorization|bearer)|invalid\w{0,20}apikey|invalid_authentication|authentication_error|incorrect_api_key/i,
      /(?:api[ _-]?key|access token|secret key|credentials?|bearer token)["'`)]{0,2}(?: \S{1,50}){0,3}?(?: (?:in|for|from) \S{1,30}(?: \S{1,20})?)? (?:is|are|was|were|looks|seems|appears(?: to be)?)(?: missing or)?(?: not| in)? ?(?:valid|invalid|incorrect|wrong|recogni[sz]ed|rejected|malformed|unauthori[sz]ed)/i,
      /(?:pass|use|provide|enter) a valid (?:\w{1,20} )?api[ _-]?key|(?:virtual|api) key expected|expected to start with ["'`]?sk-|api key not valid|key.{0,30}(?:not found|does(?:n't| not) exist) in|token_not_found|could not validate credentials|\bkey (?:does ?n[o']t|does not) match\b|user not found/i,
      /无效的?(?:令牌|密钥|秘钥|api ?key|token|凭证)|(?:令牌|密钥|秘钥|api ?-?_?key|token|凭证|鉴权信息).{0,8}(?:无效|错误|不正确|不对|有误|不合法|不存在|非法|校验失败|验证失败)/i,
      /(?:身份|鉴权|认证|权限)(?:验证|认证|校验|信息)?.{0,6}(?:失败|有问题|错误|不通过|无效|未通过|异常)/,
      /普通用户不支持指定渠道|无效的渠道 ?id/i,
      /security token included in the request is invalid|invalid signature|签名错误/i,
    ],
    unless: /令牌验证失败|certificate|证书/,
  },
  {
    code: "invalid-key",
    weight: "clear",
    words: [
      /invalid token(?! (?:limit|count|in json|at))|authentication ?error|authenticationerror|authentication fail(?:s|ed|ure)|auth(?:entication)? error/i,
      /invalid auth|login fail|access denied due to invalid|not authenticated|unauthenticated/i,
    ],
    unless: /permission|unexpected token|proxy auth|令牌验证失败|discord[^.]{0,30}invalid token/i,
    alternatives: ["key-expired-or-disabled", "missing-key"],
  },
  {
    code: "invalid-key",
    weight: "likely",
    words: [/unauthori[sz]ed|未授权|未经授权|no connected db/i],
    unless: /permission|scope/i,
    alternatives: ["missing-key", "key-expired-or-disabled"],
  },
  {
    code: "other",
    weight: "named",
    variant: "permission",
    words: [
      /insufficient (?:permissions?|scopes?|privileges?)[^.]{0,60}\. ?missing scopes?|missing scopes?\b|insufficient_scope|missing (?:the )?(?:required )?(?:scope|permission)/i,
    ],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    variant: "permission",
    words: [/["']?code["']?\s*[:=]\s*["']?insufficient_permissions/i],
  },
  {
    code: "other",
    weight: "named",
    variant: "ip-allowlist",
    words: [
      /只能在指定网段使用|不在令牌允许访问的列表|无法解析客户端 ?ip|ip (?:address )?(?:\S{3,45} )?(?:is )?not (?:in (?:the|your) (?:allow ?list|white ?list|list)|allowed|whitelisted|allowlisted)/i,
      /ip (?:地址)?.{0,20}(?:不在|未在|未加入).{0,8}白名单|ip_not_(?:allowed|authorized)|not authorized to access.{0,20}from (?:this|your) ip/i,
    ],
  },
  {
    code: "other",
    weight: "named",
    variant: "group",
    words: [
      /令牌分组.{1,40}已被禁用|无权访问.{1,40}分组|分组.{1,40}已被弃用|no permission to access (?:the )?group/i,
    ],
  },
  {
    code: "other",
    weight: "named",
    variant: "policy",
    words: [/no endpoints found matching|(?:your|guardrail[^.]{0,20}) data policy/i],
  },
  {
    code: "other",
    weight: "named",
    variant: "gateway-token",
    words: [/gateway token|device (?:identity|token)|pairing required|gateway (?:password|auth)/i],
  },
  {
    // What stands in front of a provider refuses the address or the client, not the key.
    code: "other",
    weight: "named",
    variant: "blocked",
    words: [
      /your request (?:was|is|has been) blocked|\brequest not allowed\b|you have been blocked|请求(?:已)?被(?:拦截|阻止|屏蔽)/i,
    ],
    unless: /<html|<!doctype|policy|content|country|region/i,
    alternatives: ["region-unsupported", "wrong-base-url"],
  },
  {
    code: "other",
    weight: "named",
    variant: "client",
    words: [
      /can only be used (?:from )?(?:within|inside|with) |only be used from within/i,
      /only available for coding agents|access_terminated_error|only (?:authorized|allowed|available) for use with|unauthorized client\b|client (?:is )?not allowed|不支持(?:该|当前)客户端|third-party (?:apps|clients|harness)/i,
    ],
  },
];
