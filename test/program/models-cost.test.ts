import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const config = `{ models: { providers: { aisa: { models: [
  { id: "qwen3-max", name: "Qwen3 Max" }, { id: "kimi-k2.5", name: "Kimi" }, { id: "my-own", name: "Mine" },
] } } } }`;

interface CostData {
  models: {
    id: string;
    tokens: { total: number; input: number; output: number; cacheRead: number };
    aisa: { month: [number, number]; year: [number, number] } | null;
    elsewhere: { provider: string; month: [number, number]; saving: { year: [number, number] } }[];
  }[];
  total: { month: number; year: number } | null;
}

const answer = (model: string, usage: object, timestamp: string | number, id?: string) =>
  JSON.stringify({
    type: "message",
    ...(id === undefined ? {} : { id }),
    timestamp,
    message: { role: "assistant", provider: model.split("/")[0], model: model.split("/")[1], usage },
  });

describe("models cost", () => {
  it("reproduces the document's table, in words and bars", async () => {
    const home = makeHome();
    const args = ["models", "cost", "--tokens", "500M", "--input-share", "0.2", "--model", "qwen3-max"];
    await expectTranscript("models-cost", [args], { home });
    await expectTranscript("models-cost-narrow", [args], { home, columns: 60 });
    const { data } = (await run([...args, "--json"], { home })).json<CostData>();
    const [qwen] = data.models;
    expect(qwen?.aisa).toMatchObject({ month: [2040, 2040], year: [24_480, 24_480] });
    expect(qwen?.elsewhere.map((one) => [one.provider, one.month, one.saving.year])).toEqual([
      ["bailian", [3400, 3400], [16_320, 16_320]],
      ["openrouter", [3820, 4250], [21_360, 26_520]],
    ]);
  });

  it("includes all configured models, and marks unknown prices", async () => {
    const done = await run(["models", "cost", "--tokens", "1_000_000"], { home: makeHome(config) });
    expect(done.code).toBe(0);
    for (const text of ["Qwen3 Max", "Kimi K2.5", "my-own", "price is unknown"])
      expect(done.stdout).toContain(text);
    const alone = ["models", "cost", "--tokens", "1M", "--model", "my-own"];
    expect((await run(alone, { home: makeHome(config) })).code).toBe(1);
  });

  it.each([
    ["--tokens", ["--tokens", "lots"]],
    ["--tokens", ["--tokens", "-5"]],
    ["--tokens", []],
    ["--input-share", ["--tokens", "5M", "--input-share", "20"]],
  ])("names the flag %s for %j", async (flag, args) => {
    const done = await run(["models", "cost", ...args], { home: makeHome() });
    expect([done.code, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toContain(flag);
  });

  it("suggests the nearest names for an unknown model", async () => {
    const args = ["models", "cost", "--tokens", "1M", "--model", "qwen4-maxx", "--offline", "--json"];
    const done = await run(args, { home: makeHome() });
    expect([done.code, done.json().problems[0]?.code]).toEqual([2, "unknown-model"]);
    expect(done.json().problems[0]?.detail).toContain("qwen3-max");
  });

  it("asks for the tokens on a terminal, again after nonsense", async () => {
    const terminal = startOnTerminal(["models", "cost", "--model", "qwen3-max"], { home: makeHome() });
    await terminal.shows("Tokens per month");
    terminal.type(`lots${keys.enter}`);
    await terminal.shows("is not a number of tokens");
    terminal.type(keys.enter);
    expect(await terminal.ended()).toBe(0);
    expect(terminal.screen()).toContain("$16,320-26,520 per year");
  });
});

describe("models cost --from-usage", () => {
  const session = ".openclaw/agents/main/sessions";

  it("sums what OpenClaw recorded in the last 30 days, each answer once", async () => {
    const home = makeHome(config);
    const [now, old] = [new Date(), new Date(Date.now() - 40 * 24 * 3600 * 1000)];
    const usage = { input: 100_000, output: 400_000, cacheRead: 0, cacheWrite: 0 };
    const first = answer("aisa/qwen3-max", usage, now.toISOString(), "a1");
    const lines = [
      '{"type":"session","version":3}',
      '{"type":"message","message":{"role":"user","content":"usage"}}',
      first,
      answer("aisa/qwen3-max", usage, now.getTime()),
      answer("aisa/qwen3-max", usage, old.toISOString()),
      answer("aisa/kimi-k2.5", { input: 5, output: 5, cacheRead: 90 }, now.toISOString()),
      answer("openai/gpt-5", usage, now.toISOString()),
      '{"type":"message","message":{"role":"assistant","usage":{"input"',
    ];
    home.write(`${session}/one.jsonl`, lines.join("\n"));
    home.write(`${session}/branch.jsonl`, `${first}\n`);
    home.write(`${session}/one.trajectory.jsonl`, `${answer("aisa/qwen3-max", usage, now.toISOString())}\n`);
    home.write(
      ".openclaw/agents/other/sessions/two.jsonl",
      answer("aisa/qwen3-max", usage, now.toISOString()),
    );
    const { data } = (await run(["models", "cost", "--from-usage", "--json"], { home })).json<CostData>();
    expect(data.models.map((model) => [model.id, model.tokens])).toEqual([
      ["qwen3-max", { total: 1.5e6, input: 3e5, output: 1.2e6, cacheRead: 0, cacheWrite: 0 }],
      ["kimi-k2.5", { total: 100, input: 5, output: 5, cacheRead: 90, cacheWrite: 0 }],
    ]);
    expect(data.models[0]?.aisa?.month[0]).toBeCloseTo(0.3 * 1.2 + 1.2 * 4.8, 2);
    await expectTranscript("models-cost-usage", [["models", "cost", "--from-usage"]], { home });
  });

  it("reports when nothing was recorded, and when records are in a database", async () => {
    const home = makeHome(config);
    const none = await run(["models", "cost", "--from-usage"], { home });
    expect([none.code, none.stdout]).toEqual([0, expect.stringContaining("no answer of an AIsa model")]);
    home.write(".openclaw/agents/main/agent/openclaw-agent.sqlite", "SQLite format 3");
    const database = await run(["models", "cost", "--from-usage", "--lang", "zh-CN"], { home });
    expect(database.stdout).toContain("数据库");
    expect(home.read(`${home.path}/.openclaw/agents/main/agent/openclaw-agent.sqlite`)).toBe(
      "SQLite format 3",
    );
  });
});
