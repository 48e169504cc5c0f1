import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/adapters/files/templates.ts";
import type { ChatResult } from "../../../src/core/gateway/chat.ts";
import { inParallel } from "../../../src/core/gateway/in-parallel.ts";
import { type Answer, costBound, judgeModel, median } from "../../../src/core/gateway/model-test.ts";

const result = (rest: Partial<ChatResult> = {}): ChatResult => ({
  text: "one, two",
  reasoning: "",
  toolCalls: [],
  firstTokenMs: 100,
  totalMs: 1100,
  chunks: 20,
  pieces: 18,
  outputTokens: 50,
  finishReason: "stop",
  ...rest,
});
const fine = (rest: Partial<ChatResult> = {}): Answer => ({ ok: true, result: result(rest), retried: false });
const failed = (
  code: "rate-limited" | "invalid-temperature" | "upstream-5xx",
  evidence: string[] = [],
): Answer => ({
  ok: false,
  problem: { code, params: {}, evidence },
});
const answers = { speed: [fine()], tool: fine(), developer: fine(), temperature: fine() };
const call = { name: "get_weather", arguments: '{"city":"Hangzhou"}' };

describe("the middle one", () => {
  it.each([
    [[], undefined],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %j", (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe("the bound of the cost", () => {
  it("keeps a single test of the default models below one cent, at every dated price", () => {
    const models = catalog.models.filter((model) => catalog.defaults.includes(model.id));
    for (const price of ["written", "later"] as const) {
      const usd = models
        .map((model) => (price === "written" ? model.price : model.later?.price))
        .map((one) => costBound(one ?? { input: 99, output: 99 }, 1));
      expect(usd.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(0.01);
    }
  });

  it("grows with every run", () => {
    const price = { input: 1, output: 2 };
    expect(costBound(price, 3) - costBound(price, 2)).toBeCloseTo(
      costBound(price, 2) - costBound(price, 1),
      12,
    );
  });
});

describe("conclusions from answers", () => {
  it.each([
    ["a call", fine({ toolCalls: [call] }), "yes"],
    ["a call whose arguments are no JSON", fine({ toolCalls: [{ ...call, arguments: "{" }] }), "broken"],
    ["words", fine(), "none"],
    ["an answer that the bound ended", fine({ finishReason: "length" }), "cut"],
    ["a refusal", failed("invalid-temperature"), "refused"],
    ["a passing fault", failed("upstream-5xx"), undefined],
  ] as const)("of a tool: %s", (_name, tool, expected) => {
    expect(judgeModel("m", { ...answers, tool }).tool).toBe(expected);
  });

  it.each([
    ["it is taken", fine(), "any"],
    [
      "one alone is allowed",
      failed("invalid-temperature", ["invalid temperature: only 0.6 is allowed"]),
      0.6,
    ],
    ["the refusal names none", failed("invalid-temperature", ["temperature is deprecated"]), "fixed"],
    ["the call failed for another cause", failed("rate-limited"), undefined],
  ] as const)("of a temperature: %s", (_name, temperature, expected) => {
    expect(judgeModel("m", { ...answers, temperature }).temperature).toBe(expected);
  });

  it.each([
    ["tokens that come one by one", {}, "yes", 50],
    ["all of it at its end", { firstTokenMs: 1050 }, "at-once", 45.5],
    ["one piece", { chunks: 1 }, "at-once", 50],
    ["a short answer at once", { firstTokenMs: 95, totalMs: 100, outputTokens: 5 }, "yes", 50],
    ["no count of tokens", { outputTokens: undefined }, "yes", undefined],
  ] as const)("of a stream: %s", (_name, rest, stream, speed) => {
    const { outputTokens, ...others } = { outputTokens: 50, ...rest } as Partial<ChatResult>;
    const { outputTokens: _, ...bare } = result(others);
    const one: ChatResult = outputTokens === undefined ? bare : { ...bare, outputTokens };
    const test = judgeModel("m", { ...answers, speed: [{ ok: true, result: one, retried: false }] });
    expect(test.stream).toBe(stream);
    if (speed === undefined) expect(test.median?.tokensPerSecond).toBeUndefined();
    else expect(test.median?.tokensPerSecond).toBeCloseTo(speed, 1);
  });

  it("of several runs, each figure by itself", () => {
    const speed = [100, 300, 200].map((firstTokenMs) => fine({ firstTokenMs, totalMs: 2000 - firstTokenMs }));
    const test = judgeModel("m", { ...answers, speed: [...speed, failed("rate-limited")] });
    expect([test.median?.firstTokenMs, test.median?.totalMs, test.failed]).toEqual([200, 1800, 1]);
  });
});

describe("in parallel", () => {
  it("keeps the order and the bound", async () => {
    let [now, most] = [0, 0];
    const done = await inParallel([5, 1, 3, 2, 4], 2, async (value) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, value));
      now -= 1;
      return value * 10;
    });
    expect([done, most]).toEqual([[50, 10, 30, 20, 40], 2]);
    expect(await inParallel([], 2, async () => 1)).toEqual([]);
  });
});
