import type { Signature } from "./signature.ts";

/** What came back is nothing, half an answer, refused by a filter, or refused for a place. */
export const answers: readonly Signature[] = [
  {
    code: "empty-content",
    weight: "named",
    words: [
      /empty (?:\S{1,20} )?(?:content|responses?|repl(?:y|ies)|messages?|answers?|completions?|outputs?|text|assistant|string|body|choices|payloads?)\b|empty_?(?:content|response|output|completion)|\bno_?response_?content/i,
      /(?:content|response|reply|message|answer|completion|output|text|choices)["'`]{0,2}(?: \S{1,20})? (?:is|was|are|were|came back|comes back|returned|being)(?: \S{1,12})? (?:empty|blank|null)/i,
      /(?:payloads|replies)=0\b|no (?:queued )?reply payloads?|["'`]?content["'`]?\s*[:=]\s*(?:\[\]|null|""|'')|no (?:visible |final |text )?(?:response|reply|output|content|text|answer|message|payload)s?(?: (?:was|were|is|has been))?(?: ever)? (?:received|generated|returned|produced|from the (?:model|llm|provider)|content)/i,
      /(?:return|produc|generat|emit|deliver)(?:s|ed|ing|es)? (?:no|an? empty|zero|nothing|without)(?: \S{1,12})? ?(?:content|text|response|reply|output|message|answer|payload|tokens)?|without (?:producing |returning |any )(?:any )?(?:content|reply|text|output|visible)|did not (?:produce|return|generate|provide) (?:a |any )?(?:assistant )?(?:response|content|reply|text|output|answer|message)/i,
      /(?:返回|回复|回应|响应|内容|输出|回答|消息|结果)(?:的)?(?:内容|结果|消息)?(?:为|是|都是|全是|一直是)?空(?:的|白|值|字符串|内容)?|空(?:内容|响应|回复|回应|返回|输出|结果|回答|消息|白)|(?:没有|不显示)(?:任何)?(?:回复|返回|输出|响应|内容|回应)|无(?:回复|返回内容|输出|响应内容)|(?:什么|啥)(?:也|都)(?:没|不)有?(?:说|回|返回|输出)/,
      /(?:could ?n[o']t|could not|unable to|failed to) (?:generate|produce) (?:a |an |any )?(?:response|reply|answer|output)|only (?:contain|return|produce|has|emit|output)(?:s|ed)? ["'`]?(?:reasoning|thinking)|before (?:producing|generating|returning) (?:any )?(?:content|text|output)|incomplete turn|\(no output\)|(?:no|empty|without) choices\b|choices["']?: ?\[\]|completion_tokens["']?: ?0\b/i,
    ],
    unless:
      /no (?:reply|response|output|answer) (?:before|within|in time|for \d)|model name|cannot be empty|不能为空|密钥|api.?key["'`]? (?:is|was|cannot)|empty config|config (?:file )?(?:is )?empty|配置(?:文件)?为空|reasoning_content (?:is )?(?:missing|must)/i,
  },
  {
    code: "streaming-broken",
    weight: "named",
    words: [
      /\bstream(?:ing|ed)?\b(?!["'`]? ?[:=]| error: ?[45]\d\d| response for plugin)[^."]{0,50}(?:closed|ended|terminated|interrupt|disconnect|abort|broke|incomplete|cut|dropped|stalled|stuck|idle|hang|prematurely|failed|error|not (?:work|support|available|complete)|doesn't work|does not work|without)/i,
      /finish_reason(?!["']?\s*:)[^.]{0,30}(?:missing|was received|null|none|not)|(?:without|before|missing|no) (?:a |any |the )?(?:finish_reason|\[DONE\]|terminal|final chunk|message_stop)/i,
      /premature(?:ly)? (?:close|end)|ERR_STREAM_PREMATURE|incomplete chunked|peer closed connection without|IncompleteRead|(?:response|connection|body) (?:ended|closed) (?:prematurely|unexpectedly|before)|TransferEncodingError|without sending any chunks|error in (?:the )?(?:input|output|response|sse)? ?stream(?! response for plugin)|unexpected eof|(?:https?:\S{1,200} (?:error)?|response|request|fetch|body)\W{0,4}(?:\w{1,12}\W{1,3}){0,2}unexpected end of file|ChunkedEncodingError|InvalidChunkLength|INCOMPLETE_CHUNKED|(?:closed|lost|dropped) (?:while|during) stream|mid-(?:stream|response|generation|reply)|\b\w*error["']?[=:] ?["']?terminated\b/i,
      /error decoding response body|传输中断|(?:输出|回答|回复|响应|内容)[^，。；]{0,8}(?:被截断|截断|只有一半|到一半|不完整|戛然而止)|流式?(?:传输|输出|响应|返回|请求|模式)?[^，。；]{0,14}(?:中断|无法|失败|不工作|断开|断了|异常|提前|结束|报错|没有|无效|截断|超时|不支持|有问题|关[闭掉]就)|other side closed|["'`]terminated["'`]|^\W{0,3}(?:error:? )?(?:typeerror:? )?terminated\W{0,3}$/i,
      /(?:could not|failed to|unable to|error) (?:parse|pars\w+|decode)[^.]{0,40}(?:chunk|sse|event|stream|data:)|invalid (?:sse|chunk|stream)/i,
    ],
    unless: /non-streaming|stream_initialization_failed/i,
  },
  {
    code: "content-filter",
    weight: "named",
    words: [
      /content (?:exists )?risk|inappropriate content|data_?inspection|content[ _-]?(?:blocked|filter|policy|management|moderation|safety|security|violation)|considered high risk|sensitive[_ ]?(?:words?|content|information)|SensitiveContent|_sensitive\b|prompt_blocked/i,
      /安全风险|敏感(?:词|内容|信息|话题)?|违规|不当内容|不合规|安全(?:审核|策略|检测|拦截)|内容安全|审核(?:未|不)?(?:通过|拦截|失败)|违反[^，。；]{0,12}(?:规定|政策|法规|规范|条例)|风控/,
      /\bblock_?reason["']?\s*[=:]\s*["'<]{0,2}(?!none|null)\w|finish_?reason["']?\s*[=:]\s*["']?(?:blocklist|safety|content_filter|sensitive|spii|recitation)|moderation|flagged (?:as|by|for)|(?:safety|usage|acceptable use) (?:polic|system|setting|filter|reason|guideline)|ResponsibleAI|PROHIBITED_CONTENT|violat(?:es|ed|ing|ion)[^.]{0,40}(?:polic|terms|guideline|fee)|blocked (?:by|due to|for)[^.]{0,30}(?:safety|content|polic|filter)|unsafe content/i,
    ],
    alternatives: [],
  },
  {
    code: "region-unsupported",
    weight: "named",
    words: [
      /country,? ?(?:or )?region|unsupported_country|(?:not |un)(?:available|supported|offered|accessible|allowed)[^.]{0,30}(?:in|for|from) (?:your|this|the|current)[^.]{0,20}(?:country|region|location|territory|area|geograph)|(?:country|region|location)s?[^.]{0,30}(?:is |are )?(?:not |un)(?:supported|available|allowed)/i,
      /(?:unavailable|blocked|forbidden) in (?:your |this |the )?(?:current )?(?:region|country|location)|region_(?:blocked|unsupported|restricted|not_supported)|user location is not supported|geo-?(?:block|restrict|location)|(?:country|region|location)[^.]{0,30}(?:blocked|restricted|banned|prohibited)|error (?:code:? )?1009\b|(?:blocked|restricted)[^.]{0,30}(?:country|region)/i,
      /(?:所在|当前|您的|你的|该)?(?:的)?(?:国家|地区|区域|地域)[^，。；]{0,14}(?:不支持|不可用|无法使用|限制|受限|禁止|不提供|未开放|不在)|不支持[^，。；]{0,10}(?:地区|国家|区域|地域)|地区限制|区域限制/,
    ],
  },
];
