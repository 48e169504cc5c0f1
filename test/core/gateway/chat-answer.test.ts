import { describe, expect, it } from "vitest";
import { addChunk, emptyAnswer, isCompletion } from "../../../src/core/gateway/chat-answer.ts";

const delta = (part: object, rest: object = {}) => ({ choices: [{ index: 0, delta: part, ...rest }] });

function gather(chunks: readonly unknown[]) {
  const answer = emptyAnswer();
  return { brought: chunks.map((chunk) => addChunk(answer, chunk)), answer };
}

describe("addChunk", () => {
  it("joins text, reasoning, finish reason and usage", () => {
    const { brought, answer } = gather([
      delta({ role: "assistant", content: "" }),
      delta({ reasoning_content: "hm" }),
      delta({ reasoning: "m" }),
      delta({ content: "Hel" }),
      delta({ content: "lo" }),
      delta({}, { finish_reason: "stop" }),
      { choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } },
    ]);
    expect(brought).toEqual([false, true, true, true, true, false, false]);
    expect(answer).toEqual({
      text: "Hello",
      reasoning: "hmm",
      toolCalls: [],
      finishReason: "stop",
      inputTokens: 3,
      outputTokens: 2,
    });
  });

  it.each([-1, 1.5, 1e308, 2e8, Number.NaN, Number.POSITIVE_INFINITY, "3", null])(
    "does not believe a count of %j tokens",
    (tokens) => {
      const { answer } = gather([
        { choices: [], usage: { prompt_tokens: tokens, completion_tokens: tokens } },
      ]);
      expect(answer).toEqual({ text: "", reasoning: "", toolCalls: [] });
    },
  );

  it("joins tool calls by their index, or by their place", () => {
    const call = (index: number | undefined, name: string, text: string) =>
      delta({ tool_calls: [{ index, function: { name, arguments: text } }] });
    const { answer } = gather([
      call(0, "first", ""),
      call(1, "second", '{"b"'),
      call(0, "", '{"a":1}'),
      call(1, "", ":2}"),
    ]);
    expect(answer.toolCalls).toEqual([
      { name: "first", arguments: '{"a":1}' },
      { name: "second", arguments: '{"b":2}' },
    ]);
    expect(gather([call(undefined, "only", "{}")]).answer.toolCalls).toEqual([
      { name: "only", arguments: "{}" },
    ]);
    expect(gather([call(1e9, "far", "{}")]).answer.toolCalls).toEqual([]);
  });

  it.each([
    null,
    5,
    "x",
    [],
    {},
    { choices: 5 },
    { choices: [null] },
    delta({ content: 5, tool_calls: [null] }),
  ])("takes nothing amiss: %j", (chunk) => {
    const { answer } = gather([chunk]);
    expect(answer.text + answer.reasoning).toBe("");
  });
});

describe("isCompletion", () => {
  it.each([
    [{ choices: [{ message: { content: "" } }] }, true],
    [{ choices: [] }, false],
    [{ choices: [{ delta: {} }] }, false],
    [{ error: { message: "no" } }, false],
    [null, false],
  ])("%j", (body, expected) => expect(isCompletion(body)).toBe(expected));
});
