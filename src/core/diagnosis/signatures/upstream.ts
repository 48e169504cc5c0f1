import type { Signature } from "./signature.ts";

/** The gateway or what stands behind it fails. */
export const upstream: readonly Signature[] = [
  {
    code: "upstream-5xx",
    weight: "clear",
    words: [
      /internal server error|bad gateway|gateway time-?out(?! after \d)|service (?:is )?(?:temporarily |currently )?(?:unavailable|overloaded)|upstream (?:request failed|error|connect error|request timeout|unavailable|server|service|timeout)|upstream_(?:unavailable|timeout)|gateway_error|no healthy upstream|error code:? 5[0-9]{2}\b|backend error|(?:service|server|model|engine|api|system|gateway|provider)\b[^.]{0,30}(?:for|under|in) maintenance|(?:服务|系统|模型|平台)(?:正在|正|目前|暂时|处于)[^，。；]{0,4}维护/i,
      /the server had an error|server_error|internal_server_error|internal error|InternalServerError|overloaded_error|(?:model|server|service|system|ai service)[^.]{0,20} (?:is |are )?(?:currently |temporarily )?(?:overloaded|busy|unavailable|down)|insufficient_system_resource|error (?:occurred )?while processing your request|EngineCore (?:encountered|died|failed)|EngineDeadError|server is busy|try again later or contact/i,
      /(?:服务器?|系统|上游|后端|服务端|模型服务|引擎)[^，。；]{0,12}(?:内部错误|繁忙|不可用|异常|错误|(?<!调用)失败|过载|超时|故障|崩|挂了|宕机)|上游[^，。；]{0,12}失败|请求上游地址失败|数据库错误|令牌验证失败|database error|rate_limit_check_failed|(?:get|decrease)_user_quota_failed|count_token_failed|(?:query|update)_data_error|model_price_error|(?:ratio or price|倍率或价格)[^，。；]{0,6}(?:not set|未配置)/i,
      /bad_response_status_code|bad response status code|do[_ ]request[_ ]failed|read_response_body_failed|json_marshal_failed|gen_relay_info_failed|bad_response|empty_response|channel:(?!no_available_key)\w+|response_time_exceeded|aws_invoke_error|connect error or disconnect\/reset before headers|A timeout occurred/i,
      /<(?:title|h1)>\s*5\d\d|52[0-7]: |web server is down|host error/i,
    ],
    unless:
      /InternalError\.Algo\.(?:InvalidParameter|DataInspection)|provider internal error|litellm\.InternalServerError|param["']?: ?["']4\d\d["']|rawError["':= ]{1,4}4\d\d/i,
  },
  {
    code: "upstream-5xx",
    weight: "symptom",
    words: [
      /overloaded|InternalError|(?<!resource temporarily )unavailable|server error|过载|稍后(?:再试|重试)|litellm\.InternalServerError|try again later/i,
    ],
  },
];
