import { describe, expect, it } from "vitest";
import type { DemoFault } from "../../src/demo/server.ts";
import { run } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const entry = (id: string) =>
  `{ id: "${id}", name: "${id}", reasoning: true, input: ["text"], contextWindow: 100000, maxTokens: 8192,
        cost: { input: 1, output: 2, cacheRead: 0, cacheWrite: 0 }, compat: { supportsDeveloperRole: false } }`;
const config = (...ids: readonly string[]) => `{
  models: { providers: { aisa: {
    baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [
      ${ids.map(entry).join(",\n      ")},
    ],
  } } },
}
`;
const answer =
  "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen";

interface Measured {
  id: string;
  ok: boolean;
  firstTokenMs: number | null;
  totalMs: number | null;
  outputTokens: number | null;
  tokensPerSecond: number | null;
  stream: string | null;
  tool: string | null;
  developerRole: boolean | null;
  temperature: string | number | null;
  emptyFirst: number;
  failed: number;
  runs: { firstTokenMs: number; totalMs: number }[];
  published: { ms: number } | null;
  listed: boolean | null;
  problem: { code: string } | null;
}

interface TestData {
  runs: number;
  estimate: { usd: number; guessed: string[] };
  spent: { usd: number };
  models: Measured[];
}

const test = ({ home, env }: Pick<Bench, "home" | "env">, ...args: string[]) =>
  run(["models", "test", ...args], { home, env });

const pace = (model: string, firstTokenMs: number, totalMs: number): DemoFault => ({
  when: { route: "chat", model },
  what: { kind: "pace", firstTokenMs, totalMs },
});
const chat = (model: string, what: DemoFault["what"], times?: number): DemoFault => ({
  when: { route: "chat", model, ...(times === undefined ? {} : { times }) },
  what,
});

const chatsOf = ({ gateway }: Bench) => gateway.requests.filter((one) => one.path === "/v1/chat/completions");

