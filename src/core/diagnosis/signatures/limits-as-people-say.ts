import type { Signature } from "./signature.ts";

/** Rates, lengths and money, as people put it in chats and forums. */
export const limitsAsPeopleSay: readonly Signature[] = [
  {
    code: "insufficient-quota",
    weight: "clear",
    phrase:
      "used (up) (all) (of) (your|my|the) (monthly|weekly|daily|free) credit|quota|balance|allowance|tokens",
    source: "several",
    examples: ["You've used all of your monthly credits"],
  },
  {
    code: "insufficient-quota",
    weight: "clear",
    phrase: "free|your trial (has) (is) ended|over|expired|finished",
    source: "several",
    examples: ["Your free trial has ended"],
  },
  {
    code: "insufficient-quota",
    weight: "clear",
    phrase: "budget|money|credit|quota (is|are|has) (all) (been) gone|spent|eaten|out",
    source: "people",
    examples: ["this month's budget is gone"],
  },
  {
    code: "insufficient-quota",
    weight: "clear",
    phrase: "extra usage (is) required",
    source: "Anthropic",
    examples: ["Extra usage is required for long context requests"],
  },
  {
    code: "insufficient-quota",
    weight: "symptom",
    phrase: "钱 (包) 用完|没了|不够|花完|用光",
    source: "people",
    examples: ["模型的钱用完了吗"],
  },
  {
    code: "rate-limited",
    weight: "named",
    phrase: "per minute|second|hour (limit) (cap) exceeded|reached|hit",
    source: "several",
    examples: ["usage cap per minute exceeded for gpt-5"],
  },
  {
    code: "context-length-exceeded",
    weight: "clear",
    phrase: "文本|消息|内容|输入|提示词|对话|请求 (的) 长度|字数 (已) 超过|超出|超|过长",
    source: "people",
    examples: ["文本长度超过限制"],
  },
  {
    code: "max-tokens-too-large",
    weight: "clear",
    phrase: "{output-limit} (is|are) bigger|higher|larger|more|greater (than)",
    source: "people",
    examples: ["max tokens bigger than allowed"],
  },
  {
    code: "insufficient-quota",
    weight: "clear",
    phrase: "wallet (is) empty|dry",
    source: "people",
    examples: ["Sorry, your wallet is empty"],
  },
  {
    code: "rate-limited",
    weight: "clear",
    phrase: "调用|请求|访问 (次数|频率|量) (已) 超过|超出 (限制|上限)",
    source: "people",
    examples: ["API 调用次数超过限制"],
  },
  {
    code: "context-length-exceeded",
    weight: "clear",
    phrase: "too much text|context|input|history",
    source: "people",
    examples: ["Your request has too much text"],
  },
  {
    code: "context-length-exceeded",
    weight: "clear",
    phrase: "[ran out of|run out of|out of|no more] context",
    source: "people",
    examples: ["ran out of context"],
  },
  {
    code: "max-tokens-too-large",
    weight: "clear",
    phrase:
      "[output token limit|max output|output limit|output length|max output length] (is|was) (set) (far) too high|big|large",
    source: "people",
    examples: ["output token limit too high"],
  },
];
