import type { Signature } from "./signature.ts";

/** The provider in front of the model id is missing. */
export const missingPrefix: readonly Signature[] = [
  {
    code: "missing-prefix",
    weight: "named",
    phrase: "llm provider not provided",
    source: "LiteLLM",
    examples: ["litellm.BadRequestError: LLM Provider NOT provided. You passed model=glm-x"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "[write it as|use|expected|format|form|must be|should be] … provider/model",
    source: "several",
    examples: ["Write it as provider/model: glm-x9 is incomplete"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "without a provider",
    source: "several",
    examples: ["OpenClaw: model glm-x9 was given without a provider"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "provider prefix",
    source: "several",
    examples: ["OpenClaw: the id glm-x9 wants a provider prefix"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "前缀 ~ [缺少|没有|忘记|漏|加上|补上|带上]",
    source: "people",
    examples: ["模型名前面忘记写前缀了"],
  },
  {
    code: "missing-prefix",
    weight: "named",
    phrase:
      "[unknown model|model not allowed|not allowed|model not found] anthropic / qwen*|kimi*|moonshot*|deep*|glm*|doubao*|minimax*|nemotron*|llama*|mistral*|gpt*|gemini*|grok*|seed*",
    source: "OpenClaw",
    examples: ["FailoverError: Unknown model: anthropic/kimi-x9"],
  },
  {
    code: "missing-prefix",
    weight: "named",
    phrase:
      "[unknown model|model not allowed|not allowed|model not found] openai / qwen*|kimi*|moonshot*|deep*|glm*|doubao*|minimax*|claude*|llama*|mistral*|gemini*|grok*|seed*",
    source: "OpenClaw",
    examples: ["FailoverError: Unknown model: openai/glm-x9"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "<name> is not a valid model id",
    source: "OpenRouter",
    examples: ['400 {"error":{"message":"glm-x9 is not a valid model ID","code":400}}'],
  },
  {
    code: "missing-prefix",
    weight: "named",
    phrase: "[unknown model|model not allowed] : openrouter / <name>",
    source: "OpenClaw",
    examples: ["Error: Unknown model: openrouter/free-router"],
  },
  {
    code: "missing-prefix",
    weight: "named",
    phrase: "unknown model : <name>",
    source: "OpenClaw",
    examples: ["FailoverError: Unknown model: glm-x9"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase:
      "[without provider|must include a provider|must start with a provider|must have a provider|not in the right form]",
    source: "several",
    examples: ["acme api: the model id is without provider"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "must|should be (in|of|formatted) (the) (form|as) provider",
    source: "several",
    examples: ["OpenClaw: the reference must be of the form provider, slash, model"],
  },
  {
    code: "missing-prefix",
    weight: "named",
    phrase:
      "unknown model : moonshotai|z-ai|x-ai|meta-llama|mistralai|deepseek-ai|stepfun|nvidia|thudm|zai-org|bytedance / <name>",
    source: "OpenClaw",
    examples: ["FailoverError: Unknown model: z-ai/glm-x9"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "需要|使用 (了) 前缀",
    source: "people",
    examples: ["OpenClaw 模型名需要前缀"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "{model} anthropic|openai / {model-name} (<id>) (is) not allowed|found",
    source: "OpenClaw",
    examples: ["Model anthropic/qwen-x9 is not allowed"],
  },
];
