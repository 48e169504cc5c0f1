import type { Signature } from "./signature.ts";

/** Earlier reasoning is missing from the history, or must not be in it. */
export const reasoningContentError: readonly Signature[] = [
  {
    code: "reasoning-content-error",
    weight: "named",
    phrase: "must be passed back",
    source: "DeepSeek",
    examples: [
      '400 {"error":{"message":"The `reasoning_content` in the thinking mode must be passed back to the API."}}',
    ],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase:
      "reasoning content ~ [missing|must|required|without|缺少|缺失|回传|invalid|unexpected|omitted|lost]",
    source: "Moonshot",
    examples: [
      '400 {"error":{"message":"Missing reasoning_content field in the assistant message at message index 2"}}',
    ],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "thought signature",
    source: "Google",
    examples: [
      '400 {"error":{"message":"Function call is missing a thought_signature in functionCall parts"}}',
    ],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "[reasoning item|reasoning block] ~ [without|missing|required|not found]",
    source: "OpenAI",
    examples: [
      '400 {"error":{"message":"Item \'rs_7\' of type \'reasoning\' was provided: reasoning item without its required following item"}}',
    ],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "encrypted content … [invalid|could not|verified]",
    source: "OpenAI",
    examples: ["400 The encrypted content for item rs_7 could not be verified"],
  },
  {
    code: "reasoning-content-error",
    weight: "topic",
    phrase: "[reasoning_content|thinking mode|thinking block|思考内容|推理内容] & {trouble}",
    source: "people",
    examples: ["acme api: an error in thinking mode"],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "thinking is enabled but",
    source: "Moonshot",
    examples: ['400 {"error":{"message":"thinking is enabled but the history has none"}}'],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "type reasoning was provided without",
    source: "OpenAI",
    examples: ["400 Item rs_7 of type 'reasoning' was provided without its follower"],
  },
  {
    code: "reasoning-content-error",
    weight: "named",
    phrase: "expected (`) thinking (`)",
    source: "Anthropic",
    examples: ["messages.1.content.0.type: Expected `thinking`, but found `tool_use`"],
  },
  {
    code: "reasoning-content-error",
    weight: "clear",
    phrase: "thinking (block) ~ [cannot|must|invalid|signature]",
    source: "Anthropic",
    examples: ['400 {"error":{"message":"thinking blocks cannot be modified"}}'],
  },
];