describe("models test", () => {
  it("distinguishes a listed model from an unlisted one, as doctor and onboard do", async () => {
    const faults = [
      { when: { route: "chat" as const }, what: { kind: "error" as const, error: "unknown-model" as const } },
    ];
    const bench = await makeBench({ faults });
    const done = await run(["models", "test", "qwen3-max", "--json"], bench);
    expect(done.json().problems[0]?.title).toBe("The gateway lists qwen3-max, but no channel serves it now");
    const args = ["--models", "qwen3-max", "--primary", "qwen3-max", "--base-url", bench.gateway.url];
    const onboarded = await run(["onboard", ...args, "--json"], bench);
    expect(onboarded.json().problems[0]?.title).toBe(
      "The gateway lists qwen3-max, but no channel serves it now",
    );
  });

  it("shows what the gateway took, all models at once", async () => {
    const told = [
      ["qwen3-max", 600, 1500],
      ["glm-5", 900, 1800],
      ["kimi-k2.5", 700, 2100],
    ] as const;
    const faults = told.map(([model, first, total]) => pace(model, first, total));
    const bench = await makeBench({ answer, faults }, config(...told.map(([model]) => model)));
    const { data } = (await test(bench, "--json")).json<TestData>();
    for (const [model, first, total] of told) {
      const found = data.models.find((one) => one.id === model);
      expect(found?.ok).toBe(true);
      expect(found?.firstTokenMs, model).toBeGreaterThanOrEqual(first * 0.95);
      expect(found?.totalMs, model).toBeGreaterThanOrEqual(total * 0.95);
      // What the gateway itself saw, with room for a busy machine: no other wait is counted.
      const took = chatsOf(bench)
        .filter((one) => JSON.stringify(one.body).includes(`"${model}"`))
        .map((one) => (one.endedAt ?? 0) - one.startedAt);
      expect(found?.totalMs, model).toBeLessThanOrEqual(Math.max(...took) * 1.5);
      const tokens = Math.ceil(answer.length / 4);
      expect(found?.tokensPerSecond).toBeCloseTo(
        (tokens * 1000) / ((found?.totalMs ?? 0) - (found?.firstTokenMs ?? 0)),
        0,
      );
    }
    // As long as the slowest, not the sum: every call was under way before the first one ended.
    const chats = chatsOf(bench);
    expect(chats.length).toBe(12);
    const lastStart = Math.max(...chats.map((one) => one.startedAt));
    const firstEnd = Math.min(
      ...chats.filter((one) => one.status === 200).map((one) => one.endedAt ?? Number.POSITIVE_INFINITY),
    );
    expect(lastStart).toBeLessThan(firstEnd);
  });

  it("shows a table with bars and the published times", async () => {
    const faults = [
      pace("qwen3-max", 60, 300),
      pace("kimi-k2.5", 60, 300),
      chat("deepseek-v3.1", { kind: "error", error: "upstream-unavailable" }),
    ];
    const bench = await makeBench(
      { answer, faults },
      config("qwen3-max", "deepseek-v3.1", "kimi-k2.5", "qwen-gone"),
    );
    const mask = (text: string) =>
      text
        .replace(/ {1,3}\d+\.\d+ {2,}\d+\.\d+ {2,}\d+ {2}/g, "   TIME  TIME  RATE  ")
        .replace(/[█▏▎▍▌▋▊▉]+ \d+\.\d+ (s|秒)/g, "█████ TIME $1")
        .replace(/░{2,}/g, "░░░░░");
    const args = [["models", "test"]];
    await expectTranscript("models-test", args, { ...bench, columns: 100, mask });
    await expectTranscript("models-test-narrow", args, { ...bench, columns: 60, mask });
  });

  it("keeps to the width in both languages", async () => {
    const bench = await makeBench({}, config("qwen3-max", "kimi-k2.5", "qwen3-coder-480b-a35b-instruct"));
    for (const columns of [60, 84, 120])
      for (const LANG of ["en_US.UTF-8", "zh_CN.UTF-8"]) {
        const env = { ...bench.env, COLUMNS: String(columns), LANG };
        const { stdout } = await test({ ...bench, env });
        const wide = /[\u2e80-\u9fff\uff00-\uffef]/g;
        for (const line of stdout.split("\n"))
          expect(line.length + (line.match(wide)?.length ?? 0), line).toBeLessThanOrEqual(columns);
      }
  });

  it("tests what each model supports: tools, the developer role, temperatures, streaming", async () => {
    const faults: DemoFault[] = [
      pace("qwen3-max", 300, 3000),
      // Everything of the stream comes together, as through a proxy that collects it.
      chat("gpt-5", { kind: "delay", ms: 1500 }),
      {
        when: { route: "chat", model: "deepseek-v3.1", tool: true },
        what: { kind: "broken-tool-call" },
      },
      chat("glm-5", { kind: "not-streamed" }),
      chat("seed-1-8-251228", { kind: "empty-content" }, 1),
    ];
    const ids = ["gpt-5", "qwen3-max", "kimi-k2.5", "deepseek-v3.1", "glm-5", "seed-1-8-251228"];
    const bench = await makeBench({ answer, faults }, config(...ids));
    const done = await test(bench, "--json", "--yes");
    const { data, problems } = done.json<TestData>();
    const of = (id: string) => data.models.find((one) => one.id === id);
    expect(of("gpt-5")).toMatchObject({
      ok: true,
      tool: "yes",
      developerRole: true,
      temperature: "any",
      stream: "at-once",
    });
    expect(of("qwen3-max")).toMatchObject({ developerRole: false, temperature: "any", stream: "yes" });
    expect(of("kimi-k2.5")).toMatchObject({ temperature: 1, published: { ms: 2647 } });
    expect(of("deepseek-v3.1")).toMatchObject({ tool: "broken" });
    expect(of("glm-5")).toMatchObject({ ok: false, problem: { code: "streaming-broken" } });
    expect(of("seed-1-8-251228")).toMatchObject({ ok: true, emptyFirst: 1, failed: 0 });
    expect(problems.map((one) => [one.code, one.severity])).toEqual([
      ["tool-call-error", "warning"],
      ["streaming-broken", "error"],
    ]);
    expect(done.code).toBe(1);
  });

  it("shows a model that always fails in its row with the cause, and exits with 1", async () => {
    const faults = [chat("kimi-k2.5", { kind: "empty-content" })];
    const bench = await makeBench({ models: ["kimi-k2.5"], faults }, config("kimi-k2.5", "qwen-gone"));
    const done = await test(bench, "--json");
    const { data, problems } = done.json<TestData>();
    expect([done.code, done.json().ok]).toEqual([1, false]);
    expect(data.models.map((one) => [one.id, one.ok, one.problem?.code, one.listed])).toEqual([
      ["kimi-k2.5", false, "empty-content", true],
      ["qwen-gone", false, "no-available-channel", false],
    ]);
    expect(problems.map((one) => one.severity)).toEqual(["error", "error"]);
    const said = await test(bench);
    expect(said.stdout).toMatch(/✖ kimi-k2\.5 .*\n {2}→ .*answered without text/);
    expect(said.stdout).toMatch(/✖ qwen-gone /);
  });

  it("waits and retries when throttled, and reports the median of several runs", async () => {
    const faults: DemoFault[] = [
      chat("qwen3-max", { kind: "rate-limit", retryAfter: 1 }, 2),
      chat("glm-5", { kind: "error", error: "upstream-error" }, 1),
    ];
    const bench = await makeBench({ answer, faults }, config("qwen3-max", "glm-5"));
    const done = await test(bench, "--runs", "3", "--yes", "--json");
    const [qwen, glm] = done.json<TestData>().data.models;
    expect([qwen?.failed, qwen?.runs.length, glm?.failed, glm?.runs.length, done.code]).toEqual([
      0, 3, 1, 2, 0,
    ]);
    const times = (qwen?.runs ?? []).map((one) => one.totalMs).sort((a, b) => a - b);
    expect(qwen?.totalMs).toBe(times[1]);
    expect(done.json().problems.map((one) => one.severity)).toEqual(["warning"]);
  });
});

