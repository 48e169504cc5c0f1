import { describe, expect, it } from "vitest";
import { createTally, groupUsage, parseSince, readUsageCost } from "../../../src/core/usage/index.ts";

const noon = (day: number, month = 11) => new Date(2026, month - 1, day, 12);

/** An event as OpenClaw writes it. */
const answer = (model: string, usage: object, at: Date, id?: string) =>
  JSON.stringify({
    type: "message",
    ...(id === undefined ? {} : { id }),
    timestamp: at.toISOString(),
    message: { role: "assistant", provider: model.split("/")[0], model: model.split("/")[1], usage },
  });

describe("parseSince", () => {
  const now = new Date(2026, 10, 28, 15, 30);

  it.each([
    ["1d", new Date(2026, 10, 28)],
    ["7d", new Date(2026, 10, 22)],
    ["2w", new Date(2026, 10, 15)],
    ["1m", new Date(2026, 9, 29)],
    ["1y", new Date(2025, 10, 29)],
    ["30 天", new Date(2026, 9, 30)],
    ["3个月", new Date(2026, 7, 29)],
    ["2026-11-01", new Date(2026, 10, 1)],
    ["2026-11", new Date(2026, 10, 1)],
    ["2026", new Date(2026, 0, 1)],
  ])("reads %s as the start of a local day", (text, start) => {
    expect(parseSince(text, now)).toBe(start.getTime());
  });

  it.each(["", "0d", "yesterday", "2026-13-01", "2026-02-30", "-3d", "11/01/2026"])("rejects %j", (text) => {
    expect(parseSince(text, now)).toBeUndefined();
  });
});

describe("createTally", () => {
  it("adds up by day, agent and model, each answer once", () => {
    const tally = createTally(noon(1).getTime());
    const line = answer("aisa/qwen3-max", { input: 9, output: 2, cacheWrite: 4 }, noon(2), "a1");
    tally.add(line, "main");
    tally.add(line, "main");
    tally.add(answer("aisa/qwen3-max", { input: 1, output: 1 }, noon(2), "a2"), "main");
    tally.add(answer("aisa/qwen3-max", { input: 5, output: 5 }, noon(2), "a3"), "other");
    tally.add(answer("aisa/qwen3-max", { input: 7, output: 7 }, new Date(2026, 9, 30), "old"), "main");
    expect(
      tally.cells.map(({ day, agent, use, answers }) => [day, agent, use.input, use.cacheWrite, answers]),
    ).toEqual([
      ["2026-11-02", "main", 10, 4, 2],
      ["2026-11-02", "other", 5, 0, 1],
    ]);
  });

  it("counts half lines, and answers without tokens, and ignores other events", () => {
    const tally = createTally(0);
    tally.add('{"type":"message","message":{"role":"assistant","usage":{"input"', "main");
    tally.add('{"type":"message","message":{"role":"user","content":"\\"usage\\""}}', "main");
    tally.add("null", "main");
    tally.add('{"message":{"role":"assistant","provider":"aisa","model":"x","usage":{"input":3}}}', "main");
    tally.add(answer("aisa/qwen3-max", { input: 0, output: 0 }, noon(2)), "main");
    tally.add(answer("aisa/qwen3-max", { input: "many", output: -4, cacheRead: null }, noon(2)), "main");
    expect(tally.broken).toBe(1);
    expect(tally.cells).toMatchObject([{ answers: 2, uncounted: 2, use: { input: 0, output: 0 } }]);
  });
});

describe("groupUsage", () => {
  const tally = createTally(0);
  tally.add(answer("aisa/qwen3-max", { input: 1e6, output: 1e6 }, noon(23)), "main");
  tally.add(answer("aisa/qwen3-max", { input: 1e6, output: 0 }, noon(29)), "other");
  tally.add(answer("aisa/kimi-k2.5", { input: 1e6, output: 0, cacheRead: 1e6 }, noon(30)), "main");
  tally.add(answer("openai/gpt-5", { input: 10, output: 10, cost: { total: 0.5 } }, noon(30)), "main");
  tally.add(answer("local/llama", { input: 10, output: 10 }, noon(1, 12)), "main");
  const source = { date: "2026-02", name: "test" };
  const pricesOf = (reference: string) => {
    if (reference === "aisa/qwen3-max")
      return {
        configured: { input: 1, output: 4 },
        elsewhere: [
          { provider: "bailian" as const, source, input: [2, 2] as const, output: [8, 8] as const },
          { provider: "openrouter" as const, source, input: [2, 3] as const, output: [9, 10] as const },
        ],
      };
    return {
      configured: reference === "aisa/kimi-k2.5" ? { input: 2, output: 3 } : undefined,
      elsewhere: [],
    };
  };
  const keysBy = (...by: Parameters<typeof groupUsage>[1][number][]) =>
    groupUsage(tally.cells, by, pricesOf).groups.map(({ key, cost }) => [...key, cost.usd[1]]);

  it.each([
    [
      ["day"],
      [
        ["2026-11-23", 5],
        ["2026-11-29", 1],
        ["2026-11-30", 4.5],
        ["2026-12-01", 0],
      ],
    ],
    [
      ["week"],
      [
        ["2026-11-23", 6],
        ["2026-11-30", 4.5],
      ],
    ],
    [
      ["month"],
      [
        ["2026-11", 10.5],
        ["2026-12", 0],
      ],
    ],
    [
      ["agent"],
      [
        ["main", 9.5],
        ["other", 1],
      ],
    ],
    [
      ["model"],
      [
        ["aisa/qwen3-max", 6],
        ["aisa/kimi-k2.5", 4],
        ["openai/gpt-5", 0.5],
        ["local/llama", 0],
      ],
    ],
    [
      ["week", "agent"],
      [
        ["2026-11-23", "main", 5],
        ["2026-11-23", "other", 1],
        ["2026-11-30", "main", 4.5],
      ],
    ],
  ] as const)("groups by %j", (by, groups) => {
    expect(keysBy(...by)).toEqual(groups);
  });

  it("sums what the same tokens cost elsewhere, and of how many tokens that is", () => {
    const { total } = groupUsage(tally.cells, ["model"], pricesOf);
    expect(total.cost).toEqual({ usd: [10.5, 10.5], tokens: 5_000_020 });
    expect(total.vendor).toEqual({ usd: [12, 12], tokens: 3e6 });
    expect(total.openrouter).toEqual({ usd: [13, 16], tokens: 3e6 });
    expect([total.besideVendor, total.besideOpenrouter]).toEqual([6, 6]);
  });
});

describe("readUsageCost", () => {
  const day = { date: "2026-11-28", input: 27, output: 6, cacheRead: 0, cacheWrite: 0, totalCost: 0.01 };

  it("reads the sums of the days, and whether they are final", () => {
    const text = JSON.stringify({ daily: [day, { ...day, date: "2026-11-27", input: 0, output: 0 }] });
    expect(readUsageCost(`a warning\n${text}`)).toMatchObject({
      cells: [
        { day: "2026-11-28", agent: "", reference: "", use: { input: 27, output: 6 }, recordedUsd: 0.01 },
      ],
      isRefreshing: false,
    });
    expect(readUsageCost('{"daily":[],"cacheStatus":{"status":"refreshing"}}')?.isRefreshing).toBe(true);
  });

  it.each(["", "gateway closed", "{}", "[]", '{"daily":3}'])("rejects %j", (text) => {
    expect(readUsageCost(text)).toBeUndefined();
  });
});
