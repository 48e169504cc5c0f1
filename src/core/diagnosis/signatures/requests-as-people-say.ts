import type { Signature } from "./signature.ts";

/** What a request asks for, as people put it in chats and forums. */
export const requestsAsPeopleSay: readonly Signature[] = [
  {
    code: "invalid-temperature",
    weight: "said",
    phrase:
      "[won't|wont|doesn't|doesnt|can't|cannot|not|only] take|accept|allow|use|support|have|like (the|a|my) {temperature}",
    source: "people",
    examples: ["the model wont take temperature 0.7"],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "[wants|want|needs|requires|expects|asks for] (the|my) (old) reasoning content|block",
    source: "people",
    examples: ["it wants reasoning content back"],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "思考|推理 内容|过程|字段 (必须|没有|未|没|需要) 回传|传回|带上|保留",
    source: "people",
    examples: ["思考内容必须回传"],
  },
  {
    code: "image-input-unsupported",
    weight: "clear",
    phrase: "[doesn't|doesnt|does not|can't|cannot|won't] do|take|handle|support {image}",
    source: "people",
    examples: ["glm-5 doesn't do images"],
  },
  {
    code: "tool-call-error",
    weight: "clear",
    phrase: "tool call as|in (plain|raw) text",
    source: "people",
    examples: ["it prints the tool call as text"],
  },
  {
    code: "unsupported-parameter",
    weight: "clear",
    phrase: "[must not be|cannot be|can't be|should not be] empty & [message|role|content]",
    source: "Moonshot",
    examples: ["Invalid request: the message at position 1 with role 'assistant' must not be empty"],
  },
  {
    code: "unsupported-parameter",
    weight: "named",
    phrase: "empty user|assistant message was provided",
    source: "several",
    examples: [
      "An empty user message was provided. Every user message needs at least one non-empty content element.",
    ],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "api type|format (is) [not supported|not valid|unsupported|wrong|incorrect]",
    source: "people",
    examples: ["api type not supported"],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase:
      "[/v1/responses|/responses|/v1/messages] (api) (endpoint) (is|was) [not supported|not available|not found|不支持]",
    source: "several",
    examples: ["The /v1/responses endpoint is not supported"],
  },
  {
    code: "invalid-temperature",
    weight: "clear",
    phrase: "{temperature} 不能|不可|不让|不允许 (设置|修改|改)",
    source: "people",
    examples: ["temperature 不能设置"],
  },
  {
    code: "invalid-temperature",
    weight: "clear",
    phrase: "fixed|default|constant {temperature}",
    source: "people",
    examples: ["this model has a fixed temperature"],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "role|角色 (字段) 只支持|仅支持|只能|必须",
    source: "people",
    examples: ["role 字段只支持 system/user/assistant"],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "推理|思考 内容|过程|字段 (的) 缺失|缺少|丢失|没了|为空|无效",
    source: "people",
    examples: ["推理内容缺失"],
  },
  {
    code: "image-input-unsupported",
    weight: "clear",
    phrase: "no image|vision|picture support|input|understanding",
    source: "people",
    examples: ["it says no image support"],
  },
  {
    code: "image-input-unsupported",
    weight: "clear",
    phrase: "[can't|cannot|can not|unable to|doesn't|not] look at (the|my) {image}",
    source: "people",
    examples: ["model can't look at images"],
  },
  {
    code: "tool-call-error",
    weight: "clear",
    phrase: "tool call (id) mismatch*|unknown|wrong|missing",
    source: "people",
    examples: ["tool call id mismatch"],
  },
  {
    code: "tool-call-error",
    weight: "clear",
    phrase:
      "bad|broken|invalid|wrong|incorrect tool (call) schema|definition|arguments|argument|parameter|name",
    source: "people",
    examples: ["bad tool schema"],
  },
  {
    code: "tool-call-error",
    weight: "clear",
    phrase: "函数|工具 (调用) (的) 参数 不是|不符合|格式",
    source: "people",
    examples: ["函数调用参数不是合法 JSON"],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "[only speaks|only knows|only understands|only accepts|only takes] (the) chat (completions)",
    source: "people",
    examples: ["this endpoint only speaks chat completions"],
  },
];
