import type { Signature } from "./signature.ts";

/** What vendors beside the usual ones, local servers and other gateways say of requests and answers. */
export const wordsOfVendors: readonly Signature[] = [
  {
    code: "empty-content",
    weight: "named",
    phrase: "[no output generated|nooutputgenerated*|no choices returned|no candidates returned]",
    source: "SDK",
    examples: ["AI_NoOutputGeneratedError: No output generated. Check the stream for errors."],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase:
      "[model (<id>) is (currently) (still) loading|loading model|model is warming up|model is starting]",
    source: "several",
    examples: ["Model acme/glm-x9 is currently loading"],
  },
  {
    code: "unsupported-parameter",
    weight: "named",
    phrase: "messages|messages. # … [field required|invalid literal|input should be|invalid type|expected]",
    source: "several",
    examples: [
      '{"error":{"message":"request.messages[3].content[0].type: Invalid literal value, expected text"}}',
    ],
  },
  {
    code: "config-syntax",
    weight: "clear",
    phrase:
      "expected … [property value in json|array element in json|property name in json|property name or]",
    source: "Node",
    examples: ["Expected ',' or '}' after property value in JSON at position 812"],
  },
  {
    code: "config-syntax",
    weight: "clear",
    phrase:
      "[bad control character in string literal|unexpected non-whitespace character after json|unterminated string in json|bad escaped character in json]",
    source: "Node",
    examples: ["Bad control character in string literal in JSON at position 90"],
  },
  {
    code: "invalid-temperature",
    weight: "clear",
    phrase: "{temperature} (参数) (值) 应|应为|应在|应该|需|需要|只接受",
    source: "several",
    examples: ["temperature 应在 0 到 1 之间"],
  },
  {
    code: "tool-call-error",
    weight: "clear",
    phrase: "requires tool parser|parsing",
    source: "vLLM",
    examples: ['Tool choice "auto" requires tool parser'],
  },
  {
    code: "proxy-error",
    weight: "likely",
    phrase: "[http_proxy|https_proxy|all_proxy|no_proxy] & [{trouble}|nothing|ignored|不生效|没生效]",
    source: "several",
    examples: ["HTTPS_PROXY=http://10.0.0.1:99 is set but nothing listens there"],
  },
  {
    code: "network-timeout",
    weight: "likely",
    phrase: "job|run|turn|execution|task|session|heartbeat (execution) timed out",
    source: "OpenClaw",
    examples: ["cron: job execution timed out"],
  },
  {
    code: "network-timeout",
    weight: "clear",
    phrase: "[stalled session|stalled_agent_run|active_work_without_progress|fetch timeout|idle timeout]",
    source: "OpenClaw",
    examples: ["stalled session: sessionKey=agent:main classification=stalled_agent_run"],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "(is) unavailable|disabled for|with|on this|the|that (<name>) model",
    source: "several",
    examples: ["response_format type json_schema is unavailable for this model"],
  },
  {
    code: "region-unsupported",
    weight: "named",
    phrase:
      "country|region|territory|location (<name>) (is|are) restricted|blocked|banned|prohibited|sanctioned",
    source: "several",
    examples: ["request blocked: country CN is restricted by policy"],
  },
  {
    code: "empty-content",
    weight: "named",
    phrase: "completion_tokens|output_tokens 0",
    source: "several",
    examples: ["acme api: finish_reason=stop completion_tokens=0"],
  },
  {
    code: "network-timeout",
    weight: "clear",
    phrase: "apitimeout error",
    source: "SDK",
    examples: ["openai.APITimeoutError"],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "thinking|enable_thinking|thinking.type … not supported|unsupported|allowed",
    source: "several",
    examples: ["thinking.type: adaptive is not supported"],
  },
  {
    code: "image-input-unsupported",
    weight: "clear",
    phrase: "image|图片|图像 exceeds|exceed|过大|太大|超过|超出",
    source: "several",
    examples: ["image exceeds 5 MB maximum for this model"],
  },
  {
    code: "content-filter",
    weight: "clear",
    phrase: "内容|文本|输入|输出 审查|审核|检测 (结果) 未通过|不通过|没通过|不合格",
    source: "several",
    examples: ["内容审查未通过"],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "backend|host|node|cluster (is) (currently) (temporarily) unavailable|down|offline|restarting",
    source: "several",
    examples: ["The backend is temporarily unavailable"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "{proxy} 返回|返回了|回了|returned|returns|gives|answered #",
    source: "people",
    examples: ["Clash 返回 502 Bad Gateway，请求没有到达 api.acme.example"],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "missing (the|a|required) <quote> (request) parameter|field|argument|property",
    source: "Volcengine Ark",
    examples: ["The request failed because it is missing `input.status` parameter."],
  },
  {
    code: "upstream-5xx",
    weight: "named",
    phrase: "gateway time out",
    source: "proxy or CDN",
    examples: ["504 Gateway Time-out nginx"],
  },
];
