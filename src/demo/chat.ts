import { isObject, type JsonObject } from "../core/json/index.ts";
import { thinks } from "./models.ts";
import { event, events, json, type Reply } from "./reply.ts";
import type { DemoBehaviour, DemoErrorName } from "./script.ts";

/** The part of a chat request that decides the answer. */
export interface ChatBody {
  readonly model: string;
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly roles: readonly string[];
  readonly temperature: number | undefined;
  /** Name of the function to call; undefined when the answer is text. */
  readonly call: string | undefined;
  /** Length of all messages, in characters. */
  readonly length: number;
}

/** Picks a chat request apart. Wrong types count as absent; undefined when it is no object. */
export function readChat(body: unknown): ChatBody | undefined {
  if (!isObject(body)) return undefined;
  const messages = (Array.isArray(body["messages"]) ? body["messages"] : []).filter(isObject);
  const options = body["stream_options"];
  return {
    model: typeof body["model"] === "string" ? body["model"] : "",
    stream: body["stream"] === true,
    includeUsage: isObject(options) && options["include_usage"] === true,
    roles: messages.map((message) => String(message["role"])),
    temperature: typeof body["temperature"] === "number" ? body["temperature"] : undefined,
    call: functionToCall(body, messages.at(-1)),
    length: JSON.stringify(messages).length,
  };
}

// A model calls a function when it must, or when it is offered one alone and told to use it: an agent
// that offers its whole set of tools with every message gets text.
function functionToCall(body: JsonObject, last: JsonObject | undefined) {
  const tools = Array.isArray(body["tools"]) ? body["tools"] : [];
  const names = tools.map((tool: unknown) => {
    const declared = isObject(tool) ? tool["function"] : undefined;
    return isObject(declared) ? String(declared["name"]) : "";
  });
  const first = names[0];
  if (first === undefined || last?.["role"] === "tool" || body["tool_choice"] === "none") return undefined;
  const forced = body["tool_choice"] === "required" || isObject(body["tool_choice"]);
  const told = names.length === 1 && JSON.stringify(last?.["content"] ?? "").includes(first);
  return forced || told ? first : undefined;
}

/** The rules that the vendors behind the gateway hold requests to; undefined when none is broken. */
export function refusal(chat: ChatBody): DemoErrorName | undefined {
  if (/^kimi-/.test(chat.model) && chat.temperature !== undefined && chat.temperature !== 1) {
    return "invalid-temperature";
  }
  if (!chat.roles.includes("developer")) return undefined;
  if (/^qwen/.test(chat.model)) return "developer-role-qwen";
  return /^deepseek/.test(chat.model) ? "developer-role-deepseek" : undefined;
}

/** The answer of a model, whole or streamed, bent by a behaviour. */
export function chatReply(chat: ChatBody, answer: string, id: string, behaviour?: DemoBehaviour): Reply {
  const kind = behaviour?.kind;
  const wanted = kind === "no-tool-call" ? undefined : chat.call;
  const call = kind === "broken-tool-call" ? (chat.call ?? "lookup") : wanted;
  const message = {
    role: "assistant",
    content: call !== undefined || kind === "empty-content" ? "" : answer,
    ...(thinks(chat.model) ? { reasoning_content: "The user wants a short answer." } : {}),
    ...(call === undefined ? {} : { tool_calls: [toolCall(call, kind === "broken-tool-call")] }),
  };
  const output = Math.max(1, Math.ceil(answer.length / 4));
  const input = Math.max(1, Math.ceil(chat.length / 4));
  const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
  const common = { id: `chatcmpl-${id}`, created: 1767225600, model: chat.model };
  const finish = call === undefined ? "stop" : "tool_calls";
  if (!chat.stream || kind === "not-streamed") {
    const choices = [{ index: 0, message, finish_reason: finish }];
    return json(200, { ...common, object: "chat.completion", choices, usage });
  }
  const chunk = (choices: readonly unknown[], rest = {}) =>
    event({ ...common, object: "chat.completion.chunk", choices, ...rest });
  const pieces = kind === "one-piece" ? [message.content] : (message.content.match(/\S+\s*/g) ?? []);
  const parts = deltas(message, pieces).map((delta) => chunk([{ index: 0, delta, finish_reason: null }]));
  if (kind === "no-done") return events(parts);
  parts.push(chunk([{ index: 0, delta: {}, finish_reason: finish }]));
  if (chat.includeUsage) parts.push(chunk([], { usage }));
  return events([...parts, event("[DONE]")]);
}

interface AnswerMessage {
  readonly content: string;
  readonly reasoning_content?: string;
  readonly tool_calls?: readonly ReturnType<typeof toolCall>[];
}

function deltas(message: AnswerMessage, pieces: readonly string[]): unknown[] {
  const result: unknown[] = [{ role: "assistant", content: "" }];
  if (message.reasoning_content !== undefined) {
    result.push({ reasoning_content: message.reasoning_content });
  }
  for (const call of message.tool_calls ?? []) {
    const { arguments: text, name } = call.function;
    const half = Math.ceil(text.length / 2);
    result.push({ tool_calls: [{ ...call, index: 0, function: { name, arguments: "" } }] });
    for (const piece of [text.slice(0, half), text.slice(half)]) {
      result.push({ tool_calls: [{ index: 0, function: { arguments: piece } }] });
    }
  }
  for (const piece of pieces) result.push({ content: piece });
  return result;
}

function toolCall(name: string, broken: boolean) {
  const text = broken ? '{"city": "Hangzhou", ' : '{"city":"Hangzhou"}';
  return { id: `call_${name}_0`, type: "function", function: { name, arguments: text } };
}