describe("the cost of a test", () => {
  it("is known before, and needs a yes above one cent", async () => {
    const bench = await makeBench({ answer }, config("qwen3-max", "glm-5", "kimi-k2.5"));
    const dry = await test(bench, "--runs", "9", "--dry-run", "--json");
    expect(dry.json<TestData>().data.estimate.usd).toBeGreaterThan(0.01);
    const refused = await test(bench, "--runs", "9");
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toContain("--yes");
    expect(chatsOf(bench)).toEqual([]);
    const agreed = await test(bench, "--runs", "9", "--yes", "--json");
    const { data } = agreed.json<TestData>();
    expect(agreed.code).toBe(0);
    expect(data.spent.usd).toBeGreaterThan(0);
    expect(data.spent.usd).toBeLessThan(data.estimate.usd);
  });

  it("uses the highest known price for a model without one", async () => {
    const bench = await makeBench({ models: ["vendor/new"] }, config("qwen3-max"));
    const { data } = (await test(bench, "vendor/new", "--dry-run", "--json")).json<TestData>();
    const known = (await test(bench, "qwen3-max", "--dry-run", "--json")).json<TestData>().data;
    expect(data.estimate.guessed).toEqual(["vendor/new"]);
    expect(data.estimate.usd).toBeGreaterThan(known.estimate.usd);
  });

  it("is asked about on a terminal, with a line for every model that is done", async () => {
    const bench = await makeBench(
      { answer, faults: [pace("qwen3-max", 200, 900)] },
      config("qwen3-max", "glm-5"),
    );
    const terminal = startOnTerminal(["models", "test", "qwen3-max", "glm-5", "--runs", "8"], {
      ...bench,
      columns: 60,
    });
    await terminal.shows("This test costs up to");
    expect(chatsOf(bench)).toEqual([]);
    terminal.type(`y${keys.enter}`);
    expect(await terminal.ended()).toBe(0);
    expect(terminal.screen()).toMatch(/✔ glm-5 {2}first token/);
    expect(terminal.screen()).toMatch(/✔ qwen3-max {2}first token/);
    const declined = startOnTerminal(["models", "test", "qwen3-max", "glm-5", "--runs", "8"], bench);
    await declined.shows("This test costs up to");
    const before = chatsOf(bench).length;
    declined.type(`n${keys.enter}`);
    expect(await declined.ended()).toBe(130);
    expect(chatsOf(bench).length).toBe(before);
  });
});

describe("models test, asked wrongly", () => {
  it.each([["0"], ["two"], ["1.5"], ["999"]])("--runs %s is no number of calls", async (runs) => {
    const bench = await makeBench({}, config("qwen3-max"));
    const done = await test(bench, "--runs", runs);
    expect([done.code, done.stderr]).toEqual([2, expect.stringContaining("--runs")]);
    expect(bench.gateway.requests).toEqual([]);
  });

  it("names the nearest of an unknown model, and what is missing", async () => {
    const bench = await makeBench({}, config("qwen3-max"));
    const unknown = await test(bench, "qwen4-maxx", "--json");
    expect([unknown.code, unknown.json().problems[0]?.code]).toEqual([2, "unknown-model"]);
    expect(unknown.json().problems[0]?.detail).toContain("qwen3-max");
    bench.home.write(".openclaw/openclaw.json", "{}");
    expect((await test(bench)).code).toBe(2);
    const noKey = await test({ ...bench, env: { AISA_BASE_URL: bench.gateway.url } });
    expect(noKey.code).toBe(3);
    const wrongKey = await test(
      { ...bench, env: { ...bench.env, AISA_API_KEY: "sk-wrong-0123456789ab" } },
      "kimi",
    );
    expect(wrongKey.code).toBe(3);
    expect(chatsOf(bench)).toEqual([]);
  });
});
