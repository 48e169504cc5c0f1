import type { Signature } from "./signature.ts";

// A reference whose provider cannot be right for its model: the real provider in front of it was left out,
// and OpenClaw took its default provider (anthropic, later openai) or the vendor's name for one.
const foreign =
  /(?:\banthropic\/(?!claude)|\bopenai\/(?!gpt|o\d|codex|chatgpt|text-|dall|whisper|davinci|computer|sora|omni)|\bgoogle\/(?!gemini|gemma|imagen|veo|learnlm|palm)|\bopenrouter\/[^\s/"'`]+(?![^\s"'`]*\/))[a-z0-9]?/i;
const refusedReference =
  /(?:unknown model|model not (?:allowed|found)|not allowed|no such model|model_not_found)[^/]{0,30}?/i
    .source;

// A vendor says in the name itself that it will not serve a model for long.
const shortLived = /[\w./:-]{0,80}(?:-preview|-beta|-exp(?:erimental)?\b|:free)/i;

/** Which model, under which name, and who may use it. */
export const models: readonly Signature[] = [
  {
    code: "no-available-channel",
    weight: "named",
    words: [
      /no available channels?|无 ?可用(?:的)?(?:渠道|通道|账号|账户|令牌|上游|服务|节点)|(?:没有|暂无|无|找不到)(?:任何)?(?:可用|有效)的?(?:上游)?(?:渠道|通道|服务商|节点|账号)|分组[^，。；]{0,20}(?:没有|无)(?:可用|任何)?的?模型|没有[^，。；]{0,10}的渠道|可用渠道(?:不存在|失败)|获取[^，。；]{0,60}渠道失败/i,
      /failed to get available channel|get_channel_failed|no_available_(?:key|channel)|数据库一致性已被破坏|该渠道已被禁用/i,
      /no (?:available|healthy|enabled|active|matching|valid) (?:[\w-]{1,20} )?(?:candidate|upstream|channel|provider|deployment|account|backend|route|distributor)s?\b/i,
      /no (?:channel|provider|deployment|candidate|auth|upstream)s? (?:is |are )?(?:available|found|configured|enabled)|no allowed providers are available/i,
    ],
  },
  {
    code: "missing-prefix",
    weight: "named",
    words: [
      /llm provider not provided|without (?:a )?provider(?: prefix)?\b|missing (?:the )?provider prefix|specified without provider|provider\/model (?:format|form|syntax)|(?:use|expected|must be|should be|as|like)[: ]{1,2}["'`<]{0,2}provider>?\/<?model|not in the right form|must (?:include|have|start with) (?:a |the )?provider/i,
      /(?:缺少|没有|忘记|漏了?|需要|加上|补上|带上|使用了?)[^，。；]{0,16}前缀|must be (?:in the form|of the form|formatted as) ["'`<]?provider/i,
      new RegExp(`${refusedReference}${foreign.source}`, "i"),
      new RegExp(
        `model ["'\`]?${foreign.source}[\\w.:/-]{1,80}["'\`]? (?:is )?(?:not allowed|not found|unknown)`,
        "i",
      ),
      /unknown model: ["'`]?(?!\S*\/)[a-z][\w.:-]{2,60}["'`]?/i,
      // OpenRouter's words; its ids always carry the vendor in front.
      /(?<![\w.:/-])(?:openrouter\/)?[a-z\d][\w.:-]{2,60} is not a valid model id/i,
      /unknown model:? ["'`]?(?:moonshotai|z-ai|x-ai|meta-llama|mistralai|deepseek-ai|stepfun|stepfun-ai|nvidia|qwen|thudm|zai-org|bytedance)\/[\w.:-]+/i,
    ],
    unless: /unknown_model|unknown model (?:id|name|error|type)|valid (?:[\w-]{1,20} )?model names?\b/i,
    alternatives: ["model-not-found", "model-not-allowed"],
  },
  {
    code: "stale-model-id",
    weight: "named",
    words: [
      /(?:model|模型|endpoint|["'`][\w./:-]{4,60}["'`])(?:[^.。]|\.(?=\w)){0,80}(?:deprecated|decommissioned|retired|sunset|shut ?down|archived|discontinued|no longer (?:available|supported|served|exists?|offered)|end[- ]of[- ]life|(?:has |have )?been (?:removed|withdrawn|replaced)|taken offline|下[线架]|已弃用|已废弃|停止服务|停用|已被移除|已过时|淘汰)/i,
      /[a-z][\w.]{0,40}-[\w.:-]{1,60}["'`*]{0,4}(?:[^.。，；]|\.(?=\w)){0,16}(?:已?停止服务|已?下[线架]|已?停用|已?弃用|无法使用[^。；]{0,8}(?:更换|替换|换成|改用))|(?:has|have|was|were|been) retired\b|\b410\b[^.]{0,10}gone|title["']?: ?["']gone/i,
      /(?:deprecated|retired|decommissioned|obsolete|outdated|stale|legacy|过时|废弃|弃用|下线)(?:的|了)? ?(?:the )?(?:model|模型)|模型[^，。；]{0,12}(?:弃用|下线|下架)|\w-[\w.]{1,60}["'`]? (?:is|are|was|were|has been|have been)[^.]{0,30} ?(?:deprecated|retired|discontinued)/i,
      /no endpoints found(?: for [\w./:-]+)?(?! that| match| for)/i,
      /(?:removed|dropped|ended|ending)(?: the)? support (?:of|for)[^.]{0,40}\bmodels?\b|use this slug instead|unavailable for free|ClosedEndpoint|model_(?:decommissioned|deprecated|retired|archived)/i,
    ],
    unless: /support (?:tool|image)|parameter|temperature|top_p/i,
    alternatives: ["model-not-found"],
  },
  {
    code: "stale-model-id",
    weight: "named",
    words: [new RegExp(`(?:model|模型|endpoint|engine) ?["'\`]?${shortLived.source}`, "i")],
    and: /not exist|not_found|不存在|no access/i,
    unless: /unknown model/i,
    alternatives: ["model-not-found"],
  },
  {
    code: "model-not-allowed",
    weight: "named",
    words: [
      /model not allowed|model (?:override|ref(?:erence)?|selection)? ?["'`][^"'`]{3,80}["'`] (?:is )?not (?:allowed|permitted)|model["'`: ]{1,3}[\w./:@-]+["'`]{0,2} (?:is )?not allowed|model_not_allowed|not (?:in|on) (?:the |your )?(?:model )?(?:allow ?list|allowed models|white ?list)|rejected by [\w.]{0,60} ?allow ?list|model(?: override)? (?:is )?not (?:allowed|permitted)/i,
      /(?:该)?(?:令牌|密钥|key|token)?(?:无权|没有权限|无权限)(?:访问|使用|调用)(?:(?:该|此|任何)?模型| ?["'`]?[a-z][\w.]{0,30}-[\w.-])|(?:plan|tier|subscription|package)[^.]{0,20}(?:does not|doesn't|not) (?:include|cover|support|allow)[^.]{0,30}\bmodels?\b|has no access to (?:any )?models?|(?:key|team|user|token|project) (?:is )?not allowed to access (?:the )?model|not have permission to (?:access|use) (?:the |this )?model|(?:套餐|计划|分组)[^，。；]{0,6}不(?:支持|包含|允许)[^，。；]{0,8}模型/i,
      /invalid model for (?:team|key|user|project|token)|(?:valid|allowed|permitted) models for (?:this |the |your )?(?:team|key|user|project|token)|permission to (?:make|call|access|use|invoke)(?: \w{1,12}){0,2} models?\b|no (?:team|key|user|project|group) has access to|model_access_denied|(?:may|can) not use (?:the )?model|can only access models?|not (?:permitted|authorized) to (?:use|access) (?:the |this )?model|模型.{0,30}(?:不在|未在)[^，。；]{0,8}(?:允许|白名单|许可)/i,
    ],
  },
  {
    code: "model-not-allowed",
    weight: "likely",
    words: [/\bmodels?\b(?:[^.]|\.(?=\w)){0,80}\bnot (?:allowed|permitted)\b/i],
    unless: /temperature|param|field|tools? (?:is|are)|image|propert|inputs?\b|\brole/i,
    alternatives: ["model-not-found"],
  },
  {
    code: "model-not-found",
    weight: "named",
    words: [
      /model(?:[^.]|\.(?=\w)){0,90}(?:does not|doesn't|do not|did not|not) exist|not found the model|model_not_found|modelnotfound|no such model|unknown_model|model not exist|unavailable or unknown/i,
      /(?:model|模型) ?["'`]?[\w./:@-]{0,80}["'`]? ?(?:is |was |were |could )?(?:not (?:be )?found|不存在|未找到|找不到|没有找到|无法识别|未开通|未激活)/i,
      /(?:invalid|unknown|unsupported|unrecogni[sz]ed|nonexistent)[ _]model|model_not_supported|(?:requested|this|the) model is not (?:supported|available)|is not a valid model|not a (?:valid|supported) model|UnsupportedModel|无效的?模型|不支持(?:的|该|此)模型/i,
      /InvalidEndpointOrModel|ModelNotOpen|(?:not|未) ?activated the model|endpoint[^.]{0,40}does not exist or is invalid|DeploymentNotFound|deployment for this resource does not exist|ModelIDAccessDisabled/i,
      /not_?found_?error[^.[]{0,60}model:|no models? (?:is |are )?loaded|models?\/[\w.-]+ is not found|access to model denied|model access denied|unable to access[^.]{0,20} model|AccessDenied\.Unpurchased|try pulling it first|supported (?:api )?model names are|does not have access to (?:the )?model/i,
      /model ["'`]?[\w./:@-]+["'`]? (?:is )?(?:not|un)[ -]?(?:supported|available|served|recogni[sz]ed)|模型(?:名称|ID|id)?[^，。；]{0,8}(?:错误|不正确|无效|有误)/,
    ],
    unless: /model name (?:is )?(?:not specified|cannot be empty)/i,
    alternatives: ["stale-model-id", "missing-prefix"],
  },
  {
    code: "model-not-found",
    weight: "clear",
    words: [/unknown model|resource_not_found_error|model[^.]{0,30}not[ _](?:found|supported|available)/i],
    unless: /\bsh: (?:\d|line)|command not found/i,
    alternatives: ["missing-prefix", "stale-model-id"],
  },
];
