import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

/** Explains a text that comes on standard input: the code and what was found. */
async function explain(input: string) {
  const done = await run(["explain", "--json"], { home: makeHome(), input });
  const { problems, data } = done.json<{ confidence: number; found: Record<string, unknown> }>();
  return { exit: done.code, code: problems[0]?.code, ...data };
}

describe("the troubleshooting of AIsa's skill document", () => {
  it("is explained in both languages", async () => {
    await expectTranscript(
      "explain",
      [
        ["explain", "503 - No available channels for model qwen3-plus"],
        ["explain", "503 - 无可用通道：模型 qwen3-flash"],
        ["explain", "Model not found: qwen3-max"],
        ["explain", "模型未找到：qwen3-max"],
        ["explain", "Error: invalid temperature: only 1 is allowed for this model"],
        ["explain", "Kimi K2.5 “无效温度”错误"],
        ["explain", "Kimi K2.5 returns empty content"],
        ["explain", "Kimi K2.5返回空内容"],
        ["explain", "API key not detected"],
        ["explain", "API密钥未检测到"],
        ["explain", "Streaming does not work"],
        ["explain", "流式传输无法工作"],
        ["explain", "daily request limit reached"],
        ["explain", "已达到每日请求上限"],
      ],
      { home: makeHome() },
    );
  });
});

