import type { Signature } from "./signature.ts";

const configWords = /config|openclaw\.json|clawdbot\.json|json5|settings|配置|\.json\b/i;

/** OpenClaw's config file, and the api that it names. */
export const configuration: readonly Signature[] = [
  {
    code: "config-syntax",
    weight: "named",
    words: [
      /JSON5(?:Error|: | parse| syntax)|JSON(?:Decode)?Error|JSON (?:parse|syntax) error|JSON5: invalid|(?:config|openclaw\.json)\b(?:[^.]|\.(?=\w)){0,80}SyntaxError|(?:config|openclaw\.json|json file)[^.]{0,60}(?:is not valid json|invalid json|parse error|syntax error|malformed|could not be parsed|not parse)|(?:fail(?:ed|ure)?|error|unable|cannot|could not)[^.]{0,12} (?:to )?(?:pars(?:e|ing)|read(?:ing)?|load(?:ing)?) [^.]{0,40}(?:config|openclaw\.json)[^.]{0,60}(?:json|syntax|unexpected|token|expected|parse|invalid character)/i,
      /(?:配置|openclaw\.json|json)(?:文件)?[^，。；]{0,16}(?:语法|解析|格式|json)[^，。；]{0,6}(?:错误|失败|有误|不正确|不对|不合法|出错)|(?:语法|格式|解析)(?:错误|失败)[^，。；]{0,12}(?:配置|json)|(?:配置|json)[^，。；]{0,16}(?:(?:多|少|漏|缺)了?一?个?(?:逗号|括号|引号)|(?:括号|引号)(?:没有?|未|不)(?:闭合|配对|匹配))/i,
      /JSON5 parse failed|config (?:file )?(?:parse|syntax)|parse failed: /i,
    ],
    unless: /schema|<!doctype|unexpected token ["'`]?</i,
  },
  {
    code: "config-syntax",
    weight: "clear",
    words: [
      /unexpected (?:token|end of|string|number|character|non-whitespace|eof)|expected (?:property name|double-quoted|["'`],["'`]|["'`][}\]]|comma)|bad control character|trailing comma|invalid character ["'`]|unterminated string|missing (?:a )?(?:comma|brace|quote)/i,
    ],
    and: configWords,
    unless: /token ["'`]?<|<!doctype|tool|chunk|stream|data:|content exists/i,
  },
  {
    // Names of properties are written by hand; an answer of a server does not get them wrong.
    code: "config-syntax",
    weight: "likely",
    words: [/expected (?:property name|double-quoted property name)|trailing commas?\b/i],
    unless: /tool|chunk|stream|data:/i,
  },
  {
    code: "config-schema",
    weight: "named",
    words: [
      /unrecogni[sz]ed keys?|invalid config|config(?:uration)? (?:is )?invalid|config(?:uration)? (?:schema )?(?:validation|verification|check) (?:failed|error)|(?:unknown|legacy|unsupported|deprecated) config keys?|must not have additional properties|must declare baseurl|config (?:schema|validation)|schema validation/i,
      /(?:models|agents|gateway|channels|plugins|tools|auth|meta|env|providers|defaults)(?:\.[\w*-]+)+(?:\.\d{1,12})?: (?:invalid|unrecogni|expected|required|unknown|must|custom|plugin)/i,
      /invalid input: expected|invalid (?:input|option|enum|literal|value)[^.]{0,20}expected|expected (?:string|array|object|number|boolean|one of),? (?:but )?received|zoderror|无效的?配置|配置(?:文件)?[^，。；]{0,8}(?:无效|校验失败|验证失败|不合法|不符合|未知字段)/i,
    ],
    unless: /JSON5|not valid json|unexpected token|image_url|messages\[|duplicate plugin id/i,
  },
  {
    code: "wrong-api-type",
    weight: "named",
    words: [
      /["'`]?(?:input_text|output_text)["'`]?|openai-chat-completions|no api provider registered|\bapi["'`:=]* ?["'`][\w-]{2,40}["'`] (?:is )?(?:not (?:a )?(?:valid|supported)|invalid|unknown)|\.api: invalid|(?:invalid|unknown|unsupported)(?: enum)? (?:option|value)[^/]{0,40}openai-(?:completions|responses)|unhandled api|\bwire_api\b|not supported (?:for|in|by) (?:the )?(?:format|protocol|api format)|invalid[_ ]api[_ ]type|(?:unknown|unsupported|invalid) api(?: type| protocol| adapter| format)?[:= ]|unsupported legacy protocol/i,
      /not (?:supported|available)[^.]{0,30}(?:v1\/chat\/completions|v1\/responses|v1\/messages|responses api|chat completions|completions endpoint)|only supported in v1\/|(?:does not|doesn't|not|should not|不) ?(?:support|use|支持)[^.，。]{0,20}(?:\/?responses["'`]? ?(?:api|endpoint|协议|接口|格式)|\/responses|\/messages|chat completions)|use (?:the )?\/?v1\/(?:responses|chat\/completions|completions|messages)|not a chat model|only supports? (?:the )?(?:chat completions?|responses|messages)\b(?! with)/i,
      /(?:openai-responses|anthropic-messages)\b[^.]{0,60}(?:404|not (?:found|supported)|instead|错|改)|(?:访问|请求|调用|走)(?:了)? ?\/?responses? ?(?:api|接口|端点)[^，。；]{0,12}(?:错|失败|404)|supported values are:? \[?["'`]message|missing required parameter: ["'`]?(?:messages|input)\b|(?:field|参数) ["'`]?(?:messages|input)["'`]? is required|convert_request_failed/i,
      /"?api"?[^.]{0,20}(?:应为|需要|应该|改成|改为|设置为|必须是|must be|should be|set to|expected)[^.]{0,20}(?:openai-completions|anthropic-messages|openai-responses)/i,
    ],
    unless: /local proxy failed|rawError=|unrecogni[sz]ed key/i,
  },
  {
    // Clients append the address to every error: only where nothing else is said is it the address's fault.
    code: "wrong-api-type",
    weight: "likely",
    words: [
      /(?:\/responses|\/v1\/messages)\b(?:[^.]|\.(?=\w)){0,60}(?:404|not found|not supported|unsupported endpoint|不支持|不存在)|(?:404|not found|invalid url|unknown [\w ]{0,20}action)(?:[^.]|\.(?=\w)){0,60}(?:\/responses\b|v1\/messages\b)/i,
    ],
    unless: /local proxy failed|rawError=|unrecogni[sz]ed key/i,
    alternatives: ["wrong-base-url", "model-not-found"],
  },
];
