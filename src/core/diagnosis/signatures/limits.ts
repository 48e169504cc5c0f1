import type { Signature } from "./signature.ts";

/** Too many requests, too much text, too long an answer. */
export const limits: readonly Signature[] = [
  {
    code: "rate-limited",
    weight: "named",
    variant: "daily",
    words: [
      /(?:daily|per[- ]day)[^.]{0,30}(?:limit|cap|maximum)[^.]{0,30}(?:reached|exceeded|hit)?|requests? per day|(?:每日|每天|当日|今日|日)(?:的)?(?:请求|调用|访问)[^，。；]{0,10}(?:限制|上限|超|用完)/i,
    ],
    unless: /quota|token|balance|credit|spend|额度|余额|per minute/i,
  },
  {
    code: "rate-limited",
    weight: "named",
    words: [
      /(?:rate|request|requests|concurrency|token|qps|rpm|tpm|tpd|rpd)[ _-]?limit(?:s|ed|ing)?[ _-]?(?:has been |is |was |have been )?(?:reached|exceed(?:ed|s)?|hit|error|triggered|for)/i,
      /(?:exceed(?:ed|s|ing)?|reach(?:ed)?|hit|over)\b[^.]{0,60}\b(?:rate ?limits?|requests? limits?|concurren(?:t|cy)|TPM|RPM|TPD|RPD|QPS|requests? per (?:minute|day|second|hour))/i,
      /exceeded your (?:current )?requests?\b|too many (?:concurrent )?requests|(?:RPM|TPM|RPD|TPD|QPS)[ _]?Exceeded|rate_limit(?!_check)(?:_reached|_exceeded)?(?:_error)?|RateLimit(?:Error|Exceeded)|upstream_rate_limit|limit_requests|Throttling|serveroverloaded/i,
      /(?:请求|调用|访问)(?:数|次数|量|频率|速率)?[^，。；]{0,10}(?:限制|过于频繁|太频繁|太快|太多|过多|过快|超限|上限|过大)|频率限制|速率限制|触发(?:了)?限流|限流|(?<!不)限速|并发(?:数|量|请求)?[^，。；]{0,8}(?:超|过高|过多|限制|上限)/,
      /负载已饱和|load is saturated|engine is (?:currently )?overloaded|organization concurrency|token_concurrency_limit|requests? too (?:quickly|fast|often|frequently)|accounts? (?:is |are )?(?:currently |temporarily )?(?:rate[- ]?)?limited/i,
      /(?:maximum|最多请求) ?\d{1,12} ?(?:requests in|次)|\d{1,12} requests (?:in|per) \d* ?minutes?/i,
    ],
    unless: /key limit exceeded/i,
    alternatives: ["insufficient-quota"],
  },
  {
    code: "rate-limited",
    weight: "likely",
    words: [
      /(?:try again|retry) (?:in|after) [\d.]+ ?(?:s|ms|seconds?|minutes?)\b|requests? per (?:minute|day|second)|\b(?:TPM|RPM|TPD|RPD|QPS)\b|resource[ _]exhausted|\bslow[ _]?down\b(?=.{0,40}(?:429|request))|throttl|cooldown|rate[ -]?limit/i,
    ],
  },
  { code: "rate-limited", weight: "likely", status: [429], words: [/overload|busy|繁忙|capacity|稍后/i] },
  {
    code: "max-tokens-too-large",
    weight: "named",
    words: [
      /range of [`'"]?max[_ -]?(?:completion|output)?_?tokens[`'"]? should be/i,
      /max[_ -]?(?:completion|output|new)?_?tokens ?[>≥]|max[_ -]?(?:completion|output|new)?_?tokens["'`)]{0,2}(?: (?:or|\/) ["'`]?max_\w+["'`]?)?[^.]{0,60}(?:too (?:large|big|high)|above|must be (?:less|at most|in|between|<)|exceeds?|cannot exceed|valid range|should be (?:less|in|at most|between|<)|expected a value|larger than|greater than|超过|超出|不能大于|必须小于|范围|不合法|过大)/i,
      /(?:invalid|illegal|unsupported|wrong|bad)[^.]{0,30}max[_ -]?(?:completion|output|new)?_?tokens[^.]{0,20}(?:value|range|limit)|max_tokens_exceeded|valid range of max_tokens/i,
      /supports? at most \d{1,12} (?:completion|output) tokens|maximum allowed number of output tokens|max(?:imum)?[ _]output[ _]tokens? (?:is|limit|must|should)/i,
      /max[_ -]?(?:completion|output)?_?tokens[^.]{0,80}\[1, ?\d{1,12}\]|(?:最大|max)(?:输出|生成)? ?(?:tokens?|令牌)[^，。；]{0,12}(?:超|过大|范围|不能大于)/i,
    ],
    unless:
      /input length and .{0,3}max_tokens.{0,3} exceed|use ["'`]?max_completion_tokens|unsupported parameter/i,
  },
  {
    code: "context-length-exceeded",
    weight: "named",
    words: [
      /maximum (?:context|prompt|input|sequence) length|context[ _-]?(?:length|window|limit|size)[ _]?(?:has been |is |was |of \S{1,30} )?(?:exceed|overflow|too|reached|limit)|context_length_exceeded|context[ -]overflow|上下文溢出/i,
      /(?:exceed(?:s|ed|ing)?|over|larger than|longer than|beyond|greater than|too (?:long|large) for)\b[^.]{0,80}(?:context(?: length| window| size| limit)?|model token limit|(?:input|prompt|maximum|max) (?:message )?(?:tokens?|length)|token limit|limit of \d{1,12} tokens|max_model_len|maximum (?:number of )?tokens)/i,
      /range of input length should be|input (?:token )?(?:length )?(?:\([^)]{1,20}\) )?(?:is )?too (?:long|large)|prompt (?:is )?too (?:long|large)|message size \d{1,12} exceeds|too many (?:input |prompt )?tokens|input length and .{0,3}max_tokens/i,
      /reduce (?:the )?(?:length|size) of (?:the |your )?(?:messages|prompt|input)|tokens? in the messages|(?:prompt|input) (?:contains|has) (?:at least )?\d{1,12} (?:input )?tokens|max_prompt_tokens|string too long|input_too_long/i,
      /(?:上下文|输入|提示词|对话|请求|消息)(?:长度|窗口|内容|文本|token ?数?|tokens?)?[^，。；]{0,12}(?:过长|超长|太长|超出|超过|超限|溢出)|超(?:过|出)[^，。；]{0,16}(?:上下文|最大长度|token ?(?:数|限制|上限)|输入长度)/i,
      /request (?:entity |body )?(?:is )?too large|payload too large|BadRequest\.TooLarge|entity too large/i,
    ],
  },
  {
    code: "context-length-exceeded",
    weight: "likely",
    words: [
      /context (?:length|window|size)|token limit|tokens? exceed|maximum (?:input )?tokens|compaction failed/i,
    ],
    and: /exceed|over|too |limit|long|large|larger|small|maximum|max_|fail|error|reduce|full|超|错|满/i,
    unless: /max[_ -]?(?:completion|output)?_?tokens|rate.?limit|per minute|\bTPM\b/i,
  },
];
