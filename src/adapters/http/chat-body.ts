import type { ChatCompletionCreateParamsBase } from "openai/resources/chat/completions";
import type { ChatRequest } from "../../core/gateway/index.ts";

/** The body of a chat, with the names that OpenClaw sends (`max_completion_tokens`, not `max_tokens`). */
export function chatBody(request: ChatRequest): Omit<ChatCompletionCreateParamsBase, "stream"> {
  const { instructionRole, temperature } = request;
  const instruction = "Answer briefly.";
  const call = " Answer by calling the function get_weather for the city Hangzhou.";
  const prompt = { role: "user", content: request.prompt + (request.tool ? call : "") } as const;
  return {
    model: request.model,
    messages: instructionRole ? [{ role: instructionRole, content: instruction }, prompt] : [prompt],
    max_completion_tokens: request.maxTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(request.tool ? { tools: [weather] } : {}),
  };
}

const weather = {
  type: "function",
  function: {
    name: "get_weather",
    description: "The weather in a city.",
    parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
} as const;