describe("wrappings", () => {
  const timeoutFrames = `Connection error. at fetchWithTimeout (file:///app/index.js:10:18) at async retryOnTimeout (node:internal/x:1:2) File "/usr/lib/timeout.py", line 72, in handle_timeout`;
  const rows: readonly [string, string, string][] = [
    [
      "colours",
      "\u001b[31m✖ Error:\u001b[0m \u001b[1minvalid temp\u001b[0merature: only 1 is allowed",
      "invalid-temperature",
    ],
    [
      "JSON in JSON",
      JSON.stringify({
        error: JSON.stringify({ error: { message: "无效的令牌 (request id: 20260101abc)" } }),
      }),
      "invalid-key",
    ],
    [
      "Python",
      `openai.PermissionDeniedError: Error code: 403 - {'error': {'message': '用户额度不足, 剩余额度: ＄0.01', 'type': 'new_api_error', 'param': '', 'code': None}}`,
      "insufficient-quota",
    ],
    ["line ends", "LLM error:\r\n  Connect\r\n  ECONNREFUSED\r\n 10.0.0.1:443", "network-refused"],
    ["one MB of log", `${"[info] all fine here\n".repeat(45_000)}503 无可用渠道`, "no-available-channel"],
    ["one MB after it", `503 无可用渠道\n${"[info] all fine here\n".repeat(50_000)}`, "no-available-channel"],
    ["one line of one MB", `${"a".repeat(1_000_000)} ECONNREFUSED`, "network-refused"],
    ["quotes without end", `${'\\"'.repeat(400_000)} Incorrect API key`, "invalid-key"],
    ["a million backslashes", `Incorrect API key ${"\\".repeat(1_000_000)}`, "invalid-key"],
    ["a million digits", `${"0".repeat(1_000_000)} ECONNREFUSED`, "network-refused"],
    ["half a million steps", `${"a-".repeat(500_000)} ECONNREFUSED`, "network-refused"],
    ["a stack of frames", timeoutFrames, "other"],
    [
      "a fallback that is not set up",
      'All models failed (2): aisa/glm-x9: HTTP 401: Invalid token (auth) | acme/glm-x9: No API key found for provider "acme". (auth)',
      "invalid-key",
    ],
    [
      "what was tried before the end",
      "try 1: 429 rate limit reached\ntry 2: 429 rate limit reached\ntry 3: 403 用户额度不足",
      "insufficient-quota",
    ],
    ["words of causes, many times", `${"model model error config tool ECONNABORTED ".repeat(20_000)}`, ""],
  ];
  it.each(rows)("%s", async (_name, input, code) => {
    const done = await explain(input);
    if (code === "") expect(done.code).toBeTruthy();
    else expect([done.exit, done.code]).toEqual([0, code]);
  });

  it.each([
    "hello",
    "你好",
    "The quick brown fox jumps over the lazy dog",
    "今天天气怎么样",
    "400 Bad Request",
  ])("%s is no cause", async (text) => {
    expect(await explain(text)).toMatchObject({ exit: 1, code: "other", confidence: 0, alternatives: [] });
  });

  it("binary junk is no cause", async () => {
    const junk = Array.from({ length: 5000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join(
      "",
    );
    expect(await explain(junk)).toMatchObject({ exit: 1, code: "other", confidence: 0 });
  });
});

describe("what is found", () => {
  it("model, group, status, request id", async () => {
    const text =
      "HTTP 503: No available channel for model glm-99 under group vip (distributor) (request id: 2026010112abcdef)";
    expect(await explain(text)).toMatchObject({
      found: { model: "glm-99", group: "vip", status: 503, requestId: "2026010112abcdef" },
    });
  });

  it("a limit and the seconds to wait", async () => {
    const text = "429 Requests limit exceeded, limit: 1,500, please try again after 12 seconds";
    expect(await explain(text)).toMatchObject({ code: "rate-limited", found: { limit: 1500, seconds: 12 } });
  });

  it("never a key", async () => {
    const key = "sk-aisa-0123456789abcdef0123";
    const done = await run(["explain", `401 Incorrect API key provided: ${key}. Invalid token ${key}`], {
      home: makeHome(),
    });
    expect(done.stdout).toContain("invalid-key");
    expect(done.stdout).not.toContain(key);
  });
});

describe("personal data is never shown", () => {
  const rows: readonly [string, string, string][] = [
    ["an IP address", "403 Your IP 203.0.113.9 is not in the list of allowed IPs", "203.0.113.9"],
    ["an IPv6 address", "403 IP address 2001:db8::17 is not allowed", "2001:db8"],
    ["an e-mail address", "Your account ann.lee@example.com has been deactivated", "ann.lee"],
    ["a home folder", "Failed to read config at /home/annlee/.openclaw/openclaw.json SyntaxError", "annlee"],
    ["a home folder of Windows", "odd words in C:\\Users\\annlee\\x", "annlee"],
    ["a key blotted out in part", "odd words about key abcd1***wxyz9", "wxyz9"],
    ["another service's key", "odd words: AIzaSyA1234567890abcdefghijklmnop", "AIzaSyA1234"],
    ["a signed token", "odd words: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", "eyJhbGci"],
  ];
  it.each(rows)("%s", async (_name, text, secret) => {
    const done = await run(["explain", "--json"], { home: makeHome(), input: text });
    expect(done.json<object>().problems).toHaveLength(1);
    expect(done.stdout + done.stderr).not.toContain(secret);
  });

  it("but the address of a local proxy is", async () => {
    const done = await run(["explain", "connect ECONNREFUSED 127.0.0.1:7890"], { home: makeHome() });
    expect(done.stdout).toContain("127.0.0.1:7890");
  });
});

describe("a model's name", () => {
  it("that the gateway has, sent with the prefix", async () => {
    expect(
      await explain("503 No available channel for model aisa/qwen3-max under group default"),
    ).toMatchObject({
      code: "no-available-channel",
      found: { variant: "prefix-sent", replacement: "qwen3-max" },
    });
  });

  it("is understood though the config is broken", async () => {
    const home = makeHome("{ broken");
    const done = await run(["explain", "404 model qwen3-flash not found", "--json"], { home });
    expect(done.json<{ found: object }>().data.found).toMatchObject({ replacement: "qwen-mt-flash" });
  });
});

describe("nothing to explain", () => {
  it("is a usage error that names both ways", async () => {
    const done = await run(["explain"], { home: makeHome() });
    expect([done.code, done.stderr]).toEqual([2, expect.stringMatching(/argument[\s\S]*standard\s+input/)]);
  });

  it("is a usage error with --json on a terminal too", async () => {
    const terminal = startOnTerminal(["explain", "--json"], { home: makeHome() });
    expect(await terminal.ended()).toBe(2);
  });
});

describe("a text pasted on a terminal", () => {
  const pasted = "LLM error:\n\n\n503 No available channel for model qwen3-flash under group default";

  it.each([
    ["Ctrl-D", [`${pasted}\n`, keys.endOfInput]],
    ["two empty lines", [`${pasted}\n`, "\n", "\n"]],
    ["two empty lines of Windows", [`${pasted}\r\n\r\n\r\n`]],
  ])("ends with %s, and keeps the empty lines inside it", async (_name, typed) => {
    const terminal = startOnTerminal(["explain"], { home: makeHome() });
    await terminal.shows("Paste the error text");
    for (const text of typed) terminal.type(text);
    expect(await terminal.ended()).toBe(0);
    expect(terminal.screen()).toContain("no-available-channel");
  });

  it("that is empty is asked for by name", async () => {
    const terminal = startOnTerminal(["explain"], { home: makeHome() });
    await terminal.shows("Paste the error text");
    terminal.type("\n\n");
    expect(await terminal.ended()).toBe(2);
  });

  it("can be cancelled", async () => {
    const terminal = startOnTerminal(["explain"], { home: makeHome() });
    await terminal.shows("Paste the error text");
    terminal.type(keys.interrupt);
    expect(await terminal.ended()).toBe(130);
  });
});
