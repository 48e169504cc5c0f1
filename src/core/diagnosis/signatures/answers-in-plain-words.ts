import type { Signature } from "./signature.ts";

/** Bad answers, in plain sentences without one fixed source. */
export const answersInPlainWords: readonly Signature[] = [
  {
    code: "empty-content",
    weight: "clear",
    phrase: "{reply} has|have|had|with|contain* (a) no|empty|zero (content|text|output|choice)",
    source: "several",
    examples: ["response has no content"],
  },
  {
    code: "empty-content",
    weight: "clear",
    phrase: "without (any) (producing|returning|visible) (any) {reply} (produced|returned|received)",
    source: "several",
    examples: ["The run ended without producing any content. That is all we know of it now."],
  },
  {
    code: "empty-content",
    weight: "clear",
    phrase: "[only returned|only returns|only produced] reasoning|thinking",
    source: "several",
    examples: ["It only returned thinking. There was nothing at all for you to be read here."],
  },
  {
    code: "empty-content",
    weight: "clear",
    phrase: "choices : [ ]",
    source: "OpenAI",
    examples: ['{"id":"x","choices":[],"usage":{}} was all'],
  },
  {
    code: "empty-content",
    weight: "clear",
    phrase: "returns|returned|return*|sends|gave|gives (me) nothing|blank|empty (at) (all)",
    source: "people",
    examples: ["acme api: return empty"],
  },
  {
    code: "empty-content",
    weight: "symptom",
    phrase: "没有|没|不 (任何) 回应|反应|回答|回复|显示回应|说话",
    source: "people",
    examples: ["机器人一直没有任何反应"],
  },
  {
    code: "streaming-broken",
    weight: "clear",
    phrase:
      "answer|reply|response|output|it|text (just) stop*|cut*|break*|ends|ended|freez*|hang* (off|out) (half) half|halfway|midway|in|mid (way) (the) middle|sentence|word|through",
    source: "people",
    examples: ["the answer stops in the middle"],
  },
  {
    code: "streaming-broken",
    weight: "clear",
    phrase: "error|typeerror|exception terminated",
    source: "Node",
    examples: ["acme api: typeerror terminated"],
  },
  {
    code: "streaming-broken",
    weight: "clear",
    phrase: "回答|回复|输出|响应|内容 (被) (只) (到) 截断|一半|戛然而止|不完整|断了",
    source: "people",
    examples: ["每次都是回复戛然而止，后面的就再也没有了，不知道是什么问题"],
  },
  {
    code: "streaming-broken",
    weight: "clear",
    phrase: "error in (the) (input|output) stream",
    source: "several",
    examples: ["error in input stream"],
  },
  {
    code: "content-filter",
    weight: "clear",
    phrase:
      "rejected|refused|blocked|flagged|denied (as|for|because) (of|it) (was|being) unsafe|safety|policy|sensitive|risky|harmful",
    source: "several",
    examples: ["prompt was rejected as unsafe"],
  },
  {
    code: "content-filter",
    weight: "clear",
    phrase:
      "may contain (severe) sensitive|violation|violence|inappropriate|unsafe|illegal|harmful (information|content)",
    source: "Volcengine Ark",
    examples: ["The request failed because the output text may contain violence information"],
  },
  {
    code: "content-filter",
    weight: "clear",
    phrase: "block reason : <id>",
    source: "Google",
    examples: ['{"promptFeedback":{"blockReason":"OTHER"}}'],
  },
  {
    code: "content-filter",
    weight: "clear",
    phrase: "violat* … [policy|policies|guideline|rule|terms]",
    source: "several",
    examples: ["The text was violating the rules; write it in other words, then go on."],
  },
  {
    code: "region-unsupported",
    weight: "clear",
    phrase:
      "[isn't|is not|not|aren't|unavailable|unsupported] (available|supported|offered|allowed|accessible) in|for|from (your|this|the) (current) country|region|area|location|territory",
    source: "several",
    examples: ["This service isn't available in your region."],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "error (has) occurred (while|when|in|during) processing (your|the) (request)",
    source: "OpenAI",
    examples: ["An error occurred while processing your request."],
  },
  {
    code: "upstream-5xx",
    weight: "said",
    phrase:
      "[aisa|gateway|api|openai|claude|deepseek|kimi|server|provider|service|qwen|glm] is|are|was|seems|looks (to) (be) down|dead|offline|broken|crashed",
    source: "people",
    examples: ["aisa is down?"],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "{model} (正在|正|目前|处于) 维护|繁忙|过载|不可用",
    source: "people",
    examples: ["模型正在维护"],
  },
  {
    code: "upstream-5xx",
    weight: "clear",
    phrase: "do request failed",
    source: "one-api, new-api",
    examples: ["do request failed"],
  },
];
