import type { Signature } from "./signature.ts";

const developerSentence =
  /developer["'`]?(?: is)? not (?:one of|supported|allowed|recogni[sz]ed|valid)|(?:role|variant|value)s?["'`]?[:=]?[^.]{0,40}["'`]?developer\b|developer[^.]{0,30}\brole|developer 角色|developer["'`]? ?不(?:支持|被|是)|不支持[^，。；]{0,8}developer/i;

/** What the request says and the model does not take. */
export const requests: readonly Signature[] = [
  {
    code: "invalid-temperature",
    weight: "named",
    words: [
      /(?:invalid|unsupported|illegal|wrong|bad|incorrect)[^.]{0,40}temperature|temperature["'`)]{0,2}[^.]{0,60}(?:only|not support|unsupported|must be|should be|invalid|out of range|does not|is not|allowed|range|deprecated|cannot)/i,
      /only [\d.]+ is allowed for this model|(?:温度|temperature)[^，。；]{0,20}(?:无效|只能|仅|必须|不支持|范围|超出|错误|不合法|非法|固定)|无效的?温度|不支持[^，。；]{0,8}(?:temperature|温度)|(?:只支持|仅支持|固定|必须)[^，。；]{0,8}(?:temperature|温度)|support[^.]{0,10}temperature ?= ?[\d.]+|only temperature/i,
    ],
    unless: /temperature and top_p/i,
  },
  {
    code: "developer-role-unsupported",
    weight: "named",
    words: [
      developerSentence,
      /角色信息不正确|ROLE_UNSPECIFIED|invalid msg role|unsupported (?:message )?role|invalid (?:message )?role|unexpected (?:message )?role|unknown role/i,
      /role["'`]? (?:must|should|can only|needs to) be (?:in|one of|either|["'`[]|user|system)|(?:input|value) should be ["'`]system["'`]|messages?(?:\[\d{1,12}\]|\.\d{1,12})?\.role["'`]?[^.]{0,80}(?:not valid|invalid|unsupported|not supported|does not support|should be|must be|expected)|(?:invalid|expected|unsupported|unexpected)[^.]{0,120}["`'\w]{0,12}\.?messages?(?:\[\d{1,12}\]|\.\d{1,12})?\.role/i,
      /system (?:role|messages?|prompts?) (?:is |are )?not (?:supported|allowed|permitted|accepted)|only (?:the )?(?:system,? )?user,? (?:and )?assistant(?: and tool)? roles? (?:are|is) supported/i,
    ],
    unless: /after role|developer (?:account|console|platform|portal|mode|program)\b|roles? must alternate/i,
  },
  {
    code: "reasoning-content-error",
    weight: "named",
    words: [
      /reasoning[_ ]content[^.]{0,100}(?:missing|must|required|passed back|not (?:allowed|supported|permitted|found)|缺失|必须|invalid|empty|unexpected|should)|(?:missing|must|required|without|缺少|没有?返回|invalid|unexpected|remove|未回传|回传)[^.]{0,60}reasoning[_ ]content/i,
      /(?:thinking|reasoning)[^.]{0,60}must be passed back|thinking is enabled but|thought_?signature|expected [`'"]?thinking|redacted_thinking|thinking["'`]? blocks? (?:in|cannot|must|should)|signature[^.]{0,30}thinking|invalid signature in thinking|must (?:be|start with)[^.]{0,40}thinking block/i,
      /reasoning (?:item|block)s?[^.]{0,80}(?:without|missing|required|not found)|encrypted[_ ]content[^.]{0,60}(?:invalid|could not|verified)|reasoning[_ ](?:content|text)["'`*]{0,4} (?:is|was) (?:not included|omitted|dropped|stripped|lost)|type ["'`]reasoning["'`] was provided without/i,
    ],
    unless: /content is empty|empty content|extra inputs/i,
  },
  {
    code: "image-input-unsupported",
    weight: "named",
    words: [
      /(?:not|n't|un)[ -]?(?:be )?support(?:ed|s|ing)?[^.]{0,40}(?:image|vision|multi-?modal|picture)|(?:image|vision|multi-?modal)s?(?: input| content| url| inputs?)?[^.]{0,40}(?:not|un|n't) ?(?:be )?(?:support|allow|accept|permitt|enabled|available)/i,
      /unknown variant ["'`]?image|support image input|unsupported image|not a multimodal model|invalid (?:content )?type[^.]{0,20}image|content\.type[^.]{0,30}['"[]{1,3}text['"]|image_url[^.]{0,60}(?:expected|invalid|not|only|不支持)|text-?only model/i,
      /(?:不支持|无法(?:处理|识别|读取|理解)|(?:不能|没法|不会)(?:处理|识别|传|看|发|读))[^，。；]{0,12}(?:图片|图像|图|视觉|多模态|image)|无法识图|看不了图|(?:图片|图像|视觉|多模态|image)[^，。；]{0,12}(?:不支持|不被支持|无法识别)/i,
      /could not process (?:the )?image|at most 0 image/i,
    ],
  },
  {
    code: "tool-call-error",
    weight: "named",
    words: [
      /support tool use|(?:not|n't|un) ?support(?:ed|s|ing)?[^.]{0,30}(?:tool|function)[ _-]?(?:s\b|use|call|calling)|(?:tools?|function[ _-]?call(?:s|ing)?)(?: use| calling| calls?)? (?:is |are )?(?:not supported|unsupported)/i,
      /no tool (?:call|output|result) found|tool_calls?["'`]{0,2}[^.]{0,60}(?:must be followed|did not have response|without|missing|not found|invalid|insufficient)|tool_call_id|tool_use[^.]{0,60}(?:without|ids?|must|unexpected)|tool_result[^.]{0,60}(?:without|must|corresponding|unexpected)/i,
      /messages with role ["'`]tool|after role ["'`]?tool|\btools(?:\[\d{1,12}\]|\.\d{1,12})|insufficient tool messages|(?:function|tool)s? names?[^.]{0,60}(?:duplicat|unique|invalid|must)|duplicat[^.]{0,20}(?:function|tool) name|invalid[^.]{0,30}(?:tool|function)[^.]{0,20}(?:name|arguments?|schema|parameters?|call)/i,
      /invalid schema for function|tool-call-parser|(?:malformed|failed to parse|invalid|unparsable|broken|corrupt)[^.]{0,20}(?:tool|function)[ _-]?(?:call|use|arguments?|input)|(?:unknown|unregistered|unexpected) tool\b|tool ["'`]?[\w.-]{2,60}["'`]? (?:not found|is not (?:available|registered|defined))/i,
      /(?:工具|函数)(?:调用|名称|参数)?[^，。；]{0,12}(?:失败|错误|异常|不支持|无效|重复|不匹配|解析)|不支持[^，。；]{0,8}(?:工具调用|函数调用|function call)/i,
      /max(?:imum)? (?:of )?\d{1,12} tools|too many tools|\btool_use\.|tool calls? (?:as|in) (?:plain |raw )?text|工具调用[^，。；]{0,8}文本|validation failed for tool|tool ? not found|tool not available|no such tool|tool call[^.]{0,20}(?:failed|malformed|invalid)|(?:unknown|missing) tool_?call/i,
      /tools?(?:\[\d{1,12}\]|\.\d{1,12})\.(?:function|custom|input_schema)|function response turn|MALFORMED_FUNCTION_CALL|tool names?\b[^.]{0,30}(?:not allowed|invalid|must)|does not support tools/i,
      /tool_calls?\[\d{1,12}\]\.|function\.arguments|function_call_output|call_id [\w-]*(?:not found)?/i,
    ],
    unless: /rejected the request schema or tool payload\.?$|reasoning_content|thinking mode/i,
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    words: [
      /no endpoints found that support|unsupported (?:\w{1,20} )?(?:parameter|param|value|argument|field|option)|handle the requested parameters|(?:unrecogni[sz]ed|unknown|unexpected|extra|invalid|illegal) (?:request )?(?:argument|parameter|field|name|keyword argument|property|input)s?\b|UnsupportedParams|unsupported_parameter|unknown_parameter/i,
      /extra inputs are not permitted|extra fields not permitted|additional properties are not allowed|does not support (?:the )?(?:parameter|param|field|option)s?|(?:parameter|field|option)s? [`'"]?[\w.]+[`'"]? (?:is |are )?(?:not supported|unsupported|not allowed|not permitted|not recognized)/i,
      /propert(?:y|ies) ["'`]?[\w.[\]]+["'`]? (?:is |are )?(?:unsupported|not supported|not allowed|unknown|unexpected)|cannot find field|must contain the word|invalid (?:scalar type|params?\b)|(?:unsupported|invalid) value ["'`]?\w+["'`]? (?:is )?not supported|only supports? stream/i,
      /enable_thinking|reasoning_effort|thinking_budget|stream_options|response_format|parallel_tool_calls|max_completion_tokens|tool_choice|service_tier|prompt_cache|"?strict"?[^.]{0,20}not supported|top_p|top_k|frequency_penalty|presence_penalty|logprobs|\bstore\b[^.]{0,20}(?:not|unknown)/i,
      /(?:参数|字段|parameter)[^，。；]{0,16}(?:不支持|不被支持|无效|错误|有误|非法|不合法|不允许|异常)|(?:不支持|无效|未知|非法)的?[^，。；]{0,6}(?:参数|字段)/,
    ],
    unless: /provider rejected the request schema or tool payload\.?$/i,
  },
  {
    code: "unsupported-parameter",
    weight: "symptom",
    words: [
      /InvalidParameter|invalid_parameter|MissingParameter|missing_parameter|missing required parameter|parameters?(?: ["'`]?[\w.]+["'`]?)? specified in the request (?:is|are) not valid|too short - ["'`]\w+|unprocessable|json_parse_error|failed to (?:deserialize|parse (?:the )?request body)|bad_request_body|invalid_parameter_type/i,
      /(?:无效的请求|未指定模型名称|model name (?:is )?(?:not specified|cannot be empty)|invalid request[,:]|UnmarshalBodyReusable)/i,
    ],
  },
];
