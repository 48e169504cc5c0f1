import { get, getArray, getString, isObject } from "../json/index.ts";
import { bounds, isWithin } from "../models/index.ts";

/** The part of a chat answer received so far. */
export interface ChatAnswer {
  text: string;
  reasoning: string;
  readonly toolCalls: { name: string; arguments: string }[];
  finishReason?: string;
  inputTokens?: number;
  outputTokens?: number;
}

/** Nothing received yet. */
export function emptyAnswer(): ChatAnswer {
  return { text: "", reasoning: "", toolCalls: [] };
}

/**
 * Adds a chunk of a stream, or a whole completion, to an answer; unknown and ill-typed members are passed
 * over. Returns whether it brought something of the answer: text, reasoning or a tool call.
 */
export function addChunk(answer: ChatAnswer, chunk: unknown): boolean {
  const input = get(chunk, ["usage", "prompt_tokens"]);
  const output = get(chunk, ["usage", "completion_tokens"]);
  if (isWithin(input, bounds.usage)) answer.inputTokens = input;
  if (isWithin(output, bounds.usage)) answer.outputTokens = output;
  const choice = getArray(chunk, ["choices"])[0];
  const reason = getString(choice, ["finish_reason"]);
  if (reason !== undefined && reason !== "") answer.finishReason = reason;
  const part = get(choice, ["delta"]) ?? get(choice, ["message"]);
  const content = getString(part, ["content"]) ?? "";
  // Moonshot, DeepSeek and DashScope call it reasoning_content, OpenRouter and newer vLLM reasoning.
  const reasoning = getString(part, ["reasoning_content"]) ?? getString(part, ["reasoning"]) ?? "";
  answer.text += content;
  answer.reasoning += reasoning;
  const calls = addCalls(answer, getArray(part, ["tool_calls"]));
  return content !== "" || reasoning !== "" || calls;
}

/** An object with at least one choice that has a message: what an unstreamed chat must answer. */
export function isCompletion(body: unknown): boolean {
  return isObject(get(getArray(body, ["choices"])[0], ["message"]));
}

const mostCalls = 128;

function addCalls(answer: ChatAnswer, calls: readonly unknown[]): boolean {
  for (const [position, call] of calls.entries()) {
    const given = get(call, ["index"]);
    const index = typeof given === "number" && Number.isInteger(given) && given >= 0 ? given : position;
    if (index >= mostCalls) continue;
    while (answer.toolCalls.length <= index) answer.toolCalls.push({ name: "", arguments: "" });
    const known = answer.toolCalls[index];
    if (known === undefined) continue;
    known.name += getString(call, ["function", "name"]) ?? "";
    known.arguments += getString(call, ["function", "arguments"]) ?? "";
  }
  return calls.length > 0;
}
